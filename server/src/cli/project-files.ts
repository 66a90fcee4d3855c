import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "../messages";
import { decodeProjectFile, type ProjectFiles } from "../project";

/** A configuration file of this size is none. In bytes. */
const LARGEST = 32 << 20;

const MISSING = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG"]);

/** Reads project files from the disk. Paths have `/` between their names, on Windows too. */
export const nodeProjectFiles: ProjectFiles = {
  async read(file) {
    let bytes: Buffer;
    try {
      bytes = await readRegularFile(file);
    } catch (error) {
      if (MISSING.has((error as NodeJS.ErrnoException).code ?? "")) return undefined;
      throw new Error(fileProblem({ kind: "system", text: (error as Error).message }), { cause: error });
    }
    const text = decodeProjectFile(file, bytes);
    if (text === undefined) throw new Error(fileProblem({ kind: "not-utf8" }));
    return text;
  },
  async list(folder) {
    try {
      return await readdir(folder);
    } catch {
      // What is not listed cannot be opened by name either, except for a folder that only hides its list.
      return undefined;
    }
  },
};

/** Writes a path of the machine with `/` between its names. */
export function toProjectPath(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}

/** Opens nothing but regular files: a pipe of the name would hold the program up for ever. */
async function readRegularFile(file: string): Promise<Buffer> {
  const status = await stat(file);
  if (!status.isFile()) throw Object.assign(new Error("not a regular file"), { code: "EISDIR" });
  if (status.size > LARGEST) throw new Error("it is too large");
  return readFile(file);
}
