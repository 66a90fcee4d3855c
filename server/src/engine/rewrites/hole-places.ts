import { isComprehension } from "../syntax/comprehensions";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** Where the holes of a pattern stand, as far as it matters for what may stand in them. */
export interface HolePlaces {
  /** Holes for names that the pattern itself binds: targets of assignments and loops, parameters, names behind `as`. */
  readonly bound: ReadonlySet<string>;
  /** Holes whose code runs once for each item, or later: in loops, comprehensions and functions of the pattern. */
  readonly repeated: ReadonlySet<string>;
  /** Those of them that stand in a scope of its own, which does not see the names of a class around it. */
  readonly enclosed: ReadonlySet<string>;
  /** Holes in what comprehensions go through, where no `:=` can stand. */
  readonly iterated: ReadonlySet<string>;
  /** Holes for names that scopes of the pattern's own bind: comprehensions, lambdas, functions. */
  readonly boundInside: ReadonlySet<string>;
  /** What is asked of the objects that holes stand for: names of attributes, by hole. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of arguments that the pattern gives itself beside those that a hole stands for, by hole. */
  readonly keywords: ReadonlyMap<string, readonly string[]>;
  /** The first statement (0-based) that binds a hole's name. */
  readonly boundIn: ReadonlyMap<string, number>;
  /** The last statement (0-based) that reads what a hole stands for. */
  readonly readIn: ReadonlyMap<string, number>;
}

/** What binds names in a scope of its own. */
const SCOPES = new Set([NodeKind.ForInClause, NodeKind.LambdaParameters, NodeKind.Parameters]);

const LOOPS = new Set([NodeKind.ForStatement, NodeKind.WhileStatement]);

/** Finds the places of the holes that stand for one expression each; `holes` gives the name of each by its node. */
export function placesOfHoles(tree: SyntaxTree, holes: ReadonlyMap<NodeIndex, string>): HolePlaces {
  const bound = new Set<string>();
  const repeated = new Set<string>();
  const enclosed = new Set<string>();
  const iterated = new Set<string>();
  const boundInside = new Set<string>();
  const attributes = new Map<string, Set<string>>();
  const keywords = new Map<string, string[]>();
  const boundIn = new Map<string, number>();
  const readIn = new Map<string, number>();
  const statements = tree.namedChildren(0);
  for (const [node, name] of holes) {
    // The name of an attribute is no code of its own.
    if (tree.field(node) === Field.Attribute) continue;
    const statement = statements.findIndex((root) => root <= node && node <= tree.lastInside(root));
    const place = placeOf(tree, node);
    const binder = binderOf(tree, node);
    if (binder !== undefined) {
      bound.add(name);
      if (place === "enclosed" || SCOPES.has(binder)) boundInside.add(name);
      if (!boundIn.has(name)) boundIn.set(name, statement);
    } else readIn.set(name, statement);
    if (place !== "plain") repeated.add(name);
    if (place === "enclosed") enclosed.add(name);
    if (isIterated(tree, node)) iterated.add(name);
    const parent = tree.parent(node);
    if (tree.kind(parent) === NodeKind.ArgumentList) keywords.set(name, keywordsOf(tree, parent));
    if (tree.kind(parent) !== NodeKind.Attribute || tree.field(node) !== Field.Object) continue;
    const asked = attributes.get(name) ?? new Set();
    attributes.set(name, asked.add(tree.textOf(tree.child(parent, Field.Attribute))));
  }
  return { bound, repeated, enclosed, iterated, boundInside, attributes, keywords, boundIn, readIn };
}

function keywordsOf(tree: SyntaxTree, list: NodeIndex): string[] {
  return tree.namedChildren(list).flatMap((item) => keywordOf(tree, item) ?? []);
}

/** The name of an argument that is given by name. */
export function keywordOf(tree: SyntaxTree, item: NodeIndex): string | undefined {
  const isKeyword = tree.kind(item) === NodeKind.KeywordArgument;
  return isKeyword ? tree.textOf(tree.child(item, Field.Name)) : undefined;
}

/** The kind of what binds the name that a hole stands for; `undefined` where nothing does. */
function binderOf(tree: SyntaxTree, hole: NodeIndex): NodeKind | undefined {
  let node = hole;
  for (let parent = tree.parent(node); parent > 0; node = parent, parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    switch (kind) {
      case NodeKind.PatternList:
      case NodeKind.TuplePattern:
        continue;
      case NodeKind.AsPatternTarget:
      case NodeKind.LambdaParameters:
      case NodeKind.Parameters:
        return kind;
      case NodeKind.Assignment:
      case NodeKind.ForStatement:
      case NodeKind.ForInClause:
        return tree.field(node) === Field.Left ? kind : undefined;
      default:
        return undefined;
    }
  }
  return undefined;
}

function placeOf(tree: SyntaxTree, hole: NodeIndex): "plain" | "repeated" | "enclosed" {
  let isRepeated = false;
  let node = hole;
  for (let parent = tree.parent(node); parent > 0; node = parent, parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    if (isComprehension(kind) && !isFirstIterable(tree, parent, hole)) return "enclosed";
    if ((kind === NodeKind.Lambda || kind === NodeKind.FunctionDefinition) && tree.field(node) === Field.Body)
      return "enclosed";
    if (LOOPS.has(kind) && tree.field(node) === Field.Body) isRepeated = true;
    if (kind === NodeKind.WhileStatement && tree.field(node) === Field.Condition) isRepeated = true;
  }
  return isRepeated ? "repeated" : "plain";
}

function isIterated(tree: SyntaxTree, hole: NodeIndex): boolean {
  for (
    let [node, parent] = [hole, tree.parent(hole)];
    parent > 0;
    [node, parent] = [parent, tree.parent(parent)]
  ) {
    if (tree.kind(parent) === NodeKind.ForInClause && tree.field(node) === Field.Right) return true;
  }
  return false;
}

/** What a comprehension goes through first is evaluated once, outside of its scope. */
function isFirstIterable(tree: SyntaxTree, comprehension: NodeIndex, hole: NodeIndex): boolean {
  const clause = tree.childOfKind(comprehension, NodeKind.ForInClause);
  const right = clause === NO_NODE ? NO_NODE : tree.child(clause, Field.Right);
  return right !== NO_NODE && right <= hole && hole <= tree.lastInside(right);
}
