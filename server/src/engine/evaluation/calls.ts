import type { Entry } from "../catalogue/entry";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { callResult } from "./call-result";
import type { Truth } from "../guard/truth";
import { testValue, truthOf, truthOfPresence } from "./conditions";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { returnValueOf, scopeAt } from "./functions";
import { isClass, resolveMember } from "./members";
import { useCallTriggers } from "./triggers";
import { type CallArguments, mapMembers } from "./types";
import { neverReturns } from "./never-returns";
import { guardedUnion, instance, union, UNKNOWN, type Value } from "./values";
import { deriveCall, deriveMethod, typeOfVersion, VERSION_NUMBER } from "./version-values";

/** Calls after which nothing of the statements that follow runs. */
export const NEVER_RETURNS = new Set([
  "builtins.exit",
  "builtins.quit",
  "os._exit",
  "os.abort",
  "pytest.exit",
  "pytest.fail",
  "pytest.skip",
  "pytest.xfail",
  "sys.exit",
  "unittest.TestCase.fail",
  "unittest.TestCase.skipTest",
]);

/** Decorators that take a function out of use where a condition holds (`skipIf`) or does not (`skipUnless`). */
const SKIPS_WHERE: Readonly<Record<string, boolean>> = {
  "unittest.skipIf": true,
  "pytest.mark.skipif": true,
  "unittest.skipUnless": false,
};

/** What a call was given: positional arguments up to the first `*args`, and the node of each. */
export interface Arguments {
  readonly positional: readonly { readonly node: NodeIndex; readonly value: Value }[];
  readonly keywords: readonly Keyword[];
  /** More may be given by `*args` or `**kwargs`. */
  readonly open: boolean;
}

