import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, type MinorSet } from "../version";
import type { Candidate, RewriteBook } from "./book";
import { captureOf } from "./hygiene";
import { type Match, Matcher, nextStatement } from "./matcher";
import { unwrap } from "./node-parts";
import type { Subject } from "./predicate";
import { goesAlong, hasShape } from "./shape";

/** Code that a candidate can be applied to. */
export interface Found {
  readonly candidate: Candidate;
  readonly match: Match;
}

/** More steps up than this no pattern has from the name that tells of it. */
const HIGHEST_CLIMB = 14;

/**
 * Finds the code around a name or token that has a candidate's form, the innermost first, and that everything holds for
 * which the candidate asks. `entryId` is what the name refers to, where that is known; `minors` are those that must be served.
 */
export function findAround(
  candidate: Candidate,
  anchor: NodeIndex,
  book: RewriteBook,
  subject: Subject,
  { entryId, minors = subject.minors }: { readonly entryId?: string; readonly minors?: MinorSet } = {},
): Match | undefined {
  if (!isSubset(minors, book.availability(candidate))) return undefined;
  if (entryId !== undefined && !mayStandAround(candidate, anchor, book, subject, entryId)) return undefined;
  const match = matchAround(candidate, anchor, book, subject);
  if (!match) return undefined;
  const refusal = refusalOf(candidate, match, book, { ...subject, minors });
  return refusal === undefined ? match : undefined;
}

/**
 * Tells why the code around a name or token that has a candidate's form must not be rewritten, as a key of the messages.
 * `undefined` where it may be, where there is no such code, and where the new form would not work on every Python.
 */
export function refusalAround(
  candidate: Candidate,
  anchor: NodeIndex,
  book: RewriteBook,
  subject: Subject,
): string | undefined {
  const match = matchAround(candidate, anchor, book, subject);
  if (!match || !isSubset(subject.minors, book.availability(candidate))) return undefined;
  return refusalOf(candidate, match, book, subject);
}

/** Finds the code around a name or token that has a candidate's form, whatever else the candidate asks for. */
export function matchAround(
  candidate: Candidate,
  anchor: NodeIndex,
  book: RewriteBook,
  { tree, references, catalogue }: Subject,
): Match | undefined {
  const pattern = book.pattern(candidate.from);
  const { isExpression, kinds } = pattern;
  const rootKind = pattern.entries.has(pattern.roots[0]) ? undefined : kinds[0];
  let matcher: Matcher | undefined;
  // The last name of a dotted one is no reference by itself.
  let at = tree.field(anchor) === Field.Attribute ? tree.parent(anchor) : anchor;
  for (let step = 0; at > 0 && step < HIGHEST_CLIMB; step++, at = tree.parent(at)) {
    // No expression goes beyond the block that it stands in.
    if (isExpression && tree.kind(at) === NodeKind.Block) return undefined;
    // Listing what comes before a statement costs more than seeing that it is of another kind.
    if (isExpression ? !mayHaveKind(tree, at, rootKind) : !kinds.includes(tree.kind(at))) continue;
    const starts = isExpression ? [at] : statementsBefore(tree, at, kinds.length);
    for (const start of starts) {
      if (!isExpression && !mayHaveKind(tree, start, rootKind)) continue;
      if (!hasShape(pattern, pattern.roots[0], tree, start)) continue;
      matcher ??= new Matcher(pattern, tree, references, catalogue);
      const match = matcher.matchAt(start);
      if (!match) continue;
      const isFree = isOutsideOfHoles(tree, match, anchor, candidate.form.anchorHole);
      if (isFree || isArgument(candidate, tree, match, anchor)) return match;
    }
  }
  return undefined;
}

/**
 * Tells whether the code around a name may have a candidate's form, by the kinds of the nodes around it. A name that the
 * pattern does not have itself may stand anywhere in it.
 */
function mayStandAround(
  { form, from }: Candidate,
  anchor: NodeIndex,
  book: RewriteBook,
  { tree }: Subject,
  entryId: string,
): boolean {
  const paths = form.anchorHole === undefined ? book.pattern(from).paths.get(entryId) : undefined;
  return !paths || paths.some((path) => goesAlong(tree, anchor, path));
}

