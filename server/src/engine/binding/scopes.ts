import type { NodeIndex } from "../syntax/syntax-tree";

export type ScopeKind = "module" | "class" | "function" | "lambda" | "comprehension";

/** A stretch of code with names of its own. */
export interface Scope {
  readonly kind: ScopeKind;
  /** The node that opens it. It moves, like every node of a scope, when a function before it is edited. */
  node: NodeIndex;
  readonly parent: Scope | undefined;
  /** Every name that is bound here, with the nodes that bind it (an identifier, an import, a definition), in order. */
  readonly bindings: Map<string, NodeIndex[]>;
  /** Names declared `global` here. */
  globals: ReadonlySet<string>;
  /** Names declared `nonlocal` here. */
  nonlocals: ReadonlySet<string>;
  /** In a function: the `return` statements of its own. */
  returns: readonly NodeIndex[];
  /** In a function: whether it yields, so that a call makes a generator. */
  yields: boolean;
  /** In a method: assignments to attributes of its first parameter (the `attribute` nodes), by attribute name. */
  selfAttributes: ReadonlyMap<string, readonly NodeIndex[]>;
}

/** The scopes of a document and which names each binds: everything about names that needs no order of evaluation. */
export interface ScopeTable {
  readonly module: Scope;
  /** By the node that opens the scope. */
  byNode: ReadonlyMap<NodeIndex, Scope>;
  /** Modules whose names a star import brings into the module scope, with the node of the import. */
  starImports: readonly NodeIndex[];
  /** Nodes of `import_from_statement` that name `__future__`. */
  futureImports: readonly NodeIndex[];
}

/** Finds the scope in which a name is looked up from `scope`: itself or an enclosing one; `undefined`: a builtin. */
export function scopeOfName(scope: Scope, name: string): Scope | undefined {
  let from: Scope | undefined = scope;
  if (scope.globals.has(name)) return moduleOf(scope);
  if (scope.nonlocals.has(name)) from = scope.parent;
  for (let at = from; at; at = at.parent) {
    // Functions do not see the names of the class around them.
    if (at.kind === "class" && at !== scope) continue;
    if (at.bindings.has(name) && !at.globals.has(name)) return at;
    if (at.globals.has(name)) return moduleOf(at);
  }
  return undefined;
}

/** The outermost scope. */
export function moduleOf(scope: Scope): Scope {
  let at = scope;
  while (at.parent) at = at.parent;
  return at;
}
