import type { ProjectTarget } from "../engine/findings";
import {
  listMinors,
  type MinorSet,
  NEWEST_MINOR,
  SELECTED_INTERPRETER,
  type TargetOrigin,
} from "../engine/version";
import type { VersionWording } from "./wording";

/** A run of minors without a gap. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes a set of minors the way a sentence wants it: `3.6`, `3.6 and 3.7`, `3.6 to 3.9`, `3.0, 3.2 and 3.5 to 3.8`.
 * A run that reaches the newest minor that the catalogue knows reads `3.12 and newer`. The empty set gives `no Python 3`.
 */
export function minorsIn(words: VersionWording, minors: MinorSet): string {
  const parts = runsOf(minors).flatMap(({ from, to }) => {
    if (to === NEWEST_MINOR && to > from) return [words.andNewer(`3.${from}`)];
    if (to - from < 2) return to === from ? [`3.${from}`] : [`3.${from}`, `3.${to}`];
    return [words.span(`3.${from}`, `3.${to}`)];
  });
  return parts.length === 0 ? words.none : words.list(parts);
}

/** Writes a set of minors for a place with little room: `3.7+`, `3.6–3.9`, `3.6, 3.8–3.10`. The empty set gives ``. */
export function formatMinorsShort(minors: MinorSet): string {
  return runsOf(minors)
    .map(({ from, to }) => {
      if (to === NEWEST_MINOR) return `3.${from}+`;
      return to === from ? `3.${from}` : `3.${from}–3.${to}`;
    })
    .join(", ");
}

/** Tells in a few characters who declared a target: `pyproject.toml:7`, `--target`, `setting sinceWhen.target`. */
export function originIn(words: VersionWording, origin: TargetOrigin): string {
  if (origin.key.startsWith("--")) return origin.key;
  if (origin.path === SELECTED_INTERPRETER) return words.interpreter;
  if (origin.line !== undefined) return `${origin.path}:${origin.line}`;
  return origin.key.startsWith("sinceWhen.") ? words.setting(origin.key) : origin.path;
}

/** Names a target and who declared it: `` `>=3.6` (pyproject.toml:7) ``. */
export function targetIn(words: VersionWording, target: ProjectTarget): string {
  return `${rangeIn(words, target)} (${originIn(words, target.origin)})`;
}

/** Names a target where it is plain who declared it: `` `>=3.6` ``. */
export function rangeIn(words: VersionWording, { range }: ProjectTarget): string {
  return range.text === "" ? words.anyPython : `\`${range.text}\``;
}

function runsOf(minors: MinorSet): Run[] {
  const runs: Run[] = [];
  for (const minor of listMinors(minors)) {
    const last = runs.at(-1);
    if (last && last.to === minor - 1) runs[runs.length - 1] = { from: last.from, to: minor };
    else runs.push({ from: minor, to: minor });
  }
  return runs;
}
