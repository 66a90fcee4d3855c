import { type EditedNodes, isSameNode } from "./edited-block";
import type { Renewal } from "./live-syntax";
import { Field, NodeKind } from "./node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "./syntax-tree";

/** An edit that changed nothing but the body of one function, which the nodes that gave way are the inside of. */
export interface EditedFunction extends EditedNodes {
  /** The function; neither it nor the start of its body moved. */
  readonly node: NodeIndex;
}

/**
 * Finds the function, of those given, to whose body an edit was confined. `undefined` when the edit touched anything else,
 * or changed how the code around the body is parsed.
 */
export function findEditedFunction(
  before: SyntaxTree,
  after: SyntaxTree,
  renewal: Renewal,
  functions: readonly { readonly node: NodeIndex }[],
): EditedFunction | undefined {
  for (const { node } of functions) {
    if (node < renewal.from || node >= renewal.oldEnd || !holdsEdit(before, node, renewal)) continue;
    const oldLast = before.lastInside(node);
    const shift = renewal.newEnd - renewal.oldEnd;
    const { editOldEnd: oldEnd, offset } = renewal;
    const candidate: EditedFunction = { node, after: node, oldLast, shift, oldEnd, offset };
    return isSameAround(before, after, renewal, candidate) ? candidate : undefined;
  }
  return undefined;
}

/** Tells whether an edit is between the start of a function's body and whatever comes behind the function. */
function holdsEdit(tree: SyntaxTree, node: NodeIndex, { editStart, editOldEnd }: Renewal): boolean {
  const body = tree.child(node, Field.Body);
  if (body === NO_NODE || editStart < tree.start(body)) return false;
  const behind = tree.lastInside(node) + 1;
  return editOldEnd <= (behind < tree.count ? tree.start(behind) : tree.text.length);
}

function isSameAround(
  before: SyntaxTree,
  after: SyntaxTree,
  { from, oldEnd }: Renewal,
  { node, oldLast, shift, offset }: EditedFunction,
): boolean {
  const body = before.child(node, Field.Body);
  if (after.count <= body || after.kind(node) !== NodeKind.FunctionDefinition) return false;
  if (after.child(node, Field.Body) !== body || after.lastInside(node) !== oldLast + shift) return false;
  for (let each = from; each <= body; each++) {
    const sameEnd = before.end(each) === after.end(each);
    const same = isSameNode(before, each, after, each) && before.start(each) === after.start(each);
    // What the body is in ends elsewhere, of course.
    if (!same || (!sameEnd && before.lastInside(each) < body)) return false;
    if (before.parent(each) !== after.parent(each)) return false;
  }
  for (let each = oldLast + 1; each < oldEnd; each++) {
    const moved = each + shift;
    const parent = before.parent(each);
    const sameText =
      before.start(each) + offset === after.start(moved) && before.end(each) + offset === after.end(moved);
    if (!sameText || !isSameNode(before, each, after, moved)) return false;
    if (after.parent(moved) !== (parent > oldLast ? parent + shift : parent)) return false;
  }
  return true;
}
