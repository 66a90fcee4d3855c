import assert from "node:assert/strict";
import type { Engine } from "../../../server/src/engine/analysis";
import type { DocumentAnalysis, Fix, ProjectTarget, Usage } from "../../../server/src/engine/findings";
import { isRangeProblem, parsePythonRange } from "../../../server/src/project";
import { engineForTests } from "../fixtures/engine-for-tests";
import { OFFERED_ANYWHERE } from "../fixtures/offered-anywhere";

/** Reads a range such as `>=3.6`, as if a project had declared it. */
export function targetOf(text: string): ProjectTarget {
  const range = parsePythonRange(text);
  if (isRangeProblem(range)) throw new Error(`“${text}” is no range`);
  return { range, origin: { path: "pyproject.toml", key: "project.requires-python", line: 1 } };
}

/** Analyses a text; `>=3.6` is the target unless another is given. */
export async function analyse(text: string, target = ">=3.6"): Promise<DocumentAnalysis> {
  return analyseWith(await engineForTests(), text, targetOf(target));
}

/** Analyses a text with an engine and frees it. */
export function analyseWith(
  engine: Engine,
  text: string,
  target: ProjectTarget | undefined,
  ignore: readonly string[] = [],
): DocumentAnalysis {
  const document = engine.parse(text);
  try {
    return engine.analyse(document, { uri: "file:///app.py", version: 1, target, ignore });
  } finally {
    document.dispose();
  }
}

/** The findings as `code symbol` with the text that they stand at, in document order: `added-later math.prod: prod`. */
export async function findingsOf(text: string, target?: string): Promise<string[]> {
  const { findings } = await analyse(text, target);
  return findings.map(({ code, entryId, start, end }) => `${code} ${entryId}: ${text.slice(start, end)}`);
}

/** The usages of an entry, in document order. */
export async function usagesOf(text: string, entryId: string): Promise<Usage[]> {
  const { usages } = await analyse(text);
  return usages.filter((usage) => usage.entryId === entryId);
}

/** The fixes of the only finding with a code, without those that are offered anywhere. */
export async function fixesOf(text: string, target?: string): Promise<{ fix: Fix; result: string }[]> {
  const engine = await engineForTests();
  const document = engine.parse(text);
  try {
    const request = { uri: "file:///app.py", version: 1, target: targetOf(target ?? ">=3.6") };
    const analysis = engine.analyse(document, request);
    const fixes = analysis.findings.flatMap((finding) => engine.fixesFor(document, analysis, finding));
    return fixes
      .filter(({ id }) => !OFFERED_ANYWHERE.has(id))
      .map((fix) => ({ fix, result: applyEdits(text, fix) }));
  } finally {
    document.dispose();
  }
}

/** The text after a fix; fails when the edits are not sorted, overlap or lie outside of the text. */
export function applyEdits(text: string, { id, edits }: Fix): string {
  let result = "";
  let done = 0;
  for (const { start, end, newText } of edits) {
    assert.ok(done <= start && start <= end && end <= text.length, `edits of ${id} are in order`);
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}
