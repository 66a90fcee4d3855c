import type { ModuleFile } from "../analysis";
import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { importSource, ownModule } from "./imports";
import { specialSymbol } from "./library-symbols";
import type { ModuleTable } from "./module-table";
import { declaredValue } from "./names";
import {
  guardedMembers,
  guardedUnion,
  instance,
  isSettledFlag,
  type ModuleValue,
  UNKNOWN,
  type Value,
} from "./values";

/** What looking a name up in a module gives. */
export interface Export {
  /** `undefined`: the module has no such name, as far as can be told. */
  readonly value: Value | undefined;
  /** The module may have it all the same: through `__getattr__`, or a star import from nobody knows where. */
  readonly doubtful: boolean;
}

/** What `module.name` stands for, or `name` after `from module import name`: a name of the module or a submodule. */
export function memberOfModule(ctx: Context, { module, request }: ModuleValue, name: string): Value {
  const { modules } = ctx;
  if (!modules) return UNKNOWN;
  const { value, doubtful } = exportOf(modules, module, name);
  const mayBeBound = doubtful && modules.contextOf(module).scopes.module.bindings.has(name);
  if (value !== undefined && (value.tag !== "unknown" || mayBeBound)) return value;
  const dotted = request.name === "" ? name : `${request.name}.${name}`;
  // A name that the package binds hides the submodule, unless all that is known of it is that it is bound; a submodule
  // comes before what `__getattr__` would make.
  return ownModule(ctx, request.level, dotted, request.from) ?? UNKNOWN;
}

/** What a star import from a module brings under a name; `undefined` value: nothing. */
export function starExport(ctx: Context, { module }: ModuleValue, name: string): Export {
  const { modules } = ctx;
  if (!modules) return NOTHING;
  const ends = modules.contextOf(module);
  if (!isPublic(ends, name)) return NOTHING;
  return exportOf(modules, module, name);
}

/** The value of an imported name, whatever it was imported through. */
export function readImported(ctx: Context, value: Value): Value {
  switch (value.tag) {
    case "imported":
      return memberOfModule(ctx, value.module, value.name);
    case "union":
      if (!value.members.some(({ tag }) => tag === "imported")) return value;
      return guardedUnion(
        guardedMembers(value).map(({ value: member, on }) => ({ value: readImported(ctx, member), on })),
      );
    default:
      return value;
  }
}

const NOTHING: Export = { value: undefined, doubtful: false };

/** Expressions nested deeper than this are not followed into other files. */
const DEEPEST = 300;

/** So many nested expressions need as much of the stack as following a name into another file does. */
const FRAMES = 4;

/** Where modules import each other, the one that was begun first is not finished yet. */
const IN_A_CIRCLE: Export = { value: UNKNOWN, doubtful: true };

function exportOf(
  modules: ModuleTable,
  module: ModuleFile & { readonly stub?: ModuleFile },
  name: string,
): Export {
  const found = ownExport(modules, module, name);
  const isPlain = found.value !== undefined && found.value.tag !== "unknown";
  if (isPlain || !module.stub) return found;
  const stubbed = ownExport(modules, module.stub, name);
  return stubbed.value && stubbed.value.tag !== "unknown" ? stubbed : found;
}

function ownExport(modules: ModuleTable, file: ModuleFile, name: string): Export {
  const key = `${name} ${file.uri}`;
  const { nesting } = modules;
  if (nesting.depth > DEEPEST) {
    nesting.cuts++;
    return IN_A_CIRCLE;
  }
  const home = modules.contextOf(file);
  nesting.depth += FRAMES;
  const found = home.once(modules.exports, key, IN_A_CIRCLE, () => findExport(home, name));
  nesting.depth -= FRAMES;
  return found;
}

function findExport(home: Context, name: string): Export {
  const { module } = home.scopes;
  if (module.bindings.has(name)) {
    return { value: settled(readImported(home, declaredValue(home, module, name)), name), doubtful: false };
  }
  let doubtful = module.bindings.has("__getattr__");
  for (const statement of home.scopes.starImports.toReversed()) {
    const source = importSource(home, statement);
    if (source.kind === "library" && !name.startsWith("_")) {
      const entry = home.catalogue.member(source.id, name);
      if (entry && hasStarRival(home, statement)) return { value: UNKNOWN, doubtful: true };
      if (entry) return { value: specialSymbol(entry), doubtful: false };
    } else if (source.kind === "own") {
      const found = starExport(home, source.module, name);
      if (found.value !== undefined) return found;
      doubtful ||= found.doubtful;
    } else if (source.kind !== "library") doubtful = true;
  }
  return { value: doubtful ? UNKNOWN : undefined, doubtful };
}

/**
 * Tells whether another branch of the same `try` statement takes everything from nobody knows where: then it is not
 * known whose a name is.
 */
export function hasStarRival(home: Context, statement: NodeIndex): boolean {
  const { tree, scopes } = home;
  for (let node = tree.parent(statement); node > 0; node = tree.parent(node)) {
    if (tree.kind(node) !== NodeKind.TryStatement) continue;
    const end = tree.lastInside(node);
    const isRival = (other: NodeIndex): boolean => {
      return other > node && other <= end && !["own", "library"].includes(importSource(home, other).kind);
    };
    if (scopes.starImports.some(isRival)) return true;
  }
  return false;
}

/** A flag of another module may be set by anybody: that it is a truth value is known, which one is not. */
function settled(value: Value, name: string): Value {
  const isFlag = value.tag === "instance" && value.constant !== undefined && !isVersionPart(value.constant);
  return isFlag && !isSettledFlag(name) ? instance(value.classId) : value;
}

/** Numbers that can be a part of a version in a test are worth knowing. */
function isVersionPart(constant: string | number | boolean): boolean {
  return typeof constant === "number" && constant > 0;
}

/** Tells whether `from module import *` brings a name: what `__all__` lists, or else what does not start with `_`. */
function isPublic(home: Context, name: string): boolean {
  const listed = listedNames(home);
  return listed ? listed.has(name) : !name.startsWith("_");
}

/** The names in `__all__`; `undefined` where there is none, or where it is more than lists of strings. */
function listedNames(home: Context): ReadonlySet<string> | undefined {
  const { tree, scopes } = home;
  const nodes = scopes.module.bindings.get("__all__");
  if (!nodes) return undefined;
  const names = new Set<string>();
  for (const node of nodes) {
    const assignment = tree.parent(node);
    const isAssigned =
      tree.kind(assignment) === NodeKind.Assignment || tree.kind(assignment) === NodeKind.AugmentedAssignment;
    if (!isAssigned || !addStrings(home, assignment, names)) return undefined;
  }
  return names;
}

function addStrings({ tree }: Context, assignment: NodeIndex, names: Set<string>): boolean {
  const [, list] = tree.namedChildren(assignment);
  if (list === undefined || (tree.kind(list) !== NodeKind.List && tree.kind(list) !== NodeKind.Tuple))
    return false;
  return tree.namedChildren(list).every((item) => {
    const content =
      tree.kind(item) === NodeKind.String ? tree.childOfKind(item, NodeKind.StringContent) : NO_NODE;
    if (content !== NO_NODE) names.add(tree.textOf(content));
    return content !== NO_NODE;
  });
}
