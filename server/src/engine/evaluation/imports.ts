import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { specialSymbol } from "./members";
import { bindName } from "./names";
import { UNKNOWN, type Value } from "./values";

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
    return moduleValue(ctx, aliased ? name : name.split(".")[0]);
  }
  const moduleName = fromModuleName(ctx, statement);
  if (moduleName === undefined) return UNKNOWN;
  if (!catalogue.isModule(moduleName)) return { tag: "external", path: `${moduleName}.${name}` };
  const entry = catalogue.member(moduleName, name) ?? catalogue.lookup(`${moduleName}.${name}`);
  return entry ? specialSymbol(entry) : UNKNOWN;
}

/** The standard library module that a `from` import names; `undefined` for a relative import or another package. */
export function importedModuleId(ctx: Context, statement: NodeIndex): string | undefined {
  const name = fromModuleName(ctx, statement);
  return name !== undefined && ctx.catalogue.isModule(name) ? name : undefined;
}

function moduleValue(ctx: Context, name: string): Value {
  const entry = ctx.catalogue.isModule(name) ? ctx.catalogue.lookup(name) : undefined;
  return entry ? { tag: "symbol", entry } : { tag: "external", path: name };
}

function fromModuleName(ctx: Context, statement: NodeIndex): string | undefined {
  const { tree } = ctx;
  if (tree.kind(statement) === NodeKind.FutureImportStatement) return "__future__";
  const module = tree.child(statement, Field.ModuleName);
  if (module === NO_NODE || tree.kind(module) !== NodeKind.DottedName) return undefined;
  return dottedText(ctx, module);
}

/** Tells of the module after `from` where none of its names will: in a star import. */
function useFromModule(ctx: Context, statement: NodeIndex): void {
  const { tree } = ctx;
  if (tree.childOfKind(statement, NodeKind.WildcardImport) === NO_NODE) return;
  const module = tree.child(statement, Field.ModuleName);
  const id = importedModuleId(ctx, statement);
  const entry = id === undefined ? undefined : ctx.catalogue.lookup(id);
  if (entry) ctx.use(entry, "import", tree.start(module), tree.end(module));
}

function useImported(ctx: Context, statement: NodeIndex, child: NodeIndex): void {
  const { tree, catalogue } = ctx;
  const nameNode = tree.kind(child) === NodeKind.AliasedImport ? tree.child(child, Field.Name) : child;
  const name = dottedText(ctx, nameNode);
  const start = tree.start(nameNode);
  const end = tree.end(nameNode);
  if (tree.kind(statement) === NodeKind.ImportStatement) {
    const entry = longestModule(ctx, name);
    if (entry) ctx.use(entry, "import", start, end);
    return;
  }
  const moduleName = importedModuleId(ctx, statement);
  if (moduleName === undefined) return;
  const entry = catalogue.member(moduleName, name) ?? catalogue.lookup(`${moduleName}.${name}`);
  if (entry) {
    ctx.use(entry, "import", start, end);
    return;
  }
  // A name that the catalogue does not know still needs its module.
  const module = catalogue.lookup(moduleName);
  if (module) ctx.use(module, "import", start, end);
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
