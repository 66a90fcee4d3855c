import type { FunctionDeclaration, ParameterKind, StubParameter } from "./declaration";
import { lastName } from "./expression";

/** What a call can give, over all overloads of a callable. The receiver is no part of it. */
export interface Signature {
  readonly parameters: readonly SignatureParameter[];
}

export interface SignatureParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** True when some call may leave it out. */
  readonly optional: boolean;
}

/** How a function of a class body takes its receiver; functions outside classes are static. */
export type Binding = "method" | "class" | "static";

/** Tells how a declaration of a class body binds. */
export function bindingOf(declaration: FunctionDeclaration): Binding {
  const names = declaration.decorators.map(lastName);
  if (names.includes("staticmethod")) return "static";
  if (
    names.includes("classmethod") ||
    ["__new__", "__init_subclass__", "__class_getitem__"].includes(declaration.name)
  )
    return "class";
  return "method";
}

/** Gives the parameters that a caller fills in. */
export function callerParameters(
  declaration: FunctionDeclaration,
  inClass: boolean,
): readonly StubParameter[] {
  const [first] = declaration.parameters;
  const isBound = inClass && bindingOf(declaration) !== "static";
  // `def f(*args)` takes its receiver in the variable part.
  return isBound && first?.kind !== "var-positional"
    ? declaration.parameters.slice(1)
    : declaration.parameters;
}

/** Merges overloads: names and positions are those that any overload takes, optional is what any can do without. */
export function mergeSignatures(overloads: readonly (readonly StubParameter[])[]): Signature {
  const longest = [...overloads].sort((a, b) => positionals(b).length - positionals(a).length)[0] ?? [];
  const keyworded = new Set(
    overloads.flatMap((each) => each.filter((parameter) => parameter.kind === "standard").map((p) => p.name)),
  );
  const keywordOnly = new Set(
    overloads
      .flat()
      .filter((each) => each.kind === "keyword-only")
      .map((each) => each.name),
  );
  const own = new Set(positionals(longest).map((each) => each.name));
  const merged: SignatureParameter[] = positionals(longest).map((parameter, index) => {
    const alternatives = overloads.map((each) => positionals(each)[index]);
    // A shorter overload may call the same place by a name that can be given as a keyword.
    const named = alternatives.find((each) => each && keyworded.has(each.name) && !own.has(each.name));
    const name = keyworded.has(parameter.name) || !named ? parameter.name : named.name;
    const kind = keyworded.has(name) || keywordOnly.has(name) ? "standard" : "positional-only";
    return { name, kind, optional: alternatives.some((each) => !each || each.hasDefault) };
  });
  repairOrder(merged);
  const variable = overloads.flat().find((each) => each.kind === "var-positional");
  if (variable) merged.push({ name: variable.name, kind: "var-positional", optional: true });
  const known = new Set(merged.map((each) => each.name));
  for (const name of [...keyworded, ...keywordOnly]) {
    if (known.has(name)) continue;
    known.add(name);
    const optional = overloads.some((each) => each.every((other) => other.name !== name || other.hasDefault));
    merged.push({ name, kind: "keyword-only", optional });
  }
  const keywords = overloads.flat().find((each) => each.kind === "var-keyword");
  if (keywords) merged.push({ name: keywords.name, kind: "var-keyword", optional: true });
  return { parameters: merged };
}

/** Writes a signature as `(a, b=, /, *, c=, **kw)`. */
export function formatSignature({ parameters }: Signature): string {
  const parts: string[] = [];
  let starred = false;
  for (const [index, { name, kind, optional }] of parameters.entries()) {
    if (kind === "keyword-only" && !starred) parts.push("*");
    starred ||= kind === "keyword-only" || kind === "var-positional";
    const stars = kind === "var-positional" ? "*" : kind === "var-keyword" ? "**" : "";
    parts.push(`${stars}${name}${optional && !stars ? "=" : ""}`);
    if (kind === "positional-only" && parameters[index + 1]?.kind !== "positional-only") parts.push("/");
  }
  return `(${parts.join(", ")})`;
}

/** Gives the parameters that have a position. */
export function positionals<T extends { readonly kind: ParameterKind }>(parameters: readonly T[]): T[] {
  return parameters.filter((each) => each.kind === "positional-only" || each.kind === "standard");
}

/** A parameter after a named one cannot be positional-only: where overloads disagree, every later one counts as named. */
function repairOrder(parameters: SignatureParameter[]): void {
  const firstNamed = parameters.findIndex((each) => each.kind === "standard");
  if (firstNamed < 0) return;
  for (const [index, parameter] of parameters.entries())
    if (index > firstNamed && parameter.kind === "positional-only")
      parameters[index] = { ...parameter, kind: "standard" };
}
