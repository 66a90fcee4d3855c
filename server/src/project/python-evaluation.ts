import type { PythonToken } from "./python-tokens";
import {
  added,
  filledByFormat,
  filledByPercent,
  itemOf,
  linesOf,
  madeFrom,
  numberOf,
  type PythonValue,
  rangeOf,
  shownAs,
  textsFrom,
} from "./python-value";

/** What the evaluation of an expression may look up. */
export interface PythonNames {
  readonly tokens: readonly PythonToken[];
  /** Gives the index of the token at which the value of a constant begins. */
  constant(name: string): number | undefined;
  /** Gives the index of the token at which a key's value begins, in the mapping that a constant holds. */
  entry(name: string, key: string): number | undefined;
}

/** Names lead to names, but nobody nests them deeper. */
const DEEPEST = 12;
/** So many values are looked at for one expression. */
const MOST_STEPS = 20_000;

/** Gives the value of the expression that begins at a token; `undefined` where it would have to be computed. */
export function evaluateAt(index: number, names: PythonNames): PythonValue | undefined {
  const evaluator = new Evaluator(index, { names, locals: new Map(), depth: 0, steps: { left: MOST_STEPS } });
  const value = evaluator.sum();
  return value && evaluator.isAtEnd() ? value : undefined;
}

interface Surroundings {
  readonly names: PythonNames;
  readonly locals: ReadonlyMap<string, PythonValue>;
  readonly depth: number;
  readonly steps: { left: number };
}

/** Reads one expression from left to right. Whatever it does not know makes the whole unknown, but for items of lists. */
class Evaluator {
  constructor(
    private at: number,
    private readonly around: Surroundings,
  ) {}

  isAtEnd(): boolean {
    const token = this.token();
    return !token || token.kind === "newline" || [",", ")", "]", "}", ";"].includes(token.text ?? "");
  }

  /** `a + b`, `a % b`. */
  sum(): PythonValue | undefined {
    let left = this.operand();
    while (left && (this.is("+") || this.is("%"))) {
      const operator = this.token()?.text;
      this.at++;
      const right = this.operand();
      left = right && (operator === "+" ? added(left, right) : filledByPercent(left, right));
    }
    return left;
  }

  private operand(): PythonValue | undefined {
    let value = this.atom();
    while (value && (this.is(".") || this.is("["))) {
      value = this.is(".") ? this.method(value) : this.element(value);
    }
    return value;
  }

  private atom(): PythonValue | undefined {
    const token = this.token();
    if (!token || this.around.depth > DEEPEST || this.around.steps.left-- <= 0) return undefined;
    if (token.kind === "string") return this.strings();
    if (token.kind === "number") {
      this.at++;
      return numberOf(Number(token.text));
    }
    if (this.is("[") || this.is("(")) return this.bracket();
    return token.kind === "name" ? this.name(token.text!) : undefined;
  }

  /** Strings side by side are one; those with places are filled in. */
  private strings(): PythonValue | undefined {
    const { tokens } = this.around.names;
    const first = this.at;
    let text = "";
    for (; this.token()?.kind === "string"; this.at++) {
      const { text: constant, template } = this.token()!;
      const part = constant ?? (template === undefined ? undefined : this.filled(template));
      if (part === undefined) return undefined;
      text += part;
    }
    const isOne = this.at === first + 1 && tokens[first].text !== undefined;
    const body = isOne ? tokens[first].body : undefined;
    return { kind: "text", text, body, start: tokens[first].start, end: tokens[this.at - 1].end };
  }

  /** `f"3.{minor}"`, where the places hold names and numbered parts of them. */
  private filled(template: string): string | undefined {
    let isKnown = true;
    const text = template.replaceAll(
      /\{\{|\}\}|\{\s*(\w+)(?:\[(\d)\])?\s*\}|[{}]/g,
      (place, name?: string, index?: string) => {
        if (place === "{{" || place === "}}") return place[0];
        const whole = name === undefined ? undefined : this.lookUp(name);
        const part = index === undefined ? whole : itemOf(whole, Number(index));
        const shown = part && shownAs(part);
        isKnown &&= shown !== undefined;
        return shown ?? "";
      },
    );
    return isKnown ? text : undefined;
  }

  /** `(a)` is `a`; `(a,)`, `[a, b]`, `[a for b in c]` are lists. */
  private bracket(): PythonValue | undefined {
    const isRound = this.is("(");
    const { items, commas } = this.itemsInside();
    return isRound && commas === 0 && items.length === 1 ? items[0] : { kind: "list", items };
  }

  /** Reads what a bracket holds. An item that is not known is left out. */
  private itemsInside(): { readonly items: readonly PythonValue[]; readonly commas: number } {
    const { tokens } = this.around.names;
    const { depth } = tokens[this.at];
    const items: PythonValue[] = [];
    let commas = 0;
    this.at++;
    while (this.at < tokens.length && tokens[this.at].depth > depth) {
      const isSpread = this.is("*");
      if (isSpread) this.at++;
      const loop = this.loopOfItem(depth);
      if (loop === undefined) {
        const value = this.sum();
        if (value && this.isAtEnd())
          items.push(...(isSpread && value.kind === "list" ? value.items : [value]));
      } else items.push(...this.comprehension(this.at, loop));
      if (this.skipItem(depth)) commas++;
    }
    this.at++;
    return { items, commas };
  }

