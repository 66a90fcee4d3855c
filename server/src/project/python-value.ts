import type { OffsetRange } from "../engine/findings";

/** One string of a value. Its offsets include its quotes. */
export interface LiteralText extends OffsetRange {
  readonly kind: "text";
  readonly text: string;
  /** What stands between the quotes; `undefined` for a string that is made of several pieces. */
  readonly body: OffsetRange | undefined;
}

/** What an expression comes to, as far as it can be told without running it. */
export type PythonValue =
  | LiteralText
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "list"; readonly items: readonly PythonValue[] };

/** No list of Pythons is longer, and no text that names some; a hostile file must not fill the memory. */
const LONGEST_LIST = 200;
const LONGEST_TEXT = 2000;
/** Lists the strings of a value, those of its lists too. */
export function textsOf(value: PythonValue): LiteralText[] {
  if (value.kind === "text") return [value];
  return value.kind === "list" ? value.items.flatMap(textsOf) : [];
}

/** Makes a number; `undefined` for what is none. */
export function numberOf(number: number): PythonValue | undefined {
  return Number.isNaN(number) ? undefined : { kind: "number", number };
}

/** Gives an item of a list; `undefined` where there is none. */
export function itemOf(value: PythonValue | undefined, index: number): PythonValue | undefined {
  return value?.kind === "list" ? value.items.at(index) : undefined;
}

/** Gives the text that a value is shown as inside another; `undefined` for a list. */
export function shownAs(value: PythonValue): string | undefined {
  if (value.kind === "list") return undefined;
  if (value.kind === "number") return String(value.number);
  return value.text.length <= LONGEST_TEXT ? value.text : undefined;
}

/** A text that is made of others, which stands nowhere as it is. */
export function madeFrom(source: OffsetRange, text: string | undefined): PythonValue | undefined {
  if (text === undefined || text.length > LONGEST_TEXT) return undefined;
  return { kind: "text", text, body: undefined, start: source.start, end: source.end };
}

/** Lists the lines of a text, as `splitlines` does. */
export function linesOf({ text, start, end }: LiteralText): PythonValue {
  const lines = text.split(/\r\n|\n|\r/);
  return {
    kind: "list",
    items: lines.map((line) => ({ kind: "text", text: line, body: undefined, start, end })),
  };
}

/** Turns a value into a text, as `str` does, or each item of a list. */
export function textsFrom(value: PythonValue): PythonValue | undefined {
  if (value.kind !== "list") return madeFrom({ start: 0, end: 0 }, shownAs(value));
  return { kind: "list", items: value.items.flatMap((item) => textsFrom(item) ?? []) };
}

/** Adds two texts or two lists. */
export function added(left: PythonValue, right: PythonValue): PythonValue | undefined {
  if (left.kind === "text" && right.kind === "text") {
    return madeFrom({ start: left.start, end: Math.max(left.end, right.end) }, left.text + right.text);
  }
  if (left.kind !== "list" || right.kind !== "list") return undefined;
  return { kind: "list", items: [...left.items, ...right.items] };
}

/** Fills the places of a text as `%` does. */
export function filledByPercent(left: PythonValue, right: PythonValue): PythonValue | undefined {
  if (left.kind !== "text") return undefined;
  const values = right.kind === "list" ? [...right.items] : [right];
  const text = fillPlaces(left.text, /%(?:[sdi]|(.))/g, (other) =>
    other === undefined ? values.shift() : undefined,
  );
  return values.length === 0 ? madeFrom(left, text) : undefined;
}

/** Fills the places of a text as `format` does. */
export function filledByFormat(text: string, given: readonly PythonValue[]): string | undefined {
  let next = 0;
  return fillPlaces(text, /\{(\d*)\}/g, (index) => given[index === "" ? next++ : Number(index)]);
}

function fillPlaces(
  text: string,
  places: RegExp,
  valueOf: (named: string | undefined) => PythonValue | undefined,
): string | undefined {
  let isKnown = true;
  const filled = text.replaceAll(places, (_, named?: string) => {
    const value = valueOf(named);
    const shown = value && shownAs(value);
    isKnown &&= shown !== undefined;
    return shown ?? "";
  });
  return isKnown && !/[{}]/.test(filled) ? filled : undefined;
}

/** Lists the numbers of a `range` with one or two arguments. */
export function rangeOf(given: readonly PythonValue[]): PythonValue | undefined {
  const numbers = given.map((value) => (value.kind === "number" ? value.number : Number.NaN));
  const [from, to] = numbers.length === 1 ? [0, numbers[0]] : numbers;
  if (numbers.length > 2 || !Number.isInteger(from) || !Number.isInteger(to)) return undefined;
  const length = Math.min(Math.max(0, to - from), LONGEST_LIST);
  return {
    kind: "list",
    items: Array.from({ length }, (_, step) => ({ kind: "number", number: from + step })),
  };
}
