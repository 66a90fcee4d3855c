import type { Catalogue } from "../catalogue/catalogue";
import { scopeOfName, type ScopeTable } from "../binding/scopes";
import { referenceIn } from "../literals/reference-text";
import { withoutBlanks } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { scopeAround } from "./scope-around";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, type MinorSet, NO_MINORS } from "../version";

/** An import of a module as a whole. */
export interface WholeImport {
  /** What the document binds. */
  readonly local: string;
  /** What it writes to reach the module from there: `local`, or more of a dotted path. */
  readonly spelling: string;
  readonly statement: NodeIndex;
}

/** A place where a document names a module that it imports as a whole. */
export interface ModuleUse {
  readonly node: NodeIndex;
  /** What is asked of the module; `undefined` where the module goes elsewhere by itself. */
  readonly attribute: string | undefined;
}

/** Everything that a document does with a module that it imports as a whole. */
export interface WholeModule {
  readonly uses: readonly ModuleUse[];
  /** A string may speak of it: `mock.patch("tomli.loads")`. */
  readonly isQuoted: boolean;
  /** Nothing but its import binds the name, and nothing else of a package is reached by it. */
  readonly isPlain: boolean;
}

/** Lists what a document does with a module under the name that an import binds. */
export function readWholeModule(
  tree: SyntaxTree,
  scopes: ScopeTable,
  { local, spelling, statement }: WholeImport,
): WholeModule {
  const scope = scopeOfName(scopeAround(tree, scopes, statement), local);
  const uses: ModuleUse[] = [];
  let isQuoted = false;
  let isPlain = scope?.bindings.get(local)?.length === 1;
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.String) isQuoted ||= mentions(tree, node, local);
    if (kind !== NodeKind.Identifier || tree.textOf(node) !== local || !isVariable(tree, node)) continue;
    if (scopeOfName(scopeAround(tree, scopes, node), local) !== scope) continue;
    const whole = spelledAt(tree, node, spelling);
    if (whole === NO_NODE || REBINDING.has(tree.kind(tree.parent(node)))) isPlain = false;
    else uses.push({ node: whole, attribute: attributeOf(tree, whole) });
  }
  return { uses, isQuoted, isPlain };
}

/** Statements that do something to a name, not to what it stands for. */
const REBINDING = new Set([NodeKind.DeleteStatement, NodeKind.GlobalStatement, NodeKind.NonlocalStatement]);

/** Tells whether another module has everything that is asked of one, as far as that is seen, on all of some minors. */
export function isServedBy(
  { uses, isPlain }: WholeModule,
  {
    catalogue,
    home,
    minors,
  }: { readonly catalogue: Catalogue; readonly home: string; readonly minors: MinorSet },
): boolean {
  if (!isPlain) return false;
  return uses.every(
    ({ attribute }) =>
      attribute === undefined ||
      isSubset(minors, catalogue.lookup(`${home}.${attribute}`)?.available ?? NO_MINORS),
  );
}

/** The attribute, or the name itself, that a name begins and that spells a dotted path; `NO_NODE` where it goes on otherwise. */
function spelledAt(tree: SyntaxTree, name: NodeIndex, path: string): NodeIndex {
  for (let at = name; ; at = tree.parent(at)) {
    const text = withoutBlanks(tree.textOf(at));
    if (text === path) return at;
    if (!path.startsWith(`${text}.`) || tree.kind(tree.parent(at)) !== NodeKind.Attribute) return NO_NODE;
  }
}

function attributeOf(tree: SyntaxTree, owner: NodeIndex): string | undefined {
  const parent = tree.parent(owner);
  const isOwner = tree.kind(parent) === NodeKind.Attribute && tree.firstNamedChild(parent) === owner;
  return isOwner ? tree.textOf(tree.child(parent, Field.Attribute)) : undefined;
}

/** Tells whether an identifier is a name of the document's own: no attribute, no keyword, no part of an import. */
function isVariable(tree: SyntaxTree, node: NodeIndex): boolean {
  const field = tree.field(node);
  const parent = tree.kind(tree.parent(node));
  if (field === Field.Attribute || parent === NodeKind.DottedName || parent === NodeKind.AliasedImport)
    return false;
  return parent !== NodeKind.KeywordArgument || field !== Field.Name;
}

function mentions(tree: SyntaxTree, node: NodeIndex, name: string): boolean {
  const words = referenceIn(tree, node);
  return words !== undefined && new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(words);
}
