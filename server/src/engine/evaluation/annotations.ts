import { firstParameter } from "../binding/bound-names";
import { type Scope, scopeOfName } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { minorsFrom } from "../version";
import { type Context, type Forgiveness, FULL_FORGIVENESS } from "./context";
import { decoratorsOf } from "./decorators";
import { evaluate } from "./expressions";
import { resolveMember } from "./members";
import { lookupName } from "./names";
import { valueOfFixture } from "./test-fixtures";
import { parseType, type TypeExpression } from "./type-notation";
import { unaliasTyping } from "./type-names";
import { hasObjects, mapMembers } from "./types";
import { instance, NONE, union, UNKNOWN, type Value } from "./values";

/** Since 3.14 (PEP 649) annotations are not evaluated until somebody asks for them. */
const DEFERRED_ANNOTATIONS = minorsFrom(14);

/** Walks an annotation that stands in running code, telling of what it uses; strings and deferred ones use nothing. */
export function walkAnnotation(ctx: Context, annotation: NodeIndex, evaluated: boolean): void {
  if (annotation === NO_NODE) return;
  const deferred = !evaluated || ctx.scopes.futureImports.some((node) => importsAnnotations(ctx, node));
  ctx.forgiving(deferred ? FULL_FORGIVENESS : deferredSince(ctx.forgiveness), () =>
    evaluate(ctx, annotation),
  );
}

/** The value of a variable with this annotation; unknown where the annotation is not understood. */
export function valueOfAnnotation(ctx: Context, annotation: NodeIndex): Value {
  return valueOfTypeText(ctx, unquote(ctx.tree.textOf(annotation)));
}

/** The same for a type that is written in a string. */
export function valueOfTypeText(ctx: Context, text: string): Value {
  const type = parseType(text);
  if (!type) return UNKNOWN;
  ctx.lazy++;
  const value = valueOfExpression(ctx, type);
  ctx.lazy--;
  return value;
}

/** The value of a parameter inside its function. */
export function valueOfParameter(ctx: Context, scope: Scope, parameter: NodeIndex): Value {
  const { tree } = ctx;
  const annotation = tree.child(parameter, Field.Type);
  const inner =
    tree.kind(parameter) === NodeKind.TypedParameter ? tree.firstNamedChild(parameter) : parameter;
  if (tree.kind(inner) === NodeKind.ListSplatPattern) {
    const item = annotation === NO_NODE ? UNKNOWN : annotatedOutside(ctx, scope, annotation);
    return instance("builtins.tuple", [item]);
  }
  if (tree.kind(inner) === NodeKind.DictionarySplatPattern) {
    const item = annotation === NO_NODE ? UNKNOWN : annotatedOutside(ctx, scope, annotation);
    return instance("builtins.dict", [instance("builtins.str"), item]);
  }
  if (annotation !== NO_NODE) return annotatedOutside(ctx, scope, annotation);
  const receiver = receiverParameter(ctx, scope, parameter);
  return receiver.tag === "unknown" && ctx.isTestFile ? valueOfFixture(ctx, scope, parameter) : receiver;
}

/** The annotations of a function are looked up in the scope around it. */
function annotatedOutside(ctx: Context, scope: Scope, annotation: NodeIndex): Value {
  const before = ctx.scope;
  ctx.scope = scope.parent ?? scope;
  const value = valueOfAnnotation(ctx, annotation);
  ctx.scope = before;
  return value;
}

/** `self` and `cls`. */
function receiverParameter(ctx: Context, scope: Scope, parameter: NodeIndex): Value {
  const { tree } = ctx;
  const owner = scope.parent;
  if (isEventLoop(ctx, scope, parameter)) return instance("asyncio.AbstractEventLoop");
  if (owner?.kind !== "class" || tree.kind(scope.node) !== NodeKind.FunctionDefinition) return UNKNOWN;
  if (firstParameter(tree, tree.child(scope.node, Field.Parameters)) !== parameter) return UNKNOWN;
  const { role } = decoratorsOf(tree, scope.node);
  if (role === "static") return UNKNOWN;
  const name = tree.textOf(tree.child(scope.node, Field.Name));
  if (role === "class" || name === "__new__" || name === "__init_subclass__")
    return { tag: "class", scope: owner };
  return { tag: "object", of: { tag: "class", scope: owner } };
}

/** By a convention that nobody breaks, `loop` inside of a coroutine function is the event loop. */
function isEventLoop(ctx: Context, scope: Scope, parameter: NodeIndex): boolean {
  const { tree } = ctx;
  return tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE && tree.textOf(parameter) === "loop";
}

function importsAnnotations(ctx: Context, node: NodeIndex): boolean {
  return /\bannotations\b/.test(ctx.tree.textOf(node));
}

function deferredSince(forgiveness: Forgiveness): Forgiveness {
  return {
    modules: forgiveness.modules | DEFERRED_ANNOTATIONS,
    imports: forgiveness.imports | DEFERRED_ANNOTATIONS,
    attributes: forgiveness.attributes | DEFERRED_ANNOTATIONS,
    names: forgiveness.names | DEFERRED_ANNOTATIONS,
    calls: forgiveness.calls | DEFERRED_ANNOTATIONS,
    values: forgiveness.values | DEFERRED_ANNOTATIONS,
  };
}

