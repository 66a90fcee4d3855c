import type { OffsetRange } from "../engine/findings";
import { splitLines, type TextLine } from "./text-lines";

/** One plain or quoted value of a YAML text. Its offsets are those of the value as it is written, with its quotes. */
export interface YamlScalar extends OffsetRange {
  /** Without quotes. */
  readonly text: string;
  /** It stands in quotes, and so is a text whatever it looks like. */
  readonly isQuoted: boolean;
  /** The keys that lead to it; `[]` stands for a place in a list, `|` for a line of a text that has several. */
  readonly path: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/** What the lines that stand further in belong to. */
interface Frame {
  readonly indent: number;
  readonly name: string;
}

/** Nobody nests deeper, and a hostile text must not overflow the stack. */
const DEEPEST = 100;

/** In UTF-16 code units; a longer one is no key that anybody looks for. */
const LONGEST_KEY = 200;

const KEY =
  /("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#&*!|>'"%@`[\]{},-][^#]*?|[^\s#&*!|>'"%@`[\]{},:][^\s#,]*?)\s*:(?=\s|$)/y;
const PROPERTIES = /(?:[&!]\S*[ \t]+)*/y;

/**
 * Lists the values of a YAML text with the keys that lead to them, in block and in flow form. It knows no more of YAML
 * than that: values are taken as they are written, so that `3.10` stays what its author sees, and aliases lead nowhere.
 * Lines of templates (`{% … %}`) are passed over. Meant for texts of any kind; it always ends.
 */
export function scalarsOf(text: string): YamlScalar[] {
  return new YamlScanner(text).scan();
}

class YamlScanner {
  private readonly found: YamlScalar[] = [];
  private readonly lines: readonly TextLine[];
  private frames: Frame[] = [];
  private index = 0;

  constructor(private readonly text: string) {
    this.lines = splitLines(text);
  }

  scan(): YamlScalar[] {
    for (; this.index < this.lines.length; this.index++) {
      const { text } = this.lines[this.index];
      if (!/^\s*(?:#|$|\{%|---(?:\s|$)|\.\.\.\s*$)/.test(text)) this.scanLine(text.search(/\S/));
    }
    return this.found;
  }

  /** Reads what begins at a column of the present line: dashes, a key, a value. */
  private scanLine(from: number): void {
    const { text } = this.lines[this.index];
    let column = from;
    for (
      let dash = dashAt(text, column);
      dash > 0 && this.frames.length < DEEPEST;
      dash = dashAt(text, column)
    ) {
      this.leave(column, "[]");
      this.frames.push({ indent: column, name: "[]" });
      column += dash;
    }
    KEY.lastIndex = column;
    const key = KEY.exec(text.slice(0, column + LONGEST_KEY));
    if (key) {
      this.leave(column);
      this.frames.push({ indent: column, name: unquote(key[1]).text });
      column = KEY.lastIndex;
      column += text.slice(column).search(/\S|$/);
    } else if (this.frames.at(-1)?.name !== "[]" && !/[[{]/.test(text.charAt(column))) return;
    this.scanValue(column);
  }

  /** Leaves what is written further in than a column, and what stands there itself; a list may stand below its key. */
  private leave(column: number, next?: "[]"): void {
    const isOver = ({ indent, name }: Frame): boolean =>
      indent > column || (indent === column && (next === undefined || name === next));
    while (this.frames.length > 0 && isOver(this.frames.at(-1)!)) this.frames.pop();
  }

  private scanValue(from: number): void {
    const { text, start } = this.lines[this.index];
    PROPERTIES.lastIndex = from;
    const column = from + (PROPERTIES.exec(text)?.[0].length ?? 0);
    const rest = text.slice(column);
    const path = this.frames.map(({ name }) => name);
    if (/^[|>][\d+-]*\s*(?:#|$)/.test(rest)) this.scanTextBlock(path);
    else if (/^(?:\[|\{(?![{%]))/.test(rest)) this.scanFlow(start + column, path);
    else this.add(this.index, { column, text: rest, path });
  }

  /** The lines of a text that is written further in than its key. */
  private scanTextBlock(path: readonly string[]): void {
    const indent = this.frames.findLast(({ name }) => name !== "[]")?.indent ?? 0;
    for (; this.index + 1 < this.lines.length; this.index++) {
      const { text } = this.lines[this.index + 1];
      const column = text.search(/\S/);
      if (column < 0) continue;
      if (column <= indent) return;
      this.add(this.index + 1, { column, text: text.slice(column), path: [...path, "|"] });
    }
  }

  /** Reads `[…]` or `{…}` from an offset on, over as many lines as it takes. */
  private scanFlow(start: number, path: readonly string[]): void {
    const end = this.scanFlowValue(start, path, 0);
    while (this.index + 1 < this.lines.length && this.lines[this.index + 1].start <= end) this.index++;
  }

  /** Gives the offset behind the value that begins at an offset. */
  private scanFlowValue(from: number, path: readonly string[], depth: number): number {
    const { text } = this;
    const open = text[from];
    if (depth > DEEPEST) return text.length;
    if (open !== "[" && open !== "{") return this.scanFlowScalar(from, path);
    let at = this.skipBlanks(from + 1);
    while (at < text.length && text[at] !== "]" && text[at] !== "}") {
      const before = at;
      let inner = open === "[" ? [...path, "[]"] : path;
      const key = /^("[^"\n]*"|'[^'\n]*'|[^\s,[\]{}:"'#][^,[\]{}:\r\n]*)\s*:(?=[\s"'[{])/.exec(
        text.slice(at, at + LONGEST_KEY),
      );
      if (key) {
        inner = [...inner, unquote(key[1].trim()).text];
        at = this.skipBlanks(at + key[0].length);
      }
      at = this.skipBlanks(this.scanFlowValue(at, inner, depth + 1));
      if (text[at] === ",") at = this.skipBlanks(at + 1);
      else if (at === before) at++;
    }
    return at + 1;
  }

  private scanFlowScalar(from: number, path: readonly string[]): number {
    const rest = this.text.slice(from, from + LONGEST_KEY);
    const quoted = /^(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')/.exec(rest)?.[0];
    const written = quoted ?? /^[^,[\]{}\r\n]*/.exec(rest)![0].replace(/\s#.*$/, "");
    const index = this.lineAt(from);
    if (written.trim() !== "") {
      this.add(index, { column: from - this.lines[index].start, text: written, path });
    }
    return from + written.length;
  }

  private skipBlanks(from: number): number {
    const blanks = /(?:\s|(?<=\s)#[^\r\n]*)*/y;
    blanks.lastIndex = from;
    return from + (blanks.exec(this.text)?.[0].length ?? 0);
  }

  private lineAt(offset: number): number {
    let index = this.index;
    while (index + 1 < this.lines.length && this.lines[index + 1].start <= offset) index++;
    return index;
  }

  private add(
    index: number,
    place: { readonly column: number; readonly text: string; readonly path: readonly string[] },
  ): void {
    const { column, path } = place;
    const written = place.text.replace(/(?:^|\s)#.*$/, "").trim();
    if (written === "") return;
    const start = this.lines[index].start + column;
    this.found.push({ ...unquote(written), path, line: index + 1, start, end: start + written.length });
  }
}

/** Gives the length of a dash with the blanks behind it; 0 where none begins an item. */
function dashAt(text: string, column: number): number {
  if (text[column] !== "-" || !/\s|^$/.test(text.charAt(column + 1))) return 0;
  return 1 + text.slice(column + 1).search(/\S|$/);
}

function unquote(written: string): Pick<YamlScalar, "text" | "isQuoted"> {
  const inside = /^(["'])(.*)\1$/s.exec(written)?.[2];
  return { text: inside ?? written, isQuoted: inside !== undefined };
}
