import type { OffsetRange, TextReplacement } from "../../engine/findings";
import type { DeclaredItem } from "../declaration";
import { renderVersion } from "./version-edit";

/**
 * Makes the edits after which a list names these minors and no others. Items that stay are not touched; one that stands
 * on a line of its own goes with its line; new ones are written like those beside them. `undefined` where nothing would
 * be left of the list.
 */
export function setMinors(
  items: readonly DeclaredItem[],
  text: string,
  wanted: readonly number[],
): TextReplacement[] | undefined {
  if (wanted.length === 0 || items.length === 0) return undefined;
  const named = new Set(items.map(({ minor }) => minor));
  const surplus = items.filter(({ minor }) => !wanted.includes(minor));
  // What a range such as `3{8-12}` only implies stands nowhere; its ends are rewritten.
  const fixed = surplus.filter(({ isRemovable, start, end }) => !isRemovable && end > start);
  const kept = items.filter(({ minor }) => wanted.includes(minor));
  for (const { minor } of fixed) named.add(nearest(minor, wanted));
  const missing = wanted.filter((minor) => !named.has(minor)).toSorted((a, b) => a - b);
  if (kept.length === 0 && fixed.length === 0) {
    // Something must stay that shows how the items are written.
    return mergeTouching([
      ...surplus.slice(1).map((item) => removalOf(item, text)),
      rewritten(items[0], text, wanted[0]),
    ]);
  }
  return mergeTouching([
    ...surplus.filter(({ isRemovable }) => isRemovable).map((item) => removalOf(item, text)),
    ...fixed.map((item) => rewritten(item, text, nearest(item.minor, wanted))),
    ...additions(missing, kept, text),
  ]);
}

/** Sorts edits, and joins those that touch; the same edit counts once. */
export function mergeTouching(edits: readonly TextReplacement[]): TextReplacement[] {
  const merged: TextReplacement[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last?.start === edit.start && last.end === edit.end && last.newText === edit.newText) continue;
    if (last && edit.start <= last.end) {
      const end = Math.max(last.end, edit.end);
      merged[merged.length - 1] = { start: last.start, end, newText: last.newText + edit.newText };
    } else merged.push(edit);
  }
  return merged;
}

function rewritten(item: DeclaredItem, text: string, minor: number): TextReplacement {
  const { start, end } = item;
  return { start, end, newText: render(item, text, minor) };
}

/** Writes another minor as an item is written, with quotes where it would be another number without. */
function render(item: DeclaredItem, text: string, minor: number): string {
  const rendered = renderVersion(text.slice(item.start, item.end), item.minor, minor);
  return item.isNumber && rendered.endsWith("0") ? `"${rendered}"` : rendered;
}

function nearest(minor: number, wanted: readonly number[]): number {
  const [lowest, highest] = [Math.min(...wanted), Math.max(...wanted)];
  return minor < lowest ? lowest : Math.min(minor, highest);
}

/** Takes an item out: its line if it has one to itself, or else itself with one of the commas beside it. */
function removalOf(item: OffsetRange, text: string): TextReplacement {
  const line = ownLine(item, text);
  if (line) return { start: line.start, end: line.end, newText: "" };
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(item.end, item.end + 200))?.[0].length ?? 0;
  const before = /,[ \t]*$/.exec(text.slice(Math.max(0, item.start - 200), item.start))?.[0].length ?? 0;
  const isLastOfLine = /[\r\n\]})]/.test(text.charAt(item.end + behind)) || item.end + behind >= text.length;
  if (behind > 0 && !(isLastOfLine && before > 0)) {
    return { start: item.start, end: item.end + behind, newText: "" };
  }
  return { start: item.start - before, end: item.end, newText: "" };
}

interface OwnLine extends OffsetRange {
  /** What stands before the item, and the comma behind it. */
  readonly indent: string;
  readonly comma: string;
  readonly lineBreak: string;
}

