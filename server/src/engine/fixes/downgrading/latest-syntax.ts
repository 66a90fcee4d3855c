import type { ScopeTable } from "../../binding/scopes";
import { COMPREHENSIONS } from "../../syntax/comprehensions";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { holdsComment } from "../layout";
import { freshName } from "../rewriting/fresh-name";
import { looseSyntaxFixer, nodeAround, type Older, syntaxFixer } from "./syntax-fixer";

/** `lazy import x` without the word. Older Pythons import at once, which is what the word puts off. */
export const eagerImport = looseSyntaxFixer(
  "downgrade-lazy-import",
  ["lazy-import"],
  (_, { tree, finding }) => {
    const word = /^lazy[ \t\f]+(?=(?:import|from)\b)/.exec(tree.text.slice(finding.start));
    if (!word) return undefined;
    return { edits: [{ start: finding.start, end: finding.start + word[0].length, newText: "" }] };
  },
);

/** `[*row for row in rows]` with one more `for` that goes through what is unpacked. */
export const oneMoreFor = looseSyntaxFixer(
  "downgrade-comprehension-unpacking",
  ["comprehension-unpacking"],
  (node, { tree, scopes }) => {
    const whole = nodeAround(tree, node, ...COMPREHENSIONS, NodeKind.Dictionary);
    if (whole === NO_NODE) return undefined;
    if (tree.kind(whole) === NodeKind.Dictionary) return mergedPairs(tree, whole, scopes);
    const body = tree.child(whole, Field.Body);
    if (body === NO_NODE || tree.text[tree.start(body)] !== "*") return undefined;
    const end = tree.end(whole) - 1;
    const before = /\s*$/.exec(tree.text.slice(0, end))![0].length;
    if (holdsComment(tree, tree.start(whole), tree.end(whole))) return undefined;
    const item = freshName(scopes, tree, "item");
    const given = tree.textOf(body).slice(1).trimStart();
    const isLoose = LOOSE.has(tree.kind(tree.firstNamedChild(body)));
    return {
      edits: [
        { start: tree.start(body), end: tree.end(body), newText: item },
        {
          start: end - before,
          end: end - before,
          newText: ` for ${item} in ${isLoose ? `(${given})` : given}`,
        },
      ],
    };
  },
);

const LOOSE = new Set([NodeKind.ConditionalExpression, NodeKind.Lambda]);

/** `{**each for each in all}`, of which the parser makes no comprehension. */
function mergedPairs(tree: SyntaxTree, whole: NodeIndex, scopes: ScopeTable): Older | undefined {
  const start = tree.start(whole);
  const text = tree.textOf(whole);
  const opening = /^\{\s*(?=\*\*)/.exec(text)?.[0].length;
  const word = opening === undefined ? -1 : outerFor(text, opening + 2);
  if (opening === undefined || word < 0) return undefined;
  const from = start + opening;
  const end = start + text.slice(0, -1).trimEnd().length;
  const each = text.slice(opening + 2, word).trim();
  const to = from + 2 + text.slice(opening + 2, word).trimEnd().length;
  const isName = /^[A-Za-z_]\w*$/.test(each);
  const key = freshName(scopes, tree, "key");
  const value = isName ? `${each}[${key}]` : freshName(scopes, tree, "value");
  const pairs = isName ? `${key} in ${each}.keys()` : `${key}, ${value} in (${each}).items()`;
  // What goes before the word `for` changes, and a clause is added behind the last one.
  return {
    edits: [
      { start: from, end: to, newText: `${key}: ${value}` },
      { start: end, end, newText: ` for ${pairs}` },
    ],
  };
}

/** Where the first `for` outside of all brackets but the first stands; -1 where there is none, or texts and comments are. */
function outerFor(text: string, from: number): number {
  if (/["'#]/.test(text)) return -1;
  let depth = 0;
  for (let at = from; at < text.length - 1; at++) {
    if ("([{".includes(text[at])) depth++;
    else if (")]}".includes(text[at])) depth--;
    if (depth < 0) return -1;
    if (depth === 0 && /^\sfor\s/.test(text.slice(at, at + 5))) return at + 1;
  }
  return -1;
}

/** A default of a type parameter taken away: type checkers then ask for the argument, running code does not see it. */
export const withoutDefault = looseSyntaxFixer(
  "downgrade-type-parameter-default",
  ["type-parameter-default"],
  (node, { tree }) => {
    const list = nodeAround(tree, node, NodeKind.TypeParameter);
    if (list === NO_NODE || holdsComment(tree, tree.start(list), tree.end(list))) return undefined;
    const text = tree.textOf(list);
    const bare = withoutDefaults(text);
    if (bare === undefined || bare === text) return undefined;
    return { edits: [{ start: tree.start(list), end: tree.end(list), newText: bare }], safety: "unsafe" };
  },
);

/** `[T = int, U: str = str]` as `[T, U: str]`; `undefined` where the brackets do not match. */
function withoutDefaults(text: string): string | undefined {
  let result = "";
  let depth = 0;
  let skips = false;
  for (const char of text) {
    if ("([{".includes(char)) depth++;
    if (")]}".includes(char)) depth--;
    if (depth < 0) return undefined;
    if ((depth === 1 && char === ",") || depth === 0) skips = false;
    else if (depth === 1 && char === "=") {
      skips = true;
      result = result.trimEnd();
    }
    if (!skips) result += char;
  }
  return depth === 0 ? result : undefined;
}

/** A class of annotated names that inherits from `NamedTuple` as the call that makes the same class. */
export const namedTupleCall = syntaxFixer(
  "downgrade-namedtuple-class",
  ["variable-annotation"],
  (node, { tree, subject }) => {
    const definition = nodeAround(tree, node, NodeKind.ClassDefinition);
    if (definition === NO_NODE || tree.kind(tree.parent(definition)) === NodeKind.DecoratedDefinition)
      return undefined;
    const bases = tree.child(definition, Field.Superclasses);
    const [base, ...others] = bases === NO_NODE ? [] : tree.namedChildren(bases);
    if (base === undefined || others.length > 0 || subject.references.entryAt(base) !== "typing.NamedTuple")
      return undefined;
    const start = tree.start(definition);
    const end = tree.end(definition);
    const fields = tree.namedChildren(tree.child(definition, Field.Body)).map((each) => fieldOf(tree, each));
    if (holdsComment(tree, start, end) || fields.includes(undefined)) return undefined;
    const name = tree.textOf(tree.child(definition, Field.Name));
    const trailing = /\s*$/.exec(tree.textOf(definition))![0].length;
    const newText = `${name} = ${tree.textOf(base)}("${name}", [${fields.join(", ")}])`;
    return { edits: [{ start, end: end - trailing, newText }] };
  },
);

function fieldOf(tree: SyntaxTree, statement: NodeIndex): string | undefined {
  const inner =
    tree.kind(statement) === NodeKind.ExpressionStatement ? tree.firstNamedChild(statement) : NO_NODE;
  if (inner === NO_NODE || tree.kind(inner) !== NodeKind.Assignment) return undefined;
  const type = tree.child(inner, Field.Type);
  if (type === NO_NODE || tree.child(inner, Field.Right) !== NO_NODE) return undefined;
  return `("${tree.textOf(tree.child(inner, Field.Left))}", ${tree.textOf(type)})`;
}
