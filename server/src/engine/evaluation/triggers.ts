import type { Entry } from "../catalogue/entry";
import type { ArgumentTest, CallTrigger, LiteralValue, NAME_TRIGGERS } from "../catalogue/trigger";
import { readLanguage } from "../literals/languages";
import { type LiteralText, literalText } from "../literals/literal-text";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS } from "../version";
import type { Arguments } from "./calls";
import { parametersOf } from "./constructors";
import type { Context } from "./context";
import { elementOf, isSubclass } from "./types";
import { membersOf, UNKNOWN, type Value } from "./values";

/** An argument for one parameter: where it stands, and what is known of it. */
interface Given {
  readonly node: NodeIndex;
  readonly value: Value;
}

type NameTrigger = (typeof NAME_TRIGGERS)[number];

/** A stretch of text in which a behaviour shows. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Tells of the behaviours that a call relies on, as the catalogue's triggers say: by what its arguments hold, or by which
 * of them are there. `shift` is 1 for a method that is taken from its class and given the object first.
 */
export function useCallTriggers(
  ctx: Context,
  node: NodeIndex,
  entry: Entry,
  args: Arguments,
  shift: number,
): void {
  const triggers = ctx.lazy > 0 ? undefined : ctx.catalogue.triggers(entry.id);
  if (!triggers) return;
  const find = (name: string): Given | undefined =>
    name === "self" ? receiverOf(ctx, node) : argumentOf(ctx, entry, args, name, shift);
  for (const [name, language] of Object.entries(triggers.languages ?? {})) {
    const given = find(name);
    if (given) useLanguage(ctx, languageFor(ctx, language, args), given, entry);
  }
  for (const trigger of triggers.calls ?? []) {
    const place = placeOfTrigger(ctx, node, trigger, args, find, shift);
    if (place) useBehaviour(ctx, trigger.behaviour, place, entry);
  }
}

/**
 * Tells of the behaviours that a library name relies on by the way in which it stands there: as a decorator that is not
 * called, as what a `with` statement calls, as what is caught around an `await`.
 */
export function useNameTrigger(ctx: Context, entry: Entry, way: NameTrigger, place: Place): void {
  if (ctx.lazy > 0) return;
  for (const id of ctx.catalogue.triggers(entry.id)?.[way] ?? []) useBehaviour(ctx, id, place, entry);
}

/** Where the last name of a dotted reference stands, or of what a call calls. */
export function lastNameOf(ctx: Context, expression: NodeIndex): Place {
  const { tree } = ctx;
  const called =
    tree.kind(expression) === NodeKind.Call ? tree.child(expression, Field.Function) : expression;
  const attribute = called === NO_NODE ? NO_NODE : tree.child(called, Field.Attribute);
  return nodePlace(ctx, attribute !== NO_NODE ? attribute : called === NO_NODE ? expression : called);
}

/** Tells of what a format specification uses: `.2f` between the braces of an f-string, for the value in front of it. */
export function useFormatSpecification(ctx: Context, specifier: NodeIndex, value: Value): void {
  const { tree } = ctx;
  if (ctx.lazy > 0 || tree.firstNamedChild(specifier) !== NO_NODE) return;
  const start = tree.start(specifier) + (tree.text[tree.start(specifier)] === ":" ? 1 : 0);
  const text = tree.text.slice(start, tree.end(specifier));
  const offsets = Array.from({ length: text.length + 1 }, (_, index) => start + index);
  const language = formatLanguage(ctx, value);
  if (language !== undefined) useFeatures(ctx, language, { text, bytes: false, offsets });
}

/** What a specification after the colon means to a value: dates have directives of their own. */
function formatLanguage(ctx: Context, value: Value): string | undefined {
  const members = membersOf(value);
  const isDate = (member: Value): boolean =>
    member.tag === "instance" &&
    ["datetime.date", "datetime.time"].some((id) => isSubclass(ctx.catalogue, member.classId, id));
  if (members.every(isDate)) return "strftime";
  return members.some(isDate) || members.some((member) => member.tag === "object")
    ? undefined
    : "format-spec";
}

