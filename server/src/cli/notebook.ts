import { maskIPython } from "../engine/ipython";

/** The code cells of a notebook as one program, in their order. */
export interface Notebook {
  readonly text: string;
  /** Gives the cell (its number among all cells, from 1) and the line in it of a line of the text. Both count from 1. */
  locate(line: number): { readonly cell: number; readonly line: number };
}

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

/**
 * Reads a Jupyter notebook (format 4). Lines that IPython takes for itself become comments of the same length, cells of
 * other languages blank lines, so that no position moves.
 */
export function readNotebook(bytes: Buffer): Notebook | { readonly reason: string } {
  let content: { readonly cells?: unknown; readonly metadata?: Metadata };
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as typeof content;
  } catch {
    return { reason: "it is no valid notebook" };
  }
  if (typeof content !== "object" || content === null || !Array.isArray(content.cells)) {
    return { reason: "it is no notebook of format 4" };
  }
  const language = languageOf(content.metadata);
  if (language !== undefined && !/^i?python/i.test(language))
    return { reason: `it is a notebook of ${language}` };
  return joinCells(content.cells as readonly Cell[]);
}

interface Metadata {
  readonly language_info?: { readonly name?: unknown };
  readonly kernelspec?: { readonly language?: unknown };
}

function languageOf(metadata: Metadata | undefined): string | undefined {
  const language = metadata?.language_info?.name ?? metadata?.kernelspec?.language;
  return typeof language === "string" ? language : undefined;
}

function joinCells(cells: readonly Cell[]): Notebook {
  const lines: string[] = [];
  const places: { readonly cell: number; readonly firstLine: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell?.cell_type !== "code") continue;
    places.push({ cell: index + 1, firstLine: lines.length + 1 });
    lines.push(...maskIPython(sourceOf(cell)).split(/\r\n?|\n/));
  }
  return {
    text: lines.map((line) => `${line}\n`).join(""),
    locate(line) {
      const place = places.findLast(({ firstLine }) => firstLine <= line);
      return place ? { cell: place.cell, line: line - place.firstLine + 1 } : { cell: 1, line };
    },
  };
}

function sourceOf({ source }: Cell): string {
  if (typeof source === "string") return source;
  return Array.isArray(source) ? source.filter((part) => typeof part === "string").join("") : "";
}
