import type { TextReplacement } from "../../engine/findings";
import { isTable, type TomlDocument } from "../toml";

/** Writes a line at the end of a table's own keys; `undefined` for a table without a header of its own. */
export function insertKey(
  document: TomlDocument,
  path: readonly string[],
  entry: string,
): TextReplacement[] | undefined {
  const { text } = document;
  const header = document.locate(path);
  if (!header || text[header.valueStart] !== "[") return undefined;
  const table = document.get(path);
  const keys = isTable(table) ? Object.keys(table) : [];
  const next = /(?:\r\n|\n|\r)[ \t]*\[/.exec(text.slice(header.valueEnd));
  const end = next ? header.valueEnd + next.index : text.length;
  const own = keys
    .flatMap((key) => document.locate([...path, key]) ?? [])
    .filter(({ keyStart, valueEnd }) => keyStart > header.keyStart && valueEnd <= end + 1)
    .filter(({ keyStart, valueStart }) => keyStart !== valueStart);
  const last = own.toSorted((a, b) => a.valueEnd - b.valueEnd).at(-1);
  const at = endOfLine(text, last?.valueEnd ?? header.keyStart);
  return [{ start: at, end: at, newText: `${lineBreakOf(text)}${entry}` }];
}

/** Gives the offset of the end of the line that an offset stands on, before its line break. */
export function endOfLine(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from));
  return found ? from + found.index : text.length;
}

/** Gives the first line break of a text; `\n` where it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
