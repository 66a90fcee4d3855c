import type { TextReplacement } from "../../findings";
import { openingOf } from "../../literals/string-opening";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { type MinorSet, singleMinor } from "../../version";
import { holdsComment } from "../layout";
import { nodeAround, type Older, syntaxFixer } from "./syntax-fixer";

/**
 * `{x=}` of an f-string spelled out: the text of the braces, then the value by `repr`, or as the format specification or
 * conversion says that is there.
 */
export const spellOutEquals = syntaxFixer(
  "downgrade-f-string-equals",
  ["f-string-equals"],
  (node, { tree }) => {
    const braces = nodeAround(tree, node, NodeKind.Interpolation);
    const string = braces === NO_NODE ? NO_NODE : tree.parent(braces);
    if (string === NO_NODE || tree.kind(string) !== NodeKind.String) return undefined;
    const { prefix, quotes } = openingOf(tree, string);
    const equals = tree.childOfKind(braces, NodeKind.TokenEqual);
    const start = tree.start(braces);
    if (!prefix.includes("f") || equals === NO_NODE) return undefined;
    const code = tree.text.slice(start + 1, tree.start(equals));
    const behind = /^[ \t]*/.exec(tree.text.slice(tree.end(equals)))?.[0] ?? "";
    if (/[\\\r\n#]/.test(code) || code.includes(quotes)) return undefined;
    const shown = `${code}=${behind}`.replace(/[{}]/g, "$&$&");
    const end = tree.end(equals) + behind.length;
    const bare = tree.text[end] === "}" ? "!r" : "";
    return { edits: [{ start, end, newText: `${shown}{${code.trimEnd()}${bare}` }] };
  },
);

/**
 * Strings in the braces of an f-string that have its own quotes, put into the other kind. Not where a string holds that
 * kind or a backslash, nor inside of other f-strings, where no kind is left.
 */
export const otherQuotes = syntaxFixer(
  "downgrade-f-string-quotes",
  ["f-string-nested-quotes"],
  (_, { tree, finding }) => {
    const braces = bracesAt(tree, finding.start);
    if (braces === NO_NODE || tree.childOfKind(braces, NodeKind.TokenEqual) !== NO_NODE) return undefined;
    const outer = tree.parent(braces);
    if (
      tree.kind(outer) !== NodeKind.String ||
      nodeAround(tree, tree.parent(outer), NodeKind.String) !== NO_NODE
    )
      return undefined;
    const { quotes } = openingOf(tree, outer);
    if (quotes.length !== 1) return undefined;
    const other = quotes === '"' ? "'" : '"';
    const edits: TextReplacement[] = [];
    for (let node = braces + 1; node <= tree.lastInside(braces); node++) {
      if (tree.kind(node) !== NodeKind.String) continue;
      const text = tree.textOf(node);
      if (openingOf(tree, node).quotes.length !== 1 || /[\\\r\n]/.test(text)) return undefined;
      if (tree.childOfKind(node, NodeKind.Interpolation) !== NO_NODE) return undefined;
      if (!text.includes(quotes)) continue;
      if (text.includes(other)) return undefined;
      edits.push({ start: tree.start(node), end: tree.end(node), newText: text.replaceAll(quotes, other) });
    }
    return edits.length === 0 ? undefined : { edits };
  },
);

/** The outermost braces at an offset. */
function bracesAt(tree: SyntaxTree, offset: number): NodeIndex {
  let found: NodeIndex = NO_NODE;
  for (let at = tree.innermost(offset, offset + 1); at > 0; at = tree.parent(at))
    if (tree.kind(at) === NodeKind.Interpolation) found = at;
  return found;
}

/** What may stand in the braces of an f-string since 3.12 only. */
const IN_BRACES = [
  "f-string-backslash",
  "f-string-comment",
  "f-string-deep-nesting",
  "f-string-nested-quotes",
];

/**
 * An f-string as a call of `format`. Only where all that stands in its braces are names, their attributes, and numbers, or
 * where there is one pair of braces: an f-string formats each value before it evaluates the next.
 */
export const formatCall = syntaxFixer(
  "downgrade-f-string",
  ["f-string", ...IN_BRACES],
  (_, { tree, finding, subject }) => {
    const braces = finding.entryId === "syntax:f-string" ? NO_NODE : bracesAt(tree, finding.start);
    const at = braces === NO_NODE ? tree.innermost(finding.start, finding.end) : tree.parent(braces);
    const string = nodeAround(tree, at, NodeKind.String);
    if (string === NO_NODE || !mayBecomeCall(tree, string)) return undefined;
    return asCall(tree, string, fieldsFor(subject.minors));
  },
);

/** How fields name their values. */
type FieldStyle = "numbered" | "bare";

/** Python 3.0 does not count fields by itself. */
function fieldsFor(minors: MinorSet): FieldStyle {
  return (minors & singleMinor(0)) === 0 ? "bare" : "numbered";
}

function asCall(tree: SyntaxTree, string: NodeIndex, style: FieldStyle): Older | undefined {
  const opening = tree.firstChild(string);
  const start = tree.start(string);
  let template = tree.textOf(opening).replace(/f/i, "");
  const values: string[] = [];
  let at = tree.end(opening);
  const interpolations = tree
    .namedChildren(string)
    .filter((child) => tree.kind(child) === NodeKind.Interpolation);
  const mayHold = interpolations.length === 1 ? isArgument : isInert;
  for (const braces of interpolations) {
    const field = fieldOf(tree, braces, { values, style, mayHold });
    if (field === undefined) return undefined;
    template += tree.text.slice(at, tree.start(braces)) + field;
    at = tree.end(braces);
  }
  template += tree.text.slice(at, tree.end(string));
  const newText =
    values.length === 0
      ? template.replaceAll("{{", "{").replaceAll("}}", "}")
      : `${template}.format(${values.join(", ")})`;
  return { edits: [{ start, end: tree.end(string), newText }] };
}

function mayBecomeCall(tree: SyntaxTree, string: NodeIndex): boolean {
  const outside = tree.parent(string);
  if (tree.kind(outside) === NodeKind.ConcatenatedString) return false;
  if (nodeAround(tree, outside, NodeKind.String) !== NO_NODE) return false;
  // In a template, a brace that is written by its number is a brace like any other, and so are those of `\N{...}`.
  return openingOf(tree, string).prefix.includes("f") && !/\\[xuUN0-7]/.test(tree.textOf(string));
}

/** `{x!r:>{w}}` as `{!r:>{}}`, with `x` and `w` put among the values; `undefined` for what does not become a field. */
function fieldOf(
  tree: SyntaxTree,
  braces: NodeIndex,
  into: {
    readonly values: string[];
    readonly style: FieldStyle;
    readonly mayHold: (tree: SyntaxTree, node: NodeIndex) => boolean;
    /** `format` knows fields in the specification of a field, and no deeper. */
    readonly isInner?: boolean;
  },
): string | undefined {
  const { values, style, mayHold } = into;
  const expression = tree.child(braces, Field.Expression);
  if (expression === NO_NODE || !mayHold(tree, expression)) return undefined;
  if (tree.childOfKind(braces, NodeKind.TokenEqual) !== NO_NODE) return undefined;
  const number = style === "numbered" ? String(values.length) : "";
  values.push(tree.textOf(expression));
  const specifier = tree.child(braces, Field.FormatSpecifier);
  const rest = tree.text.slice(
    tree.end(expression),
    specifier === NO_NODE ? tree.end(braces) - 1 : tree.start(specifier),
  );
  if (!/^\s*(?:![ars]\s*)?$/.test(rest)) return undefined;
  let field = `{${number}${rest.trim()}`;
  if (specifier !== NO_NODE) {
    let at = tree.start(specifier);
    for (const inner of tree.namedChildren(specifier)) {
      const isBraces = INNER_BRACES.has(tree.kind(inner));
      const isKnown = isBraces && into.isInner !== true;
      const nested = isKnown ? fieldOf(tree, inner, { ...into, mayHold: isInert, isInner: true }) : undefined;
      if (nested === undefined) return undefined;
      field += tree.text.slice(at, tree.start(inner)) + nested;
      at = tree.end(inner);
    }
    field += tree.text.slice(at, tree.end(specifier));
  }
  return `${field}}`;
}

const INNER_BRACES = new Set([NodeKind.Interpolation, NodeKind.FormatExpression]);

/** Tells whether an expression can be an argument as it stands. */
function isArgument(tree: SyntaxTree, node: NodeIndex): boolean {
  const kind = tree.kind(node);
  const isTuple = kind === NodeKind.ExpressionList || kind === NodeKind.PatternList;
  return !isTuple && kind !== NodeKind.Yield && !holdsComment(tree, tree.start(node), tree.end(node));
}

function isInert(tree: SyntaxTree, node: NodeIndex): boolean {
  switch (tree.kind(node)) {
    case NodeKind.Identifier:
    case NodeKind.Integer:
    case NodeKind.Float:
      return true;
    case NodeKind.Attribute:
      return isInert(tree, tree.child(node, Field.Object));
    default:
      return false;
  }
}
