import { readFile, stat } from "node:fs/promises";
import { decodePython, isDecodingFailure } from "./decode";
import { createLineIndex, type LineIndex, type Position } from "./line-index";
import { readNotebook } from "./notebook";
import { reasonOf } from "./reason";

/** A place in a file; in a notebook it counts from the start of a cell. */
export interface SourcePosition extends Position {
  /** Number of the cell among all cells, from 1; `undefined` outside of notebooks. */
  readonly cell?: number;
}

/** A Python program as it was read. */
export interface SourceFile {
  readonly text: string;
  readonly lines: LineIndex;
  /** Gives the place of a UTF-16 offset of the text. */
  positionAt(offset: number): SourcePosition;
  /** Turns an edited text back into bytes; `undefined` when it cannot be written back. */
  encode(text: string): Buffer | undefined;
  /** The bytes that were read. */
  readonly bytes: Buffer;
}

/** Why a file is passed over. */
export interface SkippedFile {
  readonly reason: string;
}

/** Larger files are generated data; parsing one would take minutes and gigabytes. In bytes. */
const LARGEST = 16 << 20;

/** Tells whether a file was passed over. */
export function isSkipped(result: SourceFile | SkippedFile): result is SkippedFile {
  return "reason" in result;
}

/** Reads a Python file or a notebook. Whatever prevents it is a reason, nothing is thrown. Opens regular files only. */
export async function readSourceFile(path: string): Promise<SourceFile | SkippedFile> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { reason: "it is a folder" };
    if (!status.isFile()) return { reason: "it is no regular file" };
    if (status.size > LARGEST) return { reason: `it is larger than ${LARGEST >> 20} MiB` };
    return readSourceBytes(await readFile(path), path);
  } catch (error) {
    // A name that is no UTF-8 comes with replacement characters, and then leads nowhere.
    return { reason: path.includes("\uFFFD") ? "its name is not valid UTF-8" : reasonOf(error) };
  }
}

/** Reads the bytes of a Python file, or of a notebook where the name says so. */
export function readSourceBytes(bytes: Buffer, name: string): SourceFile | SkippedFile {
  if (name.endsWith(".ipynb")) return notebookFile(bytes);
  const decoded = decodePython(bytes);
  if (isDecodingFailure(decoded)) return decoded;
  const lines = createLineIndex(decoded.text);
  return { ...decoded, bytes, lines, positionAt: (offset) => lines.positionAt(offset) };
}

function notebookFile(bytes: Buffer): SourceFile | SkippedFile {
  const notebook = readNotebook(bytes);
  if ("reason" in notebook) return notebook;
  const lines = createLineIndex(notebook.text);
  return {
    text: notebook.text,
    bytes,
    lines,
    positionAt(offset) {
      const { line, column } = lines.positionAt(offset);
      return { ...notebook.locate(line), column };
    },
    encode: () => undefined,
  };
}
