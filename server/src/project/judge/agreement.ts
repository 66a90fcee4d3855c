import type { TextReplacement } from "../../engine/findings";
import { listMinors, lowestMinor, type TargetRange } from "../../engine/version";
import { type Declaration, isMisdeclaration } from "../declaration";
import { type DeclaringFile, readDeclaringFile } from "../declaring-file";
import { setMinors } from "../edits/list-edit";
import { applyEdits, moveMinimum } from "../edits/range-edit";
import { replaceVersion } from "../edits/version-edit";
import { letsIn, type Placed, type Project } from "./project";

/** How a declaration differs from the promise. Minors, ascending. */
export interface Disagreement {
  readonly placed: Placed;
  /** Pythons that it names and that are not promised. */
  readonly extra: readonly number[];
  /** Promised Pythons that it leaves out. */
  readonly missing: readonly number[];
}

/**
 * Finds the declarations that contradict what the project promises to packaging tools: another promise; a tool that works
 * for another lowest Python; tests that leave out the lowest Python, or run on one that is not promised; classifiers
 * that do so or have a gap; an environment outside of the promise. Empty where nothing is promised.
 */
export function findDisagreements({ declared, reference }: Project): Disagreement[] {
  if (!reference) return [];
  const { range } = reference.declaration;
  const tested = new Map<string, Set<number>>();
  for (const placed of declared.filter(({ declaration }) => declaration.role === "tested")) {
    const minors = tested.get(suiteOf(placed)) ?? new Set<number>();
    for (const { minor } of placed.declaration.items) minors.add(minor);
    tested.set(suiteOf(placed), minors);
  }
  const found: Disagreement[] = [];
  for (const placed of declared) {
    if (placed === reference) continue;
    const difference = differenceOf(placed, range, tested.get(suiteOf(placed)));
    if (difference.extra.length + difference.missing.length > 0) found.push({ placed, ...difference });
  }
  return found;
}

/** Makes the edits after which a declaration agrees with a range; `undefined` where nothing sure can be done. */
export function alignTo(
  { placed: { file, declaration, isOwn }, missing }: Disagreement,
  range: TargetRange,
): TextReplacement[] | undefined {
  const { text } = file;
  const { minimum } = range;
  if (minimum === undefined) return undefined;
  switch (declaration.role) {
    case "package":
      return isOwn ? moveFloor(declaration, text, minimum) : copyRange(file, declaration, range);
    case "floor":
      return moveFloor(declaration, text, minimum);
    case "tested":
    case "advertised": {
      const kept = declaration.items.map(({ minor }) => minor).filter((minor) => letsIn(range, minor));
      return setMinors(declaration.items, text, [...kept, ...missing]);
    }
    case "environment":
      return declaration.notation === "pin" ? replaceVersion(declaration, text, minimum) : undefined;
    case "generated":
      return undefined;
  }
}

/** Makes the edits that have a declaration begin with a minor, in whatever notation it is written. */
export function moveFloor(
  declaration: Declaration,
  text: string,
  minor: number,
): TextReplacement[] | undefined {
  const { notation, items } = declaration;
  if (notation === "lowest" || notation === "pin") return replaceVersion(declaration, text, minor);
  if (notation !== "list") return moveMinimum(declaration, text, minor);
  const kept = items.map((item) => item.minor).filter((named) => named > minor);
  return setMinors(items, text, [minor, ...kept]);
}

/** Has a promise say the same as another: its lower end alone where that is all that differs, or else the whole. */
function copyRange(
  { path, text }: DeclaringFile,
  declaration: Declaration,
  range: TargetRange,
): TextReplacement[] | undefined {
  const { value, notation, key } = declaration;
  if (!value || range.minimum === undefined) return undefined;
  const moved = moveMinimum(declaration, text, range.minimum);
  if (notation === "conda") return moved;
  const after = readDeclaringFile(path, applyEdits(text, moved ?? [])).statements.find(
    (statement) => !isMisdeclaration(statement) && statement.key === key,
  );
  const isEnough = after && !isMisdeclaration(after) && after.range.minors === range.minors;
  if (moved && isEnough) return moved;
  const isPlain = !range.text.includes("|") && range.text !== "";
  return isPlain ? [{ start: value.start, end: value.end, newText: range.text }] : undefined;
}

function differenceOf(
  { declaration, isOwn }: Placed,
  range: TargetRange,
  tested: ReadonlySet<number> | undefined,
): Pick<Disagreement, "extra" | "missing"> {
  const { role, notation, items } = declaration;
  if (role === "generated") return NONE;
  if (role === "environment") {
    const isPossible = (declaration.range.minors & range.minors) !== 0;
    const lowest = lowestMinor(declaration.range.minors);
    return isPossible || lowest === undefined ? NONE : { extra: [lowest], missing: [] };
  }
  if (role === "package" && !isOwn && notation !== "conda") {
    const { minors } = declaration.range;
    return { extra: listMinors(minors & ~range.minors), missing: listMinors(range.minors & ~minors) };
  }
  if (role === "package" || role === "floor") return floorDifference(declaration, range);
  const named = items.map(({ minor }) => minor);
  const extra = unique(named.filter((minor) => !letsIn(range, minor)));
  if (role === "tested") return { extra, missing: missingTest(declaration, range, tested) };
  const highest = Math.max(...named);
  const missing = listMinors(range.minors).filter(
    (minor) => minor >= (range.minimum ?? minor) && minor < highest && !named.includes(minor),
  );
  return { extra, missing: range.minimum === undefined ? [] : missing };
}

const NONE = { extra: [], missing: [] } as const;

function floorDifference(
  declaration: Declaration,
  range: TargetRange,
): Pick<Disagreement, "extra" | "missing"> {
  const [own, promised] = [declaration.range.minimum, range.minimum];
  if (own === undefined || promised === undefined || own === promised) return NONE;
  if (own < promised) return { extra: [own], missing: [] };
  return { extra: [], missing: listMinors(range.minors).filter((minor) => minor < own) };
}

/** Tests must run on the lowest promised Python, in one file of those that run the same suite. */
function missingTest(
  { items }: Declaration,
  { minimum }: TargetRange,
  tested: ReadonlySet<number> | undefined,
): number[] {
  if (minimum === undefined || tested?.has(minimum)) return [];
  // Of several workflows the one that reaches down furthest is where the lowest Python belongs.
  const lowest = Math.min(...items.map(({ minor }) => minor).filter((minor) => minor > minimum));
  const others = [...(tested ?? [])].filter((minor) => minor > minimum);
  return others.every((minor) => minor >= lowest) ? [minimum] : [];
}

/** Names what runs the tests: all workflows are one suite, and so are the files of tox. */
function suiteOf({ file, declaration }: Placed): string {
  if (declaration.role !== "tested") return "";
  if (file.path.includes(".github/workflows/")) return "workflows";
  return /tox|testenv/.test(declaration.key) ? "tox" : declaration.key;
}

function unique(minors: readonly number[]): number[] {
  return [...new Set(minors)].sort((a, b) => a - b);
}
