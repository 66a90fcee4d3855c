import type { OffsetRange } from "../engine/findings";
import { splitLines, type TextLine } from "./text-lines";

/** One item of a list. Its offsets are those of the item as it is written, with its quotes. */
export interface YamlItem extends OffsetRange {
  /** Without quotes. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** `false` for a value that stands alone behind the key. */
  readonly isListed: boolean;
}

/**
 * Lists the plain items directly under every key of a name in a YAML text, in block or in flow form; lists inside of the
 * list do not count. Reads lines and no more of YAML than that: an item is taken as it is written, without its quotes,
 * so that `3.10` stays what its author sees.
 */
export function listItems(text: string, key: string): YamlItem[] {
  const lines = splitLines(text);
  const items: YamlItem[] = [];
  for (const [index, line] of lines.entries()) {
    const match = /^(\s*(?:-\s+)?)(["']?)([\w.-]+)\2\s*:\s*/.exec(line.text);
    if (match?.[3] !== key) continue;
    const rest = withoutComment(line.text.slice(match[0].length));
    const from = match[0].length;
    if (rest.startsWith("[")) items.push(...flowItems(lines, index, from + 1));
    else if (rest === "") items.push(...blockItems(lines, index + 1, match[1].length));
    else items.push(itemAt(line, index, { from, text: rest, isListed: false }));
  }
  return items;
}

/** `[a, b]`, which may go on over the next lines. `from` is where the first line's content begins. */
function flowItems(lines: readonly TextLine[], start: number, from: number): YamlItem[] {
  const items: YamlItem[] = [];
  for (let index = start; index < lines.length; index++) {
    let at = index === start ? from : 0;
    const content = stripComment(lines[index].text.slice(at));
    const end = content.indexOf("]");
    for (const part of (end < 0 ? content : content.slice(0, end)).split(",")) {
      const text = part.trim();
      if (text !== "") {
        const indent = part.length - part.trimStart().length;
        items.push(itemAt(lines[index], index, { from: at + indent, text, isListed: true }));
      }
      at += part.length + 1;
    }
    if (end >= 0) break;
  }
  return items;
}

/** Lines with a dash at one depth; deeper ones belong to an item. */
function blockItems(lines: readonly TextLine[], start: number, keyIndent: number): YamlItem[] {
  const items: YamlItem[] = [];
  let indent: number | undefined;
  for (let index = start; index < lines.length; index++) {
    const { text } = lines[index];
    if (/^\s*(?:#|$)/.test(text)) continue;
    const depth = text.search(/\S/);
    const dash = /^\s*-\s+/.exec(text)?.[0];
    const hasItem = dash !== undefined && dash.length < text.length;
    if (depth < (indent ?? keyIndent) || (depth <= (indent ?? keyIndent) && !hasItem)) break;
    if (!hasItem || depth > (indent ??= depth)) continue;
    const item = withoutComment(text.slice(dash.length));
    items.push(itemAt(lines[index], index, { from: dash.length, text: item, isListed: true }));
  }
  return items;
}

function itemAt(
  line: TextLine,
  index: number,
  item: { readonly from: number; readonly text: string; readonly isListed: boolean },
): YamlItem {
  const start = line.start + item.from;
  const { text, isListed } = item;
  return { text: unquote(text), line: index + 1, isListed, start, end: start + text.length };
}

function withoutComment(text: string): string {
  return stripComment(text).trim();
}

function stripComment(text: string): string {
  return text.replace(/(?:^|\s+)#.*$/, "");
}

function unquote(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}