/** Why a match must not be rewritten, as a key of the messages; `undefined` where it may. */
function refusalOf(
  { rule, to }: Candidate,
  match: Match,
  book: RewriteBook,
  subject: Subject,
): string | undefined {
  const { tree } = subject;
  const isStatement = tree.kind(parentOf(tree, match.roots[0])) === NodeKind.ExpressionStatement;
  if (match.pattern.isExpression && !book.pattern(to).isExpression && !isStatement) return "result-used";
  for (const [name, nodes] of match.holes) {
    if (rule.carried?.includes(name)) continue;
    const [from, into] = [match.pattern.counts.get(name) ?? 0, book.pattern(to).counts.get(name) ?? 0];
    if (from !== into && !nodes.every((node) => isPure(subject.tree, node))) return "evaluated-once";
  }
  const captured = captureOf(match, book.pattern(to), subject, rule);
  if (captured !== undefined) return captured;
  const failed = rule.when?.find((predicate) => !predicate.holds(match, subject));
  if (failed) return failed.reason;
  return rule.derive && !rule.derive(match, subject) ? "not-shown" : undefined;
}

/** Tells whether evaluating an expression does nothing else: a name, a chain of attributes, a literal, or such in a display. */
export function isPure(tree: SyntaxTree, node: NodeIndex): boolean {
  const inner = unwrap(tree, node);
  switch (tree.kind(inner)) {
    case NodeKind.Identifier:
    case NodeKind.Integer:
    case NodeKind.Float:
    case NodeKind.True:
    case NodeKind.False:
    case NodeKind.None:
    case NodeKind.Ellipsis:
    case NodeKind.Lambda:
      return true;
    case NodeKind.String:
      return tree.childOfKind(inner, NodeKind.Interpolation) === NO_NODE;
    case NodeKind.Attribute:
      return isPure(tree, tree.firstNamedChild(inner));
    case NodeKind.KeywordArgument:
      return isPure(tree, tree.child(inner, Field.Value));
    case NodeKind.UnaryOperator:
    case NodeKind.Tuple:
    case NodeKind.NotOperator:
      return tree.namedChildren(inner).every((child) => isPure(tree, child));
    default:
      return false;
  }
}

/** The parent of an expression, parentheses around it left out. */
export function parentOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let parent = tree.parent(node);
  while (tree.kind(parent) === NodeKind.ParenthesizedExpression) parent = tree.parent(parent);
  return parent;
}

function mayHaveKind(tree: SyntaxTree, node: NodeIndex, kind: NodeKind | undefined): boolean {
  if (kind === undefined) return true;
  const own = tree.kind(unwrap(tree, node));
  return own === kind || (kind === NodeKind.Subscript && own === NodeKind.GenericType);
}

/** The statements from which a sequence of `count` can reach the statement that `node` is; none for anything else. */
function statementsBefore(tree: SyntaxTree, node: NodeIndex, count: number): NodeIndex[] {
  const parent = tree.kind(tree.parent(node));
  if (parent !== NodeKind.Block && parent !== NodeKind.Module) return [];
  if (count === 1) return [node];
  const starts: NodeIndex[] = [];
  for (
    let at = tree.firstNamedChild(tree.parent(node));
    at !== NO_NODE && at <= node;
    at = nextStatement(tree, at)
  ) {
    if (isNamed(tree.kind(at))) starts.push(at);
  }
  return starts.slice(-count).reverse();
}

/** A behaviour shows in what an argument is or holds, so that it is found inside of the hole for that argument. */
function isArgument({ rewrite }: Candidate, tree: SyntaxTree, { holes }: Match, anchor: NodeIndex): boolean {
  if (!rewrite.entry.startsWith("behaviour:")) return false;
  const roots = new Set([...holes.values()].flat());
  for (let at = anchor; at > 0; at = tree.parent(at)) {
    if (roots.has(at)) return true;
    if (!IN_ARGUMENT.has(tree.kind(at))) return false;
  }
  return false;
}

/** What may lie between an argument and the part of it that a behaviour shows in. */
const IN_ARGUMENT = new Set([
  NodeKind.Identifier,
  NodeKind.String,
  NodeKind.StringContent,
  NodeKind.EscapeSequence,
  NodeKind.KeywordArgument,
  NodeKind.ParenthesizedExpression,
  NodeKind.Call,
  NodeKind.ArgumentList,
]);

/** What stands inside of a hole is not what the rewrite is about. */
function isOutsideOfHoles(
  tree: SyntaxTree,
  { holes }: Match,
  anchor: NodeIndex,
  allowed: string | undefined,
): boolean {
  for (const [name, nodes] of holes) {
    if (name === allowed) continue;
    for (const node of nodes) if (node <= anchor && anchor <= tree.lastInside(node)) return false;
  }
  return true;
}
