import { wording } from "./language";
import type { FileProblem, SettingKind } from "./wording";

/** Tells that an editor setting cannot be read, and what happens instead. `key` has its section: `sinceWhen.target`. */
export function settingProblem(key: string, expected: SettingKind): string {
  return wording().server.settingProblem(key, expected);
}

/** Tells that the server runs but cannot analyse anything. */
export function startFailure(reason: string): string {
  return wording().server.startFailure(reason);
}

/** Tells why a file that is there tells nothing. */
export function fileProblem(problem: FileProblem): string {
  return wording().server.fileProblem(problem);
}
