/** What people call things that have another name here, in lower case: any of the others does where the word does not. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  ":=": ["walrus"],
  "->": ["annotation"],
  "|=": ["dict.__ior__"],
  asterisk: ["star"],
  case: ["match-statement"],
  dictionary: ["dict"],
  "free-threaded": ["free-threading"],
  fstring: ["f-string"],
  generic: ["type-parameters"],
  hint: ["annotation"],
  lazy: ["deferred"],
  literal: ["number"],
  nogil: ["free-threading", "gil"],
  operator: ["__"],
  pipe: ["|", "union"],
  subinterpreter: ["concurrent.interpreters", "interpreter"],
  switch: ["match-statement"],
  "t-string": ["template-string"],
  tstring: ["template-string"],
  tz: ["zone"],
  underscore: ["numeric-underscore"],
  unpack: ["unpacking"],
};

const NONE: readonly string[] = [];

/** Gives further words that mean what a word of a question means. */
export function otherWords(word: string): readonly string[] {
  if (/^\d+(?:_\d+)+$/.test(word)) return ["numeric-underscore"];
  const known = Object.hasOwn(OTHER_WORDS, word) ? word : singularOf(word);
  return known !== undefined && Object.hasOwn(OTHER_WORDS, known) ? OTHER_WORDS[known] : NONE;
}

/** Gives the singular of an English word; `undefined` for one that is none. */
export function singularOf(word: string): string | undefined {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(?:ss|us|is)$/.test(word)) return undefined;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Takes out what people leave out or put in between the words of a name: `Path.with_stem` gives `pathwithstem`. */
export function compact(text: string): string {
  return text.replace(/[\s._:*-]+/g, "");
}

/**
 * Tells whether two words differ by one slip of the fingers, or two in long ones: a letter too many, one that is missing,
 * another one, or two that changed places.
 */
export function isSlipOf(word: string, name: string): boolean {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (most === 0 || Math.abs(word.length - name.length) > most) return false;
  return slips(word, name, most) <= most;
}

function slips(word: string, name: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, place) => place);
  for (let row = 1; row <= word.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= name.length; column++) {
      const isSame = word[row - 1] === name[column - 1];
      let cost = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
      const isSwap = row > 1 && word[row - 1] === name[column - 2] && word[row - 2] === name[column - 1];
      if (column > 1 && isSwap) cost = Math.min(cost, before[column - 2] + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    [before, last] = [last, next];
  }
  return last[name.length];
}
