import type { ProjectTarget } from "../engine/findings";
import type { TargetOrigin } from "../engine/version";
import { wording } from "./language";
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
  const { anyTarget, declaredIn, noTarget } = wording().declarations;
  if (!target) return noTarget;
  const { range, origin } = target;
  const text = range.text === "" ? anyTarget : `Python ${range.text}`;
  return {
    text,
    detail: isFile(origin)
      ? // A status item has little room, and `project.` says nothing that the file does not.
        declaredIn(origin.key.replace(/^project\./, ""), formatOrigin(origin))
      : formatOrigin(origin),
  };
}

/** Options and settings stand in no file that one could name, and speak for themselves. */
function isFile({ key }: TargetOrigin): boolean {
  return !key.startsWith("--") && !key.startsWith("sinceWhen.");
}
