/**
 * A type as the catalogue's facts and Python's annotations write it: `list[str]`, `pathlib.Path | None`, `$0`, `@1.0`.
 */
export type TypeExpression =
  | { readonly kind: "name"; readonly name: string; readonly args: readonly TypeExpression[] }
  | { readonly kind: "union"; readonly members: readonly TypeExpression[] }
  /** A list of types in brackets, as in `Callable[[int], str]`. */
  | { readonly kind: "list"; readonly items: readonly TypeExpression[] }
  /** A string or number, as in `Literal["a"]` or a forward reference. */
  | { readonly kind: "literal"; readonly text: string };

const cache = new Map<string, TypeExpression | undefined>();

/** More texts than this are not kept: annotations of user code must not make the cache grow for ever. */
const CACHE_LIMIT = 20_000;

/** Reads a type; `undefined` for a text that is none. Results are cached and shared. */
export function parseType(text: string): TypeExpression | undefined {
  if (cache.has(text)) return cache.get(text);
  const parsed = new TypeReader(text).read();
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

const TOKEN = /\s*(?:((?:[^\W\d]|[$@])[\w.$@]*|\.\.\.|\?)|("[^"\n]*"|'[^'\n]*'|-?\d[\w.]*)|([[\]|,]))/uy;

class TypeReader {
  private position = 0;
  private word: string | undefined;
  private literal: string | undefined;
  private mark: string | undefined;
  private ended = false;
  private depth = 0;

  constructor(private readonly text: string) {}

  read(): TypeExpression | undefined {
    this.advance();
    const type = this.union();
    return this.ended && this.mark === undefined && this.word === undefined ? type : undefined;
  }

  private advance(): void {
    this.word = this.literal = this.mark = undefined;
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    if (match) {
      this.position = TOKEN.lastIndex;
      [, this.word, this.literal, this.mark] = match;
    } else {
      this.ended = this.text.slice(this.position).trim() === "";
    }
  }

  private union(): TypeExpression | undefined {
    const first = this.single();
    if (!first || this.mark !== "|") return first;
    const members = [first];
    while (this.mark === "|") {
      this.advance();
      const next = this.single();
      if (!next) return undefined;
      members.push(next);
    }
    return { kind: "union", members };
  }

  private single(): TypeExpression | undefined {
    if (this.depth > 20) return undefined;
    if (this.mark === "[") {
      const items = this.list();
      return items && { kind: "list", items };
    }
    if (this.literal !== undefined) {
      const text = this.literal;
      this.advance();
      return { kind: "literal", text };
    }
    if (this.word === undefined) return undefined;
    const name = this.word;
    this.advance();
    if (this.mark !== "[") return { kind: "name", name, args: [] };
    const args = this.list();
    return args && { kind: "name", name, args };
  }

  /** Reads `[a, b]`, the bracket being the present token. */
  private list(): TypeExpression[] | undefined {
    this.depth++;
    this.advance();
    const items: TypeExpression[] = [];
    while (this.mark !== "]") {
      const item = this.union();
      if (!item) return undefined;
      items.push(item);
      if (this.mark === ",") this.advance();
      else if (this.mark !== "]") return undefined;
    }
    this.advance();
    this.depth--;
    return items;
  }
}
