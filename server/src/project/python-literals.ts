import type { PythonToken } from "./python-tokens";
import { evaluateAt, type PythonNames } from "./python-evaluation";
import type { PythonValue } from "./python-value";

/** A value that a text gives to a name. */
export interface LiteralValue {
  readonly value: PythonValue;
  /** 1-based line of its first token, where it stands. */
  readonly line: number;
}

/** Finds constant values in the tokens of a Python text. */
export interface LiteralFinder {
  /**
   * Lists what every call of a function gives to a keyword: written out, in a constant of the module, or in a mapping
   * that is unpacked into the call. A value that would have to be computed by running something is not among them.
   */
  keywordsOf(callee: string, keyword: string): LiteralValue[];
  /** Lists the calls of a function whose first argument is a given string, with their second argument. */
  secondArgumentsOf(callee: string, first: RegExp): LiteralValue[];
}

/** Makes a finder. Constants are names that are assigned at the margin, the last time; or else once, somewhere. */
export function createLiteralFinder(tokens: readonly PythonToken[]): LiteralFinder {
  const names = new ModuleNames(tokens);
  const callsOf = (callee: string): number[] => {
    const known = new Set([callee, ...aliasesOf(callee, tokens)]);
    return [...tokens.keys()].filter(
      (index) =>
        tokens[index].kind === "name" &&
        known.has(tokens[index].text!) &&
        isOperator(tokens[index + 1], "(") &&
        tokens[index - 1]?.text !== "def",
    );
  };
  const read = (index: number): LiteralValue[] => {
    const value = evaluateAt(index, names);
    return value ? [{ value, line: names.lineOf(index) }] : [];
  };
  return {
    keywordsOf: (callee, keyword) =>
      callsOf(callee).flatMap((index) => names.argumentsNamed(index + 1, keyword).flatMap(read)),
    secondArgumentsOf: (callee, first) =>
      callsOf(callee).flatMap((index) => {
        const { kind, text } = tokens[index + 2] ?? {};
        const isAsked = kind === "string" && first.test(text ?? "") && isOperator(tokens[index + 3], ",");
        return isAsked ? read(index + 4) : [];
      }),
  };
}

/** `from setuptools import setup as s`. */
function aliasesOf(name: string, tokens: readonly PythonToken[]): string[] {
  return tokens.flatMap((token, index) => {
    const isAlias =
      token.text === "as" && tokens[index - 1]?.text === name && tokens[index - 1].kind === "name";
    return isAlias ? (tokens[index + 1]?.text ?? []) : [];
  });
}

/** Names lead to names, but nobody nests them deeper. */
const DEEPEST = 5;

class ModuleNames implements PythonNames {
  private readonly constants: ReadonlyMap<string, number>;

  constructor(readonly tokens: readonly PythonToken[]) {
    this.constants = constantsOf(tokens);
  }

  constant(name: string): number | undefined {
    return this.constants.get(name);
  }

  entry(name: string, key: string): number | undefined {
    return this.entriesOf(name, key, 0).at(-1);
  }

  /** A value that is a name stands where that gets its own. */
  lineOf(index: number, depth = 0): number {
    const { kind, text, line } = this.tokens[index];
    const constant = kind === "name" && depth < DEEPEST ? this.constant(text!) : undefined;
    return constant === undefined ? line : this.lineOf(constant, depth + 1);
  }

  /** Lists where the values begin that the bracket which opens at `open` gives to a name. */
  argumentsNamed(open: number, name: string, depth = 0): number[] {
    const { tokens } = this;
    const inside = tokens[open].depth + 1;
    const found: number[] = [];
    for (let index = open + 1; index < tokens.length && tokens[index].depth >= inside; index++) {
      const token = tokens[index];
      if (token.depth !== inside) continue;
      const next = tokens[index + 1];
      const isKeyword = token.kind === "name" && token.text === name && isOperator(next, "=");
      const isKey = token.kind === "string" && token.text === name && isOperator(next, ":");
      const isFirst = index === open + 1 || isOperator(tokens[index - 1], ",");
      if (isKeyword || isKey) found.push(index + 2);
      else if (isOperator(token, "**")) found.push(...this.mappingAt(index + 1, name, depth + 1));
      // `dict(base, key=value)` and `options.update({…})`.
      else if (isFirst && depth > 0 && !isOperator(next, "="))
        found.push(...this.mappingAt(index, name, depth + 1));
    }
    return found;
  }

  /** Looks for a key in the mapping that begins at a token: `{...}`, `dict(...)` or the name of one. */
  private mappingAt(index: number, name: string, depth: number): number[] {
    const token = this.tokens[index];
    if (!token || depth > DEEPEST) return [];
    if (isOperator(token, "{")) return this.argumentsNamed(index, name, depth);
    if (token.kind !== "name") return [];
    if (token.text === "dict" && isOperator(this.tokens[index + 1], "(")) {
      return this.argumentsNamed(index + 1, name, depth);
    }
    return this.entriesOf(token.text!, name, depth);
  }

  /** What a name's mapping begins with, and what is put into it later: `options["key"] = …`, `options.update(…)`. */
  private entriesOf(mapping: string, key: string, depth: number): number[] {
    const { tokens } = this;
    const constant = this.constant(mapping);
    const found = constant === undefined ? [] : this.mappingAt(constant, key, depth + 1);
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== "name" || token.text !== mapping || !token.isFirst) continue;
      const [open, second, third, fourth] = tokens.slice(index + 1, index + 5);
      const isSet = isOperator(open, "[") && second?.kind === "string" && second.text === key;
      if (isSet && isOperator(third, "]") && isOperator(fourth, "=")) found.push(index + 5);
      const isUpdate = isOperator(open, ".") && second?.text === "update" && isOperator(third, "(");
      if (isUpdate) found.push(...this.argumentsNamed(index + 3, key, depth + 1));
    }
    return found;
  }
}

function constantsOf(tokens: readonly PythonToken[]): ReadonlyMap<string, number> {
  const atMargin = new Map<string, number>();
  const inside = new Map<string, number[]>();
  const changed = new Set<string>();
  for (const [index, { kind, text, isFirst, isAtMargin }] of tokens.entries()) {
    if (kind !== "name" || !isFirst) continue;
    if (isOperator(tokens[index + 1], "+") && isOperator(tokens[index + 2], "=")) changed.add(text!);
    const value = valueAfter(index, tokens);
    if (value === undefined) continue;
    if (isAtMargin) atMargin.set(text!, value);
    else inside.set(text!, [...(inside.get(text!) ?? []), value]);
  }
  const once = [...inside].flatMap(([name, values]) =>
    values.length === 1 ? [[name, values[0]] as const] : [],
  );
  return new Map([...once, ...atMargin].filter(([name]) => !changed.has(name)));
}

/** Gives where the value of an assignment begins: `a = …`, `a: str = …`, `a = b = …`. */
function valueAfter(index: number, tokens: readonly PythonToken[]): number | undefined {
  let at = index + 1;
  if (isOperator(tokens[at], ":")) {
    while (tokens[at] && tokens[at].kind !== "newline" && !isOperator(tokens[at], "=")) at++;
  }
  if (!isOperator(tokens[at], "=") || isOperator(tokens[at + 1], "=")) return undefined;
  at++;
  while (tokens[at]?.kind === "name" && isOperator(tokens[at + 1], "=") && !isOperator(tokens[at + 2], "="))
    at += 2;
  return at;
}

function isOperator(token: PythonToken | undefined, text: string): boolean {
  return token?.kind === "operator" && token.text === text;
}