  /** Finds the `for` of a comprehension in the present item of a bracket. */
  private loopOfItem(depth: number): number | undefined {
    const { tokens } = this.around.names;
    for (let at = this.at; at < tokens.length && tokens[at].depth > depth; at++) {
      const { kind, text, depth: own } = tokens[at];
      if (own > depth + 1) continue;
      if (kind === "operator" && text === ",") return undefined;
      if (kind === "name" && text === "for") return at;
    }
    return undefined;
  }

  /** Goes to the next item of a bracket; tells whether a comma stands before it. */
  private skipItem(depth: number): boolean {
    const { tokens } = this.around.names;
    while (this.at < tokens.length && tokens[this.at].depth > depth) {
      const isComma = this.is(",") && tokens[this.at].depth === depth + 1;
      this.at++;
      if (isComma) return true;
    }
    return false;
  }

  /** `… for name in values`, from the element on; conditions are not understood. */
  private comprehension(from: number, loop: number): readonly PythonValue[] {
    const name = this.around.names.tokens[loop + 1]?.text;
    this.at = loop + 2;
    if (name === undefined || !this.is("in")) return [];
    this.at++;
    const values = this.sum();
    if (values?.kind !== "list" || this.is("for") || this.is("if")) return [];
    return values.items.flatMap((item) => {
      const locals = new Map([...this.around.locals, [name, item] as const]);
      return new Evaluator(from, { ...this.around, locals, depth: this.around.depth + 1 }).sum() ?? [];
    });
  }

  private name(name: string): PythonValue | undefined {
    this.at++;
    if (this.is("(")) return this.call(name);
    const key = this.tokenAt(1);
    if (this.is("[") && key?.kind === "string" && key.text !== undefined && this.tokenAt(2)?.text === "]") {
      const entry = this.around.names.entry(name, key.text);
      if (entry !== undefined) {
        this.at += 3;
        return this.elsewhere(entry);
      }
    }
    return this.lookUp(name);
  }

  private lookUp(name: string): PythonValue | undefined {
    const local = this.around.locals.get(name);
    const constant = local ? undefined : this.around.names.constant(name);
    return local ?? (constant === undefined ? undefined : this.elsewhere(constant));
  }

  private elsewhere(index: number): PythonValue | undefined {
    const evaluator = new Evaluator(index, {
      ...this.around,
      locals: new Map(),
      depth: this.around.depth + 1,
    });
    const value = evaluator.sum();
    return value && evaluator.isAtEnd() ? value : undefined;
  }

  private call(name: string): PythonValue | undefined {
    if (name === "map" && this.tokenAt(1)?.text === "str" && this.tokenAt(2)?.text === ",") {
      const { depth } = this.token()!;
      this.at += 3;
      const values = this.sum();
      this.skipItem(depth);
      this.at++;
      return values && textsFrom(values);
    }
    const given = this.arguments();
    if (name === "str") return given.length === 1 ? textsFrom(given[0]) : undefined;
    if (name === "range") return rangeOf(given);
    const isList = ["list", "tuple", "sorted", "set"].includes(name) && given.length === 1;
    return isList && given[0].kind === "list" ? given[0] : undefined;
  }

  private arguments(): readonly PythonValue[] {
    return this.itemsInside().items;
  }

  private method(value: PythonValue): PythonValue | undefined {
    const name = this.tokenAt(1)?.text;
    this.at += 2;
    if (value.kind !== "text" || !this.is("(")) return undefined;
    const given = this.arguments();
    if (name === "format") return madeFrom(value, filledByFormat(value.text, given));
    if (name === "splitlines" && given.length === 0) return linesOf(value);
    if (name === "strip" && given.length === 0) return madeFrom(value, value.text.trim());
    if (name !== "join") return undefined;
    // A generator alone in the brackets has become its items.
    const items = given.length === 1 && given[0].kind === "list" ? given[0].items : given;
    const texts = items.map((item) => (item.kind === "text" ? shownAs(item) : undefined));
    return texts.includes(undefined) ? undefined : madeFrom(value, texts.join(value.text));
  }

  /** `a[0]`, `a[:2]`, `a[1:]`. */
  private element(value: PythonValue): PythonValue | undefined {
    const inside: string[] = [];
    const { depth } = this.token()!;
    for (this.at++; this.token() && this.token()!.depth > depth; this.at++)
      inside.push(this.token()!.text ?? "?");
    this.at++;
    const match = /^(-?\d*)(:?)(-?\d*)$/.exec(inside.join(""));
    if (!match || value.kind !== "list") return undefined;
    const [, from, colon, to] = match;
    if (colon === "") return from === "" ? undefined : itemOf(value, Number(from));
    return { kind: "list", items: value.items.slice(Number(from), to === "" ? undefined : Number(to)) };
  }

  private token(): PythonToken | undefined {
    return this.around.names.tokens[this.at];
  }

  private tokenAt(offset: number): PythonToken | undefined {
    return this.around.names.tokens[this.at + offset];
  }

  private is(text: string): boolean {
    const token = this.token();
    return token?.text === text && token.kind !== "string";
  }
}
