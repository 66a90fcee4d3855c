import type { Position, Range } from "vscode-languageserver-types";
import type { OffsetRange, TextReplacement } from "../engine/findings";

/** What `Position.character` counts: UTF-16 code units or UTF-8 bytes. */
export type PositionEncoding = "utf-16" | "utf-8";

/**
 * Translates between the engine's UTF-16 offsets and the protocol's 0-based lines and characters. Immutable: belongs to
 * one version of one text. Lines end with `\n`, `\r\n` or `\r`.
 */
export class LineIndex {
  private constructor(
    readonly text: string,
    readonly encoding: PositionEncoding,
    private readonly starts: readonly number[],
  ) {}

  /** Indexes a whole text. */
  static of(text: string, encoding: PositionEncoding): LineIndex {
    const starts = [0];
    pushLineStarts(text, 0, text.length, starts);
    return new LineIndex(text, encoding, starts);
  }

  /** Gives the index of the text after one edit; costs what the touched lines cost, not what the text does. */
  afterEdit({ start, end, newText }: TextReplacement): LineIndex {
    const text = this.text.slice(0, start) + newText + this.text.slice(end);
    const shift = newText.length - (end - start);
    // An edit can join or part a `\r\n` at its edges, so one whole line on either side is read again.
    const first = Math.max(0, this.lineAt(start) - 1);
    const last = Math.min(this.starts.length - 1, this.lineAt(end) + 1);
    const rescanEnd = last + 1 < this.starts.length ? this.starts[last + 1] + shift : text.length;
    const starts = this.starts.slice(0, first + 1);
    pushLineStarts(text, this.starts[first], rescanEnd, starts);
    for (let line = last + 2; line < this.starts.length; line++) starts.push(this.starts[line] + shift);
    return new LineIndex(text, this.encoding, starts);
  }

  /** Gives the 0-based line that an offset stands on. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Gives the position of an offset; offsets outside the text give its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(inside);
    const start = this.starts[line];
    const character = this.encoding === "utf-16" ? inside - start : countBytes(this.text, start, inside);
    return { line, character };
  }

  /**
   * Gives the offset of a position. What lies behind a line's end means that end, without its line break; what lies
   * behind the last line means the end of the text; inside a character of several bytes, its start.
   */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.text.length;
    const start = this.starts[line];
    const end = this.lineEnd(line);
    if (character <= 0) return start;
    if (this.encoding === "utf-16") return Math.min(start + character, end);
    return advanceBytes(this.text, start, end, character);
  }

  /** Gives the positions of a half-open stretch. */
  toRange({ start, end }: OffsetRange): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Gives the offsets of a range; a range that a client sent back to front is turned round. */
  toOffsets(range: Range): OffsetRange {
    const start = this.offsetAt(range.start);
    const end = this.offsetAt(range.end);
    return start <= end ? { start, end } : { start: end, end: start };
  }

  private lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const beforeBreak = next - 1;
    const isPair = this.text.charCodeAt(beforeBreak) === LF && this.text.charCodeAt(beforeBreak - 1) === CR;
    return isPair ? beforeBreak - 1 : beforeBreak;
  }
}

const LF = 10;
const CR = 13;

/** Adds the start of every line that begins after `from` and no later than `to`. */
function pushLineStarts(text: string, from: number, to: number, starts: number[]): void {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== LF && code !== CR) continue;
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    starts.push(at + 1);
  }
}

function countBytes(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end;) {
    const code = text.codePointAt(at)!;
    bytes += bytesOf(code);
    at += unitsOf(code);
  }
  return bytes;
}

function advanceBytes(text: string, start: number, end: number, count: number): number {
  let left = count;
  let at = start;
  while (at < end) {
    const code = text.codePointAt(at)!;
    left -= bytesOf(code);
    if (left < 0) break;
    at += unitsOf(code);
  }
  return at;
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function unitsOf(code: number): number {
  return code < 0x10000 ? 1 : 2;
}
