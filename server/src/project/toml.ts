import { parse, TomlError } from "smol-toml";
import type { DeclarationProblem, ValueType, WantedValue } from "../engine/declaration-problems";
import type { OffsetRange } from "../engine/findings";
import { locateToml, type TomlLocation, type TomlLocations } from "./toml-locations";

/** A TOML value as the parser gives it. */
export type TomlValue = unknown;

/** A TOML text that could be read. */
export interface TomlDocument {
  readonly text: string;
  /** Gives the value at the names that lead to it, in an array at its number; `undefined` when there is none. */
  get(path: readonly string[]): TomlValue;
  /** Tells where a key and its value stand; `undefined` when the text has no such key. */
  locate(path: readonly string[]): TomlLocation | undefined;
  /** Tells where a value stands, of a string the text between its quotes; `undefined` when the text has no such key. */
  span(path: readonly string[]): OffsetRange | undefined;
}

/** Why and where a text could not be read. */
export interface TomlProblem {
  /** 1-based. */
  readonly line: number;
  readonly problem: DeclarationProblem;
}

/** Reads a TOML text. Throws nothing. */
export function readToml(text: string): TomlDocument | TomlProblem {
  let root: TomlValue;
  try {
    root = parse(text);
  } catch (error) {
    return toProblem(error);
  }
  let locations: TomlLocations | undefined;
  const locate = (path: readonly string[]): TomlLocation | undefined =>
    (locations ??= locateToml(text)).find(path);
  return {
    text,
    get: (path) => path.reduce<TomlValue>(childOf, root),
    locate,
    span(path) {
      const location = locate(path);
      return location && withoutQuotes(text, location);
    },
  };
}

/** Tells whether the reading of a text failed. */
export function isTomlProblem(reading: TomlDocument | TomlProblem): reading is TomlProblem {
  return "problem" in reading;
}

/** Tells whether a value is a table. */
export function isTable(value: TomlValue): value is Readonly<Record<string, TomlValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Names the type of a value that is not what was asked for. */
function typeOf(value: TomlValue): ValueType {
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "date";
  if (typeof value === "object") return "table";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : "number";
}

/** Makes the problem of a value that is not what was asked for. */
export function wrongType(key: string, wanted: WantedValue, value: TomlValue): DeclarationProblem {
  return { kind: "wrong-type", key, wanted, found: typeOf(value) };
}

function withoutQuotes(text: string, { valueStart, valueEnd }: TomlLocation): OffsetRange {
  const quotes = /^(?:"""|'''|"|')/.exec(text.slice(valueStart, valueStart + 3))?.[0].length ?? 0;
  const isString = quotes > 0 && valueEnd - valueStart >= 2 * quotes;
  return isString
    ? { start: valueStart + quotes, end: valueEnd - quotes }
    : { start: valueStart, end: valueEnd };
}

function childOf(value: TomlValue, name: string): TomlValue {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? (value as TomlValue[])[Number(name)] : undefined;
  return isTable(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function toProblem(error: unknown): TomlProblem {
  if (!(error instanceof TomlError)) return { line: 1, problem: { kind: "invalid-toml", reason: undefined } };
  // The parser's message continues with the lines around the place, which the reader has in front of them.
  const reason = error.message.split("\n", 1)[0].replace(/^Invalid TOML document: /, "");
  return { line: error.line, problem: { kind: "invalid-toml", reason } };
}
