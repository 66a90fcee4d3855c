/** Something that a text in a little language uses: a directive, a codec, a kind of group. Offsets count in the text. */
export interface Feature {
  /** As behaviours name it behind the colon: `G` of `strftime:G`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The language, where it is another than the one that was read: a format specification inside of a template. */
  readonly language?: string;
}

/** Lists what a text uses, in order. Throws nothing for any text. */
export type LanguageReader = (text: string) => readonly Feature[];

/** The whole text as one feature. */
export function wholeText(name: string, text: string): readonly Feature[] {
  return [{ name, start: 0, end: text.length }];
}

/** Finds every match of an expression; `name` makes the feature's name of a match. */
export function matchesOf(
  text: string,
  expression: RegExp,
  name: (match: RegExpExecArray) => string,
): readonly Feature[] {
  return [...text.matchAll(expression)].map((match) => ({
    name: name(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
