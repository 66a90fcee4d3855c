import type { TextReplacement } from "../../engine/findings";
import type { FileEdit } from "../../engine/target-findings";
import { minorsFrom, type TargetRange } from "../../engine/version";
import { mergeTouching } from "../edits/list-edit";
import { alignTo, moveFloor } from "./agreement";
import type { Placed, Project } from "./project";

/**
 * Makes the edits that move the lower end of the promise to a minor, and with it whatever declares the old one: other
 * promises, tools, tests, classifiers, pins. What disagreed before and still makes sense stays as it is. `undefined`
 * where the promise itself cannot be moved.
 */
export function moveProjectFloor(project: Project, minor: number): FileEdit[] | undefined {
  const { promise, reference, declared } = project;
  if (!promise) return undefined;
  const base = (reference ?? promise).declaration.range;
  const range = movedRange(base, minor);
  const edits: FileEdit[] = [];
  for (const placed of declared) {
    const isPromise = placed === promise || placed === reference;
    const moved = isPromise
      ? moveFloor(placed.declaration, placed.file.text, minor)
      : follow(placed, { from: base, to: range });
    if (placed === promise && !moved) return undefined;
    edits.push(...inFile(placed, moved ?? []));
  }
  return sortEdits(edits);
}

/** Puts the edits of one declaration into its file. */
export function inFile({ file }: Placed, edits: readonly TextReplacement[]): FileEdit[] {
  return edits.map((edit) => ({ file: file.path, ...edit }));
}

/** Sorts edits by file and place, and joins those that touch. */
export function sortEdits(edits: readonly FileEdit[]): FileEdit[] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.flatMap((file) =>
    mergeTouching(edits.filter((edit) => edit.file === file).map(withoutFile)).map((edit) => ({
      file,
      ...edit,
    })),
  );
}

function withoutFile({ start, end, newText }: FileEdit): TextReplacement {
  return { start, end, newText };
}

/** Has a declaration follow the promise where it spoke of the old lower end, or of what is promised no more. */
function follow(
  placed: Placed,
  { from, to }: { readonly from: TargetRange; readonly to: TargetRange },
): TextReplacement[] | undefined {
  const { role, range, items } = placed.declaration;
  const minimum = to.minimum!;
  const lowest = range.minimum;
  if (lowest === undefined || role === "generated") return undefined;
  const spokeOfIt = lowest === from.minimum;
  if (lowest >= minimum && !spokeOfIt) return undefined;
  if (role === "environment" && (range.minors & to.minors) !== 0) return undefined;
  const named = new Set(items.map(({ minor }) => minor));
  const missing = role === "advertised" ? gapBelow(minimum, from.minimum) : [minimum];
  const wanted = spokeOfIt ? missing.filter((minor) => !named.has(minor)) : [];
  return alignTo({ placed, extra: [], missing: wanted }, to);
}

/** The minors from a new lower end up to the old one; the new one alone where it is higher. */
function gapBelow(minimum: number, before: number | undefined): number[] {
  const minors = [minimum];
  for (let minor = minimum + 1; minor < (before ?? 0); minor++) minors.push(minor);
  return minors;
}

function movedRange(range: TargetRange, minor: number): TargetRange {
  const above = minorsFrom(minor);
  const added = minor < (range.minimum ?? 0) ? above & ~minorsFrom(range.minimum ?? 0) : 0;
  return { ...range, minors: (range.minors & above) | added, minimum: minor, text: `>=3.${minor}` };
}
