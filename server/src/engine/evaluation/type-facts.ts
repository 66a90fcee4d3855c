import type { Catalogue } from "../catalogue/catalogue";
import { parseType, type TypeExpression } from "./type-notation";
import { membersOf, type Value } from "./values";

/** A type that the catalogue tells of. */
export interface TypeFact {
  /** `undefined` for a text that is no type. */
  readonly expression: TypeExpression | undefined;
  /** It stands for the same wherever it is read, as `list[str]` does, and `$0`, `@1` and `self` do not. */
  readonly isClosed: boolean;
  /** What a closed one stands for, once somebody asked. */
  value: Value | undefined;
}

/** There are as many as the catalogue has types. */
const facts = new WeakMap<Catalogue, Map<string, TypeFact>>();

/** Reads a type fact of a catalogue once. */
export function typeFact(catalogue: Catalogue, type: string): TypeFact {
  let known = facts.get(catalogue);
  if (!known) facts.set(catalogue, (known = new Map<string, TypeFact>()));
  let fact = known.get(type);
  if (!fact) {
    const expression = parseType(type);
    fact = { expression, isClosed: expression === undefined || isClosed(expression), value: undefined };
    known.set(type, fact);
  }
  return fact;
}

/** Keeps what a type stands for where that is always the same. */
export function keepValue(fact: TypeFact, value: Value): void {
  if (fact.isClosed && membersOf(value).every(isComparable)) fact.value = value;
}

/** Tells whether a value is the same as another of its form; two unions inside of others are told apart. */
function isComparable(value: Value): boolean {
  switch (value.tag) {
    case "instance":
      return value.args.every(isComparable);
    case "tuple":
      return value.items.every(isComparable);
    default:
      return value.tag === "none" || value.tag === "symbol" || value.tag === "unknown";
  }
}

function isClosed(type: TypeExpression): boolean {
  switch (type.kind) {
    case "name":
      return !/^(?:[$@]|self$)/.test(type.name) && type.args.every(isClosed);
    case "union":
      return type.members.every(isClosed);
    case "list":
      return type.items.every(isClosed);
    default:
      return true;
  }
}
