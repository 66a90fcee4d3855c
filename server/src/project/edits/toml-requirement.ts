import type { TextReplacement } from "../../engine/findings";
import type { TomlDocument } from "../toml";
import type { ListedRequirement } from "./listed-requirements";

/** A requirement that is a string of a TOML document, which `path` leads to; empty where it cannot be found. */
export function listedInToml(
  document: TomlDocument,
  path: readonly string[],
  text: string,
): ListedRequirement[] {
  const isThere = document.locate(path) !== undefined;
  return isThere
    ? [{ text, replace: (from, to, newText) => replaceInString(document, path, { text, from, to, newText }) }]
    : [];
}

/** Replaces a part of a string of a TOML document: only that part where the string is written as it is. */
export function replaceInString(
  document: TomlDocument,
  path: readonly string[],
  { text, from, to, newText }: { text: string; from: number; to: number; newText: string },
): TextReplacement[] {
  const { valueStart: start, valueEnd: end } = document.locate(path)!;
  const written = document.text.slice(start, end);
  if (written.slice(1, -1) === text && !newText.includes(written[0]))
    return [{ start: start + 1 + from, end: start + 1 + to, newText }];
  // A string with escapes is written anew; what JSON escapes TOML reads the same way.
  return [{ start, end, newText: JSON.stringify(text.slice(0, from) + newText + text.slice(to)) }];
}
