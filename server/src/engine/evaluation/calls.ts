import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { callResult } from "./call-result";
import { useParameters } from "./called-parameters";
import type { Context } from "./context";
import { swallows } from "./context-managers";
import { evaluate } from "./expressions";
import { exceptionNames, forgivenessOf, sumOf } from "./forgiveness";
import { returnValueOf } from "./functions";
import { type FunctionValue, valueOfInlinedCall } from "./inlining";
import { keywordsOfDictionary } from "./dictionary-keywords";
import { resolveMember } from "./members";
import { objectsOf } from "./narrowing";
import { specialCall } from "./special-calls";
import { type CallArguments, isClass, mapMembers } from "./types";
import { returnsOn } from "./never-returns";
import { instance, UNKNOWN, type Value, withoutVerdict } from "./values";
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
export interface Keyword {
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
  const list = tree.child(node, Field.Arguments);
  if (callee.tag === "unknown") {
    // Most calls are of something that nothing is known of.
    walkArguments(ctx, list, callee);
    return UNKNOWN;
  }
  const args = evaluateArguments(ctx, list, callee);
  useParameters(ctx, node, callee, args);
  const special = specialCall(ctx, node, callee, args);
  if (NEVER_RETURNS.has(pathOf(callee))) ctx.reach = NO_MINORS;
  if (special) return special;
  const call = callArguments(args);
  let returns: MinorSet = NO_MINORS;
  const value = mapMembers(callee, (member) => {
    const given = result(ctx, member, call);
    if (given === undefined) return UNKNOWN;
    returns |= member.tag === "function" ? returnsOn(ctx, member.scope) : ALL_MINORS;
    return given;
  });
  ctx.reach &= returns;
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

/** Evaluates the arguments of a call where it makes no difference what they are. */
function walkArguments(ctx: Context, list: NodeIndex, callee: Value): void {
  const { tree } = ctx;
  if (list === NO_NODE) return;
  if (tree.kind(list) !== NodeKind.ArgumentList) {
    evaluate(ctx, list);
    return;
  }
  const first = tree.firstNamedChild(list);
  for (let child = first; child !== NO_NODE; child = tree.nextSibling(child)) {
    const kind = tree.kind(child);
    if (kind === NodeKind.Lambda && child !== first) evaluateTried(ctx, child, first, callee);
    else if (isNamed(kind)) evaluate(ctx, child);
  }
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
        keywords.push(...keywordsOfDictionary(ctx, tree.firstNamedChild(child)));
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
      if (returnsOn(ctx, callee.scope) === NO_MINORS) return undefined;
      return resultOfFunction(ctx, callee, call);
    case "instance":
      if (callee.classId === "typing.NewType") return objectsOf(callee.args[0] ?? UNKNOWN);
      // `Callable[[int], str]`
      return callee.classId === "collections.abc.Callable" ? (callee.args[1] ?? UNKNOWN) : UNKNOWN;
    case "object": {
      const method = resolveMember(ctx, callee, "__call__").value;
      return method.tag === "function" ? result(ctx, method, call) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

/** Methods may be overridden by ones that give another value of the same type. */
function resultOfFunction(ctx: Context, callee: FunctionValue, call: CallArguments): Value {
  const value = valueOfInlinedCall(ctx, callee, call) ?? returnValueOf(ctx, callee.scope);
  const receiver = callee.receiver?.tag;
  return receiver === "object" || receiver === "super" ? withoutVerdict(value) : value;
}
