import type { MinorSet, TargetOrigin } from "../engine/version";
import { wording } from "./language";
import { minorsIn, originIn } from "./minor-runs";

/** Writes a set of minors the way a sentence wants it: `3.6`, `3.6 and 3.7`, `3.6 to 3.9`, `3.12 and newer`. */
export function formatMinors(minors: MinorSet): string {
  return minorsIn(wording().versions, minors);
}

/** Tells in a few characters who declared a target: `pyproject.toml:7`, `--target`, `setting sinceWhen.target`. */
export function formatOrigin(origin: TargetOrigin): string {
  return originIn(wording().versions, origin);
}
