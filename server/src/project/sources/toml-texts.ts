import type { NamePiece } from "../declare";
import { isTable, type TomlDocument } from "../toml";

/**
 * Lists the texts at a path of a document, or in the arrays and tables there, with their places. Their offsets include
 * their quotes but for a text that stands there alone.
 */
export function textsAt(document: TomlDocument, path: readonly string[]): NamePiece[] {
  const value = document.get(path);
  const span = document.span(path);
  if (typeof value === "string") return span ? [{ text: value, ...span }] : [];
  return textsIn(document, path, value);
}

function textsIn(document: TomlDocument, path: readonly string[], value: unknown): NamePiece[] {
  if (typeof value === "string") {
    const location = document.locate(path);
    return location ? [{ text: value, start: location.valueStart, end: location.valueEnd }] : [];
  }
  if (!Array.isArray(value) && !isTable(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(document, [...path, name], inner));
}
