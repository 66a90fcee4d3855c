import type { Fix, OffsetRange, TextReplacement } from "../findings";
import type { Candidate } from "../rewrites/book";
import { findAround } from "../rewrites/find";
import type { Match } from "../rewrites/matcher";
import type { Pattern } from "../rewrites/pattern";
import type { DirectionRule } from "../rewrites/rewrite";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import type { FixInput } from "./fixer";
import { isSubset, minorsFrom } from "../version";
import { dropUnusedImports } from "./imports/drop-imports";
import { type Imported, importedNames } from "./imports/imported";
import { ImportPlan } from "./imports/import-plan";
import { isPackage } from "./imports/left-over";
import { hasOwnLines, indentationAt, indentationUnit, lineEndingOf, mergeAdjacent } from "./layout";
import { commentsAbove, lostComments, movesComments } from "./rewriting/comments";
import {
  candidatesByRewrite,
  importAt,
  isOnImportedModule,
  minorsAt,
  placesOf,
  rewriteFixId,
} from "./rewriting/candidates";
import { CannotEmit, emitAll, type Emission } from "./rewriting/emit";
import { withoutDouble } from "./rewriting/distinct-items";
import { freshName } from "./rewriting/fresh-name";
import { addHelper } from "./rewriting/helper";
import { namedBeside } from "./rewriting/named-beside";
import { movedName } from "./rewriting/moved-name";
import { type Piece, textOfPieces, toEdits } from "./rewriting/pieces";
import { needsParentheses } from "./rewriting/precedence";

/** Computes the fixes by rewriting of one finding: for each rewrite the first form that is there. */
export function rewriteFixes(input: FixInput): Fix[] {
  return [...candidatesByRewrite(input).values()]
    .map((group) => fixBy(group, input))
    .filter((fix) => fix !== undefined);
}

/** Code that is rewritten, and how. */
export interface Rewriting {
  readonly candidate: Candidate;
  readonly match: Match;
}

function fixBy(candidates: readonly Candidate[], input: FixInput): Fix | undefined {
  const { tree } = input;
  const places = placesOf(input);
  const rewritings = places.map((place) => findAt(candidates, place, input));
  if (places.length === 0 || !rewritings.every((found) => found !== undefined)) return undefined;
  const edits =
    movedName(
      input,
      rewritings.map(({ candidate }) => candidate),
    ) ?? editsFor(rewritings, input);
  if (!edits) return undefined;
  const { start, end } = input.finding;
  // What is too new, or gone, is still imported where anything of it is left.
  if (faultyImport(input) && !edits.some((edit) => edit.start <= start && end <= edit.end)) return undefined;
  const [{ candidate }] = rewritings;
  const { rewrite, direction } = candidate;
  const worst = worstRule(rewritings) ?? (movesComments(tree, edits) ? COMMENTS_MOVE : undefined);
  return {
    id: rewriteFixId(direction, rewrite.id),
    safety: worst?.safety ?? "safe",
    details: {
      name: direction === "modernise" ? rewrite.names.new : rewrite.names.old,
      ...(worst?.differs && { differs: worst.differs }),
    },
    edits,
  };
}

const COMMENTS_MOVE: DirectionRule = { safety: "unsafe", differs: "comments-move" };

/** The rule of the rewriting that may be trusted least; `undefined` where each is safe. */
export function worstRule(rewritings: readonly Rewriting[]): DirectionRule | undefined {
  const rules = rewritings.map(({ candidate: { rule } }) => rule);
  return rules.find(({ safety }) => safety === "manual") ?? rules.find(({ safety }) => safety === "unsafe");
}

/** Finds the first of some candidates whose form the code at a place has; `undefined` where it has none. */
export function findAt(
  candidates: readonly Candidate[],
  place: OffsetRange,
  input: FixInput,
): Rewriting | undefined {
  const { tree, finding, book } = input;
  const anchor = tree.innermost(place.start, place.end);
  const minors = minorsAt(place, input);
  const start = finding.code === "modernise" ? finding.subject?.start : undefined;
  for (const candidate of candidates) {
    const match = findAround(candidate, anchor, book, { ...input.subject, minors });
    if (match && (start === undefined || tree.start(match.roots[0]) === start)) return { candidate, match };
  }
  return undefined;
}

