import type { TextReplacement } from "./findings";

/** An edit with what it was made for. */
export interface LabelledEdit extends TextReplacement {
  /** Each once. */
  readonly labels: readonly string[];
}

/** A stretch of the present text: taken over from the first one, or put in. */
type Segment =
  | { readonly start: number; readonly end: number }
  | { readonly text: string; readonly labels: readonly string[] };

/** Edits that follow each other, told as edits to the text that they began with. */
export class EditHistory {
  private segments: readonly Segment[];

  constructor(private readonly first: string) {
    this.segments = [{ start: 0, end: first.length }];
  }

  /** Adds edits to the present text: sorted, without overlap. */
  add(edits: readonly LabelledEdit[]): void {
    const reader = new SegmentReader(this.segments);
    const next: Segment[] = [];
    for (const { start, end, newText, labels } of edits) {
      next.push(...reader.take(start));
      const gone = reader.take(end).flatMap((segment) => ("text" in segment ? segment.labels : []));
      next.push({ text: newText, labels: [...new Set([...labels, ...gone])] });
    }
    this.segments = [...next, ...reader.take(Infinity)];
  }

  /** What leads from the first text to the present one: sorted, without overlap. What became as it was is left out. */
  get edits(): LabelledEdit[] {
    const edits: LabelledEdit[] = [];
    let at = 0;
    let newText = "";
    let labels: readonly string[] = [];
    for (const segment of [...this.segments, { start: this.first.length, end: this.first.length }]) {
      if ("text" in segment) {
        newText += segment.text;
        labels = [...labels, ...segment.labels];
        continue;
      }
      if (newText !== this.first.slice(at, segment.start))
        edits.push({ start: at, end: segment.start, newText, labels: [...new Set(labels)] });
      at = segment.end;
      newText = "";
      labels = [];
    }
    return edits;
  }
}

/** Hands out segments from the first on, cut where somebody wants them to end. */
class SegmentReader {
  private index = 0;
  private cut = 0;
  private at = 0;

  constructor(private readonly segments: readonly Segment[]) {}

  /** The segments up to an offset of the text that they make up; empty ones that stand there are among them. */
  take(until: number): Segment[] {
    const taken: Segment[] = [];
    for (; this.index < this.segments.length; this.index++, this.cut = 0) {
      const segment = this.segments[this.index];
      const left = lengthOf(segment) - this.cut;
      if (this.at + left > until) {
        const length = until - this.at;
        if (length > 0) taken.push(slice(segment, this.cut, this.cut + length));
        this.cut += length;
        this.at = until;
        break;
      }
      taken.push(slice(segment, this.cut, this.cut + left));
      this.at += left;
    }
    return taken;
  }
}

function lengthOf(segment: Segment): number {
  return "text" in segment ? segment.text.length : segment.end - segment.start;
}

function slice(segment: Segment, from: number, to: number): Segment {
  if ("text" in segment) return { text: segment.text.slice(from, to), labels: segment.labels };
  return { start: segment.start + from, end: segment.start + to };
}
