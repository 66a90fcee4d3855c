import type { TextEdit } from "../analysis";
import { AbridgedText } from "./abridged-text";
import type { PythonParser } from "./parser";
import { spliceColumns } from "./splice-columns";
import { StatementSplitter, type TokenListener } from "./statement-splitter";
import { SyntaxTree } from "./syntax-tree";

/**
 * A text under edit. Only the top-level statements around an edit are parsed again; what they give takes its place among
 * the nodes that were there before. The tree is a function of the text alone, however it came about: a text with an error
 * is read statement by statement from the start.
 */
export class LiveSyntax {
  private tree: SyntaxTree;
  private stretches: StretchTable;

  constructor(
    private readonly parser: PythonParser,
    text: string,
  ) {
    const { tree, stretches } = readAll(parser, text);
    this.tree = tree;
    this.stretches = stretches;
  }

  get text(): string {
    return this.tree.text;
  }

  /** The tree of the present text. It stays what it is when the text changes. */
  get syntax(): SyntaxTree {
    return this.tree;
  }

  /**
   * Takes the text after `edits`, which are in the order in which they were made. Gives which nodes are new; `undefined`:
   * all of them.
   */
  update(text: string, edits: readonly TextEdit[]): Renewal | undefined {
    const hull = hullOf(edits);
    // Edits that do not lead to the text are the caller's mistake; parsing from scratch still gives the right tree.
    if (hull && leadsTo(this.text, hull, text)) return this.renew(text, hull);
    const { tree, stretches } = readAll(this.parser, text);
    this.tree = tree;
    this.stretches = stretches;
    return undefined;
  }

  private renew(text: string, hull: Hull): Renewal {
    const before = this.stretches;
    const delta = text.length - this.text.length;
    const { from, to, starts } = findRenewed(before, this.text.length, text, hull);
    const end = to < before.starts.length ? before.starts[to] + delta : text.length;
    const read = starts.length > 0 ? this.parser.readStretches(text, starts, end) : undefined;
    const firstOld = before.firstNodes[from] ?? this.tree.count;
    const endOld = before.firstNodes[to] ?? this.tree.count;
    const columns = spliceColumns(this.tree.columns, {
      from: firstOld,
      to: endOld,
      by: read?.columns,
      offset: delta,
      textLength: text.length,
    });
    const added = read ? read.columns.kinds.length - 1 : 0;
    const shift = added - (endOld - firstOld);
    this.stretches = {
      starts: [
        ...before.starts.slice(0, from),
        ...starts,
        ...before.starts.slice(to).map((start) => start + delta),
      ],
      firstNodes: [
        ...before.firstNodes.slice(0, from),
        ...(read?.firstNodes ?? []).map((node) => node - 1 + firstOld),
        ...before.firstNodes.slice(to).map((node) => node + shift),
      ],
    };
    this.tree = new SyntaxTree(text, columns);
    return {
      from: firstOld,
      oldEnd: endOld,
      newEnd: firstOld + added,
      offset: delta,
      editStart: hull.start,
      editOldEnd: hull.oldEnd,
    };
  }
}

/**
 * What an update did to the nodes: those from `from` to before `oldEnd` gave way to those from `from` to before `newEnd`.
 * The nodes behind them moved by as many places, their text by `offset`. Of the nodes before, only the module changed.
 */
export interface Renewal {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  readonly offset: number;
  /** The stretch of the text before that the edits changed. */
  readonly editStart: number;
  readonly editOldEnd: number;
}

/** Where the stretches of a text start, and the first node of each. */
interface StretchTable {
  readonly starts: readonly number[];
  readonly firstNodes: readonly number[];
}

