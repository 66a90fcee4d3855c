import type { Entry } from "../catalogue/entry";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { Matcher } from "./matcher";
import type { Hole } from "./pattern";

/**
 * Matches the arguments of a call. Keywords may stand in any order; an argument that the pattern gives by keyword may be
 * given by position and the other way round, where the function is known.
 */
export function matchArguments(
  matcher: Matcher,
  wanted: readonly NodeIndex[],
  given: readonly NodeIndex[],
  callee: Entry | undefined,
): boolean {
  const { tree, pattern } = matcher;
  const left: NodeIndex[] = [];
  const used = new Set<NodeIndex>();
  for (const item of wanted) {
    if (pattern.tree.kind(item) !== NodeKind.KeywordArgument) {
      left.push(item);
      continue;
    }
    const name = pattern.tree.textOf(pattern.tree.child(item, Field.Name));
    const found = findArgument(tree, given, name, callee);
    if (found === NO_NODE || used.has(found)) return false;
    if (!matcher.match(pattern.tree.child(item, Field.Value), valueOf(tree, found))) return false;
    matcher.note(item, found);
    used.add(found);
  }
  const rest = given.filter((item) => !used.has(item));
  const positions = new Map(left.map((item, index) => [item, index]));
  return matcher.matchList(
    left,
    rest,
    (pattern, item) => matchOne(matcher, pattern, item, { callee, position: positions.get(pattern) ?? -1 }),
    (item, hole) => mayTake(tree, item, hole),
  );
}

function matchOne(
  matcher: Matcher,
  wanted: NodeIndex,
  item: NodeIndex,
  { callee, position }: { callee: Entry | undefined; position: number },
): boolean {
  const { tree } = matcher;
  switch (tree.kind(item)) {
    case NodeKind.ListSplat:
    case NodeKind.DictionarySplat:
      return matcher.pattern.tree.kind(wanted) === tree.kind(item) && matcher.match(wanted, item);
    case NodeKind.KeywordArgument: {
      const name = tree.textOf(tree.child(item, Field.Name));
      const parameter = callee?.parameters.find((each) => each.name === name);
      if (parameter?.position !== position) return false;
      return matcher.match(wanted, tree.child(item, Field.Value));
    }
    default:
      return matcher.match(wanted, item);
  }
}

/** The argument for a parameter, by keyword or by position; `NO_NODE` where none is sure to be. */
function findArgument(
  tree: SyntaxTree,
  given: readonly NodeIndex[],
  name: string,
  callee: Entry | undefined,
): NodeIndex {
  const byName = given.find(
    (item) =>
      tree.kind(item) === NodeKind.KeywordArgument && tree.textOf(tree.child(item, Field.Name)) === name,
  );
  if (byName !== undefined) return byName;
  const position = callee?.parameters.find((each) => each.name === name)?.position;
  if (position === undefined) return NO_NODE;
  const item = given[position];
  const plain = given.slice(0, position + 1).every((each) => !NOT_PLAIN.has(tree.kind(each)));
  return item !== undefined && plain ? item : NO_NODE;
}

const NOT_PLAIN = new Set([NodeKind.KeywordArgument, NodeKind.ListSplat, NodeKind.DictionarySplat]);

function valueOf(tree: SyntaxTree, argument: NodeIndex): NodeIndex {
  return tree.kind(argument) === NodeKind.KeywordArgument ? tree.child(argument, Field.Value) : argument;
}

/** Whatever `*` and `**` bring may be anything, so that only a hole that says so takes them. */
function mayTake(tree: SyntaxTree, item: NodeIndex, hole: Hole): boolean {
  const kind = tree.kind(item);
  return hole.name.startsWith("any") || (kind !== NodeKind.ListSplat && kind !== NodeKind.DictionarySplat);
}