/** The specification that `format` is given means what the value in front of it makes of it. */
function languageFor(ctx: Context, language: string, args: Arguments): string | undefined {
  const [value] = args.positional;
  return language === "format-spec" && value ? formatLanguage(ctx, value.value) : language;
}

function useLanguage(ctx: Context, language: string | undefined, given: Given, called: Entry): void {
  if (language === undefined) return;
  const literal = literalText(ctx.tree, given.node) ?? constantText(ctx, given);
  if (literal) useFeatures(ctx, language, literal, called);
}

/** A constant under a name: every feature of it stands where the name does. */
function constantText(ctx: Context, { node, value }: Given): LiteralText | undefined {
  if (value.tag !== "instance" || typeof value.constant !== "string") return undefined;
  return { text: value.constant, bytes: false, offsets: [ctx.tree.start(node), ctx.tree.end(node)] };
}

function useFeatures(ctx: Context, language: string, literal: LiteralText, called?: Entry): void {
  const told = new Set<string>();
  for (const feature of readLanguage(language, literal.text)) {
    const entry = ctx.catalogue.behaviourOf(feature.language ?? language, feature.name);
    if (!entry || told.has(entry.id)) continue;
    told.add(entry.id);
    useBehaviour(ctx, entry.id, stretchOf(literal, feature.start, feature.end), called);
  }
}

/** Where a part of a literal text stands in the document. */
function stretchOf({ text, offsets }: LiteralText, start: number, end: number): Place {
  // The text of a name has the name's two ends as its only offsets.
  if (offsets.length !== text.length + 1 || end <= start) return { start: offsets[0], end: offsets.at(-1)! };
  return { start: offsets[start], end: Math.max(offsets[end - 1] + 1, offsets[end] ?? 0) };
}

/** Where what is called is missing itself, that says it all. */
function useBehaviour(ctx: Context, id: string, { start, end }: Place, called?: Entry): void {
  const entry = ctx.catalogue.lookup(id);
  if (entry) ctx.use(entry, "behaviour", start, end, called && ALL_MINORS & ~called.available);
}

/** Where a trigger's behaviour shows in a call; `undefined` where the trigger does not hold. */
function placeOfTrigger(
  ctx: Context,
  node: NodeIndex,
  { given = {}, keyword = [], without = [], positional, atMost }: CallTrigger,
  args: Arguments,
  find: (name: string) => Given | undefined,
  shift: number,
): Place | undefined {
  const count = args.positional.length - shift;
  if ((without.length > 0 || atMost !== undefined) && args.open) return undefined;
  if (without.some((name) => find(name) !== undefined)) return undefined;
  if (positional !== undefined && count < positional) return undefined;
  if (atMost !== undefined && count > atMost) return undefined;
  let place: Place | undefined;
  for (const name of keyword) {
    const given = args.keywords.find((each) => each.name === name);
    if (!given) return undefined;
    place ??= given;
  }
  for (const [name, test] of Object.entries(given)) {
    const argument = find(name);
    const found = argument && placeOfArgument(ctx, argument, test);
    if (!found) return undefined;
    place ??= found;
  }
  if (place) return place;
  return positional === undefined
    ? lastNameOf(ctx, node)
    : nodePlace(ctx, args.positional[positional - 1 + shift].node);
}

/** Where an argument passes a test: the whole of it, or the part of the literal that the test is about. */
function placeOfArgument(ctx: Context, given: Given, test: ArgumentTest): Place | undefined {
  const { node, value } = given;
  const whole = nodePlace(ctx, node);
  if (test.is && !test.is.includes(literalOf(ctx, given) as LiteralValue)) return undefined;
  if (test.below !== undefined && !isBelow(ctx, given, test.below)) return undefined;
  if (test.type && !isEvery(value, (member) => isOfType(ctx, member, test.type!))) return undefined;
  if (test.class && !isEvery(value, (member) => isExactly(member, test.class!))) return undefined;
  if (test.items) {
    const items = elementOf(ctx.catalogue, value);
    if (!isSome(items, (member) => isOfType(ctx, member, test.items!))) return undefined;
  }
  if (test.defines && !definesOne(ctx, value, test.defines)) return undefined;
  if (test.symbol && !holdsSymbol(value, test.symbol)) return undefined;
  const parts = test.has ?? test.starts;
  if (!parts) return whole;
  const literal = literalText(ctx.tree, node) ?? constantText(ctx, given);
  if (!literal) return undefined;
  for (const part of parts) {
    const at = test.has ? literal.text.indexOf(part) : literal.text.startsWith(part) ? 0 : -1;
    if (at >= 0) return stretchOf(literal, at, at + part.length);
  }
  return undefined;
}

