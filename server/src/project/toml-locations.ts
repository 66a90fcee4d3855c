/** Where one key of a TOML text and its value stand. Offsets are in UTF-16 code units, ends exclusive. */
export interface TomlLocation {
  /** 1-based line of the key. */
  readonly line: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Finds keys of one TOML text by path. */
export interface TomlLocations {
  /**
   * Finds a key by the names that lead to it (`["project", "requires-python"]`), however it is written: under a table
   * header, dotted, in an inline table. Elements of arrays count as names: `["tool", "x", "0"]`. For a table the place
   * of its header. `undefined` when the text has no such key.
   */
  find(path: readonly string[]): TomlLocation | undefined;
}

/** Deeper values are not looked into: nobody writes them, and a hostile text must not overflow the stack. */
const DEEPEST = 100;

const BLANK = /[ \t]*/y;
const SPACE = /[ \t\r\n]*/y;
const COMMENT = /#[^\n]*/y;
const BARE_KEY = /[^\s=.,#"'[\]{}]+/y;
const BASIC_STRING = /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"/y;
const LITERAL_STRING = /'[^'\n]*'/y;
const SCALAR = /[^,\]}#\r\n]*/y;

/**
 * Locates every key of a TOML text. Meant for texts that a parser has accepted; of any other it finds what it can, and
 * it always ends.
 */
export function locateToml(text: string): TomlLocations {
  const scanner = new TomlScanner(text);
  scanner.scanDocument();
  let lines: readonly number[] | undefined;
  return {
    find(path) {
      const span = scanner.spans.get(path.join("\0"));
      lines ??= lineStarts(text);
      return span && { line: lineAt(lines, span.keyStart), ...span };
    },
  };
}

type Span = Omit<TomlLocation, "line">;

class TomlScanner {
  /** By path, its names joined with NUL, which no TOML key that a parser accepts can hold unescaped. */
  readonly spans = new Map<string, Span>();
  private position = 0;
  /** How many elements each array of tables has so far. */
  private readonly arrays = new Map<string, number>();

  constructor(private readonly text: string) {}

  scanDocument(): void {
    let table: readonly string[] = [];
    for (;;) {
      this.skipSpace();
      if (this.position >= this.text.length) return;
      const start = this.position;
      if (this.text[start] === "[") table = this.scanHeader();
      else this.scanPair(table, 0);
      if (this.position === start) this.skipLine();
    }
  }

  private scanHeader(): readonly string[] {
    const start = this.position;
    const isArray = this.text.startsWith("[[", start);
    this.position += isArray ? 2 : 1;
    const names = this.scanKey()?.names ?? [];
    const table: string[] = [];
    for (const [place, name] of names.entries()) {
      table.push(name);
      const path = table.join("\0");
      if (isArray && place === names.length - 1) this.arrays.set(path, (this.arrays.get(path) ?? 0) + 1);
      const length = this.arrays.get(path);
      if (length !== undefined) table.push(String(length - 1));
    }
    this.skipLine();
    this.record(table, {
      keyStart: start,
      keyEnd: this.position,
      valueStart: start,
      valueEnd: this.position,
    });
    return table;
  }

  /** Reads `key = value`. Stands behind the value afterwards, or where it stood when there is none. */
  private scanPair(table: readonly string[], depth: number): void {
    const start = this.position;
    const key = this.scanKey();
    if (!key || this.text[this.position] !== "=") {
      this.position = start;
      return;
    }
    this.position++;
    this.take(BLANK);
    const valueStart = this.position;
    const path = [...table, ...key.names];
    this.scanValue(path, depth);
    this.record(path, { keyStart: key.start, keyEnd: key.end, valueStart, valueEnd: this.position });
  }

  /** Reads a dotted key with the blanks around it. */
  private scanKey(): { names: string[]; start: number; end: number } | undefined {
    this.take(BLANK);
    const start = this.position;
    const names: string[] = [];
    let end: number;
    do {
      if (names.length > 0) this.position++;
      this.take(BLANK);
      const name = this.scanName();
      if (name === undefined) return undefined;
      names.push(name);
      end = this.position;
      this.take(BLANK);
    } while (this.text[this.position] === ".");
    return { names, start, end };
  }

  private scanName(): string | undefined {
    const basic = this.take(BASIC_STRING);
    if (basic !== undefined) return unescape(basic.slice(1, -1));
    const literal = this.take(LITERAL_STRING);
    if (literal !== undefined) return literal.slice(1, -1);
    return this.take(BARE_KEY) || undefined;
  }

  private scanValue(path: readonly string[], depth: number): void {
    const { text, position } = this;
    const quote = text[position];
    if (text.startsWith('"""', position) || text.startsWith("'''", position)) this.skipMultiLineString(quote);
    else if (quote === '"') this.take(BASIC_STRING);
    else if (quote === "'") this.take(LITERAL_STRING);
    else if ((quote === "[" || quote === "{") && depth >= DEEPEST) this.position = text.length;
    else if (quote === "[") this.scanArray(path, depth);
    else if (quote === "{") this.scanInlineTable(path, depth);
    else this.position = position + (this.take(SCALAR) ?? "").trimEnd().length;
  }

  /** A multi-line string ends at the last of up to five quotes in a row: two of them may belong to the text. */
  private skipMultiLineString(quote: string): void {
    const { text } = this;
    let at = this.position + 3;
    for (;;) {
      const end = text.indexOf(quote.repeat(3), at);
      const escape = quote === '"' ? text.indexOf("\\", at) : -1;
      if (end < 0) break;
      if (escape >= 0 && escape < end) {
        at = escape + 2;
        continue;
      }
      at = end + 3;
      for (let extra = 0; extra < 2 && text[at] === quote; extra++) at++;
      this.position = at;
      return;
    }
    this.position = text.length;
  }

  private scanArray(path: readonly string[], depth: number): void {
    this.position++;
    for (let place = 0; ; place++) {
      this.skipSpace();
      if (this.isAt("]")) return;
      const start = this.position;
      const element = [...path, String(place)];
      this.scanValue(element, depth + 1);
      this.record(element, { keyStart: start, keyEnd: start, valueStart: start, valueEnd: this.position });
      this.skipSpace();
      if (!this.isAt(",") && this.text[this.position] !== "]") return;
    }
  }

  private scanInlineTable(path: readonly string[], depth: number): void {
    this.position++;
    for (;;) {
      this.skipSpace();
      if (this.isAt("}")) return;
      const start = this.position;
      this.scanPair(path, depth + 1);
      this.skipSpace();
      if (this.isAt(",")) continue;
      if (this.position === start || this.text[this.position] !== "}") return;
    }
  }

  /** Keeps the first of several places: a parser refuses the others anyway. */
  private record(path: readonly string[], span: Span): void {
    const key = path.join("\0");
    if (!this.spans.has(key)) this.spans.set(key, span);
  }

  private isAt(character: string): boolean {
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.position = pattern.lastIndex;
    return match[0];
  }

  /** Skips blanks, line ends and comments. */
  private skipSpace(): void {
    do this.take(SPACE);
    while (this.take(COMMENT) !== undefined);
  }

  private skipLine(): void {
    const end = this.text.indexOf("\n", this.position);
    this.position = end < 0 ? this.text.length : end;
  }
}

/** Resolves the escapes of a quoted key. */
function unescape(quoted: string): string {
  const controls: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r" };
  const resolve = (whole: string, short?: string, long?: string, other = ""): string => {
    const code = Number.parseInt(short ?? long ?? "", 16);
    if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return controls[other] ?? other;
  };
  return quoted.replaceAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, resolve);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Gives the 1-based line of an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
