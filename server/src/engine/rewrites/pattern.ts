import type { Catalogue } from "../catalogue/catalogue";
import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { type HolePlaces, placesOfHoles } from "./hole-places";
import { type KindPath, pathToRoot } from "./shape";

/** A place in a pattern that stands for code of the document. */
export interface Hole {
  readonly kind: "one" | "list" | "body";
  readonly name: string;
}

/** A snippet of Python, parsed, with what its names mean. */
export interface Pattern {
  readonly tree: SyntaxTree;
  /** The statements, or the one expression. */
  readonly roots: readonly NodeIndex[];
  readonly isExpression: boolean;
  /** The kinds of the roots. */
  readonly kinds: readonly NodeKind[];
  /** By the identifier that stands for the code; for `$$$body` by its statement. */
  readonly holes: ReadonlyMap<NodeIndex, Hole>;
  /** Names that refer to entries: identifiers and attributes, with the id. */
  readonly entries: ReadonlyMap<NodeIndex, string>;
  /** By entry, the ways from the names that refer to it up to the roots that they stand in. */
  readonly paths: ReadonlyMap<string, readonly KindPath[]>;
  /** How many times each hole stands in it. */
  readonly counts: ReadonlyMap<string, number>;
  readonly places: HolePlaces;
}

/** Parses a text by the document's own grammar. */
export type ParseText = (text: string) => SyntaxTree;

/** What the identifiers that stand for holes begin with: nobody calls anything so. */
const PREFIX = "ZzHole";

const KINDS: Readonly<Record<string, Hole["kind"]>> = { "1": "one", "2": "list", "3": "body" };

/** Compiles a snippet. Throws where it does not parse: the table of rewrites is wrong then, and its test fails. */
export function compilePattern(snippet: string, parse: ParseText, catalogue: Catalogue): Pattern {
  const text = snippet.replace(
    /(\${1,3})(\w+)/g,
    (_whole, dollars: string, name: string) => `${PREFIX}${dollars.length}${name}`,
  );
  const tree = parse(text);
  const holes = new Map<NodeIndex, Hole>();
  const entries = new Map<NodeIndex, string>();
  const counts = new Map<string, number>();
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.Error) throw new Error(`the pattern “${snippet}” does not parse`);
    const hole = kind === NodeKind.Identifier ? readHole(tree.textOf(node)) : undefined;
    if (hole) {
      const parent = tree.parent(node);
      const isStatement = hole.kind === "body" && tree.kind(parent) === NodeKind.ExpressionStatement;
      holes.set(isStatement ? parent : node, hole);
      counts.set(hole.name, (counts.get(hole.name) ?? 0) + 1);
      continue;
    }
    const id = entryOf(tree, node, catalogue);
    if (id === undefined) continue;
    entries.set(node, id);
    node = tree.lastInside(node);
  }
  const statements = tree.namedChildren(0);
  const only = statements.length === 1 ? statementExpression(tree, statements[0]) : NO_NODE;
  const isExpression = only !== NO_NODE && !holes.has(statements[0]);
  const roots = isExpression ? [only] : statements;
  const kinds = roots.map((root) => tree.kind(root));
  const names = new Map(
    [...holes].filter(([, { kind }]) => kind !== "body").map(([node, { name }]) => [node, name]),
  );
  const [paths, places] = [pathsOf(tree, entries, roots), placesOfHoles(tree, names)];
  return { tree, roots, isExpression, kinds, holes, entries, paths, counts, places };
}

function pathsOf(
  tree: SyntaxTree,
  entries: ReadonlyMap<NodeIndex, string>,
  roots: readonly NodeIndex[],
): ReadonlyMap<string, readonly KindPath[]> {
  const paths = new Map<string, KindPath[]>();
  for (const [node, id] of entries) {
    const path = pathToRoot(tree, node, roots);
    const known = paths.get(id);
    if (known) known.push(path);
    else paths.set(id, [path]);
  }
  return paths;
}

/** The names in a snippet that may be entries, in order: dotted ones, and those without a dot. */
export function namesIn(snippet: string): string[] {
  const code = snippet.replace(/(["'])(?:(?!\1)[^\\]|\\.)*\1/g, '""');
  return [...code.matchAll(/(?<![\w.$])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?!\w*\s*=(?!=))/g)].map(
    ([name]) => name,
  );
}

function readHole(text: string): Hole | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  return { kind: KINDS[text[PREFIX.length]], name: text.slice(PREFIX.length + 1) };
}

/** The entry that a name of a pattern means: `math.prod` as a whole, a builtin by its bare name. */
function entryOf(tree: SyntaxTree, node: NodeIndex, catalogue: Catalogue): string | undefined {
  const kind = tree.kind(node);
  if (kind === NodeKind.Attribute) {
    const text = tree.textOf(node);
    return /^[A-Za-z_][\w.]*$/.test(text) && catalogue.isModule(text.slice(0, text.indexOf(".")))
      ? catalogue.lookup(text)?.id
      : undefined;
  }
  if (kind !== NodeKind.Identifier || !isReadName(tree, node)) return undefined;
  return catalogue.lookup(`builtins.${tree.textOf(node)}`)?.id;
}

/** Tells whether an identifier is a name that is read: not a keyword, an attribute or what is defined. */
function isReadName(tree: SyntaxTree, node: NodeIndex): boolean {
  const field = tree.field(node);
  if (field === Field.Attribute || field === Field.Left || field === Field.Alias) return false;
  if (field === Field.Name) return false;
  const parent = tree.kind(tree.parent(node));
  return (
    parent !== NodeKind.Parameters && parent !== NodeKind.LambdaParameters && parent !== NodeKind.DottedName
  );
}

/** The expression that is the whole of a statement; `NO_NODE` for any other statement. */
function statementExpression(tree: SyntaxTree, statement: NodeIndex): NodeIndex {
  if (tree.kind(statement) !== NodeKind.ExpressionStatement) return NO_NODE;
  const children = tree.namedChildren(statement);
  const [only] = children;
  const kind = tree.kind(only);
  const assigns = kind === NodeKind.Assignment || kind === NodeKind.AugmentedAssignment;
  return children.length === 1 && isNamed(kind) && !assigns ? only : NO_NODE;
}
