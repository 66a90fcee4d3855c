import type { Scope, ScopeTable } from "../binding/scopes";
import type { Entry } from "../catalogue/entry";
import type { UsageKind } from "../findings";
import { shapesScope } from "../syntax/scope-shape";
import { isImport, namesOfImport, withoutBlanks } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { kindSet, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { NO_MINORS } from "../version";
import { isDependable } from "./dependable";
import type { Judgement, Rule, RuleInput } from "./rule";

/**
 * Flags a `try` that provides for the absence of names of the library that every targeted Python has.
 *
 * Silent where the `try` does anything else that may fail, where its handlers catch other exceptions, where something that
 * not every build or system has is looked for, where the handlers bind names that are used outside of them, where a
 * function does without a module of every Python 3, and where the target lets in Python 2.
 *
 * Why: the handlers never run, and the reader has to find that out.
 *
 * ```python
 * # target: >=3.11
 * try:
 *     import tomllib  # modernise tomllib
 * except ImportError:
 *     import tomli as tomllib
 * ```
 */
export const needlessFallback: Rule = function* (input): Iterable<Judgement> {
  const { tree, target } = input;
  if (target.python2) return;
  for (const node of tree.nodesOf(TRIES)) {
    const found = readTry(input, node);
    const wanted = found && namesOf(input, found.body);
    if (!wanted || bindsOutside(input, found, wanted) || isForOddTimes(input, found, wanted)) continue;
    const { entry, start, end } = wanted.reduce((best, each) => (isNewer(each, best) ? each : best));
    yield {
      code: "modernise",
      severity: "hint",
      entryId: entry.id,
      start,
      end,
      failing: NO_MINORS,
      subject: { start: tree.start(node), end: tree.end(node) },
      fallback: found.fallback,
    };
  }
};

const TRIES = kindSet([NodeKind.TryStatement]);

interface Try {
  readonly node: NodeIndex;
  readonly body: NodeIndex;
  /** From the first handler to the end of the last one. */
  readonly fallback: { readonly start: number; readonly end: number };
}

const FORGIVING = new Set(["ImportError", "ModuleNotFoundError", "AttributeError", "NameError"]);

/** Reads a `try` whose handlers are for missing names only. */
function readTry({ tree, scopes }: RuleInput, node: NodeIndex): Try | undefined {
  const clauses = tree.namedChildren(node).filter((child) => tree.kind(child) !== NodeKind.Comment);
  const handlers = clauses.filter((clause) => tree.kind(clause) === NodeKind.ExceptClause);
  const body = tree.child(node, Field.Body);
  const others = clauses.filter((clause) => clause !== body && !handlers.includes(clause));
  if (body === NO_NODE || handlers.length === 0) return undefined;
  if (others.some((clause) => tree.kind(clause) !== NodeKind.ElseClause)) return undefined;
  for (const handler of handlers) {
    const block = tree.childOfKind(handler, NodeKind.Block);
    if (block === NO_NODE || shapesScope(tree, block)) return undefined;
    const caught = caughtNames(tree, handler);
    if (!caught.every((name) => FORGIVING.has(name) && !scopes.module.bindings.has(name))) return undefined;
  }
  const last = handlers[handlers.length - 1];
  return { node, body, fallback: { start: tree.start(handlers[0]), end: tree.end(last) } };
}

/** What a handler catches, as it is written; a text that is no name where that is not simple, as for a bare `except`. */
function caughtNames(tree: SyntaxTree, handler: NodeIndex): string[] {
  const [value, ...others] = tree.namedChildren(handler).filter((child) => {
    return tree.kind(child) !== NodeKind.Block && tree.kind(child) !== NodeKind.Comment;
  });
  if (others.length > 0 || value === undefined || /^except\s*\*/.test(tree.textOf(handler))) return [""];
  const caught = tree.kind(value) === NodeKind.AsPattern ? tree.firstNamedChild(value) : value;
  return tree.kind(caught) === NodeKind.Tuple
    ? tree.namedChildren(caught).map((item) => tree.textOf(item))
    : [tree.textOf(caught)];
}

interface Wanted {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

/** What a body looks for in the library; `undefined` where it does anything else, or some of it may be missing. */
function namesOf(input: RuleInput, body: NodeIndex): Wanted[] | undefined {
  const { tree } = input;
  const found: Wanted[] = [];
  for (const statement of tree.namedChildren(body)) {
    const kind = tree.kind(statement);
    if (kind === NodeKind.Comment) continue;
    const imports = isImport(kind);
    const isExpression = kind === NodeKind.ExpressionStatement && tree.namedChildren(statement).length === 1;
    if (!imports && !isExpression) return undefined;
    const names = imports
      ? importedNames(input, statement)
      : lookedUp(input, tree.firstNamedChild(statement));
    if (!names) return undefined;
    found.push(...names);
  }
  return found.length > 0 ? found : undefined;
}

function importedNames(input: RuleInput, statement: NodeIndex): Wanted[] | undefined {
  const { tree } = input;
  const isPlain = tree.kind(statement) === NodeKind.ImportStatement;
  const module = isPlain ? "" : withoutBlanks(tree.textOf(tree.child(statement, Field.ModuleName)));
  const names = namesOfImport(tree, statement);
  const found = names.map((child) => {
    const name = tree.kind(child) === NodeKind.AliasedImport ? tree.child(child, Field.Name) : child;
    const wanted = wantedAt(input, name, "import");
    // A name that the catalogue does not know counts as a use of its module.
    const isWhole = isPlain
      ? wanted?.entry.id === withoutBlanks(tree.textOf(name))
      : wanted?.entry.id !== module;
    return isWhole ? wanted : undefined;
  });
  const known = found.filter((wanted) => wanted !== undefined);
  return found.length > 0 && known.length === found.length ? known : undefined;
}

/** A literal, or a name or attribute of the library, perhaps assigned to a name. */
function lookedUp(input: RuleInput, expression: NodeIndex): Wanted[] | undefined {
  const { tree, subject } = input;
  switch (tree.kind(expression)) {
    case NodeKind.True:
    case NodeKind.False:
    case NodeKind.None:
    case NodeKind.Integer:
      return [];
    case NodeKind.String:
      return tree.childOfKind(expression, NodeKind.Interpolation) === NO_NODE ? [] : undefined;
    case NodeKind.Assignment: {
      const isNamed = tree.kind(tree.child(expression, Field.Left)) === NodeKind.Identifier;
      const value = tree.child(expression, Field.Right);
      const isPlain = isNamed && value !== NO_NODE && tree.child(expression, Field.Type) === NO_NODE;
      return isPlain ? lookedUp(input, value) : undefined;
    }
    case NodeKind.Identifier: {
      const wanted = wantedAt(input, expression, "name", "reference") ?? builtinAt(input, expression);
      return wanted ? [wanted] : undefined;
    }
    case NodeKind.Attribute: {
      const object = tree.firstNamedChild(expression);
      const name = tree.child(expression, Field.Attribute);
      const wanted = name === NO_NODE ? undefined : wantedAt(input, name, "attribute");
      const isOfModule = subject.valueAt(object).tag === "symbol";
      const before = isOfModule && wanted ? ownerOf(input, object) : undefined;
      return wanted && before ? [...before, wanted] : undefined;
    }
    default:
      return undefined;
  }
}

/** What stands before the dot: a module or class that is there, too. */
function ownerOf(input: RuleInput, object: NodeIndex): Wanted[] | undefined {
  const { tree, subject } = input;
  if (tree.kind(object) === NodeKind.Attribute) return lookedUp(input, object);
  if (tree.kind(object) !== NodeKind.Identifier) return undefined;
  const value = subject.valueAt(object);
  return value.tag === "symbol" ? [] : undefined;
}

/** The use of something that every Python reached here has on every machine. */
function wantedAt(
  { subject, catalogue, target }: RuleInput,
  node: NodeIndex,
  ...kinds: UsageKind[]
): Wanted | undefined {
  const { tree, references } = subject;
  const [start, end] = [tree.start(node), tree.end(node)];
  const usage = references.within(start, end).find((each) => each.end === end && kinds.includes(each.kind));
  const isReached = usage !== undefined && (usage.reach & target.minors) !== NO_MINORS;
  const entry = isReached ? catalogue.lookup(usage.entryId) : undefined;
  return entry && isDependable(entry, target.minors) ? { entry, start, end } : undefined;
}

/** A built-in name that a module binds only where it is missing: until then it is that of the library. */
function builtinAt({ tree, scopes, catalogue, target }: RuleInput, node: NodeIndex): Wanted | undefined {
  const statement = tree.parent(tree.parent(tree.parent(node)));
  const entry = catalogue.lookup(`builtins.${tree.textOf(node)}`);
  const bindings = scopes.module.bindings.get(tree.textOf(node)) ?? [];
  const isOwn = tree.kind(statement) === NodeKind.TryStatement && tree.parent(statement) === 0;
  const isBoundBefore = bindings.some((each) => each < node || each > tree.lastInside(statement));
  if (!entry || !isOwn || isBoundBefore || scopes.starImports.length > 0) return undefined;
  if (!isDependable(entry, target.minors)) return undefined;
  return { entry, start: tree.start(node), end: tree.end(node) };
}

/** Tells whether handlers bind names that only they bind, and that somebody outside of them reads. */
function bindsOutside(
  { tree, scopes }: RuleInput,
  { node, fallback }: Try,
  wanted: readonly Wanted[],
): boolean {
  const scope = scopeAround(tree, scopes, node);
  const isInside = (each: NodeIndex): boolean =>
    fallback.start <= tree.start(each) && tree.start(each) < fallback.end;
  for (const [name, bindings] of scope.bindings) {
    const isBuiltin = wanted.some(({ entry }) => entry.id === `builtins.${name}`);
    if (isBuiltin || !bindings.every(isInside)) continue;
    for (let each = 0; each < tree.count; each++) {
      const isRead = tree.kind(each) === NodeKind.Identifier && !isInside(each) && tree.textOf(each) === name;
      if (isRead) return true;
    }
  }
  return false;
}

/**
 * Tells whether a function imports what every Python 3 has, and does without where that fails: no import works while Python
 * is built or shut down. Handlers that import something else speak of Python 2.
 */
function isForOddTimes(
  { tree, scopes }: RuleInput,
  { node, body, fallback }: Try,
  wanted: readonly Wanted[],
): boolean {
  if (scopeAround(tree, scopes, node).kind !== "function" || wanted.some(({ entry }) => minorOf(entry) > 0))
    return false;
  if (!tree.namedChildren(body).some((each) => isImport(tree.kind(each)))) return false;
  for (
    let each = tree.firstFrom(fallback.start);
    each < tree.count && tree.start(each) < fallback.end;
    each++
  ) {
    if (isImport(tree.kind(each))) return false;
  }
  return true;
}

function scopeAround(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): Scope {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    const scope = scopes.byNode.get(at);
    if (scope) return scope;
  }
  return scopes.module;
}

/** The newest of the names says best why there was a fallback. */
function isNewer({ entry }: Wanted, than: Wanted): boolean {
  return minorOf(entry) > minorOf(than.entry);
}

function minorOf({ added }: Entry): number {
  return Number(added?.split(".")[1] ?? 0);
}
