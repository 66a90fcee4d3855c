import type { ProjectTarget } from "../../engine/findings";
import type { EntryKind } from "../../engine/catalogue/entry";
import type { MinorSet } from "../../engine/version";
import { minorsIn, rangeIn, targetIn } from "../minor-runs";
import { nounIn, replacementIn } from "../names";
import type { NameWording, VersionWording } from "../wording";
import { SYNTAX_NAMES } from "./syntax-names";

export const NAMES: NameWording = {
  parameter: (name, callable) => `der Parameter \`${name}\` von \`${callable}\``,
  syntax: (name) => (Object.hasOwn(SYNTAX_NAMES, name) ? SYNTAX_NAMES[name as SyntaxName] : undefined),
  otherSyntax: (words) => `die Syntax „${words}“`,
  behaviour: (words) => `das Verhalten „${words}“`,
  interpreter: (name) => `\`${name}\` des Interpreters`,
  module: (name) => `das Modul \`${name}\``,
};

type SyntaxName = keyof typeof SYNTAX_NAMES;

export const VERSIONS: VersionWording = {
  none: "kein Python 3",
  anyPython: "„jedes Python“",
  andNewer: (version) => `${version} und neuer`,
  span: (from, to) => `${from} bis ${to}`,
  list: enumerate,
  interpreter: "der ausgewählte Interpreter",
  setting: (key) => `Einstellung ${key}`,
};

/** Joins parts as a sentence does: `a, b und c`. */
export function enumerate(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} und ${parts.at(-1)}`;
}

/** Names an entry in German, in the nominative; see `nounIn`. */
export function nounOf(id: string, kind: EntryKind | undefined): string {
  return nounIn(NAMES, id, kind);
}

/** Names what to use instead of something, in German, in the nominative. */
export function replacementName(id: string): string {
  return replacementIn(NAMES, id);
}

/** Writes a set of minors in German; see `minorsIn`. */
export function formatMinors(minors: MinorSet): string {
  return minorsIn(VERSIONS, minors);
}

/** Names a target and who declared it, in German; see `targetIn`. */
export function formatTarget(target: ProjectTarget): string {
  return targetIn(VERSIONS, target);
}

/** Names a target in German where it is plain who declared it; see `rangeIn`. */
export function formatRange(target: ProjectTarget): string {
  return rangeIn(VERSIONS, target);
}
