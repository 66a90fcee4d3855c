import type { ProjectTarget } from "../engine/findings";
import { formatMinors, formatOrigin } from "./versions";

/** What a status item shows of a target. */
export interface TargetStatus {
  /** A few words: `Python >=3.8`. */
  readonly text: string;
  /** One sentence: which Pythons, and who said so. */
  readonly detail: string;
}

/** Words a target for a status item; without one it tells how to declare it. */
export function targetStatus(target: ProjectTarget | undefined): TargetStatus {
  if (!target) {
    return {
      text: "No target Python",
      detail:
        "Facts only: declare `project.requires-python` in pyproject.toml, or set `sinceWhen.target`, to be warned.",
    };
  }
  const { range, origin } = target;
  const text = range.text === "" ? "Any Python" : `Python ${range.text}`;
  return {
    text,
    detail: `Supports ${formatMinors(range.minors)}: \`${origin.key}\` in ${formatOrigin(origin)}`,
  };
}
