import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How many tests of a stage ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Environment variable that names the file in which a stage leaves its counts. */
export const COUNTS_VARIABLE = "SINCEWHEN_COUNTS";

/** Leaves the counts for `npm test`, which adds them up. Does nothing when the stage was started by itself. */
export function leaveCounts(counts: Counts): void {
  const file = process.env[COUNTS_VARIABLE];
  if (!file) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}
