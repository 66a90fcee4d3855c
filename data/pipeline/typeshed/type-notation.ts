/** A type as a stub writes it, with every name resolved. */
export type StubType =
  | { readonly kind: "unknown" }
  /** A class by its id; builtins without their module. */
  | { readonly kind: "named"; readonly name: string; readonly args: readonly StubType[] }
  | { readonly kind: "union"; readonly members: readonly StubType[] }
  /** The value of a `Literal[...]`; written as its class. */
  | { readonly kind: "literal"; readonly name: string; readonly value: LiteralValue }
  | TypeVariable
  /** What only the place of use decides: `self`, `$0`, `@0.call`. */
  | { readonly kind: "reference"; readonly text: string }
  /** The `...` of `tuple[int, ...]`. */
  | { readonly kind: "rest" };

export type LiteralValue = string | number | boolean | null;

/** A type variable, before anything is known about who binds it. */
export interface TypeVariable {
  readonly kind: "variable";
  readonly name: string;
  /** The union of its constraints, or its bound. */
  readonly limit: StubType | undefined;
  readonly default: StubType | undefined;
  /** True when `limit` lists constraints: then the variable is one of exactly these. */
  readonly constrained: boolean;
}

export const UNKNOWN: StubType = { kind: "unknown" };
export const NONE: StubType = { kind: "named", name: "None", args: [] };

/** Makes the type of a class. */
export function named(name: string, args: readonly StubType[] = []): StubType {
  return { kind: "named", name, args };
}

/** Writes a type in the notation of the facts; `?` stands for what is not known. */
export function formatType(type: StubType): string {
  switch (type.kind) {
    case "unknown":
    case "variable":
      return "?";
    case "rest":
      return "...";
    case "reference":
      return type.text;
    case "literal":
      return type.name;
    case "union":
      return isUnknown(type) ? "?" : [...new Set(type.members.map(formatType))].join("|");
    case "named":
      return type.args.every((each) => each.kind === "rest" || isUnknown(each))
        ? type.name
        : `${type.name}[${type.args.map(formatType).join(",")}]`;
  }
}

/** A union of more classes than this helps nobody. */
const WIDEST_UNION = 4;

/** Tells whether a type is worth writing down: it is known and names few alternatives. */
export function isTellable(type: StubType): boolean {
  return !isUnknown(type) && isNarrow(type);
}

function isNarrow(type: StubType): boolean {
  if (type.kind === "named") return type.args.every(isNarrow);
  if (type.kind !== "union") return true;
  return (
    type.members.every(isNarrow) &&
    new Set(type.members.filter((each) => !isNone(each)).map(formatType)).size <= WIDEST_UNION
  );
}

/** Tells whether a type says nothing at all. An unknown member makes a union unknown. */
export function isUnknown(type: StubType): boolean {
  return (
    type.kind === "unknown" ||
    type.kind === "variable" ||
    (type.kind === "union" && type.members.some(isUnknown))
  );
}

/** Joins types: members of unions are flattened, repeated ones dropped, and `A[str]|A[bytes]` becomes `A[str|bytes]`. */
export function joinTypes(types: readonly StubType[]): StubType {
  // By identity, in the order of their first appearance.
  const members = new Map<string, StubType>();
  for (const type of types.flatMap((each) => (each.kind === "union" ? each.members : [each]))) {
    const identity = identityOf(type);
    if (members.has(identity)) continue;
    const [known, merged] = findMergeable(members, type);
    if (known === undefined || !merged) members.set(identity, type);
    else members.set(known, merged);
  }
  // A call that never returns gives nothing to join. None stands last, as people write it.
  const returning = [...members.values()].filter(
    (each) => each.kind !== "named" || each.name !== "typing.Never",
  );
  const all = returning.length > 0 ? returning : [...members.values()];
  const sorted = [...all.filter((each) => !isNone(each)), ...all.filter(isNone)];
  const [only] = sorted;
  return sorted.length === 1 && only ? only : { kind: "union", members: sorted };
}

function findMergeable(members: ReadonlyMap<string, StubType>, type: StubType): [string?, StubType?] {
  if (type.kind !== "named" || type.args.length === 0) return [];
  for (const [identity, member] of members) {
    const merged = mergeable(member, type);
    if (merged) return [identity, merged];
  }
  return [];
}

/** Writes a type so that no two types are written alike: literals of one class and all variables differ. */
export function identityOf(type: StubType): string {
  switch (type.kind) {
    case "literal":
      return `${type.name}:${String(type.value)}`;
    case "variable":
      return `~${type.name}`;
    case "union":
      return type.members.map(identityOf).join("|");
    case "named":
      return `${type.name}[${type.args.map(identityOf).join(",")}]`;
    default:
      return formatType(type);
  }
}

/** Tells whether a type is `None`. */
export function isNone(type: StubType): boolean {
  return type.kind === "named" && type.name === "None";
}

/** Replaces variables by what `replace` gives for them; `undefined` keeps one. */
export function substitute(
  type: StubType,
  replace: (variable: TypeVariable) => StubType | undefined,
): StubType {
  switch (type.kind) {
    case "variable":
      return replace(type) ?? type;
    case "union":
      return joinTypes(type.members.map((each) => substitute(each, replace)));
    case "named":
      return { ...type, args: type.args.map((each) => substitute(each, replace)) };
    default:
      return type;
  }
}

/** Lists the variables of a type in the order of their first use. */
export function variablesOf(type: StubType): TypeVariable[] {
  const found = new Map<string, TypeVariable>();
  substitute(type, (variable) => {
    if (!found.has(variable.name)) found.set(variable.name, variable);
    return undefined;
  });
  return [...found.values()];
}

/** Two classes of one name whose arguments differ at one place are one class there. */
function mergeable(left: StubType, right: StubType): StubType | undefined {
  if (left.kind !== "named" || right.kind !== "named" || left.name !== right.name) return undefined;
  if (left.args.length !== right.args.length || left.name === "tuple") return undefined;
  const differing = left.args.flatMap((arg, index) => {
    const other = right.args[index];
    return other && identityOf(arg) !== identityOf(other) ? [index] : [];
  });
  const [place] = differing;
  const [one, other] = place === undefined ? [] : [left.args[place], right.args[place]];
  if (differing.length !== 1 || !one || !other) return undefined;
  // What one overload leaves open another one has told.
  const joined = one.kind === "unknown" ? other : other.kind === "unknown" ? one : joinTypes([one, other]);
  return { ...left, args: left.args.map((arg, index) => (index === place ? joined : arg)) };
}
