import { NEWEST_MINOR, OLDEST_MINOR } from "../version";
import type { Truth } from "./truth";

/** A number or word inside a version. */
export type VersionPart = number | string;

/** A value made from the version of the running Python. */
export type VersionShape =
  /** `sys.version_info`, or its first parts: `sys.version_info[:2]`. */
  | { readonly kind: "tuple"; readonly length: number }
  /** One part: `sys.version_info[1]`, `sys.version_info.minor`. */
  | { readonly kind: "part"; readonly index: number }
  /** `sys.hexversion`. */
  | { readonly kind: "hex" }
  /** `platform.python_version_tuple()`: three strings. */
  | { readonly kind: "strings"; readonly length: number }
  /** A version that the code writes down: `Version("3.8")`. */
  | { readonly kind: "fixed"; readonly value: readonly VersionPart[] }
  /** Whatever else is worked out from it: `sys.version`, `sys.hexversion >> 16`; `undefined` where that cannot be told. */
  | { readonly kind: "derived"; readonly on: (release: Release) => VersionConstant | undefined };

/** A part of a version of which nobody knows what it is: `sys.version_info + (count,)` ends in one. */
export const UNKNOWN_PART = Number.NaN;

/** What a version may be compared with. */
export type VersionConstant = VersionPart | readonly VersionPart[];

export type ComparisonOperator = "<" | "<=" | "==" | "!=" | ">" | ">=";

/** Length of the whole of `sys.version_info`. */
export const VERSION_INFO_LENGTH = 5;

const MICROS = Array.from({ length: 31 }, (_, micro) => micro);

/** Bits of a truth on Pythons outside of the catalogue: 2.7, and those after the newest minor that it speaks of. */
export const PYTHON_2 = 1;
export const FUTURE_PYTHONS = 2;

/** The last minor that is tried as one of the future. */
const FAR_MINOR = 40;

/**
 * Decides `version operator constant` on every minor, with CPython's ordering of tuples: of two tuples that agree, the
 * longer is greater, so that `sys.version_info > (3, 8)` is true on 3.8.1. A minor on which the micro or the release
 * level decides is in both sets. A comparison that Python refuses (a tuple with a number) is unknown everywhere.
 */
export function compareVersion(
  shape: VersionShape,
  operator: ComparisonOperator,
  constant: VersionConstant,
): Truth {
  let yes = 0;
  let no = 0;
  for (let minor = OLDEST_MINOR; minor <= NEWEST_MINOR; minor++) {
    for (const micro of MICROS) {
      const holds = decide(valueOn(shape, [3, minor, micro]), operator, constant);
      if (holds !== false) yes |= 1 << minor;
      if (holds !== true) no |= 1 << minor;
    }
  }
  return { yes, no };
}

/** Decides the same on the Pythons outside of the catalogue: the bits are `PYTHON_2` and `FUTURE_PYTHONS`. */
export function compareOutside(
  shape: VersionShape,
  operator: ComparisonOperator,
  constant: VersionConstant,
): Truth {
  let yes = 0;
  let no = 0;
  const add = (bit: number, release: Release): void => {
    const holds = decide(valueOn(shape, release), operator, constant);
    if (holds !== false) yes |= bit;
    if (holds !== true) no |= bit;
  };
  add(PYTHON_2, [2, 7, 18]);
  for (let minor = NEWEST_MINOR + 1; minor <= FAR_MINOR; minor++) add(FUTURE_PYTHONS, [3, minor, 0]);
  return { yes, no };
}

function decide(
  value: VersionConstant | undefined,
  operator: ComparisonOperator,
  constant: VersionConstant,
): boolean | undefined {
  if (value === undefined) return undefined;
  const order = compareValues(value, constant);
  if (Number.isNaN(order)) return undefined;
  return order === undefined ? decideUnordered(operator) : satisfies(order, operator);
}

/** Decides whether a part of the version is one of several constants: `sys.version_info[0] in (2, 3)`. */
export function versionIsOneOf(shape: VersionShape, constants: readonly VersionConstant[]): Truth {
  let yes = 0;
  let no = 0;
  for (const constant of constants) {
    const truth = compareVersion(shape, "==", constant);
    yes |= truth.yes;
    no = constants[0] === constant ? truth.no : no & truth.no;
  }
  return constants.length ? { yes, no } : { yes: 0, no: compareVersion(shape, "==", []).no };
}

/** Decides on which minors a version value counts as true by itself. */
export function truthOfVersion(shape: VersionShape): Truth {
  let yes = 0;
  let no = 0;
  for (let minor = OLDEST_MINOR; minor <= NEWEST_MINOR; minor++) {
    for (const micro of MICROS) {
      const value = valueOn(shape, [3, minor, micro]);
      const isTrue =
        value === undefined ? undefined : typeof value === "object" ? value.length > 0 : Boolean(value);
      if (isTrue !== false) yes |= 1 << minor;
      if (isTrue !== true) no |= 1 << minor;
    }
  }
  return { yes, no };
}

/** The operator that says the same with the operands the other way round. */
export function mirrorOperator(operator: ComparisonOperator): ComparisonOperator {
  const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!=" } as const;
  return mirrored[operator];
}

/** Major, minor, micro. */
export type Release = readonly [number, number, number];

/** What a version value is on one release; `undefined` where that cannot be told. */
export function valueOn(shape: VersionShape, release: Release): VersionConstant | undefined {
  const [major, minor, micro] = release;
  const parts: readonly VersionPart[] = [...release, "final", 0];
  switch (shape.kind) {
    case "tuple":
      return parts.slice(0, shape.length);
    case "part":
      return parts[shape.index];
    case "hex":
      return (major << 24) | (minor << 16) | (micro << 8) | 0xf0;
    case "strings":
      return release.map(String).slice(0, shape.length);
    case "fixed":
      return shape.value;
    case "derived":
      return shape.on(release);
  }
}

function compareValues(left: VersionConstant, right: VersionConstant): number | undefined {
  if (typeof left !== "object" || typeof right !== "object") {
    return typeof left === "object" || typeof right === "object" ? undefined : compareParts(left, right);
  }
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareParts(left[index], right[index]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Values of different types are unequal; asked which is greater, Python raises. */
function decideUnordered(operator: ComparisonOperator): boolean | undefined {
  return operator === "==" ? false : operator === "!=" ? true : undefined;
}

/** `NaN` where one of the parts is unknown. */
function compareParts(left: VersionPart, right: VersionPart): number | undefined {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
  if (typeof left !== typeof right) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

function satisfies(order: number, operator: ComparisonOperator): boolean {
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