/** The edits of several rewritings that make one fix, with what they add to the imports and take from them. */
export function editsFor(rewritings: readonly Rewriting[], input: FixInput): TextReplacement[] | undefined {
  const { tree, scopes } = input;
  const own: TextReplacement[] = [];
  const added = new Map<string, TextReplacement>();
  const names = new Set<string>();
  const used = new Set<string>();
  for (const rewriting of rewritings) {
    const plan = new ImportPlan(input, rewriting.match.roots[0]);
    const edits = rewrite(rewriting, plan, input, added);
    if (!edits) return undefined;
    // Code inside of code that is rewritten too would be rewritten twice.
    if (edits.some((edit) => own.some((other) => edit.start < other.end && other.start < edit.end)))
      return undefined;
    own.push(...edits);
    for (const edit of plan.edits) added.set(`${edit.start} ${edit.newText}`, edit);
    for (const name of namesReplaced(tree, rewriting.match)) names.add(name);
    for (const name of plan.used) used.add(name);
  }
  const insertions = [...added.values()];
  const imports = isPackage(input.analysis.uri)
    ? { drops: [], added: insertions }
    : dropUnusedImports(tree, scopes, names, {
        gone: own,
        used,
        added: insertions,
        faulty: faultyImport(input)?.node,
      });
  return withoutBlankStart(mergeAdjacent([...own, ...imports.added, ...imports.drops]));
}

/** The import that a finding is about: its name, or the first of those that are imported from the module. */
function faultyImport(input: FixInput): Imported | undefined {
  const { tree, scopes, finding } = input;
  const node = tree.innermost(finding.start, finding.end);
  if (!isOnImportedModule(input)) return importAt(tree, scopes, node);
  return importedNames(tree, scopes).find(
    ({ statement }) => statement <= node && node <= tree.lastInside(statement),
  );
}

function rewrite(
  { candidate, match }: Rewriting,
  plan: ImportPlan,
  input: FixInput,
  added: Map<string, TextReplacement>,
): TextReplacement[] | undefined {
  const { tree, book } = input;
  const { roots } = match;
  const { helper } = candidate.rule;
  const to = book.pattern(candidate.to);
  if (to.tree.text.includes("\n") && !hasOwnLines(tree, roots[0], roots[roots.length - 1])) return undefined;
  const derived = derivedHoles(candidate, match, input);
  for (const text of derived.values())
    for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) plan.used.add(name);
  const emission: Emission = {
    tree,
    match,
    to,
    derived,
    spell: (id) => {
      const beside = namedBeside(match, input.subject, id);
      if (beside) plan.used.add(beside.first);
      return beside?.text ?? plan.spell(id);
    },
    layout: {
      eol: lineEndingOf(tree.text),
      indentation: indentationAt(tree.text, tree.start(roots[0])),
      unit: indentationUnit(tree),
      quote: quoteInside(tree, roots[0]) ?? quoteOf(tree),
    },
  };
  try {
    const pieces = emitAll(emission);
    const range = rangeOf(tree, roots, pieces);
    const lost = lostComments(tree, range, pieces);
    // What is in error is better guarded than written with its comments elsewhere.
    if (lost.length > 0 && candidate.direction === "downgrade") return undefined;
    const above = commentsAbove(tree, roots[0], lost);
    if (!above) return undefined;
    if (helper) {
      const layout = { ...emission.layout, indentation: "" };
      const definition = emitAll({ ...emission, to: book.pattern(helper.code), layout });
      const edit = addHelper(input, helper.name, textOfPieces(tree.text, definition), roots[0]);
      if (edit) added.set(helper.name, edit);
    }
    const wraps =
      to.isExpression &&
      (needsParentheses({ tree: to.tree, node: to.roots[0] }, { tree, node: roots[0] }) ||
        doublesBrace(tree, range.start, pieces) ||
        isArgumentList(tree, roots[0], to));
    const newPieces = wraps ? ["(", ...pieces, ")"] : withoutSpareParentheses(tree, to, roots[0], pieces);
    const edits =
      withoutDouble(input, roots[0], textOfPieces(tree.text, pieces)) ?? toEdits(tree.text, range, newPieces);
    return fitsFString(edits, emission, input) ? above.concat(edits) : undefined;
  } catch (error) {
    if (error instanceof CannotEmit) return undefined;
    throw error;
  }
}

/** In the braces of an f-string, a second one right behind the first would make a text of both. */
function doublesBrace(tree: SyntaxTree, start: number, [first]: readonly Piece[]): boolean {
  return typeof first === "string" && first.startsWith("{") && tree.text[start - 1] === "{";
}

