import { scopeOfName } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { readString } from "./literals";
import { unwrap } from "./node-parts";
import type { Predicate, Subject } from "./predicate";
import { onHole } from "./predicates";
import { scopeFor } from "./subject-scope";
import { definitionOf } from "./text-predicates";

/** `$name` is a mapping all of whose keys are text: a display of such, `dict(a=1)`, or what `**kwargs` holds. */
export function hasTextKeys(name: string): Predicate {
  return onHole(name, "not-shown", (node, subject) => keysOf(node, subject) === "text");
}

/** Some key of the mapping that `$name` is may be text: it is no display of others. */
export function mayHaveTextKeys(name: string): Predicate {
  return onHole(name, "not-shown", (node, subject) => keysOf(node, subject) !== "other");
}

/** What is known of the keys of a mapping. */
type Keys = "text" | "other" | "unknown";

function keysOf(given: NodeIndex, subject: Subject): Keys {
  const { tree } = subject;
  const node = unwrap(tree, given);
  if (tree.kind(node) === NodeKind.Identifier) {
    const name = tree.textOf(node);
    if (isGivenKeys(tree.text, name)) return "unknown";
    if (isKeywordParameter(node, subject)) return "text";
  }
  const definition = unwrap(tree, definitionOf(subject, node));
  switch (tree.kind(definition)) {
    case NodeKind.Dictionary:
      return keysOfDisplay(definition, subject);
    case NodeKind.Call: {
      const isDict = tree.textOf(tree.child(definition, Field.Function)) === "dict";
      const list = tree.child(definition, Field.Arguments);
      const items = list === NO_NODE ? [] : tree.namedChildren(list);
      return isDict && items.every((item) => tree.kind(item) === NodeKind.KeywordArgument)
        ? "text"
        : "unknown";
    }
    default:
      return "unknown";
  }
}

function keysOfDisplay(display: NodeIndex, { tree }: Subject): Keys {
  let keys: Keys = "text";
  for (const pair of tree.namedChildren(display)) {
    if (tree.kind(pair) === NodeKind.Comment) continue;
    const key = tree.kind(pair) === NodeKind.Pair ? tree.firstNamedChild(pair) : NO_NODE;
    if (key !== NO_NODE && OTHERS.has(tree.kind(key))) return "other";
    const literal = key === NO_NODE ? undefined : readString(tree, key);
    if (literal?.isBytes) return "other";
    if (!literal) keys = "unknown";
  }
  return keys;
}

const OTHERS = new Set([
  NodeKind.Integer,
  NodeKind.Float,
  NodeKind.None,
  NodeKind.True,
  NodeKind.False,
  NodeKind.Tuple,
]);

/** Tells whether keys are put into what a name stands for later on. */
function isGivenKeys(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\s*(?:\\[[^\\]]*\\]\\s*=(?!=)|\\|=|\\.(?:update|setdefault)\\b)`).test(text);
}

function isKeywordParameter(node: NodeIndex, subject: Subject): boolean {
  const { tree } = subject;
  const name = tree.textOf(node);
  const bindings = scopeOfName(scopeFor(subject, node), name)?.bindings.get(name) ?? [];
  return (
    bindings.length === 1 &&
    [bindings[0], tree.parent(bindings[0])].some((at) => tree.kind(at) === NodeKind.DictionarySplatPattern)
  );
}
