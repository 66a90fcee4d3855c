import { membersOf, type Value } from "../evaluation/values";
import type { TextReplacement } from "../findings";
import { classOf } from "../rewrites/predicates";
import { COMPREHENSIONS, isComprehension } from "../syntax/comprehensions";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../version";
import { nodeAround } from "./downgrading/syntax-fixer";
import type { Fixer, FixInput } from "./fixer";
import { holdsComment, joinEdits } from "./layout";
import { NESTED } from "./own-scopes";

/**
 * A generator under `asyncio.coroutine` as `async def`, with `await` for `yield from`. Unsafe, since only what can be
 * awaited may be awaited, and only coroutines may await it. Not offered where it yields otherwise.
 */
export const coroutineToAsyncDef: Fixer = {
  id: "coroutine-to-async-def",
  appliesTo: ({ code, entryId }) =>
    (code === "removed" || code === "deprecated") && entryId === "asyncio.coroutine",
  compute(input) {
    const { tree, finding, catalogue, subject } = input;
    const available = catalogue.lookup("syntax:async-def")?.available ?? NO_MINORS;
    const decorator = nodeAround(tree, tree.innermost(finding.start, finding.end), NodeKind.Decorator);
    const decorated = decorator === NO_NODE ? NO_NODE : tree.parent(decorator);
    const definition = decorated === NO_NODE ? NO_NODE : tree.child(decorated, Field.Definition);
    if (definition === NO_NODE || !isSubset(subject.minors, available)) return undefined;
    const isPlain =
      tree.kind(definition) === NodeKind.FunctionDefinition && !/[(\s]/.test(tree.textOf(decorator).slice(1));
    const next = tree.nextSibling(decorator);
    if (!isPlain || holdsComment(tree, tree.start(decorator), tree.start(next))) return undefined;
    if (tree.childOfKind(definition, NodeKind.TokenAsync) !== NO_NODE) return undefined;
    const awaits = awaitsFor(input, definition);
    if (!awaits) return undefined;
    const start = tree.start(definition);
    const edits = joinEdits(
      [{ start: tree.start(decorator), end: tree.start(next), newText: "" }],
      [{ start, end: start, newText: "async " }],
      awaits,
    );
    return { id: this.id, safety: "unsafe", details: {}, edits: mergeAtStart(edits) };
  },
};

/** `yield from` of a function's own body as `await`; `undefined` where it yields otherwise, or in a comprehension. */
function awaitsFor({ tree, subject }: FixInput, definition: NodeIndex): TextReplacement[] | undefined {
  const edits: TextReplacement[] = [];
  const last = tree.lastInside(definition);
  for (let node = tree.child(definition, Field.Body); node <= last; node++) {
    if (NESTED.has(tree.kind(node))) {
      node = tree.lastInside(node);
      continue;
    }
    if (tree.kind(node) !== NodeKind.Yield) continue;
    if (nodeAround(tree, node, ...COMPREHENSIONS) > definition) return undefined;
    const words = /^yield\s+from\s+/.exec(tree.textOf(node));
    const operand = tree.firstNamedChild(node);
    if (!words || operand === NO_NODE || tree.start(node) + words[0].length !== tree.start(operand))
      return undefined;
    if (isPlainIterable(tree, operand, subject.valueAt(operand))) return undefined;
    const isOpen = !PRIMARY.has(tree.kind(operand));
    edits.push({ start: tree.start(node), end: tree.start(operand), newText: isOpen ? "await (" : "await " });
    if (isOpen) edits.push({ start: tree.end(operand), end: tree.end(operand), newText: ")" });
  }
  return edits;
}

/** Lists, generators and other objects of Python's own can be gone through, but not waited for. */
function isPlainIterable(tree: SyntaxTree, operand: NodeIndex, value: Value): boolean {
  return (
    isComprehension(tree.kind(operand)) ||
    membersOf(value).some((member) => classOf(member)?.startsWith("builtins."))
  );
}

const PRIMARY = new Set([
  NodeKind.Identifier,
  NodeKind.Attribute,
  NodeKind.Call,
  NodeKind.Subscript,
  NodeKind.ParenthesizedExpression,
]);

/** The decorator may end where the definition begins: what goes and what comes are one edit then. */
function mergeAtStart(edits: readonly TextReplacement[]): TextReplacement[] {
  const merged: TextReplacement[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last && last.end === edit.start && last.end > last.start)
      merged[merged.length - 1] = { start: last.start, end: edit.end, newText: last.newText + edit.newText };
    else merged.push(edit);
  }
  return merged;
}
