import { positionals } from "./signature";
import { joinResults, type TypedOverload } from "./overloads";
import {
  formatType,
  identityOf,
  isNone,
  isTellable,
  joinTypes,
  substitute,
  UNKNOWN,
  type StubType,
} from "./type-notation";

/** How the number of arguments decides what a call gives. */
export interface CountRules {
  /** From how many arguments to how many (`null`: any number), and what the call gives then. Keyword-only ones do not count. */
  readonly rules: readonly CountRule[];
  /** Keyword-only arguments that choose another overload: with one of them given, the rules do not hold. */
  readonly unless?: readonly string[];
}

/** The rules, and whether each comes of one overload alone, so that nothing else needs to tell. */
export interface CountedOverloads {
  readonly rules: CountRules;
  readonly isExact: boolean;
}

export type CountRule = readonly [from: number, to: number | null, type: string];

interface Arity {
  readonly overload: TypedOverload;
  readonly least: number;
  readonly most: number;
  /** Keywords without which the overload is not meant. */
  readonly needs: readonly string[];
}

/** Tells overloads apart by how many arguments they take; `undefined` when that tells no more than their union. */
export function returnsByCount(overloads: readonly TypedOverload[]): CountedOverloads | undefined {
  const arities = overloads.map(arityOf);
  const free = arities.filter(({ needs }) => needs.length === 0);
  const chosen = free.length > 0 ? free : arities;
  const keyed = free.length > 0 ? arities.filter(({ needs }) => needs.length > 0) : [];
  const { rules, unless, isExact } = rulesFor(chosen, keyed);
  const texts = new Set(rules.map((each) => each[2]));
  const union = joinResults(overloads.map((each) => each.type));
  const tellsMore = texts.size > 1 || !texts.has(formatType(union)) || !isTellable(union);
  if (rules.length === 0 || !tellsMore) return undefined;
  return { rules: { rules, ...(unless.length > 0 ? { unless } : {}) }, isExact };
}

function rulesFor(
  arities: readonly Arity[],
  keyed: readonly Arity[],
): { rules: CountRule[]; unless: string[]; isExact: boolean } {
  const end = Math.max(
    ...arities.map(({ least, most }) => (most === Number.POSITIVE_INFINITY ? least : most) + 1),
  );
  const rules: CountRule[] = [];
  const unless = new Set<string>();
  let isExact = true;
  for (let count = 0; count <= end; count++) {
    const { type, undecided, isSingle } = resultFor(count, arities, keyed);
    isExact &&= isSingle;
    for (const name of undecided) unless.add(name);
    const last = rules.at(-1);
    if (last && type === last[2] && last[1] === count - 1)
      rules[rules.length - 1] = [last[0], count, last[2]];
    else if (type !== undefined) rules.push([count, count, type]);
  }
  // Nothing ends beyond the longest overload but those that take any number.
  return {
    rules: rules.map(([from, to, type]) => [from, to === end ? null : to, type]),
    unless: [...unless],
    isExact,
  };
}

function arityOf(overload: TypedOverload): Arity {
  const places = positionals(overload.parameters);
  const isVariable = overload.parameters.some((each) => each.kind === "var-positional");
  const least = places.filter((each) => !each.hasDefault).length;
  // Nobody passes None where None is all that an overload takes: that one means a call without the argument.
  const none = places.findIndex((each) => each.hasDefault && isNone(each.type));
  const most = none < 0 ? places.length : none;
  const needs = overload.parameters.filter((each) => each.kind === "keyword-only" && !each.hasDefault);
  return {
    overload,
    least,
    most: isVariable && none < 0 ? Number.POSITIVE_INFINITY : most,
    needs: needs.map((each) => each.name),
  };
}

interface CountResult {
  readonly type: string | undefined;
  /** Keywords that make the result another one. */
  readonly undecided: readonly string[];
  /** True when no two overloads compete. */
  readonly isSingle: boolean;
}

function resultFor(count: number, arities: readonly Arity[], keyed: readonly Arity[]): CountResult {
  const fits = ({ least, most }: Arity): boolean => least <= count && count <= most;
  const fitting = arities.filter(fits).map(({ overload }) => overload);
  // An overload that takes any keyword is meant for calls with such.
  const strict = fitting.filter((each) => each.parameters.every(({ kind }) => kind !== "var-keyword"));
  const candidates = strict.length > 0 ? strict : fitting;
  const types = candidates
    .filter((each, index) => candidates.slice(0, index).every((earlier) => !takesAll(earlier, each, count)))
    .map((each) => each.type);
  let joined = joinResults(types);
  const undecided: string[] = [];
  for (const { overload, needs } of keyed.filter(fits)) {
    const absorbed = absorb(joined, overload.type, needs);
    if (absorbed) joined = absorbed;
    else undecided.push(...needs);
  }
  const type = types.length > 0 && isTellable(joined) ? formatType(joined) : undefined;
  return { type, undecided, isSingle: new Set(types.map(formatType)).size < 2 };
}

/** Joins a result that differs by nothing but what its own keyword gives: without the keyword that part is not there. */
function absorb(joined: StubType, type: StubType, needs: readonly string[]): StubType | undefined {
  const known = new Set(membersOf(joined).map(formatType));
  const parts = membersOf(type).map(formatType);
  const own = (part: string): boolean => needs.some((name) => part.startsWith(`@${name}`));
  return parts.every((part) => known.has(part) || own(part)) ? joinTypes([joined, type]) : undefined;
}

function membersOf(type: StubType): readonly StubType[] {
  return type.kind === "union" ? type.members : [type];
}

/** Of two overloads that ask the same of the first `count` arguments, the earlier one counts. */
function takesAll(earlier: TypedOverload, later: TypedOverload, count: number): boolean {
  for (let place = 0; place < count; place++) {
    const [one, other] = [earlier, later].map(({ parameters }) => {
      const parameter =
        positionals(parameters)[place] ?? parameters.find(({ kind }) => kind === "var-positional");
      return parameter && identityOf(substitute(parameter.type, () => UNKNOWN));
    });
    if (one !== other) return false;
  }
  return true;
}
