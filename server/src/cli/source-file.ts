import { readFile, stat } from "node:fs/promises";
import type { OffsetRange, TextReplacement } from "../engine/findings";
import { decodePython, isDecodingFailure } from "./decode";
import { unifiedDiff } from "./line-diff";
import { createLineIndex, type LineIndex, type Position } from "./line-index";
import { editedSource, type Notebook, readNotebook } from "./notebook";
import { reasonOf } from "./reason";

/** A place in a file; in a notebook it counts from the start of a cell. */
export interface SourcePosition extends Position {
  /** Number of the cell among all cells, from 1; `undefined` outside of notebooks. */
  readonly cell?: number;
}

/** What became of a program. */
export interface EditedProgram {
  readonly text: string;
  /** What leads there from the text as it was read: sorted, without overlap. */
  readonly edits: readonly TextReplacement[];
}

/** A Python program as it was read. */
export interface SourceFile {
  readonly text: string;
  readonly lines: LineIndex;
  /** Gives the place of a UTF-16 offset of the text. */
  positionAt(offset: number): SourcePosition;
  /** Offsets of the line breaks that join the cells of a notebook: no edit may reach over one. */
  readonly borders: readonly number[];
  /** What stands in the text for something else, and must not be written anew. */
  readonly masked: readonly OffsetRange[];
  /** Turns an edited program back into bytes; `undefined` when it cannot be written back. */
  encode(edited: EditedProgram): Buffer | undefined;
  /** Shows what was edited as `diff -u` does, in a notebook cell by cell. `path` is the name to show. */
  diff(path: string, edited: EditedProgram): string;
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
  const { text, encode } = decoded;
  const lines = createLineIndex(text);
  return {
    text,
    bytes,
    lines,
    borders: [],
    masked: [],
    positionAt: (offset) => lines.positionAt(offset),
    encode: (edited) => encode(edited.text),
    diff: (path, edited) => unifiedDiff(path, text, edited.text),
  };
}

function notebookFile(bytes: Buffer): SourceFile | SkippedFile {
  let json: string;
  try {
    json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { reason: "it is no valid notebook" };
  }
  const mark = json.startsWith("\uFEFF") ? "\uFEFF" : "";
  const notebook = readNotebook(json.slice(mark.length));
  if ("reason" in notebook) return notebook;
  const lines = createLineIndex(notebook.text);
  return {
    text: notebook.text,
    bytes,
    lines,
    borders: notebook.borders,
    masked: notebook.masked,
    positionAt(offset) {
      const { line, column } = lines.positionAt(offset);
      return { ...notebook.locate(line), column };
    },
    encode(edited) {
      const written = notebook.write(edited.edits);
      return written === undefined ? undefined : Buffer.from(mark + written);
    },
    diff: (path, edited) => cellDiffs(path, notebook, edited),
  };
}

function cellDiffs(path: string, { cells }: Notebook, { edits }: EditedProgram): string {
  return cells
    .map((cell) => unifiedDiff(`${path}:cell ${cell.number}`, cell.source, editedSource(cell, edits).source))
    .join("");
}
