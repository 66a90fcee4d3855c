import type { VersionConstant, VersionPart } from "../guard/version-test";

/** What a call makes of a constant; `undefined`: nothing that is known. */
type Conversion = (value: VersionConstant) => VersionConstant | undefined;

const sequence: Conversion = (value) => (typeof value === "object" ? value : undefined);

/** What builtin functions and classes make of a constant, by their ids. */
export const CONVERSIONS: Readonly<Record<string, Conversion | undefined>> = {
  "builtins.tuple": sequence,
  "builtins.list": sequence,
  "builtins.str": (value) => (typeof value === "object" ? undefined : String(value)),
  "builtins.len": (value) => (typeof value === "number" ? undefined : value.length),
  "builtins.int": (value) => {
    if (typeof value === "number") return Math.trunc(value);
    return typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : undefined;
  },
  "builtins.float": (value) => {
    if (typeof value === "number") return value;
    return typeof value === "string" && /^\s*\d+(\.\d*)?\s*$/.test(value) ? Number(value) : undefined;
  },
};

/** What methods of texts make of constants, by their ids. */
export const TEXT_METHODS: Readonly<
  Record<string, ((text: string, args: VersionConstant[]) => VersionConstant | undefined) | undefined>
> = {
  "builtins.str.startswith": (text, [prefix]) => {
    const prefixes = typeof prefix === "object" ? prefix : [prefix];
    return prefixes.some((each) => text.startsWith(String(each))) ? 1 : 0;
  },
  "builtins.str.split": (text, [separator]) => {
    if (separator === undefined) return text.trim().split(/\s+/);
    return typeof separator === "string" && separator !== "" ? text.split(separator) : undefined;
  },
  "builtins.str.replace": (text, [from, to]) =>
    typeof from === "string" && typeof to === "string" ? text.replaceAll(from, to) : undefined,
  "builtins.str.strip": (text, args) => (args.length === 0 ? text.trim() : undefined),
  "builtins.str.join": (text, [parts]) => {
    const isOfTexts = typeof parts === "object" && parts.every((part) => typeof part === "string");
    return isOfTexts ? parts.join(text) : undefined;
  },
  "builtins.str.format": (text, args) => {
    let next = 0;
    if (/\{(?!\d*\})/.test(text)) return undefined;
    return text.replace(/\{(\d*)\}/g, (_whole, index: string) => String(args[Number(index || next++)]));
  },
};

/** What a call makes of each part of a version; `undefined` where it is no part of one any more. */
export function convertEach(items: readonly VersionPart[], make: Conversion): VersionPart[] | undefined {
  const made = items.map(make);
  return made.every((part) => typeof part === "number" || typeof part === "string") ? made : undefined;
}

/** What an operator makes of two constants; `undefined` where Python refuses them or nobody compares versions so. */
export function operate(
  operator: string,
  left: VersionConstant,
  right: VersionConstant,
): VersionConstant | undefined {
  if (typeof left === "number" && typeof right === "number") return arithmetic(operator, left, right);
  if (operator === "%" && typeof left === "string")
    return formatted(left, typeof right === "object" ? right : [right]);
  if (operator !== "+") return undefined;
  if (typeof left === "string" && typeof right === "string") return left + right;
  return typeof left === "object" && typeof right === "object" ? [...left, ...right] : undefined;
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "//":
      return right === 0 ? undefined : Math.floor(left / right);
    case ">>":
      return Math.floor(left / 2 ** right);
    case "&":
      return left & right;
    default:
      return undefined;
  }
}

/** `"%d.%d" % (3, 8)`, with the two conversions that anybody uses for it. */
function formatted(format: string, values: readonly VersionPart[]): string | undefined {
  const rest = [...values];
  if (/%(?![ds])/.test(format)) return undefined;
  const text = format.replace(/%[ds]/g, () => String(rest.shift()));
  return rest.length === 0 ? text : undefined;
}

/** The numbers of a version, with those that may be left out: `3.8` and `3.8.0` are the same. */
export function releaseOf(text: VersionConstant | undefined): number[] | undefined {
  const match = typeof text === "string" ? /^\s*v?(\d+(?:\.\d+)*)/.exec(text) : null;
  if (!match) return undefined;
  const parts = match[1].split(".").map(Number);
  while (parts.length < RELEASE_PARTS) parts.push(0);
  return parts;
}

const RELEASE_PARTS = 3;