function literalOf(ctx: Context, { node, value }: Given): LiteralValue | undefined {
  if (value.tag === "none") return null;
  if (value.tag === "instance" && value.constant !== undefined) return value.constant;
  const literal = literalText(ctx.tree, node);
  return literal && !literal.bytes ? literal.text : undefined;
}

/** A number with a sign in front of it is an operation and no literal. */
function isBelow(ctx: Context, { node, value }: Given, limit: number): boolean {
  const { tree } = ctx;
  if (value.tag === "instance" && typeof value.constant === "number") return value.constant < limit;
  if (tree.kind(node) !== NodeKind.UnaryOperator) return false;
  const text = tree.textOf(node).replace(/[\s_]/g, "");
  return /^-\d+$/.test(text) && Number(text) < limit;
}

function isOfType(ctx: Context, value: Value, classes: readonly string[]): boolean {
  if (value.tag === "none") return classes.includes("None");
  if (value.tag === "tuple") return classes.includes("builtins.tuple");
  if (value.tag !== "instance") return false;
  return classes.some((id) => isSubclass(ctx.catalogue, value.classId, id));
}

function isExactly(value: Value, classes: readonly string[]): boolean {
  return value.tag === "instance" && classes.includes(value.classId);
}

function isEvery(value: Value, test: (member: Value) => boolean): boolean {
  return membersOf(value).every(test);
}

function isSome(value: Value, test: (member: Value) => boolean): boolean {
  return membersOf(value).some(test);
}

function definesOne(ctx: Context, value: Value, names: readonly string[]): boolean {
  for (const name of names) ctx.implied.add(name);
  return value.tag === "object" && names.some((name) => value.of.scope.bindings.has(name));
}

function holdsSymbol(value: Value, ids: readonly string[]): boolean {
  if (value.tag === "tuple") return value.items.some((item) => holdsSymbol(item, ids));
  return value.tag === "symbol" && ids.includes(value.entry.id);
}

/** What a method is called on. Of an object that is made right there, what it is made from. */
function receiverOf(ctx: Context, node: NodeIndex): Given | undefined {
  const { tree } = ctx;
  const callee = tree.child(node, Field.Function);
  const object = callee === NO_NODE ? NO_NODE : tree.child(callee, Field.Object);
  if (object === NO_NODE) return undefined;
  const [only, ...more] = tree.kind(object) === NodeKind.Call ? argumentNodes(ctx, object) : [];
  return { node: only === undefined || more.length > 0 ? object : only, value: UNKNOWN };
}

function argumentNodes(ctx: Context, call: NodeIndex): readonly NodeIndex[] {
  const list = ctx.tree.child(call, Field.Arguments);
  return list === NO_NODE ? [] : ctx.tree.namedChildren(list);
}

/** The argument for a parameter, however it was given. */
function argumentOf(
  ctx: Context,
  entry: Entry,
  args: Arguments,
  name: string,
  shift: number,
): Given | undefined {
  const keyword = args.keywords.find((each) => each.name === name);
  if (keyword) return keyword.node === NO_NODE ? undefined : { node: keyword.node, value: keyword.value };
  const position = parametersOf(ctx, entry).find((parameter) => parameter.name === name)?.position;
  return position === undefined ? undefined : args.positional[position + shift];
}

function nodePlace(ctx: Context, node: NodeIndex): Place {
  return { start: ctx.tree.start(node), end: ctx.tree.end(node) };
}
