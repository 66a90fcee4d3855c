import { writeString, readString } from "../../rewrites/literals";
import type { Match } from "../../rewrites/matcher";
import type { Pattern } from "../../rewrites/pattern";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { alignedCall, patchArguments } from "./arguments";
import { bodyPieces, shiftLines } from "./body";
import type { Piece } from "./pieces";
import { breaksOutsideBrackets, isInBrackets, needsParentheses } from "./precedence";

/** What new code is made from. */
export interface Emission {
  readonly tree: SyntaxTree;
  readonly match: Match;
  /** The pattern that the code becomes. */
  readonly to: Pattern;
  /** Text for holes that no code of the document stands for. */
  readonly derived: ReadonlyMap<string, string>;
  /** How the code writes an entry; `undefined` where it cannot. */
  readonly spell: (id: string) => string | undefined;
  readonly layout: {
    readonly eol: string;
    readonly indentation: string;
    readonly unit: string;
    readonly quote: string;
  };
}

/** Thrown while new code is put together, where it turns out that it cannot be; caught where the fix is computed. */
export class CannotEmit extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** The pieces of the new code: all of its statements, or its expression. */
export function emitAll(emission: Emission): Piece[] {
  const { roots, tree } = emission.to;
  const pieces: Piece[] = [];
  roots.forEach((root, index) => {
    if (index > 0)
      pieces.push(...layOut(emission, tree.text.slice(tree.end(roots[index - 1]), tree.start(root))));
    pieces.push(...emit(emission, root));
  });
  return pieces;
}

/** The pieces of one node of the new pattern. */
export function emit(emission: Emission, node: NodeIndex): Piece[] {
  const { to, match } = emission;
  const hole = to.holes.get(node);
  if (hole?.kind === "body") return bodyPieces(emission, node, hole.name);
  if (hole?.kind === "list") return listPieces(emission, hole.name);
  if (hole) return holePieces(emission, node, hole.name);
  const id = to.entries.get(node);
  if (id !== undefined) return [spelling(emission, id, to.tree.textOf(node))];
  if (to.tree.kind(node) === NodeKind.String && to.tree.childOfKind(node, NodeKind.Interpolation) === NO_NODE)
    return [quoted(emission, node)];
  if (to.tree.kind(node) === NodeKind.ArgumentList) {
    const aligned = alignedCall(to, match, node);
    const patched = aligned && patchArguments(emission, node, aligned);
    if (patched) return patched;
  }
  return bracketPieces(emission, node) ?? emitChildren(emission, node);
}

/** `list[$$args]` for `typing.List[$$args]`: the brackets stay as they are laid out, with what is in them. */
function bracketPieces(emission: Emission, node: NodeIndex): Piece[] | undefined {
  const { tree, match, to } = emission;
  const name = listInBrackets(to, node);
  if (name === undefined || !match.holes.get(name)?.length) return undefined;
  const { pattern, pairs } = match;
  for (const [from, given] of pairs) {
    if (listInBrackets(pattern, from) !== name) continue;
    const start = tree.end(tree.firstNamedChild(given));
    return [...emit(emission, to.tree.firstNamedChild(node)), { start, end: tree.end(given) }];
  }
  return undefined;
}

/** The list of items that is all there is in the brackets of a subscript of a pattern. */
function listInBrackets({ tree, holes }: Pattern, node: NodeIndex): string | undefined {
  if (tree.kind(node) !== NodeKind.Subscript) return undefined;
  const [, item, ...others] = tree.namedChildren(node);
  const hole = item === undefined || others.length > 0 ? undefined : holes.get(item);
  return hole?.kind === "list" ? hole.name : undefined;
}

function emitChildren(emission: Emission, node: NodeIndex): Piece[] {
  const { tree } = emission.to;
  const pieces: Piece[] = [];
  let cursor = tree.start(node);
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    const before = tree.text.slice(cursor, tree.start(child));
    const inner = emit(emission, child);
    if (inner.length === 0) {
      // An empty list takes the comma before or behind it along.
      const kept = before.replace(/,\s*$/, "");
      pieces.push(...layOut(emission, kept));
      const comma =
        kept === before ? /^\s*,\s*/.exec(tree.text.slice(tree.end(child), tree.end(node))) : null;
      cursor = tree.end(child) + (comma?.[0].length ?? 0);
      continue;
    }
    const [opening] = inner;
    const startsAtColon = typeof opening !== "string" && isBodySlice(emission, child, opening);
    pieces.push(...layOut(emission, startsAtColon ? before.replace(/\s+$/, "") : before), ...inner);
    cursor = tree.end(child);
  }
  pieces.push(...layOut(emission, tree.text.slice(cursor, tree.end(node))));
  return pieces;
}

