import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fileProblem } from "../messages";
import { decodeProjectFile } from "../project";
import type { Host, HostFiles } from "./host";
import { keepHeapSmall } from "./node-memory";
import { openStoredIndex } from "./stored-index";

/** Folders that hold no code of the project. Hidden ones are left out anyway. */
const FOREIGN_FOLDERS = new Set(["__pycache__", "build", "dist", "node_modules", "site-packages", "venv"]);

/** What the system says where there is no file: nothing, a folder, or a link that leads nowhere. */
const ABSENCES = new Set(["EISDIR", "ELOOP", "ENAMETOOLONG", "ENOENT", "ENOTDIR"]);

/** Stands in the top folder of every virtual environment, whatever that is called. */
const VIRTUAL_ENVIRONMENT_MARK = "pyvenv.cfg";

/** The host of a Node process. `folder` is where the build put the WebAssembly modules and the catalogue. */
export function nodeHost(folder: string): Host {
  return {
    async loadParts() {
      const [runtimeWasm, grammarWasm] = await Promise.all([
        readFile(path.join(folder, "web-tree-sitter.wasm")),
        readFile(path.join(folder, "tree-sitter-python.wasm")),
      ]);
      const catalogueIndex = openStoredIndex(path.join(folder, "catalogue.index"));
      return { runtimeWasm, grammarWasm, catalogueIndex };
    },
    files: nodeFiles,
    memory: keepHeapSmall(),
  };
}

const nodeFiles: HostFiles = {
  // Elsewhere than on Windows, no path leads to a file of another machine.
  reaches: (uri) => (process.platform === "win32" ? /^file:/ : /^file:\/\/(?:localhost)?\//).test(uri),
  async read(uri) {
    const bytes = await readRegularFile(fileURLToPath(uri)).catch((error: NodeJS.ErrnoException) => {
      if (ABSENCES.has(error.code ?? "")) return undefined;
      throw new Error(fileProblem({ kind: "system", text: error.code ?? error.message }));
    });
    if (!bytes) return undefined;
    const text = decodeProjectFile(uri, bytes);
    if (text === undefined) throw new Error(fileProblem({ kind: "not-utf8" }));
    return text;
  },
  list: (folderUri) => readdir(fileURLToPath(folderUri)).catch(() => undefined),
  async findPython(folderUri) {
    const found: string[] = [];
    await listInto(fileURLToPath(folderUri), found);
    return found.map((file) => pathToFileURL(file).href);
  },
};

/** Opens nothing but regular files: a pipe of the name would never be read to its end. */
async function readRegularFile(file: string): Promise<Buffer | undefined> {
  return (await stat(file)).isFile() ? readFile(file) : undefined;
}

/** Links are not followed: they lead out of the workspace, or round in circles. */
async function listInto(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => name === VIRTUAL_ENVIRONMENT_MARK)) return;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = path.join(folder, entry.name);
    if (entry.isFile() && /\.py[iw]?$/.test(entry.name)) found.push(inside);
    else if (entry.isDirectory() && !entry.name.startsWith(".") && !FOREIGN_FOLDERS.has(entry.name)) {
      await listInto(inside, found);
    }
  }
}
