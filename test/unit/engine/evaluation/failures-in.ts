import type { Engine } from "../../../../server/src/engine/analysis";
import { minorsFrom, type MinorSet } from "../../../../server/src/engine/version";

/** What the analysis says of code that fails, or does something else, on some Python. */
export interface Failure {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly failing: MinorSet;
}

/** The oldest minor that interpreters were asked on. */
const OLDEST_ASKED = 6;

/** Analyses code for every Python that was asked, and lists what fails or changes there, in document order. */
export function failuresIn(engine: Engine, code: string): Failure[] {
  const document = engine.parse(code);
  const minors = minorsFrom(OLDEST_ASKED);
  const range = { text: `>=3.${OLDEST_ASKED}`, minors, minimum: OLDEST_ASKED, maximum: undefined };
  const target = { range, origin: { path: "pyproject.toml", key: "project.requires-python" } };
  const { findings } = engine.analyse(document, { uri: "file:///snippet.py", version: 1, target });
  document.dispose();
  return findings
    .filter(({ failing }) => failing !== 0)
    .map(({ entryId, start, end, failing }) => ({ id: entryId, start, end, failing }));
}
