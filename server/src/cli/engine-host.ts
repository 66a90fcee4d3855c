import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Engine } from "../engine/analysis";
import type { Catalogue } from "../engine/catalogue/catalogue";
import { loadCatalogue } from "../engine/catalogue/load";
import { createEngine } from "../engine/engine";
import { CommandFailure } from "./failure";

/** The folder of the running bundle, where the build puts the catalogue and the grammar beside it. */
export const BUNDLE_FOLDER = __dirname;

/** Starts the engine from the files beside the bundle. */
export async function startEngine(): Promise<Engine> {
  const [runtimeWasm, grammarWasm, catalogueIndex] = await Promise.all([
    readPart("web-tree-sitter.wasm"),
    readPart("tree-sitter-python.wasm"),
    readPart("catalogue.index"),
  ]);
  return createEngine({ runtimeWasm, grammarWasm, catalogueIndex: catalogueIndex.toString("utf8") });
}

/** Opens the catalogue alone, for commands that look at no code. */
export async function openCatalogue(): Promise<Catalogue> {
  return loadCatalogue((await readPart("catalogue.index")).toString("utf8"));
}

async function readPart(name: string): Promise<Buffer> {
  const file = path.join(BUNDLE_FOLDER, name);
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandFailure(`the installation is incomplete: ${file} cannot be read`, { cause: error });
  }
}
