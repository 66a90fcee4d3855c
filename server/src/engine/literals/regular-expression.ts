import type { Feature } from "./feature";

/** A quantifier, from where it starts: `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}`, `{2,3}`. */
const QUANTIFIER = /[*+?]|\{(?:\d+,?\d*|,\d*)\}/y;
const FLAGS = /\(\?[aiLmsux]+\)/y;
const SET_OPERATION = /--|&&|~~|\|\|/;

/**
 * Reads a regular expression for what not every Python 3 understands: `atomic-group`, `possessive`, flags that stand
 * behind the start (`late-flags`), flags for a part (`local-flags`), `z` for `\z`, escapes of letters that mean nothing
 * (`unknown-escape`), `named-character` for `\N{...}`, and what may become a set operation (`set-operation`).
 */
export function readRegularExpression(text: string): readonly Feature[] {
  return new RegularExpressionReader(text).read();
}

/**
 * Tells whether an expression can match the empty text, as `(?=l)`, `x*` and `\\b` do. Where its reading is in doubt it
 * cannot.
 */
export function matchesEmpty(text: string): boolean {
  const outer: Alternatives = { branch: true, some: false, asserts: false };
  const open: Alternatives[] = [outer];
  for (const [piece] of text.matchAll(PIECE)) {
    const frame = open.at(-1)!;
    if (piece.startsWith("(?#") || /^\(\?[a-zA-Z]+\)$/.test(piece)) continue;
    if (piece === "|") {
      frame.some ||= frame.branch;
      frame.branch = true;
    } else if (piece.startsWith("(")) {
      open.push({ branch: true, some: false, asserts: /^\(\?<?[=!]/.test(piece) });
    } else if (piece.startsWith(")")) {
      const closed = open.length > 1 ? open.pop()! : undefined;
      if (!closed) return false;
      const nothing = closed.asserts || closed.branch || closed.some || isOptional(piece);
      open.at(-1)!.branch &&= nothing;
    } else frame.branch &&= isOptional(piece) || /^(?:[$^]|\\[AbBZz])/.test(piece);
  }
  return open.length === 1 && text !== "" && (outer.branch || outer.some);
}

/** What is known of the alternatives of a group: whether the present one, and an earlier one, can match nothing. */
interface Alternatives {
  branch: boolean;
  some: boolean;
  /** A group that looks around matches nothing itself. */
  readonly asserts: boolean;
}

/** A group's start, its end, a bar, or one item, with the quantifier behind it. */
const PIECE =
  /\(\?#[^)]*\)|\(\?[aiLmsux]+\)|\((?:\?(?:P?<[=!]?|[=!:>]|P[=>]|[aiLmsux-]+:))?|\||(?:\)|\[\^?\]?(?:\\[^]|[^\]\\])*\]|\\[^]|[^])(?:[*+?]|\{(?:\d+,?\d*|,\d*)\})?/g;

function isOptional(piece: string): boolean {
  return piece.length > 1 && /(?:[^\\]|\\[^])(?:[*?]|\{0*,\d*\}|\{0+\})$/.test(piece);
}

/** Letters that mean something behind a backslash since 3.0; `u`, `U`, `N` and `z` came later and are told apart. */
const KNOWN_ESCAPES = "abBdDfnrsStvwWxAZuUNz";

class RegularExpressionReader {
  private readonly features: Feature[] = [];
  private at = 0;
  /** Comments may stand in it: what spans lines is taken to be written so, whatever the flags of the call say. */
  private verbose: boolean;

  constructor(private readonly text: string) {
    this.verbose = text.includes("\n");
  }

  read(): readonly Feature[] {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      switch (text[start]) {
        case "\\":
          this.readEscape();
          break;
        case "[":
          this.readSet();
          break;
        case "(":
          this.readGroup();
          continue;
        case "#":
          if (!this.verbose) this.at++;
          else this.at = endOfLine(text, start);
          continue;
        default:
          this.at++;
      }
      this.readQuantifier();
    }
    return this.features;
  }

  private tell(name: string, start: number, end: number): void {
    this.features.push({ name, start, end });
  }

  private readEscape(): void {
    const { text, at } = this;
    const letter = text.charAt(at + 1);
    this.at = at + 2;
    if (!/[A-Za-z]/.test(letter)) return;
    if (letter === "z") this.tell("z", at, at + 2);
    else if (letter === "N" && text[at + 2] === "{") this.tell("named-character", at, at + 2);
    else if (letter === "u" || letter === "U") this.tell("unicode-escape", at, at + 2);
    else if (!KNOWN_ESCAPES.includes(letter) || letter === "N") this.tell("unknown-escape", at, at + 2);
  }

  private readSet(): void {
    const { text, at } = this;
    let from = at + 1;
    if (text[from] === "^") from++;
    // A bracket that comes first is an item of the set.
    let end = text[from] === "]" ? from + 1 : from;
    while (end < text.length && text[end] !== "]") end += text[end] === "\\" ? 2 : 1;
    const items = text.slice(from, Math.min(end, text.length));
    const plain = items.replace(/\\[\s\S]/g, "__");
    const operation = setOperation(plain, text[at + 1] === "^");
    if (operation >= 0) this.tell("set-operation", from + operation, from + operation + 1);
    this.at = end + 1;
  }

  private readGroup(): void {
    const { text, at } = this;
    FLAGS.lastIndex = at;
    const flags = FLAGS.exec(text)?.[0];
    if (flags !== undefined) {
      if (at > 0 && !this.startsBehindFlags(at)) this.tell("late-flags", at, at + flags.length);
      this.verbose ||= flags.includes("x");
      this.at = at + flags.length;
      return;
    }
    if (text.startsWith("(?#", at)) {
      const end = text.indexOf(")", at);
      this.at = end < 0 ? text.length : end + 1;
      return;
    }
    if (text.startsWith("(?>", at)) this.tell("atomic-group", at, at + 3);
    const local = /^\(\?[aiLmsux]*(?:-[imsx]+)?:/.exec(text.slice(at, at + 20))?.[0];
    if (local !== undefined && local !== "(?:") this.tell("local-flags", at, at + local.length);
    const opening = /^\((?:\?(?:P?[<=!>]|[:|>]|<[=!]))?/.exec(text.slice(at, at + 4))?.[0] ?? "(";
    this.at = at + (local ?? opening).length;
  }

  /** Flags may follow other flags and comments, and in a verbose expression, which a call's flags may make it, blanks. */
  private startsBehindFlags(at: number): boolean {
    const before = this.text.slice(0, at).replace(/\(\?(?:[aiLmsux]+|#[^)]*)\)/g, "");
    return /^(?:\s|#.*)*$/.test(before);
  }

  private readQuantifier(): void {
    const { text } = this;
    QUANTIFIER.lastIndex = this.at;
    const quantifier = QUANTIFIER.exec(text)?.[0];
    if (quantifier === undefined) return;
    const end = this.at + quantifier.length;
    this.at = end;
    if (text[end] === "+") {
      this.tell("possessive", end, end + 1);
      this.at = end + 1;
    } else if (text[end] === "?") this.at = end + 1;
  }
}

/** Where a set holds what CPython warns of: a bracket that opens, or two marks in a row that may become an operator. */
function setOperation(items: string, negated: boolean): number {
  if (items.startsWith("[") && !negated) return 0;
  const operator = SET_OPERATION.exec(items.slice(1));
  return operator ? operator.index + 1 : -1;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end + 1;
}