function unquote(text: string): string {
  const match = /^\s*[rRuU]?(["'])(?!\1)([^"'\\\n]*)\1\s*$/.exec(text);
  return match ? match[2] : text;
}

function valueOfExpression(ctx: Context, type: TypeExpression): Value {
  switch (type.kind) {
    case "union":
      return union(type.members.map((member) => valueOfExpression(ctx, member)));
    case "literal": {
      // A quoted type; what cannot be unquoted would be read for ever.
      const inner = unquote(type.text);
      const quoted = inner === type.text ? undefined : parseType(inner);
      return quoted ? valueOfExpression(ctx, quoted) : UNKNOWN;
    }
    case "list":
      return UNKNOWN;
    case "name":
      return type.name === "None" ? NONE : valueOfNamedType(ctx, type.name, type.args);
  }
}

function valueOfNamedType(ctx: Context, name: string, args: readonly TypeExpression[]): Value {
  const meaning = lookupPath(ctx, name);
  if (args.length === 0 && takesArguments(meaning)) {
    const alias = aliasedType(ctx, name);
    if (alias) return alias;
  }
  const id = meaning.tag === "symbol" ? meaning.entry.id : meaning.tag === "external" ? meaning.path : "";
  const special = SPECIAL_FORMS[id.replace(/^(?:typing|typing_extensions|builtins)\./, "")];
  if (special) return special(ctx, args);
  const objectOf = (member: Value): Value => {
    if (member.tag === "class") return { tag: "object", of: member };
    // What a type variable stands for is at least what bounds it.
    if (member.tag === "instance" && TYPE_VARIABLES.has(member.classId))
      return mapMembers(member.args[0] ?? UNKNOWN, objectOf);
    if (member.tag !== "symbol") return UNKNOWN;
    const aliased = ctx.catalogue.lookup(unaliasTyping(member.entry.id)) ?? member.entry;
    if (!hasObjects(ctx.catalogue, aliased)) return UNKNOWN;
    return aliased.id === "builtins.tuple" ? tupleOf(ctx, args) : instance(aliased.id, valuesOf(ctx, args));
  };
  return mapMembers(meaning, objectOf);
}

/** What stands for another type: what it is given as its one type argument. */
const TYPE_VARIABLES = new Set(["typing.TypeVar", "typing_extensions.TypeVar", "typing.NewType"]);

/** Tells whether what a name was given may say more of a type than what it was evaluated to. */
function takesArguments(meaning: Value): boolean {
  // What subscripts of `Optional` and of unions give is no class.
  if (meaning.tag === "instance") return !TYPE_VARIABLES.has(meaning.classId);
  if (meaning.tag !== "symbol") return meaning.tag === "unknown";
  const { id, type } = meaning.entry;
  return id.startsWith("typing.") || type?.params !== undefined;
}

/** `Paths = List[Path]`: what a name stands for that is bound once, to a type with its arguments; `undefined` for others. */
function aliasedType(ctx: Context, name: string): Value | undefined {
  const { tree } = ctx;
  const scope = scopeOfName(ctx.scope, name);
  const [only, ...others] = scope?.bindings.get(name) ?? [];
  if (!scope || only === undefined || others.length > 0) return undefined;
  const assignment = tree.parent(only);
  if (assignment === NO_NODE || tree.kind(assignment) !== NodeKind.Assignment) return undefined;
  const right = tree.child(assignment, Field.Right);
  const kind = right === NO_NODE ? NodeKind.Other : tree.kind(right);
  if (kind !== NodeKind.Subscript && kind !== NodeKind.BinaryOperator) return undefined;
  return ctx.once(ctx.lazyResults.values, right, UNKNOWN, () =>
    ctx.outOfOrder(scope, () => valueOfAnnotation(ctx, right)),
  );
}

function lookupPath(ctx: Context, path: string): Value {
  const [first, ...rest] = path.split(".");
  let value = lookupName(ctx, first);
  for (const name of rest) value = resolveMember(ctx, value, name).value;
  return value;
}

function valuesOf(ctx: Context, args: readonly TypeExpression[]): Value[] {
  return args.map((arg) => valueOfExpression(ctx, arg));
}

function tupleOf(ctx: Context, args: readonly TypeExpression[]): Value {
  const last = args[args.length - 1];
  if (!last) return instance("builtins.tuple");
  if (last.kind === "name" && last.name === "...")
    return instance("builtins.tuple", valuesOf(ctx, args.slice(0, 1)));
  return { tag: "tuple", items: valuesOf(ctx, args) };
}

type SpecialForm = (ctx: Context, args: readonly TypeExpression[]) => Value;

const firstArgument: SpecialForm = (ctx, args) => (args.length ? valueOfExpression(ctx, args[0]) : UNKNOWN);

/** The class itself, as `type[X]` promises. */
const classForm: SpecialForm = (ctx, args) => {
  const [only] = args;
  return only?.kind === "name" && only.args.length === 0 ? lookupPath(ctx, only.name) : UNKNOWN;
};

/** `Literal["r", "w"]` is a string, `Literal[1]` a number; mixed ones are both. */
const literalForm: SpecialForm = (_ctx, args) =>
  union(
    args.map((arg) => {
      if (arg.kind !== "literal") return UNKNOWN;
      return instance(/^["']/.test(arg.text) ? "builtins.str" : "builtins.int");
    }),
  );

const SPECIAL_FORMS: Readonly<Record<string, SpecialForm | undefined>> = {
  Optional: (ctx, args) => union([firstArgument(ctx, args), NONE]),
  Union: (ctx, args) => union(valuesOf(ctx, args)),
  Annotated: firstArgument,
  ClassVar: firstArgument,
  Final: firstArgument,
  Required: firstArgument,
  NotRequired: firstArgument,
  ReadOnly: firstArgument,
  Type: classForm,
  type: classForm,
  Literal: literalForm,
  LiteralString: () => instance("builtins.str"),
  Self: (ctx) => {
    let scope: Scope | undefined = ctx.scope;
    while (scope && scope.kind !== "class") scope = scope.parent;
    return scope ? { tag: "object", of: { tag: "class", scope } } : UNKNOWN;
  },
};
