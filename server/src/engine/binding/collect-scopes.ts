import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { firstParameter, forEachTargetName, parameterName, typeAliasName } from "./bound-names";
import { moduleOf, type Scope, type ScopeKind, type ScopeTable } from "./scopes";

/** Finds every scope and binding in one pass over the tree. */
export function collectScopes(tree: SyntaxTree): ScopeTable {
  const collector = new ScopeCollector(tree);
  collector.run(0, tree.count - 1);
  const { module, byNode, starImports, futureImports } = collector;
  return { module, byNode, starImports, futureImports };
}

/** What a stretch of code holds: scopes by their nodes, and its imports of two special kinds. */
export interface InnerScopes {
  readonly byNode: ReadonlyMap<NodeIndex, Scope>;
  readonly starImports: readonly NodeIndex[];
  readonly futureImports: readonly NodeIndex[];
}

/**
 * Finds the scopes inside of a function and everything that it binds, itself and in the scopes around it; `scope` is that of
 * the function and empty. What it binds around it is put behind what is there.
 */
export function collectFunction(tree: SyntaxTree, scope: Scope): InnerScopes {
  return collectStatements(tree, scope, scope.node + 1, tree.lastInside(scope.node));
}

/** Does the same for the statements of a class or of the module from `first` to `last`; `scope` is that of their owner. */
export function collectStatements(
  tree: SyntaxTree,
  scope: Scope,
  first: NodeIndex,
  last: NodeIndex,
): InnerScopes {
  const collector = new ScopeCollector(tree, scope);
  collector.run(first, last);
  const { byNode, starImports, futureImports } = collector;
  return { byNode, starImports, futureImports };
}

// Most scopes have none of these, and many scopes are kept: they share the empty ones.
const NO_NAMES: ReadonlySet<string> = new Set();
const NO_NODES: readonly NodeIndex[] = [];
const NO_ATTRIBUTES: ReadonlyMap<string, readonly NodeIndex[]> = new Map();

/** Takes everything out of a scope. */
export function emptyScope(scope: Scope): void {
  scope.bindings.clear();
  scope.globals = NO_NAMES;
  scope.nonlocals = NO_NAMES;
  scope.returns = NO_NODES;
  scope.selfAttributes = NO_ATTRIBUTES;
  scope.yields = false;
}

class ScopeCollector {
  readonly byNode = new Map<NodeIndex, Scope>();
  readonly starImports: NodeIndex[] = [];
  readonly futureImports: NodeIndex[] = [];
  readonly module: Scope;
  private scope: Scope;

  /** Starts in a module, or in a function whose parameters are bound first. */
  constructor(
    private readonly tree: SyntaxTree,
    start?: Scope,
  ) {
    this.scope = start ?? this.open("module", 0, undefined);
    this.module = moduleOf(this.scope);
    if (start) this.bindParameters(start.node);
  }

  /** Goes through a stretch of nodes, the last one included. */
  run(first: NodeIndex, last: NodeIndex): void {
    const { tree } = this;
    const ends: NodeIndex[] = [last];
    for (let node = first; node <= last; node++) {
      while (node > ends[ends.length - 1]) {
        ends.pop();
        this.scope = this.scope.parent as Scope;
      }
      const kind = scopeKindOf(tree.kind(node));
      if (kind) {
        this.bindDefinition(node);
        this.scope = this.open(kind, node, this.scope);
        ends.push(tree.lastInside(node));
        this.bindParameters(node);
      } else {
        this.visit(node);
      }
    }
  }

  private open(kind: ScopeKind, node: NodeIndex, parent: Scope | undefined): Scope {
    const scope: Scope = {
      kind,
      node,
      parent,
      bindings: new Map(),
      globals: NO_NAMES,
      nonlocals: NO_NAMES,
      returns: NO_NODES,
      yields: false,
      selfAttributes: NO_ATTRIBUTES,
    };
    this.byNode.set(node, scope);
    return scope;
  }

  private visit(node: NodeIndex): void {
    const { tree } = this;
    switch (tree.kind(node)) {
      case NodeKind.Assignment:
      case NodeKind.AugmentedAssignment:
      case NodeKind.ForStatement:
        return this.bindTarget(tree.child(node, Field.Left));
      case NodeKind.ForInClause:
        return this.bindTarget(tree.child(node, Field.Left));
      case NodeKind.NamedExpression:
        return this.bindWalrus(tree.child(node, Field.Name));
      case NodeKind.AsPatternTarget:
        return this.bindTarget(node);
      case NodeKind.AsPattern:
        // In a `case`, the name after `as` is a bare identifier instead of a target.
        if (tree.kind(tree.parent(node)) === NodeKind.CasePattern) this.bindName(lastNamedChild(tree, node));
        return;
      case NodeKind.DeleteStatement:
        return this.bindTarget(tree.firstNamedChild(node));
      case NodeKind.ImportStatement:
      case NodeKind.ImportFromStatement:
      case NodeKind.FutureImportStatement:
        return this.bindImport(node);
      case NodeKind.GlobalStatement:
        this.scope.globals = this.withNames(this.scope.globals, node);
        return;
      case NodeKind.NonlocalStatement:
        this.scope.nonlocals = this.withNames(this.scope.nonlocals, node);
        return;
      case NodeKind.CasePattern:
      case NodeKind.KeywordPattern:
        return this.bindCapture(node);
      case NodeKind.SplatPattern:
        return this.bindName(tree.childOfKind(node, NodeKind.Identifier));
      case NodeKind.TypeAliasStatement:
        return this.bindTypeAlias(node);
      case NodeKind.ReturnStatement:
        if (this.scope.returns === NO_NODES) this.scope.returns = [];
        (this.scope.returns as NodeIndex[]).push(node);
        return;
      case NodeKind.Yield:
        this.functionScope().yields = true;
        return;
      default:
    }
  }

