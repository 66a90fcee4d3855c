import { parseMinorSet } from "../pipeline/evidence/minor-set";
import type { RuntimeEvidenceFile } from "../pipeline/evidence/runtime-evidence";
import type { Fact } from "./facts";

/** Tells whether the interpreter of a minor that the catalogue was made from has what a fact speaks of. */
export type EvidenceLookup = (fact: Fact, minor: number) => boolean;

/** Makes the lookup of the evidence file; it knows modules, their names, and what classes hold themselves. */
export function lookUpEvidence({ modules, classes }: RuntimeEvidenceFile): EvidenceLookup {
  return ({ module, key, sort }, minor) => {
    const bit = 1 << minor;
    const held = modules[module] as RuntimeEvidenceFile["modules"][string] | undefined;
    if (sort === "module") return held !== undefined && (parseMinorSet(held.minors) & bit) !== 0;
    const dot = key.lastIndexOf(".");
    const name = key.slice(dot + 1);
    const runs =
      sort === "name" ? held?.names[name] : classes[`${module}.${key.slice(0, dot)}`]?.members[name];
    return Object.keys(runs ?? {}).some((minors) => (parseMinorSet(minors) & bit) !== 0);
  };
}
