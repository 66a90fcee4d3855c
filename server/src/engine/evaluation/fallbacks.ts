import { isImport } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { importedEntries } from "./imports";
import type { Value } from "./values";

/**
 * Names that a body brings from other packages, and what else it binds where it does: where it fails, the library may
 * stand in for a backport.
 */
export function foreignNames(ctx: Context, body: NodeIndex): Set<string> {
  const { tree } = ctx;
  const names = new Set<string>();
  if (body === NO_NODE) return names;
  const imported = tree
    .namedChildren(body)
    .filter((statement) => isImport(tree.kind(statement)))
    .flatMap((statement) => importedBy(ctx, statement));
  for (const { node, name } of imported) if (isForeign(ctx.bound.get(node))) names.add(name);
  if (names.size === 0) return names;
  const own = new Set(imported.map(({ name }) => name));
  const last = tree.lastInside(body);
  for (const [name, nodes] of ctx.scope.bindings) {
    if (!own.has(name) && nodes.some((node) => node > body && node <= last)) names.add(name);
  }
  return names;
}

/** What neither the project nor the catalogue tells anything of counts as foreign: a private name of the library, too. */
function isForeign(value: Value | undefined): boolean {
  return (
    value?.tag === "external" ||
    value?.tag === "imported" ||
    value?.tag === "module" ||
    value?.tag === "unknown"
  );
}

/** Tells whether a block is imports of these names and nothing else. */
export function importsNothingBut(ctx: Context, block: NodeIndex, names: ReadonlySet<string>): boolean {
  const imported = importedNames(ctx, block);
  return imported !== undefined && imported.length > 0 && imported.every(({ name }) => names.has(name));
}

/** The names that a block of nothing but imports binds; `undefined` for a block with other statements. */
function importedNames(ctx: Context, block: NodeIndex): ImportedName[] | undefined {
  const { tree } = ctx;
  const names: ImportedName[] = [];
  for (const statement of tree.namedChildren(block)) {
    if (isImport(tree.kind(statement))) names.push(...importedBy(ctx, statement));
    else if (!isDocstring(ctx, statement)) return undefined;
  }
  return names;
}

interface ImportedName {
  readonly node: NodeIndex;
  readonly name: string;
}

function importedBy(ctx: Context, statement: NodeIndex): ImportedName[] {
  const { tree } = ctx;
  return tree
    .namedChildren(statement)
    .filter((node) => tree.field(node) === Field.Name)
    .map((node) => {
      const alias = tree.child(node, Field.Alias);
      return { node, name: alias === NO_NODE ? tree.textOf(node).split(".")[0] : tree.textOf(alias) };
    });
}

function isDocstring(ctx: Context, statement: NodeIndex): boolean {
  const { tree } = ctx;
  const only =
    tree.kind(statement) === NodeKind.ExpressionStatement ? tree.firstNamedChild(statement) : NO_NODE;
  return only !== NO_NODE && tree.kind(only) === NodeKind.String;
}

/** Tells whether a body does nothing but look things up in the library. */
export function looksUpOnly(ctx: Context, body: NodeIndex): boolean {
  const { tree } = ctx;
  return tree.namedChildren(body).every((statement) => {
    switch (tree.kind(statement)) {
      case NodeKind.ImportStatement:
      case NodeKind.ImportFromStatement:
        return importedEntries(ctx, statement) !== undefined;
      case NodeKind.ExpressionStatement:
        return isLookup(ctx, tree.firstNamedChild(statement));
      default:
        return tree.kind(statement) === NodeKind.Comment;
    }
  });
}

/** A literal, or a name or attribute of the library, perhaps assigned to a name. */
function isLookup(ctx: Context, expression: NodeIndex): boolean {
  const { tree } = ctx;
  if (expression === NO_NODE) return false;
  switch (tree.kind(expression)) {
    case NodeKind.String:
    case NodeKind.True:
    case NodeKind.False:
    case NodeKind.None:
    case NodeKind.Integer:
      return true;
    case NodeKind.Assignment: {
      const named = tree.kind(tree.child(expression, Field.Left)) === NodeKind.Identifier;
      return named && isLookup(ctx, tree.child(expression, Field.Right));
    }
    case NodeKind.Identifier:
    case NodeKind.Attribute:
      ctx.lazy++;
      try {
        return isCatalogued(evaluate(ctx, expression));
      } finally {
        ctx.lazy--;
      }
    default:
      return false;
  }
}

function isCatalogued(value: Value | undefined): boolean {
  return value !== undefined && value.tag !== "external" && value.tag !== "unknown";
}

/** Calls that may import anything. */
const IMPORTING = /^(?:importlib\b|builtins\.(?:__import__|exec|eval)$|pkgutil\b|runpy\b)/;

/**
 * Tells whether a body imports, and nothing in it does but statements that ask the library, so that it raises no other
 * ImportError than theirs: whatever it calls is the library's, too.
 */
export function importsLibraryOnly(ctx: Context, body: NodeIndex): boolean {
  const { tree } = ctx;
  const last = tree.lastInside(body);
  let imports = false;
  for (let node = body + 1; node <= last; node++) {
    const kind = tree.kind(node);
    imports ||= isImport(kind);
    if (isImport(kind) && importedEntries(ctx, node) === undefined) return false;
    if (kind !== NodeKind.Call) continue;
    const callee = ctx.silently(() => evaluate(ctx, tree.child(node, Field.Function)));
    if (callee.tag !== "symbol" || IMPORTING.test(callee.entry.id)) return false;
  }
  return imports;
}

/**
 * Tells whether a body is one statement that calls methods of the library with plain names and literals, so that the one
 * AttributeError to expect is that of a method which is not there: `parser.read_file(file)`.
 */
export function asksLibraryOnly(ctx: Context, body: NodeIndex): boolean {
  const { tree } = ctx;
  const [only, ...others] = tree.namedChildren(body);
  if (only === undefined || others.length > 0 || !ASKING.has(tree.kind(only))) return false;
  const last = tree.lastInside(only);
  let asks = false;
  for (let node = only + 1; node <= last; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.Subscript || kind === NodeKind.Lambda) return false;
    if (kind !== NodeKind.Attribute && kind !== NodeKind.Call) continue;
    const asked = kind === NodeKind.Call ? tree.child(node, Field.Function) : node;
    const value = ctx.silently(() => evaluate(ctx, asked));
    if (value.tag !== "symbol" && value.tag !== "method") return false;
    asks ||= value.tag === "method";
  }
  return asks;
}

const ASKING: ReadonlySet<NodeKind> = new Set([NodeKind.ExpressionStatement, NodeKind.ReturnStatement]);
