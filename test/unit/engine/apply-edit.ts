import type { TextEdit } from "../../../server/src/engine/analysis";

/** Gives a text after an edit. */
export function applyEdit(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}