/** Gives the line of an item that has it to itself, with its end; `undefined` for any other item. */
function ownLine({ start, end }: OffsetRange, text: string): OwnLine | undefined {
  const from = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const indent = text.slice(from, start);
  const rest = /^([ \t]*,)?[ \t]*(?:[#;][^\r\n]*)?(\r\n|\n|\r|$)/.exec(text.slice(end));
  if (!rest || !/^[ \t]*(?:-[ \t]+)?$/.test(indent) || (indent === "" && from === 0)) return undefined;
  const lineBreak = rest[2] || (/\r\n|\n|\r/.exec(text)?.[0] ?? "\n");
  return { start: from, end: end + rest[0].length, indent, comma: rest[1] ?? "", lineBreak };
}

function additions(
  missing: readonly number[],
  kept: readonly DeclaredItem[],
  text: string,
): TextReplacement[] {
  const groups = new Map<DeclaredItem | undefined, number[]>();
  // An item that can neither be copied nor moved, such as one of a combination, stays alone.
  const models = kept.filter(({ isRemovable, isRangeEnd }) => isRemovable || isRangeEnd);
  const last = models.at(-1);
  if (!last) return [];
  for (const minor of missing) {
    const next = models.find((item) => item.minor > minor);
    groups.set(next, [...(groups.get(next) ?? []), minor]);
  }
  return [...groups].flatMap(([next, minors]) => {
    if (next) return [next.isRemovable ? insertBefore(next, minors, text) : rewritten(next, text, minors[0])];
    return last.isRemovable ? insertAfter(last, minors, text) : [rewritten(last, text, minors.at(-1)!)];
  });
}

function insertBefore(item: DeclaredItem, minors: readonly number[], text: string): TextReplacement {
  const rendered = minors.map((minor) => render(item, text, minor));
  const line = ownLine(item, text);
  if (!line) {
    const newText = rendered.map((one) => `${one}${separatorAt(item, text)}`).join("");
    return { start: item.start, end: item.start, newText };
  }
  const comma = isBracketed(item, text) ? "," : line.comma;
  const newText = rendered.map((one) => `${line.indent}${one}${comma}${line.lineBreak}`).join("");
  return { start: line.start, end: line.start, newText };
}

function insertAfter(item: DeclaredItem, minors: readonly number[], text: string): TextReplacement[] {
  const rendered = minors.map((minor) => render(item, text, minor));
  const line = ownLine(item, text);
  if (!line) {
    const newText = rendered.map((one) => `${separatorAt(item, text)}${one}`).join("");
    return [{ start: item.end, end: item.end, newText }];
  }
  const isUnfinished = line.comma === "" && isBracketed(item, text);
  const lines = rendered.map((one) => `${line.indent}${one}`);
  const between = `${isUnfinished ? "," : line.comma}${line.lineBreak}`;
  const isAtEnd = !/[\r\n]$/.test(text.slice(line.start, line.end));
  const newText = isAtEnd
    ? `${line.lineBreak}${lines.join(between)}`
    : `${lines.join(between)}${line.comma}${line.lineBreak}`;
  const added = { start: line.end, end: line.end, newText };
  return isUnfinished ? [{ start: item.end, end: item.end, newText: "," }, added] : [added];
}

/** What stands between items on one line; blanks and commas as beside this one, or a comma and a blank. */
function separatorAt({ start, end }: OffsetRange, text: string): string {
  const behind = /^[ \t]*,[ \t]*(?=[^\s\]})])/.exec(text.slice(end, end + 200));
  const before = /[^\s[({,=:]([ \t]*,[ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start));
  return behind?.[0] ?? before?.[1] ?? ", ";
}

/** Tells whether an item stands in a bracket, where commas part the lines, too. */
function isBracketed({ start }: OffsetRange, text: string): boolean {
  const before = text.slice(Math.max(0, start - 2000), start).replaceAll(/#[^\r\n]*/g, "");
  return /[[({,]\s*$/.test(before);
}
