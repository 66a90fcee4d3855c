import { namesCoroutine } from "../binding/coroutines";
import type { Scope, ScopeTable } from "../binding/scopes";
import type { Usage } from "../findings";
import { holdsName } from "../syntax/contents";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../version";
import { callOfFunctionAt } from "./capture-output";
import type { Judgement, Rule } from "./rule";

/** Statements that make an event loop by hand, run one coroutine on it and close it. */
export interface EventLoopDance {
  /** The first and the last of them; one and the same for the short form in a single expression. */
  readonly first: NodeIndex;
  readonly last: NodeIndex;
  /** What stands before `.get_event_loop()`: the name of the module. */
  readonly module: NodeIndex;
  /** The statement that runs the coroutine. */
  readonly statement: NodeIndex;
  /** The call `loop.run_until_complete(...)`, and the coroutine it is given. */
  readonly call: NodeIndex;
  readonly coroutine: NodeIndex;
}

/** What the search for dances looks at. */
export interface DanceInput {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly usages: readonly Usage[];
}

const MAKERS = new Set(["asyncio.get_event_loop", "asyncio.new_event_loop"]);

/**
 * Flags an event loop that is made by hand to run one coroutine, where every targeted Python has `asyncio.run`.
 *
 * Silent when the loop is used for anything else, when what it runs is not shown to be a coroutine, and inside of
 * `async def`.
 *
 * Why: `asyncio.run` makes the loop, cancels what is left over, and closes it.
 *
 * ```python
 * # target: >=3.7
 * loop = asyncio.get_event_loop()
 * loop.run_until_complete(main())  # modernise
 * loop.close()
 * ```
 */
export const eventLoopDance: Rule = function* (input): Iterable<Judgement> {
  const run = input.catalogue.lookup("asyncio.run");
  if (!run || !isSubset(input.target.minors, run.available)) return;
  const { tree, scopes, lists } = input;
  for (const dance of findEventLoopDances({ tree, scopes, usages: lists.watched })) {
    const name = tree.child(tree.child(dance.call, Field.Function), Field.Attribute);
    yield {
      code: "modernise",
      severity: "hint",
      entryId: run.id,
      start: tree.start(name),
      end: tree.end(name),
      failing: NO_MINORS,
      subject: { start: tree.start(dance.first), end: tree.end(dance.last) },
    };
  }
};

/** Finds every dance of a document. */
export function findEventLoopDances(input: DanceInput): EventLoopDance[] {
  const makers = input.usages.filter(({ entryId, kind }) => MAKERS.has(entryId) && kind === "attribute");
  return makers.flatMap((usage) => {
    const call = callOfFunctionAt(input.tree, usage.start, usage.end);
    const dance = call === NO_NODE ? undefined : danceFrom(input, call, makers.length);
    return dance ? [dance] : [];
  });
}

function danceFrom(input: DanceInput, maker: NodeIndex, makers: number): EventLoopDance | undefined {
  const { tree } = input;
  const scope = scopeAround(input, maker);
  if (isAsync(tree, scope) || tree.namedChildren(tree.child(maker, Field.Arguments)).length > 0)
    return undefined;
  const module = tree.child(tree.child(maker, Field.Function), Field.Object);
  const parent = tree.parent(maker);
  if (tree.kind(parent) === NodeKind.Attribute) {
    // The short form leaves the loop to whoever asks for it next: only with nobody else is it a dance.
    return makers === 1 ? shortDance(input, scope, module, parent) : undefined;
  }
  const statement = tree.parent(parent);
  const left = tree.child(parent, Field.Left);
  if (tree.kind(parent) !== NodeKind.Assignment || tree.kind(statement) !== NodeKind.ExpressionStatement)
    return undefined;
  if (tree.kind(left) !== NodeKind.Identifier || tree.child(parent, Field.Type) !== NO_NODE) return undefined;
  return longDance(input, scope, { module, statement, loop: tree.textOf(left) });
}

function shortDance(
  input: DanceInput,
  scope: Scope,
  module: NodeIndex,
  attribute: NodeIndex,
): EventLoopDance | undefined {
  const { tree } = input;
  const call = tree.parent(attribute);
  if (tree.textOf(tree.child(attribute, Field.Attribute)) !== "run_until_complete") return undefined;
  const coroutine = soleArgument(tree, call);
  const statement = statementOf(tree, call);
  if (!isCoroutine(input, scope, coroutine) || statement === NO_NODE) return undefined;
  return { first: call, last: call, module, statement, call, coroutine };
}

/** The first statement of a long dance and the name that it gives to its loop. */
interface Opening {
  readonly module: NodeIndex;
  readonly statement: NodeIndex;
  readonly loop: string;
}

