import type { Entry } from "../catalogue/entry";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { callResult } from "./call-result";
import type { Context } from "./context";
import { swallows } from "./context-managers";
import { evaluate } from "./expressions";
import { exceptionNames, forgivenessOf, sumOf } from "./forgiveness";
import { returnValueOf } from "./functions";
import { valueOfInlinedCall } from "./inlining";
import { isClass } from "./members";
import { specialCall } from "./special-calls";
import { useCallTriggers } from "./triggers";
import { type CallArguments, mapMembers } from "./types";
import { neverReturns } from "./never-returns";
import { instance, UNKNOWN, type Value } from "./values";
import { typeOfVersion } from "./version-values";

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
  const args = evaluateArguments(ctx, tree.child(node, Field.Arguments), callee);
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
    keywords: keywords.length > 0 ? new Map(keywords.map(({ name, value }) => [name, value])) : NO_KEYWORDS,
    open,
  };
}

const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

/** The id of a library function or method, or the path of another package's. */
export function pathOf(callee: Value): string {
  if (callee.tag === "symbol" || callee.tag === "method") return callee.entry.id;
  return callee.tag === "external" ? callee.path : "";
}

function evaluateArguments(ctx: Context, list: NodeIndex, callee: Value): Arguments {
  const { tree } = ctx;
  const positional: { node: NodeIndex; value: Value }[] = [];
  const keywords: Keyword[] = [];
  if (list === NO_NODE) return { positional, keywords, open: false };
  // `f(x for x in y)` has the generator in the place of the list.
  const children = tree.kind(list) === NodeKind.ArgumentList ? tree.namedChildren(list) : [list];
  let counted = true;
  let open = false;
  for (const child of children) {
    const kind = tree.kind(child);
    const value =
      kind === NodeKind.Lambda && child !== children[0]
        ? evaluateTried(ctx, child, children[0], callee)
        : evaluate(ctx, child);
    switch (kind) {
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

/** `assertRaises(ValueError, lambda: ...)` provides for what it expects. */
function evaluateTried(ctx: Context, lambda: NodeIndex, expected: NodeIndex, callee: Value): Value {
  const { tree } = ctx;
  const call = tree.parent(tree.parent(lambda));
  if (!swallows(ctx, tree.child(call, Field.Function), callee)) return evaluate(ctx, lambda);
  const forgiveness = sumOf(ctx.forgiveness, forgivenessOf(exceptionNames(ctx, expected)));
  let value: Value = UNKNOWN;
  ctx.forgiving(forgiveness, () => (value = evaluate(ctx, lambda)));
  return value;
}

/** The keywords of `**{"name": value}` and `**dict(name=value)`. */
function literalKeywords(ctx: Context, dictionary: NodeIndex): Keyword[] {
  const { tree } = ctx;
  if (dictionary === NO_NODE) return [];
  if (tree.kind(dictionary) === NodeKind.Call) return keywordsOfDict(ctx, dictionary);
  if (tree.kind(dictionary) !== NodeKind.Dictionary) return [];
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

/** The keywords that `dict(name=value)` is called with: its arguments were evaluated where they stand. */
function keywordsOfDict(ctx: Context, call: NodeIndex): Keyword[] {
  const { tree } = ctx;
  if (pathOf(ctx.silently(() => evaluate(ctx, tree.child(call, Field.Function)))) !== "builtins.dict")
    return [];
  return tree.namedChildren(tree.child(call, Field.Arguments)).flatMap((child) => {
    const name = tree.kind(child) === NodeKind.KeywordArgument ? tree.child(child, Field.Name) : NO_NODE;
    if (name === NO_NODE) return [];
    const node = tree.child(child, Field.Value);
    return [{ name: tree.textOf(name), node, value: UNKNOWN, start: tree.start(name), end: tree.end(name) }];
  });
}

/** Tells of the parameters of a function that a call, or what stands for one, gives arguments for. */
export function useParameters(ctx: Context, node: NodeIndex, callee: Value, args: Arguments): void {
  const entry = callableEntry(callee);
  if (!entry || ctx.lazy > 0) return;
  for (const { name, start, end } of args.keywords) {
    const parameter = ctx.catalogue.parameter(entry.id, name);
    if (parameter && hasHistory(parameter)) ctx.use(parameter, "keyword", start, end);
  }
  // A method taken from its class is given the object as its first argument.
  const shift = callee.tag === "symbol" && entry.kind === "method" ? 1 : 0;
  const positions = args.positional.length > shift ? positionsToTell(ctx, entry) : [];
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
      if (neverReturns(ctx, callee.scope)) return undefined;
      return valueOfInlinedCall(ctx, callee, call) ?? returnValueOf(ctx, callee.scope);
    default:
      return UNKNOWN;
  }
}
