import type { TypedParameter } from "./argument-paths";
import { returnsByCount, type CountRules } from "./overloads-by-count";
import { returnsByLiteral, type LiteralRules } from "./overloads-by-literal";
import { returnsByType, type TypeRules } from "./overloads-by-type";
import { formatType, isTellable, isUnknown, joinTypes, UNKNOWN, type StubType } from "./type-notation";

/** One overload, with what its result is in terms of the call. */
export interface TypedOverload {
  readonly type: StubType;
  /** The result when the types of the arguments are not known. */
  readonly otherwise: StubType;
  /** The result with nothing in the place of what the arguments decide. */
  readonly unbound: StubType;
  readonly awaitable: boolean;
  readonly parameters: readonly TypedParameter[];
}

/** What a call gives. */
export interface FunctionFact {
  readonly returns?: string;
  readonly awaitable?: true;
  /** What the call gives when an argument that `returns` refers to has no known type. */
  readonly otherwise?: string;
  readonly returnsByLiteral?: LiteralRules;
  readonly returnsByCount?: CountRules;
  readonly returnsByType?: TypeRules;
}

/** Says what a call gives, whichever overload it means, and how to tell overloads apart where they differ. */
export function combineOverloads(overloads: readonly TypedOverload[]): FunctionFact {
  const awaitable = overloads.every((each) => each.awaitable);
  if (overloads.length === 0 || (!awaitable && overloads.some((each) => each.awaitable))) return {};
  const type = joinResults(overloads.map((each) => each.type));
  const returns = isTellable(type) ? formatType(type) : undefined;
  const fact: FunctionFact = {
    ...(returns !== undefined ? { returns } : {}),
    ...(awaitable ? { awaitable } : {}),
    ...tellOtherwise(returns, overloads),
  };
  if (new Set(overloads.map((each) => formatType(each.type))).size === 1) return fact;
  const literal = returnsByLiteral(overloads);
  if (literal) return { ...fact, returnsByLiteral: literal };
  const count = returnsByCount(overloads);
  const byType = count?.isExact ? undefined : returnsByType(overloads);
  return {
    ...fact,
    ...(count ? { returnsByCount: count.rules } : {}),
    ...(byType ? { returnsByType: byType } : {}),
  };
}

/** Without a result in terms of the arguments, what is known without them is the result. */
function tellOtherwise(returns: string | undefined, overloads: readonly TypedOverload[]): FunctionFact {
  const type = joinResults(overloads.map((each) => each.otherwise));
  if (!isTellable(type) || (returns !== undefined && !returns.includes("@"))) return {};
  const text = formatType(type);
  if (returns === undefined) return { returns: text };
  // Leaving the references out of the result gives the same without being told.
  const plain = formatType(joinResults(overloads.map((each) => each.unbound)));
  return text === plain ? {} : { otherwise: text };
}

/**
 * Joins results of overloads. The last overload is often a catch-all that gives anything. Nothing is known where two
 * overloads take one argument in different ways, as `max` does: only the choice of the overload tells which.
 */
export function joinResults(types: readonly StubType[]): StubType {
  const known = types.filter(
    (each, index) => index < types.length - 1 || types.length === 1 || !isUnknown(each),
  );
  if (known.some((each) => isUnknown(each))) return UNKNOWN;
  const ways = known.map((each) => waysOf(each));
  const conflict = ways.some((one) => ways.some((other) => differ(one, other)));
  return conflict ? UNKNOWN : joinTypes(known);
}

/** How a type takes each argument: `@0.0` and `@0.1` take the argument 0 in two ways. */
function waysOf(type: StubType): Map<string, Set<string>> {
  const ways = new Map<string, Set<string>>();
  for (const [, argument = "", way = ""] of formatType(type).matchAll(/@(\w+)([.\w]*)/g))
    ways.set(argument, (ways.get(argument) ?? new Set()).add(way));
  return ways;
}

function differ(one: ReadonlyMap<string, Set<string>>, other: ReadonlyMap<string, Set<string>>): boolean {
  return [...one].some(([argument, ways]) => {
    const others = other.get(argument);
    return others && [...ways].some((way) => !others.has(way)) && [...others].some((way) => !ways.has(way));
  });
}
