import type { Draft } from "../../../../../data/pipeline/merge/draft";
import type { DocsDirective, DocsRow } from "../../../../../data/pipeline/evidence/docs-evidence";
import { parseMinorSet } from "../../../../../data/pipeline/evidence/minor-set";

/** Makes the draft of a function `m.f`; `present` and `lacking` are minors as text: `7-15`. */
export function draftOf(
  given: Partial<Omit<Draft, "present" | "lacking">> & { present?: string; lacking?: string },
): Draft {
  const { present = "", lacking = "", ...rest } = given;
  return {
    id: "m.f",
    module: "m",
    key: "f",
    kind: "function",
    owner: "m",
    signatures: new Map(),
    docs: [],
    typeshed: undefined,
    url: undefined,
    ...rest,
    present: parseMinorSet(present),
    lacking: parseMinorSet(lacking),
  };
}

/** Makes a row of the documentation; `seen` is its first and last release as minors. */
export function row(directive: DocsDirective, versions: string, seen: readonly [number, number]): DocsRow {
  return {
    symbol: "m.f",
    kind: "function",
    directive,
    versions: versions.split(","),
    parameters: [],
    page: "library/m",
    firstSeen: seen[0],
    lastSeen: seen[1],
  };
}