/** A keyword, with the stretch of text that names it. */
interface Keyword {
  readonly name: string;
  /** The argument behind it. */
  readonly node: NodeIndex;
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** Evaluates a call: its function, its arguments, and the parameters that they use. */
export function evaluateCall(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const callee = evaluate(ctx, tree.child(node, Field.Function));
  const args = evaluateArguments(ctx, tree.child(node, Field.Arguments));
  // Most calls are of something that nothing is known of.
  if (callee.tag === "unknown") return UNKNOWN;
  useParameters(ctx, node, callee, args);
  const special = specialCall(ctx, node, callee, args);
  if (NEVER_RETURNS.has(pathOf(callee))) ctx.reach = NO_MINORS;
  if (special) return special;
  const call = callArguments(args);
  let returns = false;
  const value = mapMembers(callee, (member) => {
    const given = result(ctx, member, call);
    if (given !== undefined) returns = true;
    return given ?? UNKNOWN;
  });
  if (!returns) ctx.reach = NO_MINORS;
  return value;
}

function callArguments({ positional, keywords, open }: Arguments): CallArguments {
  return {
    positional: positional.map(({ value }) => value),
    keywords: new Map(keywords.map(({ name, value }) => [name, value])),
    open,
  };
}

/** The id of a library function or method, or the path of another package's. */
export function pathOf(callee: Value): string {
  if (callee.tag === "symbol" || callee.tag === "method") return callee.entry.id;
  return callee.tag === "external" ? callee.path : "";
}

function evaluateArguments(ctx: Context, list: NodeIndex): Arguments {
  const { tree } = ctx;
  const positional: { node: NodeIndex; value: Value }[] = [];
  const keywords: Keyword[] = [];
  if (list === NO_NODE) return { positional, keywords, open: false };
  // `f(x for x in y)` has the generator in the place of the list.
  const children = tree.kind(list) === NodeKind.ArgumentList ? tree.namedChildren(list) : [list];
  let counted = true;
  let open = false;
  for (const child of children) {
    const value = evaluate(ctx, child);
    switch (tree.kind(child)) {
      case NodeKind.KeywordArgument: {
        const name = tree.child(child, Field.Name);
        if (name === NO_NODE) break;
        const argument = { node: tree.child(child, Field.Value), value };
        keywords.push({ name: tree.textOf(name), ...argument, start: tree.start(name), end: tree.end(name) });
        break;
      }
      case NodeKind.ListSplat:
        counted = false;
        open = true;
        break;
      case NodeKind.DictionarySplat:
        open = true;
        keywords.push(...literalKeywords(ctx, tree.firstNamedChild(child)));
        break;
      default:
        if (counted) positional.push({ node: child, value });
    }
  }
  return { positional, keywords, open };
}

/** The keywords of `**{"name": value}`. */
function literalKeywords(ctx: Context, dictionary: NodeIndex): Keyword[] {
  const { tree } = ctx;
  if (dictionary === NO_NODE || tree.kind(dictionary) !== NodeKind.Dictionary) return [];
  const keywords: Keyword[] = [];
  for (const pair of tree.namedChildren(dictionary)) {
    const key = tree.kind(pair) === NodeKind.Pair ? tree.child(pair, Field.Key) : NO_NODE;
    const content = key === NO_NODE ? NO_NODE : tree.childOfKind(key, NodeKind.StringContent);
    if (content !== NO_NODE) {
      keywords.push({
        name: tree.textOf(content),
        node: tree.child(pair, Field.Value),
        value: UNKNOWN,
        start: tree.start(content),
        end: tree.end(content),
      });
    }
  }
  return keywords;
}

function useParameters(ctx: Context, node: NodeIndex, callee: Value, args: Arguments): void {
  const entry = callableEntry(callee);
  if (!entry || ctx.lazy > 0) return;
  for (const { name, start, end } of args.keywords) {
    const parameter = ctx.catalogue.parameter(entry.id, name);
    if (parameter && hasHistory(parameter)) ctx.use(parameter, "keyword", start, end);
  }
  // A method taken from its class is given the object as its first argument.
  const shift = callee.tag === "symbol" && entry.kind === "method" ? 1 : 0;
  const positions = positionsToTell(ctx, entry);
  for (let index = shift; index < args.positional.length && index - shift < positions.length; index++) {
    const position = positions[index - shift];
    if (position) useArgument(ctx, args.positional[index].node, position);
  }
  useCallTriggers(ctx, node, entry, args, shift);
}

/** Tells of a parameter that is given by position. */
function useArgument(ctx: Context, node: NodeIndex, { parameter, forgiven }: PositionalParameter): void {
  ctx.use(parameter, "argument", ctx.tree.start(node), ctx.tree.end(node), forgiven);
}

/** A parameter that can be given by position and has a history of its own. */
interface PositionalParameter {
  readonly parameter: Entry;
  /** The minors that take the argument under another name. */
  readonly forgiven: MinorSet;
}

/** By position; most callables have none, and calls of them are many. */
const positionsByEntry = new WeakMap<Entry, readonly (PositionalParameter | undefined)[]>();

/** The positions of a callable at which an argument is to be told of. */
function positionsToTell(ctx: Context, entry: Entry): readonly (PositionalParameter | undefined)[] {
  let positions = positionsByEntry.get(entry);
  if (!positions) positionsByEntry.set(entry, (positions = findPositionsToTell(ctx, entry)));
  return positions;
}

/** A renamed parameter is taken under whichever name there is. */
function findPositionsToTell(ctx: Context, entry: Entry): readonly (PositionalParameter | undefined)[] {
  const positions: (PositionalParameter | undefined)[] = [];
  if (takesAnyNumber(entry.signature)) return positions;
  const parameters = parametersOf(ctx, entry);
  for (const { position, name } of parameters) {
    if (position === undefined || parameters.find((each) => each.position === position)?.name !== name)
      continue;
    const parameter = ctx.catalogue.parameter(entry.id, name);
    // What is as old as its function needs no word of its own at every argument.
    if (!parameter || !hasHistory(parameter) || parameter.available === entry.available) continue;
    const others = parameters.filter((each) => each.position === position).slice(1);
    const forgiven = others.reduce((set, { available }) => set | available, NO_MINORS);
    positions[position] = { parameter, forgiven: forgiven & ~parameter.available };
  }
  return positions;
}

/** Tells whether a signature ends its positional parameters with `*args`, so that every position is taken somehow. */
function takesAnyNumber(signature: string | undefined): boolean {
  return signature !== undefined && /(?:^\(|, )\*\w/.test(signature);
}

/** The parameters of a call of an entry: for a class, those of its constructor. */
export function parametersOf(ctx: Context, entry: Entry): Entry["parameters"] {
  if (entry.parameters.length || !isClass(entry)) return entry.parameters;
  for (const name of ["__init__", "__new__"]) {
    const constructor = ctx.catalogue.member(entry.id, name);
    if (constructor?.parameters.length) return constructor.parameters;
  }
  return [];
}

function callableEntry(callee: Value): Entry | undefined {
  return callee.tag === "symbol" || callee.tag === "method" ? callee.entry : undefined;
}

function hasHistory(parameter: Entry): boolean {
  return parameter.available !== ALL_MINORS || parameter.deprecated !== undefined;
}

function result(ctx: Context, callee: Value, call: CallArguments): Value | undefined {
  const { catalogue } = ctx;
  switch (callee.tag) {
    case "symbol": {
      const { entry } = callee;
      const plain = isClass(entry) ? instance(entry.id) : undefined;
      const value = callResult(catalogue, entry, call, plain);
      return value?.tag === "unknown" && plain ? plain : value;
    }
    case "method": {
      const receiver = callee.receiver.tag === "version" ? typeOfVersion(callee.receiver) : callee.receiver;
      return receiver?.tag === "instance" ? callResult(catalogue, callee.entry, call, receiver) : UNKNOWN;
    }
    case "class":
      return { tag: "object", of: callee };
    case "function":
      return neverReturns(ctx, callee.scope) ? undefined : returnValueOf(ctx, callee.scope);
    default:
      return UNKNOWN;
  }
}

/** Calls that the analysis understands by themselves: `hasattr`, `getattr`, `super`, `type`, `reveal`s of the version. */
function specialCall(ctx: Context, node: NodeIndex, callee: Value, args: Arguments): Value | undefined {
  const path = pathOf(callee);
  const [first, second, third] = args.positional.map(({ value }) => value);
  switch (path) {
    case "builtins.hasattr":
    case "builtins.getattr": {
      const name = second?.tag === "instance" ? second.constant : undefined;
      if (!first || typeof name !== "string") return undefined;
      if (path === "builtins.hasattr") return testValue(truthOfPresence(ctx, first, name));
      const { value, entry } = resolveMember(ctx, first, name);
      if (!third) return value;
      if (!entry) return union([value, third]);
      return guardedUnion([
        { value, on: entry.available },
        { value: third, on: ALL_MINORS & ~entry.available },
      ]);
    }
    case "builtins.bool":
      return first && args.positional.length === 1 ? testValue(truthOf(first)) : undefined;
    case "builtins.callable":
      return first?.tag === "union" && first.on ? testValue(truthOf(first)) : undefined;
    case "builtins.super":
      return first ? UNKNOWN : superValue(ctx, node);
    case "builtins.type":
      return args.positional.length === 1 ? classOfValue(ctx, first) : undefined;
    case "functools.partial":
    case "functools.partialmethod":
      // The keywords are for the function that is given, whenever that is called.
      if (first) {
        useParameters(ctx, node, first, { ...args, positional: args.positional.slice(1), open: true });
      }
      return undefined;
    case "pytest.mark.skipif":
    case "unittest.skipIf":
    case "unittest.skipUnless": {
      const condition = first ?? args.keywords.find(({ name }) => name === "condition")?.value;
      return condition && skipValue(truthOf(condition), SKIPS_WHERE[path]);
    }
    case "pytest.mark.skip":
    case "unittest.skip":
      return { tag: "skip", on: ALL_MINORS };
    case "platform.python_version":
      return { tag: "version", shape: VERSION_NUMBER };
    case "platform.python_version_tuple":
      return { tag: "version", shape: { kind: "strings", length: 3 } };
    default:
      return specialVersionCall(path, callee, args);
  }
}

function specialVersionCall(path: string, callee: Value, { positional }: Arguments): Value | undefined {
  const values = positional.map(({ value }) => value);
  if (callee.tag === "method") return deriveMethod(path, callee.receiver, values);
  return deriveCall(path, values);
}

/** Only where it is sure that the decorated is skipped. */
function skipValue({ yes, no }: Truth, where: boolean): Value {
  return { tag: "skip", on: where ? yes & ~no : no & ~yes };
}

/** `super()` inside of a method. */
function superValue(ctx: Context, node: NodeIndex): Value {
  let method = scopeAt(ctx, node);
  while (method.parent && method.parent.kind !== "class") method = method.parent;
  const owner = method.parent;
  if (owner?.kind !== "class") return UNKNOWN;
  const of = { tag: "class", scope: owner } as const;
  return { tag: "super", of, receiver: { tag: "object", of } };
}

function classOfValue(ctx: Context, value: Value): Value {
  if (value.tag === "object") return value.of;
  const entry = value.tag === "instance" ? ctx.catalogue.lookup(value.classId) : undefined;
  return entry ? { tag: "symbol", entry } : UNKNOWN;
}
