import { NodeKind } from "./node-kind";
import type { TokenListener } from "./statement-splitter";
import type { NodeColumns, NodeIndex } from "./syntax-tree";

/** A stretch shorter than this is not worth the work. UTF-16. */
const SHORTEST = 8;

/**
 * A text without the insides of its comments and plain strings. To the grammar they make no difference, but it goes through
 * them again and again: a fifth of the time that parsing takes. Of a comment the `#` stays, of a string its first character,
 * so that the parser finds the same nodes in other places, which `restore` puts right.
 *
 * What is a comment and what a string was told by somebody who knows less than the grammar; `restore` sees whether that was
 * true.
 */
export class AbridgedText implements TokenListener {
  /** By stretch that is left out, in order: where it would stand in the abridged text. */
  private readonly places: number[] = [];
  /** By stretch: the length of all that is left out up to its end. */
  private readonly removed: number[] = [];
  private total = 0;

  constructor(private readonly text: string) {}

  comment(start: number, end: number): void {
    this.leaveOut(start, end);
  }

  string(quote: number, start: number, end: number): void {
    const { text } = this;
    const first = text.charCodeAt(start);
    // What begins with a quote could be taken for the end of the string, and half of a character is none.
    const isSafe = first < 128 && first !== QUOTE && first !== DOUBLE_QUOTE && first !== CARRIAGE_RETURN;
    if (isSafe && !hasFormatLetter(text, prefixStart(text, quote), quote)) this.leaveOut(start + 1, end);
  }

  /**
   * Gives the abridged text, `whole` being the text as the parser would be given it. `undefined` when there is nothing to
   * leave out.
   */
  of(whole: string): string | undefined {
    const { places, removed } = this;
    // To the parser, that character ends a comment or a string.
    if (places.length === 0 || whole.includes("\0")) return undefined;
    const parts: string[] = [];
    let at = 0;
    let before = 0;
    for (let index = 0; index < places.length; index++) {
      parts.push(whole.slice(at, places[index] + before));
      before = removed[index];
      at = places[index] + before;
    }
    parts.push(whole.slice(at));
    return parts.join("");
  }

  /**
   * Moves the nodes of the abridged text to where they are in the whole one. False when something that was left out is not
   * what it was thought to be: the nodes are of no use then.
   */
  restore(columns: NodeColumns): boolean {
    const { places, removed } = this;
    const { starts, ends } = columns;
    const count = places.length;
    let next = 0;
    let found = 0;
    for (let node = 0; node < starts.length; node++) {
      const start = starts[node];
      const end = ends[node];
      while (next < count && places[next] <= start) next++;
      const shift = next > 0 ? removed[next - 1] : 0;
      starts[node] = start + shift;
      if (next === count || end < places[next]) ends[node] = end + shift;
      else {
        if (start === places[next] - 1 && this.isWhole(node, next, columns)) found++;
        ends[node] = end + removed[this.countUpTo(end, next + 1) - 1];
      }
    }
    return found === count;
  }

  private leaveOut(from: number, to: number): void {
    if (to - from < SHORTEST) return;
    this.places.push(from - this.total);
    this.total += to - from;
    this.removed.push(this.total);
  }

  /** How many stretches are left out up to a place in the abridged text, of which `atLeast` are known. */
  private countUpTo(place: number, atLeast: number): number {
    const { places } = this;
    let low = atLeast;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (places[middle] <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Tells whether a node that starts one character before a stretch was left out is the comment, or all that is in the
   * string, whose inside that was. It and those behind it are where they are in the abridged text.
   */
  private isWhole(node: NodeIndex, index: number, { kinds, starts, ends, parents }: NodeColumns): boolean {
    const { text } = this;
    const place = this.places[index];
    if (kinds[node] === NodeKind.Comment) {
      // In a string that is not closed, quotes in what seems to be a comment matter.
      if (kinds[parents[node]] === NodeKind.String) return false;
      // The grammar counts the first half of a `\r\n` to the comment.
      const isBroken = text.charCodeAt(place + this.removed[index]) === CARRIAGE_RETURN;
      return ends[node] === (isBroken ? place + 1 : place);
    }
    const opening = node - 1;
    const closing = node + 1;
    if (kinds[node] !== NodeKind.StringContent || kinds[opening] !== NodeKind.StringStart) return false;
    if (ends[node] !== place || kinds[closing] !== NodeKind.StringEnd || starts[closing] !== place)
      return false;
    const start = starts[node];
    if (ends[opening] !== start || hasFormatLetter(text, starts[opening], start)) return false;
    // What would end a string in single quotes need not end one in triple quotes.
    const isTriple = ends[closing] - place > 1;
    return isTriple || text.charCodeAt(start - 2) !== text.charCodeAt(start - 1);
  }
}

/** Where the letters before the quotes of a string start, or a little later where they are more than a string can have. */
function prefixStart(text: string, quote: number): number {
  let start = quote;
  while (start > quote - LONGEST_PREFIX && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Strings with such a letter have replacement fields. */
function hasFormatLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const letter = text.charCodeAt(at) | LOWER_CASE;
    if (letter === LETTER_F || letter === LETTER_T) return true;
  }
  return false;
}

function isLetter(code: number): boolean {
  const letter = code | LOWER_CASE;
  return letter >= 97 && letter <= 122;
}

const LONGEST_PREFIX = 3;

/** What letters in lower case have and others have not. */
const LOWER_CASE = 32;
const CARRIAGE_RETURN = 13;
const DOUBLE_QUOTE = 34;
const QUOTE = 39;
const LETTER_F = 102;
const LETTER_T = 116;
