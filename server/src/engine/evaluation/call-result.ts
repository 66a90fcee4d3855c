import type { Catalogue } from "../catalogue/catalogue";
import type { Entry, TypeFacts } from "../catalogue/entry";
import { parseType, type TypeExpression } from "./type-notation";
import { classIdOf } from "./type-names";
import {
  argumentsFor,
  type CallArguments,
  isSubclass,
  ownerOf,
  type TypeArguments,
  valueOfType,
} from "./types";
import { instance, type InstanceValue, membersOf, UNKNOWN, type Value } from "./values";

/** What a call gives, as the facts about its function tell; `undefined` where it does not return at all. */
export function callResult(
  catalogue: Catalogue,
  entry: Entry,
  call: CallArguments,
  receiver?: InstanceValue,
): Value | undefined {
  const facts = entry.type;
  if (!facts) return UNKNOWN;
  const { positional, keywords, open } = call;
  const given: CallArguments = { positional, keywords, open, parameters: entry.parameters };
  const args = new MemberArguments(catalogue, entry, given, receiver);
  const type =
    byLiteral(facts, given) ??
    byType(catalogue, facts, given, args) ??
    byCount(facts, given) ??
    facts.returns;
  if (type === undefined) return UNKNOWN;
  if (type === "typing.Never") return undefined;
  let value = valueOfType(catalogue, type, args);
  if (value.tag === "unknown" && facts.otherwise !== undefined)
    value = valueOfType(catalogue, facts.otherwise, args);
  return facts.awaitable ? { tag: "awaitable", result: value } : value;
}

/** What the type facts of a member are read against. */
class MemberArguments implements TypeArguments {
  private found: readonly Value[] | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly entry: Entry,
    readonly call: CallArguments,
    readonly receiver: InstanceValue | undefined,
  ) {}

  /** Most types do not ask for them, and to find them takes a climb over the bases of a class. */
  get own(): readonly Value[] | undefined {
    const { catalogue, entry, receiver } = this;
    return (this.found ??= receiver && argumentsFor(catalogue, receiver, ownerOf(entry.id)));
  }
}

/** The argument for a parameter, however it was given; `undefined` when it was not. */
export function argumentFor(
  call: CallArguments,
  position: number | undefined,
  name?: string,
): Value | undefined {
  const byPosition = position === undefined ? undefined : call.positional[position];
  if (byPosition) return byPosition;
  const parameter = name ?? call.parameters?.find((each) => each.position === position)?.name;
  return parameter === undefined ? undefined : call.keywords.get(parameter);
}

/** The literal that was given for one parameter decides, as the mode of `open` does. */
function byLiteral({ returnsByLiteral: rule }: TypeFacts, call: CallArguments): string | undefined {
  if (!rule || isSuspended(rule.unless, call)) return undefined;
  const value = argumentFor(call, rule.position, rule.parameter);
  if (value === undefined) return rule.absent;
  const literal = value.tag === "none" ? null : value.tag === "instance" ? value.constant : undefined;
  if (literal === undefined) return undefined;
  return rule.rules.find(([literals]) => literals.includes(literal))?.[1];
}

/** The first rule that takes the type of one argument decides; an unknown type decides nothing. */
function byType(
  catalogue: Catalogue,
  { returnsByType: rule }: TypeFacts,
  call: CallArguments,
  args: TypeArguments,
): string | undefined {
  if (!rule) return undefined;
  const value = argumentFor(call, rule.position);
  if (value === undefined || value.tag === "unknown") return undefined;
  const found = rule.rules.find(([wanted]) => {
    const type = parseType(wanted);
    return type !== undefined && membersOf(value).every((member) => fits(catalogue, member, type, args));
  });
  return found && found[1] !== "?" ? found[1] : undefined;
}

/** The number of arguments decides. */
function byCount({ returnsByCount: rule }: TypeFacts, call: CallArguments): string | undefined {
  if (!rule || call.open || isSuspended(rule.unless, call)) return undefined;
  let count = call.positional.length;
  for (const name of call.keywords.keys()) {
    const keywordOnly = call.parameters?.some((each) => each.name === name && each.position === undefined);
    if (!keywordOnly) count++;
  }
  return rule.rules.find(([from, to]) => from <= count && (to === null || count <= to))?.[2];
}

function isSuspended(unless: readonly string[] | undefined, call: CallArguments): boolean {
  return unless !== undefined && (call.open || unless.some((name) => call.keywords.has(name)));
}

/** Tells whether a value is surely of a type. */
function fits(catalogue: Catalogue, value: Value, type: TypeExpression, args: TypeArguments): boolean {
  if (type.kind === "union") return type.members.some((member) => fits(catalogue, value, member, args));
  if (type.kind !== "name") return false;
  const { name } = type;
  if (name === "?" || name === "object") return true;
  if (name === "None") return value.tag === "none";
  if (name[0] === "$") {
    const own = args.own?.[Number(name.slice(1))];
    return own?.tag === "instance" && value.tag === "instance" && own.classId === value.classId;
  }
  if (name === "type") return value.tag === "symbol" || value.tag === "class";
  const id = classIdOf(name);
  const object = value.tag === "tuple" ? instance("builtins.tuple") : value;
  if (object.tag !== "instance" || !isSubclass(catalogue, object.classId, id)) return false;
  const inner = argumentsFor(catalogue, object, id);
  return type.args.every((arg, index) => {
    const held = inner[index];
    return arg.kind === "name" && arg.name === "?"
      ? true
      : held !== undefined && fits(catalogue, held, arg, args);
  });
}
