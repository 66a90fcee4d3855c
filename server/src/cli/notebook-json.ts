import type { OffsetRange } from "../engine/findings";

/** Where a notebook's JSON holds the source of a cell. */
export interface StoredSource extends OffsetRange {
  /** The strings of a list of lines, in order; a source that is one string is its only one. */
  readonly strings: readonly OffsetRange[];
  readonly isList: boolean;
}

/**
 * Finds the source of each cell in the text of a notebook, which must be valid JSON: by the cell's number among all cells,
 * from 0. `undefined` for a cell whose source is neither a string nor a list of strings.
 */
export function findSources(text: string): (StoredSource | undefined)[] {
  const cells = memberOf(text, skipSpace(text, 0), "cells");
  if (cells === undefined || text[cells.start] !== "[") return [];
  return items(text, cells.start).map(({ start }) => {
    const source = text[start] === "{" ? memberOf(text, start, "source") : undefined;
    if (source === undefined) return undefined;
    if (text[source.start] === '"') return { ...source, strings: [source], isList: false };
    if (text[source.start] !== "[") return undefined;
    const strings = items(text, source.start);
    return strings.every((item) => text[item.start] === '"')
      ? { ...source, strings, isList: true }
      : undefined;
  });
}

/** The values of an array, or the keys and values of an object, in turn. */
function items(text: string, start: number): OffsetRange[] {
  const found: OffsetRange[] = [];
  for (let at = skipSpace(text, start + 1); !"]}".includes(text[at]);) {
    const end = skipValue(text, at);
    found.push({ start: at, end });
    at = skipSpace(text, end);
    if (",:".includes(text[at])) at = skipSpace(text, at + 1);
  }
  return found;
}

/** A member of an object; of several with one name the last, as JSON is read everywhere. */
function memberOf(text: string, start: number, name: string): OffsetRange | undefined {
  if (text[start] !== "{") return undefined;
  const parts = items(text, start);
  const index = parts.findLastIndex(
    (part, at) => at % 2 === 0 && JSON.parse(text.slice(part.start, part.end)) === name,
  );
  return index < 0 ? undefined : parts[index + 1];
}

const SPACE = /[ \t\r\n]*/y;
const ATOM = /[^\s,:[\]{}"]+/y;

function skipSpace(text: string, at: number): number {
  return endOf(SPACE, text, at);
}

/** The end of a value. Nested ones are counted, since outputs may be nested deeper than calls can be. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const character = text[at];
    if (character === "{" || character === "[") depth++;
    if (character === "}" || character === "]") depth--;
    at = character === '"' ? skipString(text, at) : Math.max(at + 1, endOf(ATOM, text, at));
  } while (depth > 0);
  return at;
}

/** Step by step: pictures in outputs are strings too long for an expression with alternatives. */
function skipString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text[first - 1] === "\\") first--;
    if ((at - first) % 2 === 0) return at + 1;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
