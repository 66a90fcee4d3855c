import type { OffsetRange, TextReplacement } from "../engine/findings";
import type { StoredSource } from "./notebook-json";

/** What shall become of a cell. */
interface EditedSource {
  readonly source: string;
  /** What leads there; offsets are those of the source before. */
  readonly edits: readonly TextReplacement[];
}

/** Writes the source of a cell anew, as JSON, in the form that it has: what no edit touches keeps its spelling. */
export function writeSource(json: string, stored: StoredSource, edited: EditedSource): string {
  // Who writes everything with escapes, as Python does on demand, wants no other characters.
  const escape = /[^\0-\x7f]/.test(json) ? (text: string) => text : escapeNonAscii;
  const write = (text: string): string => escape(JSON.stringify(text));
  return stored.isList
    ? writeList(json, stored, { edited, write })
    : writeString(json, stored, { edited, write });
}

interface Writing {
  readonly edited: EditedSource;
  readonly write: (text: string) => string;
}

/** One string: every edit is made in its spelling. */
function writeString(json: string, { start, end }: StoredSource, { edited, write }: Writing): string {
  let text = "";
  let at = start;
  let offset = 0;
  let place = start + 1;
  const seek = (wanted: number): number => {
    for (; offset < wanted; offset++) place += json[place] !== "\\" ? 1 : json[place + 1] === "u" ? 6 : 2;
    return place;
  };
  for (const edit of edited.edits) {
    text += json.slice(at, seek(edit.start)) + write(edit.newText).slice(1, -1);
    at = seek(edit.end);
  }
  return text + json.slice(at, end);
}

/** A list of lines: lines that were there keep their spelling, new ones come in between as the others stand. */
function writeList(json: string, { start, end, strings }: StoredSource, { edited, write }: Writing): string {
  const spellings = new Map(
    strings.map((item) => [JSON.parse(textOf(json, item)) as string, textOf(json, item)]),
  );
  const lines = edited.source.match(/[^\n]*\n|[^\n]+/g) ?? [];
  if (lines.length === 0) return "[]";
  const [first, second] = strings as readonly (OffsetRange | undefined)[];
  const before = first ? json.slice(start + 1, first.start) : "";
  const after = first ? json.slice(strings[strings.length - 1].end, end - 1) : "";
  const alone = /[\r\n]/.test(before) ? before : /:\s+\[/.test(json.slice(0, start + 1).slice(-3)) ? " " : "";
  const between = first && second ? json.slice(first.end, second.start) : `,${alone}`;
  return `[${before}${lines.map((line) => spellings.get(line) ?? write(line)).join(between)}${after}]`;
}

function textOf(json: string, { start, end }: OffsetRange): string {
  return json.slice(start, end);
}

function escapeNonAscii(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
