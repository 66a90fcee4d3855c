import { toAnchor } from "../rst/anchors";
import { findRoles, plainText } from "../rst/roles";

/** One section of a release's notes, with the names that it refers to. */
export interface NotesSection {
  /** Anchors from the outermost heading inwards, without the title of the page: `improved-modules/asyncio`. */
  readonly path: string;
  /** The module that the section is about, when its heading is the name of one. */
  readonly module: string | undefined;
  /** Further anchors: the labels before the heading. */
  readonly labels: readonly string[];
  /** What the section itself refers to, sections inside it left out: `func:asyncio.run`, each once, in order. */
  readonly names: readonly string[];
}

interface Heading {
  readonly line: number;
  readonly title: string;
  readonly style: string;
}

/**
 * Reads the notes of a release, written in reStructuredText. `include` gives the text of a file that the notes take in,
 * by the path that they name; `undefined` leaves it out.
 */
export function readWhatsNew(text: string, include: (path: string) => string | undefined): NotesSection[] {
  const lines = withIncluded(withoutComments(text.split("\n")), include);
  const headings = findHeadings(lines);
  const styles: string[] = [];
  const open: string[] = [];
  return headings.map((heading, index) => {
    if (!styles.includes(heading.style)) styles.push(heading.style);
    const depth = styles.indexOf(heading.style);
    const title = plainText(heading.title);
    open.splice(depth, open.length, toAnchor(title));
    const end = headings[index + 1]?.line ?? lines.length;
    return {
      path: open.slice(1).join("/"),
      module: /^[a-z_][a-z0-9_]*(?:\.[a-zA-Z0-9_]+)*$/.test(title) ? title : undefined,
      labels: labelsBefore(lines, heading.line),
      names: namesIn(lines.slice(heading.line, end).join("\n")),
    };
  });
}

function namesIn(text: string): string[] {
  return [...new Set(findRoles(text).map(({ role, target }) => `${role}:${target}`))];
}

const UNDERLINE = /^([=\-~^"'#*+.`:_])\1{2,}\s*$/;

/** A heading is a line with a line of one sign below it; one with such a line above it as well is of another depth. */
function findHeadings(lines: readonly string[]): Heading[] {
  return lines.flatMap((title, line) => {
    const style = UNDERLINE.exec(lines[line + 1] ?? "")?.[1];
    if (style === undefined || UNDERLINE.test(title) || title.trim() === "") return [];
    const isOverlined = UNDERLINE.exec(lines[line - 1] ?? "")?.[1] === style;
    if (!isOverlined && /^\s/.test(title)) return [];
    return [{ line, title: title.trim(), style: isOverlined ? `over${style}` : style }];
  });
}

function labelsBefore(lines: readonly string[], heading: number): string[] {
  const labels: string[] = [];
  for (let line = heading - 1; line >= 0; line--) {
    const label = /^\.\. _([^:`]+):\s*$/.exec(lines[line])?.[1];
    if (label !== undefined) labels.unshift(label.toLowerCase());
    else if (lines[line].trim() !== "" && !UNDERLINE.test(lines[line])) break;
  }
  return labels;
}

/** Blanks comments: two dots without a directive or label behind them, and what is indented below. */
function withoutComments(lines: readonly string[]): string[] {
  let isComment = false;
  return lines.map((line) => {
    if (/^\.\.(?:\s|$)/.test(line)) isComment = !/^\.\. (?:_|\[|\|)|^\.\. [\w:-]+::/.test(line);
    else if (/^\S/.test(line)) isComment = false;
    return isComment ? "" : line;
  });
}

function withIncluded(lines: readonly string[], include: (path: string) => string | undefined): string[] {
  return lines.flatMap((line) => {
    const path = /^\.\. include::\s+(\S+)\s*$/.exec(line)?.[1];
    const text = path === undefined ? undefined : include(path);
    return text === undefined ? [line] : withoutComments(text.split("\n"));
  });
}
