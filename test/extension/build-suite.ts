import path from "node:path";
import { build } from "esbuild";
import { RESULTS_FOLDER, ROOT } from "../workbench/paths";

/** The bundled suite, the same file for every host. */
export const SUITE_FILE = path.join(RESULTS_FOLDER, "build/suite.js");

/** Bundles the suite with mocha into one file that Node and web worker hosts load alike. */
export async function buildSuite(): Promise<void> {
  await build({
    entryPoints: [path.join(ROOT, "test/extension/suite/index.ts")],
    outfile: SUITE_FILE,
    bundle: true,
    platform: "browser",
    target: "es2022",
    sourcemap: "inline",
    external: ["vscode", "node:fs"],
    logLevel: "warning",
    define: { global: "globalThis" },
    format: "iife",
    globalName: "suite",
    // Mocha's file sets the bundle's exports to itself, so ours come after everything else.
    footer: { js: "module.exports = suite;" },
  });
}
