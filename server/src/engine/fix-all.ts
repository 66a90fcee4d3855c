import type { InstalledPackage } from "./catalogue/backports";
import type { Engine, ModuleSource } from "./analysis";
import type { DocumentAnalysis, Finding, Fix, FixSafety, ProjectTarget, TextReplacement } from "./findings";

/** What may be done to a text. */
export interface FixRequest {
  /** Absolute. */
  readonly path: string;
  /** Where the names come from that the text imports. */
  readonly modules?: ModuleSource;
  readonly target: ProjectTarget | undefined;
  readonly ignore: readonly string[];
  /** Packages that the project has at hand. */
  readonly packages?: readonly InstalledPackage[];
  /** Codes of findings and ids of fixes that are wanted; absent: all. */
  readonly select?: readonly string[];
  /** The least trusted fixes to apply. A `manual` one never is: it needs a person's eye. */
  readonly safety: Exclude<FixSafety, "manual">;
}

/** What became of a text. */
export interface FixedText {
  readonly text: string;
  /** The ids of the fixes that were applied, in that order; empty when nothing changed. */
  readonly applied: readonly string[];
  /** What leads from the text to the result: sorted, without overlap. */
  readonly edits: readonly TextReplacement[];
  /** The analysis of the result. */
  readonly analysis: DocumentAnalysis;
}

/** One fix can open the way for another, but never for this many. */
const MOST_ROUNDS = 20;

/**
 * Applies fixes until none is left. Nothing is touched in a text that does not parse, and a round whose result does not
 * parse is taken back. Line ends of what is put in are those of the text.
 */
export function fixText(engine: Engine, text: string, request: FixRequest): FixedText {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  let current = examine(engine, text, request);
  let fixed = text;
  const applied: string[] = [];
  let edits: readonly TextReplacement[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (current.analysis.parseErrors.length > 0 || current.fixes.length === 0) break;
    const wanted = current.fixes.flatMap((fix) => fix.edits).sort((a, b) => a.start - b.start);
    const next = applyEdits(fixed, wanted, lineEnd);
    const after = examine(engine, next, request);
    if (next === fixed || after.analysis.parseErrors.length > 0) break;
    applied.push(...current.fixes.map(({ id }) => id));
    edits = round === 0 ? wanted : [differenceOf(text, next)];
    [fixed, current] = [next, after];
  }
  return { text: fixed, applied, edits, analysis: current.analysis };
}

/** Analyses a text, and picks the fixes that can be applied together. */
function examine(
  engine: Engine,
  text: string,
  { path, target, ignore, safety, modules, packages, select }: FixRequest,
): { analysis: DocumentAnalysis; fixes: Fix[] } {
  const document = engine.parse(text);
  try {
    const analysis = engine.analyse(document, { uri: path, version: 0, target, ignore, modules, packages });
    const isTrusted = (finding: Finding, fix: Fix): boolean =>
      (fix.safety === "safe" || fix.safety === safety) && isSelected(finding, fix, select);
    const fixes: Fix[] = [];
    for (const finding of analysis.findings) {
      const fix = engine.fixesFor(document, analysis, finding).find((each) => isTrusted(finding, each));
      if (fix && fix.edits.length > 0 && !fixes.some((chosen) => collide(chosen.edits, fix.edits)))
        fixes.push(fix);
    }
    return { analysis, fixes };
  } finally {
    document.dispose();
  }
}

/** Names are codes, ids of fixes, and the first words of such ids: `modernise` and `modernise-math-prod`. */
function isSelected(finding: Finding, fix: Fix, select: readonly string[] | undefined): boolean {
  return (
    select?.some((name) => name === finding.code || name === fix.id || fix.id.startsWith(`${name}-`)) ?? true
  );
}

/** The stretch in which two texts differ, as one edit. */
function differenceOf(before: string, after: string): TextReplacement {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}

/** Tells whether two fixes touch the same place. Two insertions at one place do: their order would be a guess. */
function collide(left: readonly TextReplacement[], right: readonly TextReplacement[]): boolean {
  return left.some((a) => right.some((b) => a.start <= b.end && b.start <= a.end));
}

function applyEdits(text: string, edits: readonly TextReplacement[], lineEnd: string): string {
  let result = text;
  for (const { start, end, newText } of edits.toSorted((left, right) => right.start - left.start)) {
    result = result.slice(0, start) + newText.replaceAll(/\r\n|\n|\r/g, lineEnd) + result.slice(end);
  }
  return result;
}