function longDance(input: DanceInput, scope: Scope, opening: Opening): EventLoopDance | undefined {
  const { tree } = input;
  const { loop, module } = opening;
  const moduleText = tree.textOf(module);
  let next = nextStatement(tree, opening.statement);
  if (textOf(tree, next) === `${moduleText}.set_event_loop(${loop})`) next = nextStatement(tree, next);
  if (next === NO_NODE) return undefined;
  const runner = tree.kind(next) === NodeKind.TryStatement ? bodyOfCleanTry(input, next, opening) : next;
  const last = tree.kind(next) === NodeKind.TryStatement ? next : nextStatement(tree, next);
  if (runner === NO_NODE || last === NO_NODE) return undefined;
  if (last !== next && textOf(tree, last) !== `${loop}.close()`) return undefined;
  const call = runCall(tree, runner, loop);
  const coroutine = call === NO_NODE ? NO_NODE : soleArgument(tree, call);
  if (!isCoroutine(input, scope, coroutine) || holdsName(tree, coroutine, loop)) return undefined;
  const dance = { first: opening.statement, last, module, statement: runner, call, coroutine };
  return isUsedOnlyIn(tree, scope, loop, dance) ? dance : undefined;
}

/** The one statement of a `try` that does nothing afterwards but close the loop; `NO_NODE` when it does more. */
function bodyOfCleanTry(input: DanceInput, node: NodeIndex, { loop, module }: Opening): NodeIndex {
  const { tree } = input;
  const clauses = tree.namedChildren(node).filter((child) => tree.kind(child) !== NodeKind.Block);
  const [last] = clauses;
  if (clauses.length !== 1 || tree.kind(last) !== NodeKind.FinallyClause) return NO_NODE;
  const moduleText = tree.textOf(module);
  const cleaning = tree
    .namedChildren(tree.childOfKind(last, NodeKind.Block))
    .map((child) => textOf(tree, child));
  const allowed = [
    `${loop}.close()`,
    `${moduleText}.set_event_loop(None)`,
    `${loop}.run_until_complete(${loop}.shutdown_asyncgens())`,
  ];
  if (!cleaning.includes(allowed[0]) || !cleaning.every((text) => allowed.includes(text))) return NO_NODE;
  const statements = tree.namedChildren(tree.child(node, Field.Body));
  return statements.length === 1 ? statements[0] : NO_NODE;
}

/** The call `loop.run_until_complete(...)` that a statement is, assigns or returns. */
function runCall(tree: SyntaxTree, statement: NodeIndex, loop: string): NodeIndex {
  let node = tree.firstNamedChild(statement);
  if (node !== NO_NODE && tree.kind(node) === NodeKind.Assignment) node = tree.child(node, Field.Right);
  if (node === NO_NODE || tree.kind(node) !== NodeKind.Call) return NO_NODE;
  const kind = tree.kind(statement);
  if (kind !== NodeKind.ExpressionStatement && kind !== NodeKind.ReturnStatement) return NO_NODE;
  return tree.textOf(tree.child(node, Field.Function)) === `${loop}.run_until_complete` ? node : NO_NODE;
}

function soleArgument(tree: SyntaxTree, call: NodeIndex): NodeIndex {
  const list = tree.child(call, Field.Arguments);
  if (list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return NO_NODE;
  const children = tree.namedChildren(list);
  const [only] = children;
  return children.length === 1 && tree.kind(only) !== NodeKind.KeywordArgument ? only : NO_NODE;
}

/** Tells whether an expression is a call of an `async def` of this document, so that it can be nothing but a coroutine. */
function isCoroutine({ tree, scopes }: DanceInput, scope: Scope, node: NodeIndex): boolean {
  if (node === NO_NODE || tree.kind(node) !== NodeKind.Call) return false;
  const callee = tree.child(node, Field.Function);
  if (tree.kind(callee) !== NodeKind.Identifier) return false;
  return namesCoroutine(tree, scopes, scope, tree.textOf(callee));
}

function isUsedOnlyIn(
  tree: SyntaxTree,
  scope: Scope,
  name: string,
  { first, last }: EventLoopDance,
): boolean {
  const end = tree.lastInside(last);
  for (let node = scope.node; node <= tree.lastInside(scope.node); node++) {
    if (node >= first && node <= end) continue;
    if (tree.kind(node) === NodeKind.Identifier && tree.textOf(node) === name) return false;
  }
  return true;
}

function scopeAround({ tree, scopes }: DanceInput, node: NodeIndex): Scope {
  for (let at = node; at > 0; at = tree.parent(at)) {
    const scope = scopes.byNode.get(at);
    if (scope) return scope;
  }
  return scopes.module;
}

function isAsync(tree: SyntaxTree, scope: Scope): boolean {
  return scope.kind === "function" && tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE;
}

function statementOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.ExpressionStatement || kind === NodeKind.ReturnStatement) return at;
    if (kind === NodeKind.Block) return NO_NODE;
  }
  return NO_NODE;
}

function nextStatement(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let next = node === NO_NODE ? NO_NODE : tree.nextSibling(node);
  while (next !== NO_NODE && tree.kind(next) === NodeKind.Comment) next = tree.nextSibling(next);
  return next;
}

/** The text of a statement without blanks; empty where there is none. */
function textOf(tree: SyntaxTree, node: NodeIndex): string {
  return node === NO_NODE ? "" : tree.textOf(node).replace(/\s+/g, "");
}
