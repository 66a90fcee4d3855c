import type { Renewal } from "./live-syntax";
import { Field, NodeKind } from "./node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "./syntax-tree";

/** Nodes of a tree that gave way to others. Those in front of them are where they were, those behind them moved. */
export interface EditedNodes {
  /** The last node in front of them. */
  readonly after: NodeIndex;
  /** The last of them before the edit; `after` where there was none. */
  readonly oldLast: NodeIndex;
  /** By how many places the nodes behind them moved. */
  readonly shift: number;
  /** Where the text before the edit ends that is another now, and by how much what is behind it moved. UTF-16. */
  readonly oldEnd: number;
  readonly offset: number;
}

/** Statements of a module or of a class that gave way to others; whatever else there is stayed as it was. */
export interface EditedBlock extends EditedNodes {
  /** The module or the class definition whose statements they are. */
  readonly owner: NodeIndex;
  /** Nothing but comments and blanks changed. */
  readonly isSilent: boolean;
}

/** Siblings with all that is in them: from `from` to before `oldEnd`, and before `newEnd` after the edit. */
interface Run {
  readonly from: NodeIndex;
  readonly oldEnd: NodeIndex;
  readonly newEnd: NodeIndex;
}

/** Finds the statements of the innermost class, or else of the module, that an edit changed. */
export function findEditedBlock(before: SyntaxTree, after: SyntaxTree, renewal: Renewal): EditedBlock {
  let owner: NodeIndex = 0;
  let run = trimmed(before, after, renewal, renewal);
  for (;;) {
    const inner = classAround(before, after, run, renewal);
    if (!inner) break;
    owner = inner.owner;
    run = trimmed(before, after, inner.run, renewal);
  }
  return {
    owner,
    after: run.from - 1,
    oldLast: run.oldEnd - 1,
    shift: run.newEnd - run.oldEnd,
    oldEnd: renewal.editOldEnd,
    offset: renewal.offset,
    isSilent: holdsComments(before, run.from, run.oldEnd) && holdsComments(after, run.from, run.newEnd),
  };
}

/** Leaves out the siblings at both ends that an edit let be. */
function trimmed(
  before: SyntaxTree,
  after: SyntaxTree,
  run: Run,
  { editStart, editOldEnd, offset }: Renewal,
): Run {
  let { from, oldEnd, newEnd } = run;
  while (from < oldEnd && from < newEnd && before.end(from) <= editStart) {
    if (!isSameSubtree(before, from, after, from, 0)) break;
    from = before.lastInside(from) + 1;
  }
  const olds = siblings(before, from, oldEnd);
  const news = siblings(after, from, newEnd);
  while (olds.length > 0 && news.length > 0) {
    const old = olds[olds.length - 1];
    if (before.start(old) < editOldEnd) break;
    if (!isSameSubtree(before, old, after, news[news.length - 1], offset)) break;
    oldEnd = olds.pop() as NodeIndex;
    newEnd = news.pop() as NodeIndex;
  }
  return { from, oldEnd, newEnd };
}

function siblings(tree: SyntaxTree, from: NodeIndex, end: NodeIndex): NodeIndex[] {
  const found: NodeIndex[] = [];
  for (let node = from; node < end; node = tree.lastInside(node) + 1) found.push(node);
  return found;
}

function isSameSubtree(
  before: SyntaxTree,
  old: NodeIndex,
  after: SyntaxTree,
  other: NodeIndex,
  offset: number,
): boolean {
  const last = before.lastInside(old);
  const shift = other - old;
  if (last + shift >= after.count) return false;
  for (let node = old; node <= last; node++) {
    if (!isSameNode(before, node, after, node + shift)) return false;
    if (before.start(node) + offset !== after.start(node + shift)) return false;
    if (before.end(node) + offset !== after.end(node + shift)) return false;
    if (before.lastInside(node) + shift !== after.lastInside(node + shift)) return false;
  }
  return true;
}

/** Tells whether two nodes are of the same kind and the same part of their parents. */
export function isSameNode(
  before: SyntaxTree,
  node: NodeIndex,
  after: SyntaxTree,
  other: NodeIndex,
): boolean {
  return before.kind(node) === after.kind(other) && before.field(node) === after.field(other);
}

/** The class to whose body an edit was confined, where a run is nothing but that class; and the statements of the body. */
function classAround(
  before: SyntaxTree,
  after: SyntaxTree,
  { from, oldEnd, newEnd }: Run,
  { editStart }: Renewal,
): { owner: NodeIndex; run: Run } | undefined {
  if (from >= oldEnd || from >= newEnd) return undefined;
  if (before.lastInside(from) + 1 !== oldEnd || after.lastInside(from) + 1 !== newEnd) return undefined;
  const owner = classIn(before, from);
  const body = owner === NO_NODE ? NO_NODE : before.child(owner, Field.Body);
  if (body === NO_NODE || before.start(body) > editStart || before.lastInside(body) + 1 !== oldEnd)
    return undefined;
  if (body >= newEnd || classIn(after, from) !== owner || after.child(owner, Field.Body) !== body)
    return undefined;
  if (after.lastInside(body) + 1 !== newEnd) return undefined;
  for (let node = from; node <= body; node++) {
    if (!isSameNode(before, node, after, node) || before.start(node) !== after.start(node)) return undefined;
    // What the body is in ends elsewhere, of course.
    const holdsBody = before.lastInside(node) >= body;
    if (holdsBody !== after.lastInside(node) >= body) return undefined;
    if (!holdsBody && before.end(node) !== after.end(node)) return undefined;
    if (!holdsBody && before.lastInside(node) !== after.lastInside(node)) return undefined;
  }
  return { owner, run: { from: body + 1, oldEnd, newEnd } };
}

function classIn(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  const definition =
    tree.kind(node) === NodeKind.DecoratedDefinition ? tree.child(node, Field.Definition) : node;
  return definition !== NO_NODE && tree.kind(definition) === NodeKind.ClassDefinition ? definition : NO_NODE;
}

function holdsComments(tree: SyntaxTree, from: NodeIndex, end: NodeIndex): boolean {
  for (let node = from; node < end; node++) if (tree.kind(node) !== NodeKind.Comment) return false;
  return true;
}