/** What some edits changed as one: the stretch from `start` to `oldEnd` became the one from `start` to `newEnd`. */
interface Hull {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function hullOf(edits: readonly TextEdit[]): Hull | undefined {
  if (edits.length === 0) return undefined;
  let { start, end: oldEnd } = edits[0];
  let newEnd = start;
  for (const [index, edit] of edits.entries()) {
    if (index === 0) newEnd = edit.end;
    // What was not touched yet on either side of the hull is as it was.
    start = Math.min(start, edit.start);
    oldEnd += Math.max(0, edit.end - newEnd);
    newEnd = Math.max(newEnd, edit.end) + edit.newText.length - (edit.end - edit.start);
  }
  return { start, oldEnd, newEnd };
}

function leadsTo(before: string, { start, oldEnd, newEnd }: Hull, after: string): boolean {
  return (
    start <= oldEnd &&
    oldEnd <= before.length &&
    before.slice(0, start) === after.slice(0, start) &&
    before.slice(oldEnd) === after.slice(newEnd)
  );
}

function startsOf(text: string, listener: TokenListener): number[] {
  const splitter = new StatementSplitter(text, 0, "", listener);
  const starts = [0];
  for (let start = splitter.next(); start < text.length; start = splitter.next()) starts.push(start);
  return starts;
}

/** Reads a text as one where that gives the same as reading it stretch by stretch, which takes longer. */
function readAll(parser: PythonParser, text: string): { tree: SyntaxTree; stretches: StretchTable } {
  const abridged = new AbridgedText(text);
  const starts = startsOf(text, abridged);
  const whole = parser.read(text, abridged);
  if (whole) {
    const tree = new SyntaxTree(text, whole);
    const firstNodes = locate(tree, starts);
    if (firstNodes) return { tree, stretches: { starts, firstNodes } };
  }
  const { columns, firstNodes } = parser.readStretches(text, starts, text.length);
  return { tree: new SyntaxTree(text, columns), stretches: { starts, firstNodes } };
}

/**
 * Finds the first node of each stretch. `undefined` when a node reaches from one into the next: the grammar takes some
 * code that is no Python, such as a string in single quotes over several lines.
 */
function locate(tree: SyntaxTree, starts: readonly number[]): number[] | undefined {
  const firstNodes: number[] = [];
  let node = tree.firstChild(0);
  for (const [index, start] of starts.entries()) {
    firstNodes.push(node < 0 ? tree.count : node);
    const end = starts[index + 1] ?? tree.text.length;
    for (; node >= 0 && tree.start(node) < end; node = tree.nextSibling(node)) {
      if (tree.end(node) > end || tree.start(node) < start) return undefined;
    }
  }
  return firstNodes;
}

/** Which stretches are to be read again, and where the ones that take their place start. */
function findRenewed(
  { starts }: StretchTable,
  length: number,
  text: string,
  { start, oldEnd }: Hull,
): { from: number; to: number; starts: number[] } {
  let from = Math.max(
    0,
    starts.findLastIndex((each) => each <= start),
  );
  // The change may make the line that it stands on a part of the statement before.
  if (from > 0) from--;
  const delta = text.length - length;
  const found = [starts[from]];
  const splitter = new StatementSplitter(text, starts[from]);
  let to = from + 1;
  for (let next = splitter.next(); next < text.length; next = splitter.next()) {
    const old = next - delta;
    while (to < starts.length && starts[to] < old) to++;
    // From a start that was one before, and behind the change, everything is as it was.
    if (old >= oldEnd && starts[to] === old)
      return withoutUnchanged(starts, { from, to, starts: found }, start);
    found.push(next);
  }
  return withoutUnchanged(starts, { from, to: starts.length, starts: found }, start);
}

/** The first stretch was only looked at for the sake of the next: it stays when it ends as before, ahead of the change. */
function withoutUnchanged(
  before: readonly number[],
  { from, to, starts }: { from: number; to: number; starts: number[] },
  changed: number,
): { from: number; to: number; starts: number[] } {
  const unchanged =
    starts.length > 1 && from + 1 < to && starts[1] === before[from + 1] && starts[1] <= changed;
  return unchanged ? { from: from + 1, to, starts: starts.slice(1) } : { from, to, starts };
}
