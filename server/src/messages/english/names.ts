import type { EntryKind } from "../../engine/catalogue/entry";
import type { MinorSet } from "../../engine/version";
import type { ProjectTarget } from "../../engine/findings";
import { minorsIn, rangeIn, targetIn } from "../minor-runs";
import { nounIn, replacementIn } from "../names";
import type { NameWording, VersionWording } from "../wording";
import { SYNTAX_NAMES } from "./syntax-names";

export const NAMES: NameWording = {
  parameter: (name, callable) => `the parameter \`${name}\` of \`${callable}\``,
  syntax: (name) => (Object.hasOwn(SYNTAX_NAMES, name) ? SYNTAX_NAMES[name as SyntaxName] : undefined),
  otherSyntax: (words) => `the syntax “${words}”`,
  behaviour: (words) => `the behaviour “${words}”`,
  interpreter: (name) => `the interpreter's \`${name}\``,
  module: (name) => `the module \`${name}\``,
};

type SyntaxName = keyof typeof SYNTAX_NAMES;

export const VERSIONS: VersionWording = {
  none: "no Python 3",
  anyPython: "any Python",
  andNewer: (version) => `${version} and newer`,
  span: (from, to) => `${from} to ${to}`,
  list: enumerate,
  interpreter: "the selected interpreter",
  setting: (key) => `setting ${key}`,
};

/** Joins parts as a sentence does: `a, b and c`. */
export function enumerate(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Names an entry in English; see `nounIn`. */
export function nounOf(id: string, kind: EntryKind | undefined): string {
  return nounIn(NAMES, id, kind);
}

/** Names what to use instead of something, in English. */
export function replacementName(id: string): string {
  return replacementIn(NAMES, id);
}

/** Writes a set of minors in English; see `minorsIn`. */
export function formatMinors(minors: MinorSet): string {
  return minorsIn(VERSIONS, minors);
}

/** Names a target and who declared it, in English; see `targetIn`. */
export function formatTarget(target: ProjectTarget): string {
  return targetIn(VERSIONS, target);
}

/** Names a target in English where it is plain who declared it; see `rangeIn`. */
export function formatRange(target: ProjectTarget): string {
  return rangeIn(VERSIONS, target);
}
