import type { OffsetRange, TextReplacement } from "../engine/findings";
import { maskCell } from "../engine/ipython";
import { findSources, type StoredSource } from "./notebook-json";
import { writeSource } from "./notebook-source";

/** The code cells of a notebook as one program, in their order, each followed by a line break. */
export interface Notebook {
  readonly text: string;
  /** Offsets of the line breaks that join the cells. */
  readonly borders: readonly number[];
  /** What stands in the text for something else: lines that IPython takes for itself. */
  readonly masked: readonly OffsetRange[];
  readonly cells: readonly CodeCell[];
  /** Gives the cell (its number among all cells, from 1) and the line in it of a line of the text. Both count from 1. */
  locate(line: number): { readonly cell: number; readonly line: number };
  /** Gives the notebook with edits to the text, none of which reaches over a border; `undefined` where it cannot. */
  write(edits: readonly TextReplacement[]): string | undefined;
}

/** A code cell as its notebook has it. */
export interface CodeCell {
  /** Among all cells, from 1. */
  readonly number: number;
  readonly source: string;
  /** Where it stands in the joined text. */
  readonly start: number;
}

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

/**
 * Reads a Jupyter notebook (format 4) from its JSON. Lines that IPython takes for itself become comments of the same
 * length, cells of other languages blank lines, so that no position moves.
 */
export function readNotebook(json: string): Notebook | { readonly reason: string } {
  let content: { readonly cells?: unknown; readonly metadata?: Metadata };
  try {
    content = JSON.parse(json) as typeof content;
  } catch {
    return { reason: "it is no valid notebook" };
  }
  if (typeof content !== "object" || content === null || !Array.isArray(content.cells)) {
    return { reason: "it is no notebook of format 4" };
  }
  const language = languageOf(content.metadata);
  if (language !== undefined && !/^i?python/i.test(language))
    return { reason: `it is a notebook of ${language}` };
  return joinCells(content.cells as readonly Cell[], json);
}

/** The source of a cell with edits to the joined text, as far as they are its own. */
export function editedSource(
  { source, start }: CodeCell,
  edits: readonly TextReplacement[],
): { readonly source: string; readonly edits: readonly TextReplacement[] } {
  const own = edits
    .filter((edit) => start <= edit.start && edit.start <= start + source.length)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  let edited = "";
  let at = 0;
  for (const edit of own) {
    edited += source.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return { source: edited + source.slice(at), edits: own };
}

interface Metadata {
  readonly language_info?: { readonly name?: unknown };
  readonly kernelspec?: { readonly language?: unknown };
}

function languageOf(metadata: Metadata | null | undefined): string | undefined {
  const language = metadata?.language_info?.name ?? metadata?.kernelspec?.language;
  return typeof language === "string" ? language : undefined;
}

function joinCells(cells: readonly Cell[], json: string): Notebook {
  const places: (CodeCell & { readonly firstLine: number })[] = [];
  const masked: OffsetRange[] = [];
  let text = "";
  let line = 1;
  for (const [index, cell] of cells.entries()) {
    if (cell?.cell_type !== "code") continue;
    const source = sourceOf(cell);
    const python = maskCell(source);
    const start = text.length;
    places.push({ number: index + 1, source, start, firstLine: line });
    masked.push(...python.masked.map((range) => ({ start: range.start + start, end: range.end + start })));
    text += `${python.text}\n`;
    line += `${source}\n`.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return {
    text,
    borders: places.map(({ source, start }) => start + source.length),
    masked,
    cells: places,
    locate(wanted) {
      const place = places.findLast(({ firstLine }) => firstLine <= wanted);
      return place ? { cell: place.number, line: wanted - place.firstLine + 1 } : { cell: 1, line: wanted };
    },
    write: (edits) => writeCells(places, edits, { json, sources: () => findSources(json) }),
  };
}

function writeCells(
  cells: readonly CodeCell[],
  edits: readonly TextReplacement[],
  { json, sources }: { readonly json: string; sources(): (StoredSource | undefined)[] },
): string | undefined {
  const stored = sources();
  let text = "";
  let at = 0;
  for (const cell of cells) {
    const edited = editedSource(cell, edits);
    if (edited.source === cell.source) continue;
    const place = stored[cell.number - 1];
    if (!place) return undefined;
    text += json.slice(at, place.start) + writeSource(json, place, edited);
    at = place.end;
  }
  return text + json.slice(at);
}

function sourceOf({ source }: Cell): string {
  if (typeof source === "string") return source;
  return Array.isArray(source) ? source.filter((part) => typeof part === "string").join("") : "";
}
