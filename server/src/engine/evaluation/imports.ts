import type { ModuleRequest } from "../analysis";
import { namesOfImport } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { specialSymbol } from "./library-symbols";
import { bindName } from "./names";
import { type ModuleValue, UNKNOWN, type Value } from "./values";

/** What stands behind `from`: a module of the project, one of the standard library, or another package's. */
export type ImportSource =
  | { readonly kind: "own"; readonly module: ModuleValue }
  | { readonly kind: "library"; readonly id: string }
  | { readonly kind: "foreign"; readonly path: string }
  /** A relative import that leads to no file at hand. */
  | { readonly kind: "lost" };

/** Walks an import statement: tells of the modules and names that it uses and binds what it binds. */
export function walkImport(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  if (tree.kind(node) !== NodeKind.ImportStatement) useFromModule(ctx, node);
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.field(child) !== Field.Name) continue;
    useImported(ctx, node, child);
    const bound = boundIdentifier(ctx, node, child);
    if (bound !== NO_NODE) bindName(ctx, bound, importedValue(ctx, child), child);
  }
}

/** The value that one name of an import statement is bound to; `node` is the name or the `name as alias`. */
export function importedValue(ctx: Context, node: NodeIndex): Value {
  const { tree, catalogue } = ctx;
  const statement = tree.parent(node);
  const aliased = tree.kind(node) === NodeKind.AliasedImport;
  const name = dottedText(ctx, aliased ? tree.child(node, Field.Name) : node);
  if (tree.kind(statement) === NodeKind.ImportStatement) {
    // `import a.b` binds `a`; `import a.b as c` binds `a.b`.
    return moduleValue(ctx, aliased ? name : firstName(name));
  }
  const source = importSource(ctx, statement);
  switch (source.kind) {
    case "own":
      return { tag: "imported", module: source.module, name };
    case "library": {
      const entry = catalogue.member(source.id, name) ?? catalogue.lookup(`${source.id}.${name}`);
      return entry ? specialSymbol(entry) : UNKNOWN;
    }
    case "foreign":
      return { tag: "external", path: `${source.path}.${name}` };
    case "lost":
      return UNKNOWN;
  }
}

/** The module that a `from` import names. */
export function importSource(ctx: Context, statement: NodeIndex): ImportSource {
  let source = ctx.sources.get(statement);
  if (!source) ctx.sources.set(statement, (source = findSource(ctx, statement)));
  return source;
}

function findSource(ctx: Context, statement: NodeIndex): ImportSource {
  const { tree } = ctx;
  if (tree.kind(statement) === NodeKind.FutureImportStatement) return { kind: "library", id: "__future__" };
  const node = tree.child(statement, Field.ModuleName);
  if (node === NO_NODE) return { kind: "lost" };
  const text = dottedText(ctx, node);
  const name = text.replace(/^\.+/, "");
  const level = text.length - name.length;
  const module = ownModule(ctx, level, name);
  if (module) return { kind: "own", module };
  if (level > 0) return { kind: "lost" };
  return ctx.catalogue.isModule(name) ? { kind: "library", id: name } : { kind: "foreign", path: name };
}

/** A module of the project, as an import in this document finds it; `undefined` where it finds none. */
export function ownModule(
  ctx: Context,
  level: number,
  name: string,
  from = ctx.uri,
): ModuleValue | undefined {
  if (!ctx.modules) return undefined;
  const isLibrary = level === 0 && ctx.catalogue.isModule(firstName(name));
  const request: ModuleRequest = { from, level, name, isLibrary };
  const module = ctx.modules.find(request);
  return module && { tag: "module", module, request };
}

/**
 * The entries that an import statement asks for, module by module and name by name; `undefined` where it asks for
 * anything that is not of the standard library.
 */
export function importedEntries(ctx: Context, statement: NodeIndex) {
  const { tree, catalogue } = ctx;
  const plain = tree.kind(statement) === NodeKind.ImportStatement;
  const source = plain ? undefined : importSource(ctx, statement);
  const names = namesOfImport(tree, statement);
  const entries = names.map((child) => {
    const named = tree.kind(child) === NodeKind.AliasedImport ? tree.child(child, Field.Name) : child;
    const name = dottedText(ctx, named);
    if (plain)
      return isOwn(ctx, name) ? undefined : catalogue.isModule(name) ? catalogue.lookup(name) : undefined;
    if (source?.kind !== "library") return undefined;
    return catalogue.member(source.id, name) ?? catalogue.lookup(`${source.id}.${name}`);
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function moduleValue(ctx: Context, name: string): Value {
  const own = ownModule(ctx, 0, name);
  if (own) return own;
  const entry = ctx.catalogue.isModule(name) ? ctx.catalogue.lookup(name) : undefined;
  return entry ? { tag: "symbol", entry } : { tag: "external", path: name };
}

/** Tells of the module after `from` where none of its names will: in a star import. */
function useFromModule(ctx: Context, statement: NodeIndex): void {
  const { tree } = ctx;
  if (tree.childOfKind(statement, NodeKind.WildcardImport) === NO_NODE) return;
  const module = tree.child(statement, Field.ModuleName);
  const source = importSource(ctx, statement);
  const entry = source.kind === "library" ? ctx.catalogue.lookup(source.id) : undefined;
  if (entry) ctx.use(entry, "import", tree.start(module), tree.end(module));
}

function useImported(ctx: Context, statement: NodeIndex, child: NodeIndex): void {
  const { tree, catalogue } = ctx;
  const nameNode = tree.kind(child) === NodeKind.AliasedImport ? tree.child(child, Field.Name) : child;
  const name = dottedText(ctx, nameNode);
  const start = tree.start(nameNode);
  const end = tree.end(nameNode);
  if (tree.kind(statement) === NodeKind.ImportStatement) {
    const entry = isOwn(ctx, name) ? undefined : longestModule(ctx, name);
    if (entry) ctx.use(entry, "import", start, end);
    return;
  }
  const source = importSource(ctx, statement);
  if (source.kind !== "library") return;
  const entry = catalogue.member(source.id, name) ?? catalogue.lookup(`${source.id}.${name}`);
  if (entry) {
    ctx.use(entry, "import", start, end);
    return;
  }
  // A name that the catalogue does not know still needs its module.
  const module = catalogue.lookup(source.id);
  if (module) ctx.use(module, "import", start, end);
}

/** Tells whether a plain import of a dotted name leads into the project. */
function isOwn(ctx: Context, name: string): boolean {
  return ownModule(ctx, 0, firstName(name)) !== undefined;
}

function firstName(dotted: string): string {
  const dot = dotted.indexOf(".");
  return dot < 0 ? dotted : dotted.slice(0, dot);
}

/** `import a.b.c` needs `a.b.c`, or as much of it as is known: `distutils.unheard_of` needs `distutils`. */
function longestModule(ctx: Context, name: string) {
  for (let path = name; path; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
    if (ctx.catalogue.isModule(path)) return ctx.catalogue.lookup(path);
  }
  return undefined;
}

function boundIdentifier(ctx: Context, statement: NodeIndex, child: NodeIndex): NodeIndex {
  const { tree } = ctx;
  if (tree.kind(child) === NodeKind.AliasedImport) return tree.child(child, Field.Alias);
  return tree.kind(statement) === NodeKind.ImportStatement ? tree.firstNamedChild(child) : child;
}

/** A dotted name without the blanks and line continuations that may stand around its dots. */
function dottedText(ctx: Context, node: NodeIndex): string {
  const text = ctx.tree.textOf(node);
  return /[\s\\]/.test(text) ? text.replace(/[\s\\]+/g, "") : text;
}
