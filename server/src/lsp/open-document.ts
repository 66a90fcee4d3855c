import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import type { Engine, ParsedDocument, TextEdit } from "../engine/analysis";
import { LineIndex, type PositionEncoding } from "../features/line-index";
import type { LiveDocuments } from "./live-documents";

/**
 * Above so many waiting edits (a formatter, a large multi-cursor change) parsing anew is cheaper than telling the
 * parser of each.
 */
const MAX_INCREMENTAL_EDITS = 64;

/** One document that the client holds open: its text, and its syntax tree as far as somebody asked for it. */
export class OpenDocument {
  readonly uri: string;
  private currentVersion: number;
  private currentLines: LineIndex;
  private parsed: ParsedDocument | undefined;
  private waiting: TextEdit[] = [];

  /** `live` keeps count of the documents that hold a tree; without it, this one keeps its own. */
  constructor(
    item: TextDocumentItem,
    encoding: PositionEncoding,
    private readonly live?: LiveDocuments,
  ) {
    this.uri = item.uri;
    this.currentVersion = item.version;
    this.currentLines = LineIndex.of(item.text, encoding);
  }

  /** Version as the client counts it. */
  get version(): number {
    return this.currentVersion;
  }

  get lines(): LineIndex {
    return this.currentLines;
  }

  get text(): string {
    return this.currentLines.text;
  }

  /** Length of the text in UTF-16 units. */
  get size(): number {
    return this.text.length;
  }

  /** Takes the changes of one notification, in order. Nothing is parsed before somebody asks. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const edit =
        "range" in change ? this.locate(change.range, change.text) : findEdit(this.text, change.text);
      this.currentLines = this.currentLines.afterEdit(edit);
      if (this.parsed) this.waiting.push(edit);
    }
    this.currentVersion = version;
  }

  /** Gives the syntax tree of the present text. It changes with the next edit: keep offsets, not the tree. */
  parse(engine: Engine): ParsedDocument {
    if (this.waiting.length > MAX_INCREMENTAL_EDITS) this.forget();
    this.live?.touch(this);
    if (!this.parsed) this.parsed = engine.parse(this.text);
    else if (this.waiting.length > 0) this.parsed.update(this.text, this.waiting);
    this.waiting = [];
    return this.parsed;
  }

  /** Ends the document. */
  dispose(): void {
    this.forget();
    this.live?.forget(this);
  }

  /** Takes little memory until somebody works on it again. */
  rest(): void {
    this.parsed?.rest();
  }

  /** Frees the tree. The next `parse` makes a new one. */
  private forget(): void {
    this.parsed?.dispose();
    this.parsed = undefined;
    this.waiting = [];
  }

  private locate(range: Parameters<LineIndex["toOffsets"]>[0], newText: string): TextEdit {
    return { ...this.currentLines.toOffsets(range), newText };
  }
}

/** Finds what differs between two texts, for clients that send the whole text at every change. */
function findEdit(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
