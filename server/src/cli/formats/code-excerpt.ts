import { printable } from "./printable";

/** Lines of code are shown up to this many characters, around the place. */
const WIDEST = 120;

/** What a terminal shows two columns wide. */
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

/** A line of code, and a second line whose marks stand below a stretch of it. */
export interface CodeExcerpt {
  readonly code: string;
  /** Blanks in front of the marks. */
  readonly indent: string;
  readonly marks: string;
}

/**
 * Cuts a line of code to the width of a terminal around a stretch, and marks that. `from` and `to` are 0-based, in code
 * points, the end exclusive. Tabs are kept in both lines, so that the marks stay below whatever the width of a tab.
 */
export function codeExcerpt(line: string, from: number, to: number): CodeExcerpt {
  const characters = Array.from(line);
  const latest = Math.max(0, characters.length - WIDEST);
  const cut = Math.min(Math.max(0, from - WIDEST / 3), latest);
  const shown = characters.slice(cut, cut + WIDEST);
  const blanks = (start: number, end: number): string => shown.slice(start, end).map(blankFor).join("");
  return {
    code: shown.map((character) => (isShown(character) ? character : "?")).join(""),
    indent: blanks(0, from - cut),
    marks: "^".repeat(Math.max(1, blanks(from - cut, to - cut).length)),
  };
}

function isShown(character: string): boolean {
  return character === "\t" || printable(character) === character;
}

/** What takes as much room as a character: two blanks for a wide one, none for one that joins another. */
function blankFor(character: string): string {
  if (character === "\t") return "\t";
  if (/[\p{Mark}\u200b-\u200d]/u.test(character)) return "";
  return WIDE.test(character) ? "  " : " ";
}
