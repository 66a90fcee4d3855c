import type { ScopeTable } from "../binding/scopes";
import { callOfFunctionAt } from "../rules/capture-output";
import { holdsName } from "../syntax/contents";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, minorsFrom } from "../version";
import type { Fixer, FixInput } from "./fixer";
import { hasOwnLines, holdsComment, indentationAt, indentationUnit, lineEndingOf } from "./layout";

/** What a call of `asyncio.run` was given. */
interface RunArguments {
  readonly coroutine: string;
  readonly debug: string | undefined;
}

/**
 * `asyncio.run(main())` written out with an event loop of its own, as it was before 3.7. Unsafe, since tasks that are
 * left over are not cancelled. Offered where the call is a whole statement, or what one assigns or returns.
 */
export const asyncioRunToLoop: Fixer = {
  id: "asyncio-run-to-loop",
  appliesTo: ({ code, entryId }) => code === "added-later" && entryId === "asyncio.run",
  compute(input) {
    const { tree, finding } = input;
    const call = callOfFunctionAt(tree, finding.start, finding.end);
    const callee = call === NO_NODE ? NO_NODE : tree.child(call, Field.Function);
    if (callee === NO_NODE || tree.kind(callee) !== NodeKind.Attribute) return undefined;
    const args = readArguments(tree, tree.child(call, Field.Arguments));
    const statement = wholeStatement(tree, call);
    if (!args || statement === NO_NODE || !hasOwnLines(tree, statement)) return undefined;
    const start = tree.start(statement);
    const end = tree.end(statement);
    if (holdsComment(tree, start, end)) return undefined;
    const before = tree.text.slice(start, tree.start(call));
    const module = tree.textOf(tree.child(callee, Field.Object));
    const loop = freeName(input, statement);
    const closesGenerators = isSubset(input.subject.minors, minorsFrom(6));
    const newText = writeLoop(tree, start, { module, before, args, loop, closesGenerators });
    return { id: this.id, safety: "unsafe", details: {}, edits: [{ start, end, newText }] };
  },
};

/** What a loop by hand is made of. */
interface Loop {
  readonly module: string;
  /** What stands before the call in its statement. */
  readonly before: string;
  readonly args: RunArguments;
  /** The name of the loop. */
  readonly loop: string;
  /** Asynchronous generators are closed as `asyncio.run` does it: every targeted Python can, from 3.6 on. */
  readonly closesGenerators: boolean;
}

function writeLoop(
  tree: SyntaxTree,
  start: number,
  { module, before, args, loop, closesGenerators }: Loop,
): string {
  const unit = indentationUnit(tree);
  const lines = [
    `${loop} = ${module}.new_event_loop()`,
    ...(args.debug === undefined ? [] : [`${loop}.set_debug(${args.debug})`]),
    `${module}.set_event_loop(${loop})`,
    "try:",
    `${unit}${before}${loop}.run_until_complete(${args.coroutine})`,
    "finally:",
    ...(closesGenerators ? [`${unit}${loop}.run_until_complete(${loop}.shutdown_asyncgens())`] : []),
    `${unit}${module}.set_event_loop(None)`,
    `${unit}${loop}.close()`,
  ];
  return lines.join(lineEndingOf(tree.text) + indentationAt(tree.text, start));
}

/** Reads `main(), debug=True`; `undefined` for anything that an event loop by hand has no place for. */
function readArguments(tree: SyntaxTree, list: NodeIndex): RunArguments | undefined {
  if (list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return undefined;
  let coroutine: string | undefined;
  let debug: string | undefined;
  for (const argument of tree.namedChildren(list)) {
    switch (tree.kind(argument)) {
      case NodeKind.KeywordArgument:
        if (tree.textOf(tree.child(argument, Field.Name)) !== "debug") return undefined;
        debug = tree.textOf(tree.child(argument, Field.Value));
        break;
      case NodeKind.ListSplat:
      case NodeKind.DictionarySplat:
        return undefined;
      default:
        if (coroutine !== undefined) return undefined;
        coroutine = tree.textOf(argument);
    }
  }
  return coroutine === undefined ? undefined : { coroutine, debug };
}

/** The statement that is this call, assigns it or returns it; `NO_NODE` when the call is part of more. */
function wholeStatement(tree: SyntaxTree, call: NodeIndex): NodeIndex {
  const parent = tree.parent(call);
  const statement = tree.kind(parent) === NodeKind.Assignment ? tree.parent(parent) : parent;
  const kind = tree.kind(statement);
  const whole = kind === NodeKind.ExpressionStatement || kind === NodeKind.ReturnStatement;
  return whole && tree.end(statement) === tree.end(call) ? statement : NO_NODE;
}

/** A name for the loop that means nothing else anywhere in the document. */
function freeName({ scopes, tree }: FixInput, statement: NodeIndex): string {
  const bound = boundNames(scopes);
  const taken = (name: string): boolean => bound.has(name) || holdsName(tree, statement, name);
  const candidates = ["loop", "event_loop"];
  for (let number = 2; number < 100; number++) candidates.push(`loop_${number}`);
  return candidates.find((name) => !taken(name)) ?? "loop";
}

const namesByTable = new WeakMap<ScopeTable, ReadonlySet<string>>();

/** Every name that some scope of the document binds. */
function boundNames(scopes: ScopeTable): ReadonlySet<string> {
  const known = namesByTable.get(scopes);
  if (known) return known;
  const names = new Set<string>();
  for (const scope of scopes.byNode.values()) for (const name of scope.bindings.keys()) names.add(name);
  namesByTable.set(scopes, names);
  return names;
}
