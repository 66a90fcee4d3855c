import type { ProjectTarget } from "../engine/findings";
import type { TargetOrigin } from "../engine/version";
import { formatOrigin } from "./versions";

/** What a status item shows of a target. */
export interface TargetStatus {
  /** A few words: `Python >=3.8`. */
  readonly text: string;
  /** Who said so. */
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
    detail: isFile(origin)
      ? // A status item has little room, and `project.` says nothing that the file does not.
        `${origin.key.replace(/^project\./, "")} in ${formatOrigin(origin)}`
      : formatOrigin(origin),
  };
}

/** Options and settings stand in no file that one could name, and speak for themselves. */
function isFile({ key }: TargetOrigin): boolean {
  return !key.startsWith("--") && !key.startsWith("sinceWhen.");
}
