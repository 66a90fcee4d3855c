import type { TextReplacement } from "../../engine/findings";
import type { TomlDocument } from "../toml";
import { lineBreakOf } from "./toml-insert";

/** Writes an element for a kind of quotes: that of the elements which are there. */
export type WriteElement = (quote: '"' | "'") => string;

/**
 * Makes the edits that add an element to an array, which `path` leads to, in the style of those that are there: on a
 * line of its own where the last one has that, with its kind of quotes. `undefined` where the array cannot be found.
 */
export function appendToArray(
  document: TomlDocument,
  path: readonly string[],
  write: WriteElement,
): TextReplacement[] | undefined {
  const { text } = document;
  const array = document.get(path);
  const place = document.locate(path);
  if (!Array.isArray(array) || !place) return undefined;
  if (array.length === 0) {
    const inside = text.slice(place.valueStart + 1, place.valueEnd - 1);
    const at = place.valueStart + 1 + (/^[ \t]*(?=[\]\r\n]|$)/.exec(inside)?.[0].length ?? 0);
    return [{ start: place.valueStart + 1, end: at, newText: write('"') }];
  }
  const last = document.locate([...path, String(array.length - 1)]);
  return last && appendElement(text, last, write);
}

/** Writes one more element behind the last of an array, on a line of its own where the last has one. */
function appendElement(
  text: string,
  last: { readonly valueStart: number; readonly valueEnd: number },
  write: WriteElement,
): TextReplacement[] {
  const element = write(text[last.valueStart] === "'" ? "'" : '"');
  const lineStart = Math.max(
    text.lastIndexOf("\n", last.valueStart - 1),
    text.lastIndexOf("\r", last.valueStart - 1),
  );
  const indent = text.slice(lineStart + 1, last.valueStart);
  const end = last.valueEnd;
  if (!/^[ \t]*$/.test(indent)) return [{ start: end, end, newText: `, ${element}` }];
  const [, comma = "", comment = ""] = /^([ \t]*,)?([ \t]*#[^\r\n]*)?/.exec(text.slice(end)) ?? [];
  const lineBreak = lineBreakOf(text);
  if (comma === "" && comment !== "") {
    // The comma belongs before the comment that speaks of the last element.
    const behind = end + comment.length;
    return [
      { start: end, end, newText: "," },
      { start: behind, end: behind, newText: `${lineBreak}${indent}${element}` },
    ];
  }
  const at = end + comma.length + (comma === "" ? 0 : comment.length);
  const newText = comma === "" ? `,${lineBreak}${indent}${element}` : `${lineBreak}${indent}${element},`;
  return [{ start: at, end: at, newText }];
}