/** A generator expression can stand in the place of a list of arguments, whose parentheses anything else needs. */
function isArgumentList(tree: SyntaxTree, given: NodeIndex, to: Pattern): boolean {
  return tree.field(given) === Field.Arguments && to.tree.kind(to.roots[0]) !== NodeKind.GeneratorExpression;
}

/** A generator expression that is the only argument needs no parentheses of its own. */
function withoutSpareParentheses(tree: SyntaxTree, to: Pattern, given: NodeIndex, pieces: Piece[]): Piece[] {
  const list = tree.parent(given);
  const isSole = tree.kind(list) === NodeKind.ArgumentList && tree.namedChildren(list).length === 1;
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (!isSole || to.tree.kind(to.roots[0]) !== NodeKind.GeneratorExpression) return pieces;
  if (typeof first !== "string" || typeof last !== "string") return pieces;
  return [first.replace(/^\(/, ""), ...pieces.slice(1, -1), last.replace(/\)$/, "")];
}

/** Code for the holes that only the new form has. */
function derivedHoles({ rule }: Candidate, match: Match, { subject, scopes }: FixInput): Map<string, string> {
  const holes = new Map(Object.entries(rule.derive?.(match, subject) ?? {}));
  for (const [hole, name] of Object.entries(rule.fresh ?? {}))
    holes.set(hole, freshName(scopes, subject.tree, name));
  return holes;
}

/** Names that the code that is rewritten used for entries: those that may have been imported for it. */
function namesReplaced(tree: SyntaxTree, { pattern, pairs }: Match): Set<string> {
  const names = new Set<string>();
  for (const node of pattern.entries.keys()) {
    let given = pairs.get(node);
    while (given !== undefined && tree.kind(given) === NodeKind.Attribute)
      given = tree.firstNamedChild(given);
    if (given !== undefined && tree.kind(given) === NodeKind.Identifier) names.add(tree.textOf(given));
  }
  return names;
}

function rangeOf(tree: SyntaxTree, roots: readonly NodeIndex[], pieces: readonly Piece[]): OffsetRange {
  let end = tree.end(roots[roots.length - 1]);
  for (const piece of pieces) if (typeof piece !== "string") end = Math.max(end, piece.end);
  return { start: tree.start(roots[0]), end };
}

/** A helper that takes the place of what a document began with needs no blank lines before it. */
function withoutBlankStart(edits: readonly TextReplacement[]): TextReplacement[] {
  return edits.map((edit) =>
    edit.start === 0 && edit.end > 0 ? { ...edit, newText: edit.newText.replace(/^[\r\n]+/, "") } : edit,
  );
}

/** Inside of an f-string, the kind of quotes that it does not have itself: before Python 3.12 they would end it. */
function quoteInside(tree: SyntaxTree, node: NodeIndex): string | undefined {
  for (let at = node; at > 0; at = tree.parent(at)) {
    if (tree.kind(at) === NodeKind.Block) return undefined;
    if (tree.kind(at) !== NodeKind.Interpolation) continue;
    const opening = tree.textOf(tree.firstChild(tree.parent(at)));
    return opening.endsWith("'") ? '"' : "'";
  }
  return undefined;
}

/** In the braces of an f-string, no backslash and no quote of its own kind could stand before 3.12. */
function fitsFString(
  edits: readonly TextReplacement[],
  { tree, match, layout }: Emission,
  { subject }: FixInput,
): boolean {
  if (quoteInside(tree, match.roots[0]) === undefined || isSubset(subject.minors, minorsFrom(12)))
    return true;
  const outer = layout.quote === "'" ? '"' : "'";
  return edits.every(({ newText }) => !newText.includes("\\") && !newText.includes(outer));
}

const quotes = new WeakMap<SyntaxTree, string>();

/** The kind of quotes that most strings of a document have. */
function quoteOf(tree: SyntaxTree): string {
  const known = quotes.get(tree);
  if (known !== undefined) return known;
  let balance = 0;
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) !== NodeKind.StringStart) continue;
    const text = tree.textOf(node);
    if (!text.endsWith('"""')) balance += text.endsWith('"') ? 1 : -1;
  }
  const quote = balance < 0 ? "'" : '"';
  quotes.set(tree, quote);
  return quote;
}
