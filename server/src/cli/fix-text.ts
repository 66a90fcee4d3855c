import type { Engine, ModuleSource } from "../engine/analysis";
import type { DocumentAnalysis, Fix, FixSafety, ProjectTarget, TextReplacement } from "../engine/findings";

/** What may be done to a text. */
export interface FixRequest {
  /** Absolute. */
  readonly path: string;
  /** Where the names come from that the text imports. */
  readonly modules?: ModuleSource;
  readonly target: ProjectTarget | undefined;
  readonly ignore: readonly string[];
  /** The least trusted fixes to apply. A `manual` one never is: it needs a person's eye. */
  readonly safety: Exclude<FixSafety, "manual">;
}

/** What became of a text. */
export interface FixedText {
  readonly text: string;
  /** The ids of the fixes that were applied, in that order; empty when nothing changed. */
  readonly applied: readonly string[];
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
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (current.analysis.parseErrors.length > 0 || current.fixes.length === 0) break;
    const next = applyEdits(
      fixed,
      current.fixes.flatMap(({ edits }) => edits),
      lineEnd,
    );
    const after = examine(engine, next, request);
    if (next === fixed || after.analysis.parseErrors.length > 0) break;
    applied.push(...current.fixes.map(({ id }) => id));
    [fixed, current] = [next, after];
  }
  return { text: fixed, applied, analysis: current.analysis };
}

/** Analyses a text, and picks the fixes that can be applied together. */
function examine(
  engine: Engine,
  text: string,
  { path, target, ignore, safety, modules }: FixRequest,
): { analysis: DocumentAnalysis; fixes: Fix[] } {
  const document = engine.parse(text);
  try {
    const analysis = engine.analyse(document, { uri: path, version: 0, target, ignore, modules });
    const isTrusted = (fix: Fix): boolean => fix.safety === "safe" || fix.safety === safety;
    const fixes: Fix[] = [];
    for (const finding of analysis.findings) {
      const fix = engine.fixesFor(document, analysis, finding).find(isTrusted);
      if (fix && fix.edits.length > 0 && !fixes.some((chosen) => collide(chosen.edits, fix.edits)))
        fixes.push(fix);
    }
    return { analysis, fixes };
  } finally {
    document.dispose();
  }
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