  private withNames(names: ReadonlySet<string>, statement: NodeIndex): ReadonlySet<string> {
    const { tree } = this;
    return new Set([...names, ...tree.namedChildren(statement).map((name) => tree.textOf(name))]);
  }

  private bindDefinition(node: NodeIndex): void {
    const kind = this.tree.kind(node);
    if (kind === NodeKind.FunctionDefinition || kind === NodeKind.ClassDefinition) {
      const name = this.tree.child(node, Field.Name);
      if (name !== NO_NODE) this.bind(this.scope, this.tree.textOf(name), node);
    }
  }

  private bindParameters(node: NodeIndex): void {
    const { tree } = this;
    const parameters = tree.child(node, Field.Parameters);
    if (parameters === NO_NODE) return;
    for (const parameter of tree.namedChildren(parameters)) {
      const name = parameterName(tree, parameter);
      if (name !== NO_NODE) this.bind(this.scope, tree.textOf(name), parameter);
    }
  }

  private bindTarget(target: NodeIndex): void {
    if (target === NO_NODE) return;
    forEachTargetName(this.tree, target, (identifier) => this.bindName(identifier));
    this.noteSelfAttribute(target);
  }

  private bindName(identifier: NodeIndex): void {
    if (identifier === NO_NODE || this.tree.kind(identifier) !== NodeKind.Identifier) return;
    this.bind(this.scope, this.tree.textOf(identifier), identifier);
  }

  /** A walrus inside of a comprehension binds in the scope around it. */
  private bindWalrus(identifier: NodeIndex): void {
    if (identifier === NO_NODE) return;
    let scope = this.scope;
    while (scope.kind === "comprehension" && scope.parent) scope = scope.parent;
    this.bind(scope, this.tree.textOf(identifier), identifier);
  }

  /** A bare name in a pattern captures; `_` and dotted names do not. */
  private bindCapture(pattern: NodeIndex): void {
    const { tree } = this;
    const dotted =
      tree.kind(pattern) === NodeKind.KeywordPattern
        ? lastNamedChild(tree, pattern)
        : tree.firstNamedChild(pattern);
    if (dotted === NO_NODE || tree.kind(dotted) !== NodeKind.DottedName) return;
    const parts = tree.namedChildren(dotted);
    if (parts.length === 1 && tree.textOf(parts[0]) !== "_") this.bindName(parts[0]);
  }

  private bindTypeAlias(node: NodeIndex): void {
    const name = typeAliasName(this.tree, node);
    if (name !== NO_NODE) this.bind(this.scope, this.tree.textOf(name), name);
  }

  private bindImport(node: NodeIndex): void {
    const { tree } = this;
    if (tree.kind(node) === NodeKind.FutureImportStatement) this.futureImports.push(node);
    if (tree.childOfKind(node, NodeKind.WildcardImport) !== NO_NODE) this.starImports.push(node);
    const plain = tree.kind(node) === NodeKind.ImportStatement;
    for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
      if (tree.field(child) !== Field.Name) continue;
      if (tree.kind(child) === NodeKind.AliasedImport) {
        const alias = tree.child(child, Field.Alias);
        if (alias !== NO_NODE) this.bind(this.scope, tree.textOf(alias), child);
      } else {
        // `import a.b` binds `a`; `from a import b` binds `b`.
        const name = plain ? tree.firstNamedChild(child) : child;
        if (name !== NO_NODE) this.bind(this.scope, tree.textOf(name), child);
      }
    }
  }

  private bind(scope: Scope, name: string, node: NodeIndex): void {
    const owner = scope.globals.has(name) ? this.module : scope;
    const nodes = owner.bindings.get(name);
    if (nodes) nodes.push(node);
    else owner.bindings.set(name, [node]);
  }

  /** Remembers `self.name = ...` for the class whose method this is. */
  private noteSelfAttribute(target: NodeIndex): void {
    const { tree } = this;
    if (tree.kind(target) !== NodeKind.Attribute) return;
    const method = this.functionScope();
    if (method.parent?.kind !== "class") return;
    const object = tree.child(target, Field.Object);
    const first = firstParameter(tree, tree.child(method.node, Field.Parameters));
    if (
      first === NO_NODE ||
      tree.kind(object) !== NodeKind.Identifier ||
      tree.textOf(first) !== tree.textOf(object)
    )
      return;
    const name = tree.textOf(tree.child(target, Field.Attribute));
    const owner = method.parent;
    if (owner.selfAttributes === NO_ATTRIBUTES) owner.selfAttributes = new Map();
    const sites = owner.selfAttributes as Map<string, NodeIndex[]>;
    const nodes = sites.get(name);
    if (nodes) nodes.push(target);
    else sites.set(name, [target]);
  }

  private functionScope(): Scope {
    let scope = this.scope;
    while (scope.kind === "comprehension" && scope.parent) scope = scope.parent;
    return scope;
  }
}

function scopeKindOf(kind: NodeKind): ScopeKind | undefined {
  switch (kind) {
    case NodeKind.FunctionDefinition:
      return "function";
    case NodeKind.ClassDefinition:
      return "class";
    case NodeKind.Lambda:
      return "lambda";
    case NodeKind.ListComprehension:
    case NodeKind.SetComprehension:
    case NodeKind.DictionaryComprehension:
    case NodeKind.GeneratorExpression:
      return "comprehension";
    default:
      return undefined;
  }
}

function lastNamedChild(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  const children = tree.namedChildren(node);
  return children.length ? children[children.length - 1] : NO_NODE;
}
