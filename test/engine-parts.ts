import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileCatalogue } from "../data/build/write-index";
import type { Engine } from "../server/src/engine/analysis";
import { createEngine } from "../server/src/engine/engine";

/** Reads a file of an installed package. */
export function readPackageFile(name: string): Uint8Array {
  return readFileSync(createRequire(__filename).resolve(name));
}

/** Starts the engine on the catalogue as the source files have it now. */
export function startEngine(): Promise<Engine> {
  return createEngine({
    runtimeWasm: readPackageFile("web-tree-sitter/web-tree-sitter.wasm"),
    grammarWasm: readPackageFile("tree-sitter-python/tree-sitter-python.wasm"),
    catalogueIndex: compileCatalogue().text,
  });
}
