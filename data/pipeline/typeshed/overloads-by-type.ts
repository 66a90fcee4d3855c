import { limitOf } from "./function-facts";
import { positionals } from "./signature";
import type { TypedOverload } from "./overloads";
import {
  formatType,
  isTellable,
  isUnknown,
  joinTypes,
  named,
  substitute,
  UNKNOWN,
  type StubType,
} from "./type-notation";

/** How the type of one argument decides what a call gives. */
export interface TypeRules {
  /** 0-based. */
  readonly position: number;
  /** In order; the first rule whose type takes the argument counts. `?` as a result: nothing is known then. */
  readonly rules: readonly (readonly [argument: string, type: string])[];
}

/** What a protocol of the stubs comes down to in code. */
const CONCRETE: Readonly<Record<string, string>> = {
  "typing.SupportsIndex": "int",
  "collections.abc.Buffer": "bytes",
  "_typeshed.SupportsKeysAndGetItem": "collections.abc.Mapping",
  "_typeshed.SupportsIter": "collections.abc.Iterable",
};

/** Tells overloads apart by the first argument for which each asks a type of its own; `undefined` when there is none. */
export function returnsByType(overloads: readonly TypedOverload[]): TypeRules | undefined {
  const most = Math.max(...overloads.map((each) => each.parameters.length));
  for (let position = 0; position < most; position++) {
    const rules = rulesAt(position, overloads);
    if (rules) return { position, rules };
  }
  return undefined;
}

function rulesAt(position: number, overloads: readonly TypedOverload[]): [string, string][] | undefined {
  const rules = new Map<string, string>();
  for (const overload of overloads) {
    const parameter = positionals(overload.parameters)[position];
    // An overload that ends before the argument does not compete for it, unless it takes any number of them.
    if (!parameter && overload.parameters.some(({ kind }) => kind === "var-positional")) return undefined;
    if (!parameter) continue;
    // The type asked for matters, not what its variables turn out to be.
    const asked = makeConcrete(substitute(parameter.type, (variable) => limitOf(variable) ?? UNKNOWN));
    if (isUnknown(asked) && overload !== overloads.at(-1)) return undefined;
    const argument = isUnknown(asked) ? "?" : formatType(asked);
    const result = isTellable(overload.type) ? formatType(overload.type) : "?";
    // Two overloads for one type are told apart by something else.
    if (rules.has(argument) && rules.get(argument) !== result) return undefined;
    if (!rules.has(argument)) rules.set(argument, result);
  }
  return new Set(rules.values()).size > 1 ? [...rules] : undefined;
}

function makeConcrete(type: StubType): StubType {
  if (type.kind === "union") return joinTypes(type.members.map(makeConcrete));
  if (type.kind !== "named") return type;
  const name = CONCRETE[type.name] ?? type.name;
  return named(name, name === "slice" ? [] : type.args.map(makeConcrete));
}
