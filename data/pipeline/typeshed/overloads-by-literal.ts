import type { TypedParameter } from "./argument-paths";
import { joinResults, type TypedOverload } from "./overloads";
import { formatType, isTellable, isUnknown, type LiteralValue, type StubType } from "./type-notation";

/** How the literal value of one argument decides what a call gives. */
export interface LiteralRules {
  readonly parameter: string;
  /** 0-based; absent for a keyword-only parameter. */
  readonly position?: number;
  /** What the call gives without the argument. */
  readonly absent?: string;
  /** In order; the first rule that lists the value counts. */
  readonly rules: readonly (readonly [values: readonly LiteralValue[], type: string])[];
  /** Arguments that change the result too: with one of them given, nothing is known. */
  readonly unless?: readonly string[];
}

/** Tells overloads apart by the literal that one parameter takes, such as `mode`; `undefined` when no parameter does. */
export function returnsByLiteral(overloads: readonly TypedOverload[]): LiteralRules | undefined {
  const names = new Set(overloads.flatMap((each) => each.parameters.map((parameter) => parameter.name)));
  for (const name of names) {
    const rules = rulesFor(name, overloads);
    if (rules) return rules;
  }
  return undefined;
}

function rulesFor(name: string, overloads: readonly TypedOverload[]): LiteralRules | undefined {
  const parameters = overloads.map((each) => each.parameters.find((parameter) => parameter.name === name));
  const literals = parameters.map((each) => (each ? literalsOf(each.type) : undefined));
  // `None` alone is no literal that people choose by.
  if (literals.filter((each) => each?.some((value) => value !== null)).length < 1 || overloads.length < 2)
    return undefined;
  const others = overloads.map((each) => requiredElsewhere(each, name, overloads));
  // Where another argument must be given for an overload to count, and is no literal, this parameter does not decide.
  if (others.includes("undecided")) return undefined;
  const deciding = overloads.filter((each, index) => others[index] === undefined && !isUnknown(each.type));
  const rules = groupByType(deciding, name);
  if (new Set(rules.map((rule) => rule[1])).size < 2) return undefined;
  const defaulted = deciding.filter((each) => each.parameters.some((p) => p.name === name && p.hasDefault));
  const absent = defaulted.length > 0 ? joinFirst(defaulted, name) : undefined;
  const unless = new Set(others.filter((each) => each !== undefined));
  const position = positionOf(parameters, overloads);
  return {
    parameter: name,
    ...(position === undefined ? {} : { position }),
    ...(absent && isTellable(absent) ? { absent: formatType(absent) } : {}),
    rules,
    ...(unless.size > 0 ? { unless: [...unless] } : {}),
  };
}

/** Lists for each result the values that lead to it. */
function groupByType(overloads: readonly TypedOverload[], name: string): [LiteralValue[], string][] {
  const byValue = new Map<LiteralValue, TypedOverload[]>();
  for (const overload of overloads) {
    const parameter = overload.parameters.find((each) => each.name === name);
    for (const value of (parameter && literalsOf(parameter.type)) ?? [])
      byValue.set(value, [...(byValue.get(value) ?? []), overload]);
  }
  const rules: [LiteralValue[], string][] = [];
  for (const [value, taking] of byValue) {
    const type = joinFirst(taking, name);
    if (!isTellable(type)) continue;
    const known = rules.find((rule) => rule[1] === formatType(type));
    if (known) known[0].push(value);
    else rules.push([[value], formatType(type)]);
  }
  return rules;
}

/** Of overloads that ask for the same arguments the first one counts; the results of others are joined. */
function joinFirst(overloads: readonly TypedOverload[], name: string): StubType {
  const first = new Map<string, StubType>();
  for (const { parameters, type } of overloads) {
    const needed = parameters.filter((each) => each.name !== name && !each.hasDefault);
    const asked = needed.map((each) => formatType(each.type)).join();
    if (!first.has(asked)) first.set(asked, type);
  }
  return joinResults([...first.values()]);
}

/** Gives the values when a type lists nothing but literals and `None`. */
function literalsOf(type: StubType): LiteralValue[] | undefined {
  const members = type.kind === "union" ? type.members : [type];
  const values = members.map((each) =>
    each.kind === "literal" ? each.value : each.kind === "named" && each.name === "None" ? null : undefined,
  );
  return values.every((each) => each !== undefined) ? values : undefined;
}

/**
 * Names a parameter beside `name` that this overload needs and another one does not: a literal, or `undecided` when it
 * is anything else.
 */
function requiredElsewhere(
  overload: TypedOverload,
  name: string,
  overloads: readonly TypedOverload[],
): string | undefined {
  const place = overload.parameters.findIndex((each) => each.name === name);
  for (const [index, parameter] of overload.parameters.entries()) {
    // What stands before a parameter without default cannot have one either.
    if (index < place && !overload.parameters[place]?.hasDefault && parameter.kind !== "keyword-only")
      continue;
    if (parameter.name === name || parameter.hasDefault || parameter.kind.startsWith("var-")) continue;
    const isOptionalElsewhere = overloads.some((each) => {
      const other = each.parameters.find(({ name: otherName }) => otherName === parameter.name);
      return other ? other.hasDefault : each.parameters.every(({ kind }) => kind !== "var-positional");
    });
    if (isOptionalElsewhere)
      return isChosenByLiteral(parameter.name, overloads) ? parameter.name : "undecided";
  }
  return undefined;
}

function isChosenByLiteral(name: string, overloads: readonly TypedOverload[]): boolean {
  const types = overloads.flatMap((each) => each.parameters.filter((parameter) => parameter.name === name));
  return types.some(({ type }) => literalsOf(type)?.some((value) => value !== null));
}

function positionOf(
  parameters: readonly (TypedParameter | undefined)[],
  overloads: readonly TypedOverload[],
): number | undefined {
  const index = parameters.findIndex((each) => each?.kind === "standard" || each?.kind === "positional-only");
  const parameter = parameters[index];
  return parameter ? overloads[index]?.parameters.indexOf(parameter) : undefined;
}
