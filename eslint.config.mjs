import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Every room of the project as it can stand in a relative import. */
const ROOMS = [
  "cli",
  "engine",
  "features",
  "lsp",
  "messages",
  "project",
  "protocol",
  "client",
  "data",
  "test",
];

/**
 * Stops imports from rooms other than the named ones, and from packages other than the named ones. A room's own files
 * never name it in an import. A package ending in * stands for everything that begins so.
 */
function fence(files, { rooms = [], packages = [], ignores = [] }) {
  const closed = ROOMS.filter((room) => !rooms.includes(room)).join("|");
  const open = packages.map((name) => name.replace(/[/.]/g, "\\$&").replace(/\*$/, ".*")).join("|");
  return {
    files,
    ignores,
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: `^\\.\\./(?:.*/)?(?:${closed})(?:/|$)`,
              message: "ARCHITECTURE.md says which room may import which.",
            },
            {
              regex: open === "" ? "^[^.]" : `^(?!\\.)(?!(?:${open})$)`,
              message: "ARCHITECTURE.md says which packages a room may import.",
            },
          ],
        },
      ],
    },
  };
}

/** Later rooms of the engine may import earlier ones, never back. */
const ENGINE_ORDER = [
  "catalogue",
  "syntax",
  "literals",
  "binding",
  "guard",
  "evaluation",
  "rewrites",
  "rules",
  "fixes",
  "floor",
];

function engineFence(room, index) {
  const closed = ENGINE_ORDER.slice(index + 1).join("|");
  const outside = ROOMS.filter((name) => name !== "engine").join("|");
  const own = room === "syntax" ? "^(?!\\.)(?!web-tree-sitter$)" : "^[^.]";
  return {
    files: [`server/src/engine/${room}/**`],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: `^\\.\\./(?:.*/)?(?:${outside})(?:/|$)`, message: "The engine imports no other room." },
            ...(closed === ""
              ? []
              : [
                  {
                    regex: `^\\.\\./(?:${closed})(?:/|$)`,
                    message: "The engine imports earlier rooms only.",
                  },
                ]),
            { regex: own, message: "The engine is pure: only its syntax room imports web-tree-sitter." },
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ["**/node_modules/", "dist/", "test-results/", "coverage/", ".vscode-test/", "test/host/"] },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Interfaces ask for promises where some answer at once; the wasm library types its enumerations as numbers.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/require-await": "off",
      // Bags of functions are written in method syntax here; none of them asks for `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "no-console": "error",
      "no-control-regex": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // Scripts and the terminal's printers speak to a terminal; everything else is a guest in somebody's process.
    files: ["esbuild.mts", "data/**", "test/**", "server/src/lsp/node-main.ts"],
    rules: { "no-console": "off" },
  },
  {
    // The command line starts other bundles, which it finds only when it runs.
    files: ["server/src/cli/start.ts", "server/src/cli/commands/lsp.ts"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly", URL: "readonly", console: "readonly" } },
  },
  fence(["client/src/**"], {
    rooms: ["protocol"],
    packages: ["vscode", "vscode-languageclient*", "node:path"],
  }),
  fence(["server/src/protocol/**"], {}),
  fence(["server/src/engine/**"], { rooms: ["engine"] }),
  ...ENGINE_ORDER.map(engineFence),
  fence(["server/src/messages/**"], { rooms: ["engine"] }),
  fence(["server/src/project/**"], {
    rooms: ["engine"],
    packages: ["smol-toml", "@renovatebot/pep440", "picomatch"],
  }),
  fence(["server/src/features/**"], {
    rooms: ["engine", "messages", "protocol"],
    packages: ["vscode-languageserver-types"],
  }),
  fence(["server/src/lsp/**"], {
    rooms: ["engine", "messages", "project", "features", "protocol"],
    packages: ["vscode-languageserver*", "node:*", "ignore", "picomatch"],
  }),
  fence(["server/src/cli/**"], {
    rooms: ["engine", "messages", "project"],
    packages: ["node:*", "commander", "ignore", "picomatch"],
  }),
  fence(["data/**"], { rooms: ["engine", "data"], packages: ["node:*", "ajv*", "web-tree-sitter"] }),
);