/** Tells whether a block's pieces begin right behind the colon of its header, white space included. */
function isBodySlice({ tree, to }: Emission, child: NodeIndex, piece: { start: number }): boolean {
  return to.tree.kind(child) === NodeKind.Block && tree.text[piece.start - 1] === ":";
}

/** Text of a pattern with the line ends and the indentation of the document. */
function layOut({ layout }: Emission, text: string): Piece[] {
  if (text === "") return [];
  return [
    text.replace(/\n( *)(?!\n)|\n/g, (_whole, spaces?: string) => {
      if (spaces === undefined) return layout.eol;
      return layout.eol + layout.indentation + layout.unit.repeat(spaces.length / 4);
    }),
  ];
}

/** The name as the code that goes writes it, else as the document's imports allow. */
function spelling({ match, tree, spell }: Emission, id: string, written: string): Piece {
  for (const [node, entry] of match.pattern.entries) {
    const given = match.pairs.get(node);
    if (entry === id && given !== undefined) {
      spell(id);
      return { start: tree.start(given), end: tree.end(given) };
    }
  }
  // Of an entry with several names, the form has the one that people write.
  const text = spell(written.includes(".") ? written : id);
  if (text === undefined) throw new CannotEmit("name-taken");
  return text;
}

function quoted({ to, layout }: Emission, node: NodeIndex): string {
  const literal = readString(to.tree, node);
  const text = to.tree.textOf(node);
  if (!literal || text.startsWith('"""')) return text;
  return (literal.isBytes ? "b" : "") + writeString(literal.value, layout.quote);
}

function holePieces(emission: Emission, node: NodeIndex, name: string): Piece[] {
  const { tree, match, to, derived } = emission;
  const text = derived.get(name);
  if (text !== undefined) return layOut(emission, text);
  const given = match.holes.get(name)?.[0];
  if (given === undefined) throw new CannotEmit("not-shown");
  const slice = { start: tree.start(given), end: tree.end(given) };
  const place =
    to.roots.includes(node) && to.isExpression ? { tree, node: match.roots[0] } : { tree: to.tree, node };
  const isInside = isInBrackets(to.tree, node) || isInBrackets(tree, match.roots[0]);
  const isOpen = !isInside && breaksOutsideBrackets(tree, given);
  // A generator that was the only argument keeps its parentheses only where it is not the only one any more.
  const isGenerator = tree.kind(given) === NodeKind.GeneratorExpression;
  if (isGenerator && isSoleArgument(to.tree, node)) return [{ start: slice.start + 1, end: slice.end - 1 }];
  const pieces = shiftLines(emission, node, slice);
  return needsParentheses({ tree, node: given }, place) || isOpen ? ["(", ...pieces, ")"] : pieces;
}

function isSoleArgument(tree: SyntaxTree, node: NodeIndex): boolean {
  const list = tree.parent(node);
  return tree.kind(list) === NodeKind.ArgumentList && tree.namedChildren(list).length === 1;
}

/** Items of a list, as they stood where they stood together. */
function listPieces({ tree, match }: Emission, name: string): Piece[] {
  const items = match.holes.get(name) ?? [];
  const pieces: Piece[] = [];
  for (let from = 0; from < items.length; from++) {
    let to = from;
    while (to + 1 < items.length && follows(tree, items[to], items[to + 1])) to++;
    if (pieces.length > 0) pieces.push(", ");
    pieces.push({ start: tree.start(items[from]), end: tree.end(items[to]) });
    from = to;
  }
  return pieces;
}

function follows(tree: SyntaxTree, left: NodeIndex, right: NodeIndex): boolean {
  return /^\s*,\s*$/.test(tree.text.slice(tree.end(left), tree.start(right)));
}
