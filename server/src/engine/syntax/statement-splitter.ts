/** Who is told of the comments and strings that a splitter comes by. All offsets are those of the text. */
export interface TokenListener {
  /** What stands behind the `#`, up to the end of the line. */
  comment(start: number, end: number): void;
  /** What stands between quotes, where there is no backslash in it; `quote` is where the quotes before it start. */
  string(quote: number, start: number, end: number): void;
}

/**
 * Where the top-level statements of a text begin, told from the text alone: the grammar is asked about each stretch by
 * itself. A stretch runs to the start of the next one, so that comments and blank lines behind a statement belong to it;
 * what stands before the first statement belongs to that. The first stretch starts at 0.
 *
 * In correct code a stretch is one statement with its decorators and all of its clauses, or several that share a line. In
 * broken code an open bracket ends where a line starts with a keyword that no expression can hold.
 */
export class StatementSplitter {
  private at: number;
  private depth = 0;
  /** The last statement was a decorator: what comes next belongs to it. */
  private decorated = false;

  /** Starts at the start of a stretch. With an indentation, statements are those that stand behind so much of it. */
  constructor(
    private readonly text: string,
    from: number,
    private readonly indent = "",
    private readonly listener?: TokenListener,
  ) {
    this.at = from;
    // What stands before the first statement belongs to it.
    while (this.at < text.length && !this.startsStatement(this.at)) this.skipLine();
    this.decorated = this.isDecorator(this.at);
    this.skipLine();
  }

  /** Gives the start of the next stretch, its indentation included; the text's length at its end. */
  next(): number {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      const starts = this.startsStatement(start);
      if (starts) this.depth = 0;
      const belongs = this.decorated;
      if (starts) this.decorated = this.isDecorator(start);
      this.skipLine();
      if (starts && !belongs) return start;
    }
    return text.length;
  }

  private isDecorator(lineStart: number): boolean {
    return this.text.charCodeAt(lineStart + this.indent.length) === AT;
  }

  private startsStatement(lineStart: number): boolean {
    const { text, indent } = this;
    const start = lineStart + indent.length;
    if ((indent !== "" && !text.startsWith(indent, lineStart)) || !canBegin(text, start)) return false;
    const isWord = isLowerCase(text.charCodeAt(start));
    if (this.depth > 0) return isWord && STATEMENT_ONLY.has(wordAt(text, start));
    return !isWord || !CONTINUING.has(wordAt(text, start));
  }

  /** Goes behind the end of the present line; behind strings and escaped line ends, it is that of a later line. */
  private skipLine(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at++);
      if (code > 127 || PLAIN[code] === 1) continue;
      switch (code) {
        case LINE_FEED:
          return;
        case CARRIAGE_RETURN:
          if (text.charCodeAt(this.at) === LINE_FEED) this.at++;
          return;
        case HASH:
          this.skipComment();
          break;
        case QUOTE:
        case DOUBLE_QUOTE:
          this.skipString(code);
          break;
        case BACKSLASH:
          this.skipEscaped();
          break;
        case OPEN_PARENTHESIS:
        case OPEN_BRACKET:
        case OPEN_BRACE:
          this.depth++;
          break;
        default:
          if (this.depth > 0) this.depth--;
      }
    }
  }

  private skipComment(): void {
    const start = this.at;
    this.at = lineEnd(this.text, start);
    this.listener?.comment(start, this.at);
  }

  /** A backslash takes the line end behind it away, `\r\n` as one. */
  private skipEscaped(): void {
    const { text } = this;
    if (text.charCodeAt(this.at) === CARRIAGE_RETURN && text.charCodeAt(this.at + 1) === LINE_FEED) this.at++;
    this.at++;
  }

  private skipString(quote: number): void {
    const { text } = this;
    if (text.charCodeAt(this.at) === quote && text.charCodeAt(this.at + 1) === quote) {
      this.skipTripleQuoted(quote === QUOTE ? "'''" : '"""');
      return;
    }
    const start = this.at;
    let isPlain = true;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      // A string that does not end on its line is an error, and ends there all the same.
      if (code === LINE_FEED || code === CARRIAGE_RETURN) return;
      this.at++;
      if (code === quote) {
        if (isPlain) this.listener?.string(start - 1, start, this.at - 1);
        return;
      }
      if (code !== BACKSLASH) continue;
      isPlain = false;
      this.skipEscaped();
    }
  }

  private skipTripleQuoted(quotes: string): void {
    const { text } = this;
    this.at += 2;
    const start = this.at;
    for (;;) {
      const found = text.indexOf(quotes, this.at);
      const end = found < 0 ? text.length : found;
      const escape = text.slice(this.at, end).indexOf("\\");
      if (escape < 0) {
        if (found >= 0 && this.at === start) this.listener?.string(start - quotes.length, start, end);
        this.at = end + quotes.length;
        return;
      }
      this.at += escape + 2;
    }
  }
}

/** The offset of the line end at or behind an offset. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const end = feed < 0 ? text.length : feed;
  // Looking for a carriage return in the whole rest of the text would take long where there is none.
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === CARRIAGE_RETURN) return at;
  return end;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const QUOTE = 39;
const OPEN_PARENTHESIS = 40;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;
const EQUALS = 61;
const GREATER = 62;
const AT = 64;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const TILDE = 126;

/** 1 for ASCII characters that neither end a line nor open or close anything. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  "\n\r#'\"\\()[]{}".includes(String.fromCharCode(code)) ? 0 : 1,
);

/** Words that go on with the statement before them. */
const CONTINUING = new Set(["and", "as", "elif", "else", "except", "finally", "in", "is", "or"]);

/** Words that begin a statement and stand in no expression. */
const STATEMENT_ONLY = new Set([
  "assert",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "global",
  "import",
  "nonlocal",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
]);

const LONGEST_WORD = 8;

/**
 * Tells whether a statement can begin with what stands at an offset. What cannot (a blank, a comment, an operator, a closing
 * bracket) goes on with the statement before, where the grammar may even accept it.
 */
function canBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isWordPart(code)) return true;
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case QUOTE:
    case DOUBLE_QUOTE:
    case OPEN_PARENTHESIS:
    case OPEN_BRACKET:
    case OPEN_BRACE:
    case TILDE:
      return true;
    case PLUS:
    case MINUS:
    case STAR:
    case AT:
      return next !== EQUALS && next !== GREATER && next !== STAR;
    case DOT:
      return next === DOT || (next >= DIGIT_ZERO && next <= DIGIT_NINE);
    default:
      return false;
  }
}

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The word at an offset; longer ones are cut off, since no keyword is as long. */
function wordAt(text: string, start: number): string {
  let end = start;
  while (end - start <= LONGEST_WORD && isWordPart(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** Tells whether a character can be part of a name: letters, digits, `_` and whatever is not ASCII. */
export function isWordPart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code > 127
  );
}
