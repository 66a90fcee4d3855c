import { readString } from "../../rewrites/literals";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { isKeptAnnotation, quoteAnnotation } from "../downgrading/quote-annotations";
import { requestedFixer } from "./requested-fixer";

const DEFERRED = "behaviour:builtins.deferred-annotations";

/** An annotation that names what the module binds further down, in quotes: older Pythons evaluate it at once. */
export const quoteForwardReference = requestedFixer(
  { id: "quote-forward-reference", entryId: DEFERRED, kinds: [NodeKind.Type], isForOlder: true },
  (node, input) => {
    const { tree } = input;
    const inner = tree.firstNamedChild(node);
    if (!isKeptAnnotation(input, node) || isPutOff(input) || !namesWhatComes(input, inner)) return undefined;
    const edit = quoteAnnotation(tree, inner);
    return edit && { edits: [edit] };
  },
);

/** An annotation in quotes without them: Pythons that evaluate it only when somebody reads it need none. */
export const unquoteAnnotation = requestedFixer(
  { id: "modernise-deferred-annotation", entryId: DEFERRED, kinds: [NodeKind.Type] },
  (node, input) => {
    const { tree } = input;
    const inner = tree.firstNamedChild(node);
    const text = inner === NO_NODE ? undefined : readString(tree, inner)?.value;
    if (text === undefined || !isKeptAnnotation(input, node) || isPutOff(input)) return undefined;
    if (!/^[^\W\d][\w.]*(?:\[[\w., [\]|]+\])?(?: \| [^\W\d][\w.]*)*$/.test(text)) return undefined;
    return { edits: [{ start: tree.start(inner), end: tree.end(inner), newText: text }], safety: "unsafe" };
  },
);

/** Tells whether annotations are texts anyway. */
function isPutOff({ tree }: FixInput): boolean {
  return tree
    .namedChildren(0)
    .some(
      (each) =>
        tree.kind(each) === NodeKind.FutureImportStatement && /\bannotations\b/.test(tree.textOf(each)),
    );
}

/** Tells whether code has a name that only a later statement of the module binds, or the class that it stands in. */
function namesWhatComes({ tree, scopes }: FixInput, node: NodeIndex): boolean {
  let statement = node;
  while (tree.parent(statement) > 0) statement = tree.parent(statement);
  for (let at = node; at <= tree.lastInside(node); at++) {
    if (tree.kind(at) !== NodeKind.Identifier) continue;
    const bindings = scopes.module.bindings.get(tree.textOf(at)) ?? [];
    if (bindings.length > 0 && bindings.every((binding) => binding >= statement)) return true;
  }
  return false;
}
