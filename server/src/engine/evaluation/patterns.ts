import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { resolveMember } from "./members";
import { bindName } from "./names";
import { objectsOf } from "./narrowing";
import { instance, NONE, union, UNKNOWN, type Value } from "./values";

/** Walks a pattern: what it captures is bound, dotted names and classes in it are read. */
export function walkPattern(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const end = tree.lastInside(node);
  for (let at = node; at <= end; at++) {
    switch (tree.kind(at)) {
      case NodeKind.SplatPattern:
        captureLast(ctx, at, instance(tree.textOf(at).startsWith("**") ? "builtins.dict" : "builtins.list"));
        break;
      case NodeKind.AsPattern:
        captureLast(ctx, at, patternValue(ctx, tree.firstNamedChild(at)));
        break;
      case NodeKind.DottedName: {
        const parts = tree.namedChildren(at);
        const isClass = tree.kind(tree.parent(at)) === NodeKind.ClassPattern;
        if (parts.length === 1 && !isClass) bindName(ctx, parts[0], capturedBy(ctx, at));
        else readDotted(ctx, parts);
        break;
      }
      default:
    }
  }
}

/** What a subject surely is that a pattern takes; unknown where the pattern takes things of any kind. */
export function patternValue(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  switch (node === NO_NODE ? NodeKind.Other : tree.kind(node)) {
    case NodeKind.CasePattern:
      return patternValue(ctx, tree.firstNamedChild(node));
    case NodeKind.ClassPattern:
      return objectsOf(classOf(ctx, node));
    case NodeKind.AsPattern:
      return patternValue(ctx, tree.firstNamedChild(node));
    case NodeKind.UnionPattern:
      return union(tree.namedChildren(node).map((each) => patternValue(ctx, each)));
    case NodeKind.TuplePattern: {
      // Parentheses around one pattern make no sequence.
      const [only, ...others] = tree.namedChildren(node);
      const isGroup = only !== undefined && others.length === 0 && !/,\s*\)$/.test(tree.textOf(node));
      return isGroup ? patternValue(ctx, only) : UNKNOWN;
    }
    case NodeKind.String:
    case NodeKind.ConcatenatedString:
      return instance(/^[^"']*[bB]/.test(tree.textOf(node)) ? "builtins.bytes" : "builtins.str");
    case NodeKind.None:
      return NONE;
    default:
      return UNKNOWN;
  }
}

/** Classes whose pattern takes the whole object for its one positional part: https://peps.python.org/pep-0634/#class-patterns. */
const SELF_MATCHING = /^builtins\.(?:bool|bytearray|bytes|dict|float|frozenset|int|list|set|str|tuple)$/;

/** `text` of `str(text)`, and `home` of `Settings(folder=home)`; any other name captures something unknown. */
function capturedBy(ctx: Context, name: NodeIndex): Value {
  const { tree } = ctx;
  const around = tree.parent(name);
  const keyword = tree.kind(around) === NodeKind.KeywordPattern ? tree.firstNamedChild(around) : NO_NODE;
  const pattern = tree.parent(keyword === NO_NODE ? around : tree.parent(around));
  if (pattern < 0 || tree.kind(pattern) !== NodeKind.ClassPattern) return UNKNOWN;
  const object = objectsOf(classOf(ctx, pattern));
  if (keyword !== NO_NODE) return resolveMember(ctx, object, tree.textOf(keyword)).value;
  const isWhole = object.tag === "instance" && SELF_MATCHING.test(object.classId);
  return isWhole && tree.namedChildren(pattern)[1] === around ? object : UNKNOWN;
}

function classOf(ctx: Context, pattern: NodeIndex): Value {
  const { tree } = ctx;
  const [first, ...rest] = tree.namedChildren(tree.firstNamedChild(pattern));
  if (first === undefined) return UNKNOWN;
  return ctx.silently(() =>
    rest.reduce((value, part) => resolveMember(ctx, value, tree.textOf(part)).value, evaluate(ctx, first)),
  );
}

function captureLast(ctx: Context, node: NodeIndex, value: Value): void {
  const name = ctx.tree.namedChildren(node).at(-1);
  if (name !== undefined && ctx.tree.kind(name) === NodeKind.Identifier) bindName(ctx, name, value);
}

function readDotted(ctx: Context, parts: readonly NodeIndex[]): void {
  const { tree } = ctx;
  let value = evaluate(ctx, parts[0]);
  for (const part of parts.slice(1)) {
    const member = resolveMember(ctx, value, tree.textOf(part));
    if (member.entry) ctx.use(member.entry, "attribute", tree.start(part), tree.end(part), member.forgiven);
    value = member.value;
  }
}
