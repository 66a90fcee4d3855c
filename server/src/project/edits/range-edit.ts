import type { OffsetRange, TextReplacement } from "../../engine/findings";
import { minorsFrom, type TargetRange } from "../../engine/version";
import type { Declaration, Notation } from "../declaration";
import { isRangeProblem, parseSpecifier, type RangeProblem } from "../range";
import { parseCondaRange } from "../sources/conda";
import { parsePoetryRange } from "../sources/poetry";

/** How the notations that hold a whole range are read. */
const READERS: Partial<Readonly<Record<Notation, (text: string) => TargetRange | RangeProblem>>> = {
  specifier: parseSpecifier,
  poetry: parsePoetryRange,
  conda: parseCondaRange,
};

/** One condition of a range as it is written; offsets count from the range's start. */
interface Clause extends OffsetRange {
  readonly operator: string;
  readonly operatorStart: number;
  readonly version: string;
}

/**
 * Makes the edits that move the lower end of a range to a minor and leave everything else of it as it is written:
 * exclusions that say nothing any more go. `undefined` where the range cannot be moved so without another meaning.
 */
export function moveMinimum(
  declaration: Pick<Declaration, "notation" | "value" | "range">,
  text: string,
  minor: number,
): TextReplacement[] | undefined {
  const { value, notation, range } = declaration;
  const read = READERS[notation];
  if (!value || !read) return undefined;
  const written = text.slice(value.start, value.end);
  const isRight = (edits: readonly TextReplacement[]): boolean => {
    const result = read(applyEdits(written, edits));
    return !isRangeProblem(result) && isMoved(range, result, minor);
  };
  const edits = [...withoutAlternatives(written, minor, read), ...candidates(written, minor)].find(isRight);
  return edits?.map((edit) => ({
    ...edit,
    start: edit.start + value.start,
    end: edit.end + value.start,
  }));
}

/** Puts edits, sorted and apart from each other, into a text. */
export function applyEdits(text: string, edits: readonly TextReplacement[]): string {
  let result = "";
  let from = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
}

/** Tells whether a range begins with a minor now, and is the same as before where both let something in. */
function isMoved(before: TargetRange, after: TargetRange, minor: number): boolean {
  const common = minorsFrom(Math.max(minor, before.minimum ?? 0));
  const isSame = (before.minors & common) === (after.minors & common);
  return after.minimum === minor && after.maximum === before.maximum && isSame;
}

/** Takes out the alternatives that end before a minor, and moves the first of the others where it begins before. */
function withoutAlternatives(
  written: string,
  minor: number,
  read: (text: string) => TargetRange | RangeProblem,
): TextReplacement[][] {
  const alternatives = [...written.matchAll(/[^|]+/g)].map(({ 0: text, index }) => {
    const range = read(text.trim());
    // One for Python 2 alone says nothing of the lower end.
    const highest = isRangeProblem(range) ? undefined : range.maximum;
    return { text, start: index, end: index + text.length, isOver: highest !== undefined && highest < minor };
  });
  const over = alternatives.filter(({ isOver }) => isOver);
  const [first] = alternatives.filter(({ isOver }) => !isOver);
  if (over.length === 0 || !first) return [];
  const removals = over.map(({ start, end }) => {
    const behind = /^\|+\s*/.exec(written.slice(end))?.[0].length ?? 0;
    const before = behind > 0 ? 0 : (/\|+$/.exec(written.slice(0, start))?.[0].length ?? 0);
    const gap = behind > 0 && start > 0 ? /^\s*/.exec(written.slice(start))![0].length : 0;
    const trail = behind > 0 ? 0 : (/\s*$/.exec(written.slice(0, start - before))?.[0].length ?? 0);
    return { start: start - before - trail + gap, end: end + behind, newText: "" };
  });
  const moved = candidates(first.text, minor).map((edits) =>
    edits.map((edit) => ({ ...edit, start: edit.start + first.start, end: edit.end + first.start })),
  );
  return [removals, ...moved.map((edits) => [...removals, ...edits].sort((a, b) => a.start - b.start))];
}

/** Ways to move the lower end, the best first; offsets count from the range's start. */
function candidates(written: string, minor: number): TextReplacement[][] {
  const whole: TextReplacement = { start: 0, end: written.length, newText: `>=3.${minor}` };
  if (/^\s*\*?\s*$/.test(written)) return [[whole]];
  const clauses = clausesOf(written);
  const bounds = clauses.filter(({ operator }) => [">=", ">", "^", "~=", "~"].includes(operator));
  const moved = bounds.map((bound) => {
    const isAfter = bound.operator === ">";
    const version: TextReplacement = isAfter
      ? { start: bound.operatorStart, end: bound.end, newText: `>=3.${minor}` }
      : { start: bound.start, end: bound.end, newText: `3.${minor}` };
    return [version];
  });
  const idle = clauses.filter(({ operator, version }) => operator === "!=" && isBelow(version, minor));
  const removals = idle.map((clause) => {
    const isLeading = clauses.slice(0, clauses.indexOf(clause)).every((before) => idle.includes(before));
    return removalOf(clause, written, isLeading ? "behind" : "before");
  });
  const tidy = moved.map((edits) => [...edits, ...removals].sort((a, b) => a.start - b.start));
  const separator = /,\s/.test(written) ? ", " : ",";
  const first = written.length - written.trimStart().length;
  return [...tidy, ...moved, [{ start: first, end: first, newText: `>=3.${minor}${separator}` }]];
}

function clausesOf(written: string): Clause[] {
  const pattern = /(===|~=|==|!=|<=|>=|<|>|\^|~|=)(\s*v?)(\d+(?:\.(?:\d+|\*))*)/g;
  return [...written.matchAll(pattern)].map(({ 1: operator, 2: gap, 3: version, index }) => {
    const start = index + operator.length + gap.length;
    return { operator, version, operatorStart: index, start, end: start + version.length };
  });
}

/** Tells whether an exclusion names nothing but Pythons before a minor. */
function isBelow(version: string, minor: number): boolean {
  const [, excluded] = /^3\.(\d+)/.exec(version) ?? [];
  return excluded !== undefined && Number(excluded) < minor;
}

/** Takes a clause out with the comma on one side of it. */
function removalOf(
  { operatorStart, end }: Clause,
  written: string,
  comma: "before" | "behind",
): TextReplacement {
  if (comma === "behind") {
    const behind = /^\s*,\s*/.exec(written.slice(end))?.[0].length ?? 0;
    return { start: operatorStart, end: end + behind, newText: "" };
  }
  const before = /\s*,\s*$/.exec(written.slice(0, operatorStart))?.[0].length ?? 0;
  return { start: operatorStart - before, end, newText: "" };
}
