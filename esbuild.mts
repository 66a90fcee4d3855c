import { chmodSync, copyFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import { writeCatalogueIndex } from "./data/build/write-index";

const out = "dist";
const common: esbuild.BuildOptions = {
  bundle: true,
  sourcemap: "linked",
  sourcesContent: false,
  minify: true,
  target: "es2022",
  logLevel: "warning",
  legalComments: "none",
};

/** The ESM build of web-tree-sitter reads `import.meta.url`, which a CommonJS bundle does not have. */
const node: esbuild.BuildOptions = {
  ...common,
  platform: "node",
  format: "cjs",
  alias: { "web-tree-sitter": path.resolve("node_modules/web-tree-sitter/web-tree-sitter.cjs") },
};

/** web-tree-sitter only reaches for Node's modules when it runs there; in a worker the imports need not resolve. */
const web: esbuild.BuildOptions = {
  ...common,
  platform: "browser",
  format: "iife",
  external: ["module", "fs", "fs/promises", "path", "url"],
};

mkdirSync(out, { recursive: true });
writeCatalogueIndex(path.join(out, "catalogue.index"));
copyFileSync("node_modules/web-tree-sitter/web-tree-sitter.wasm", path.join(out, "web-tree-sitter.wasm"));
copyFileSync(
  "node_modules/tree-sitter-python/tree-sitter-python.wasm",
  path.join(out, "tree-sitter-python.wasm"),
);
await Promise.all([
  esbuild.build({
    ...node,
    external: ["vscode"],
    entryPoints: ["client/src/node.ts"],
    outfile: `${out}/client.js`,
  }),
  esbuild.build({
    ...web,
    format: "cjs",
    external: ["vscode"],
    entryPoints: ["client/src/browser.ts"],
    outfile: `${out}/client.browser.js`,
  }),
  esbuild.build({ ...node, entryPoints: ["server/src/lsp/node.ts"], outfile: `${out}/server.js` }),
  esbuild.build({ ...node, entryPoints: ["server/src/lsp/node-main.ts"], outfile: `${out}/server-main.js` }),
  esbuild.build({ ...web, entryPoints: ["server/src/lsp/browser.ts"], outfile: `${out}/server.worker.js` }),
  esbuild.build({
    ...node,
    banner: { js: "#!/usr/bin/env node" },
    entryPoints: ["server/src/cli/start.ts"],
    outfile: `${out}/cli.js`,
  }),
  esbuild.build({ ...node, entryPoints: ["server/src/cli/main.ts"], outfile: `${out}/cli-main.js` }),
]);
// esbuild escapes in strings, but not in regular expressions. One character beyond Latin-1 doubles what a script takes.
const scripts = ["client", "client.browser", "server", "server-main", "server.worker", "cli", "cli-main"];
for (const name of scripts.map((script) => `${script}.js`)) {
  if (/[\x80-\xff]/.test(readFileSync(path.join(out, name), "latin1")))
    throw new Error(`${name} holds characters that are not ASCII: write \\u in regular expressions`);
}
// `npx sincewhen` runs the file itself, and a rebuilt file would not be executable.
chmodSync(`${out}/cli.js`, 0o755);
