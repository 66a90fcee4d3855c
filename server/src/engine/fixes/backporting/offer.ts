import { isSamePackage, minorsServed } from "../../catalogue/backports";
import type { Backport, Entry } from "../../catalogue/entry";
import { ownerOf } from "../../evaluation/types";
import type { Finding, FixDependency, FixSafety } from "../../findings";
import { isSubset } from "../../version";
import type { FixInput } from "../fixer";
import { needOf } from "../guards/need";
import type { VersionBounds } from "../version-bounds";

/** A package that has what a finding misses, on all targeted Pythons that lack it. */
export interface BackportOffer {
  readonly backport: Backport;
  /** The Pythons that need no package. */
  readonly bounds: VersionBounds;
  readonly dependency: FixDependency;
  /** Safe where the project has the package already; otherwise somebody must see to that. */
  readonly safety: FixSafety;
}

/** Finds the package that has what a finding misses; `undefined` where none serves every Python that lacks it. */
export function offerFor(input: FixInput, finding: Finding = input.finding): BackportOffer | undefined {
  const { catalogue, analysis } = input;
  const entry = catalogue.lookup(finding.entryId);
  const backport = entry && backportOf(entry, finding, input);
  if (!backport || !isSubset(finding.failing, minorsServed(backport.pythons))) return undefined;
  const need = needOf({ ...input, finding }, { start: finding.start, end: finding.end });
  if (!need) return undefined;
  const { bounds } = need;
  const isThere =
    analysis.packages?.some(
      ({ name, minors }) => isSamePackage(name, backport.package) && isSubset(finding.failing, minors),
    ) ?? false;
  return {
    backport,
    bounds,
    dependency: { package: backport.package, pythons: pythonsOutside(bounds), minors: finding.failing },
    safety: isThere ? "safe" : "manual",
  };
}

/** What is new in a module that is new as a whole comes with the package of the module. */
function backportOf(entry: Entry, { failing }: Finding, { catalogue }: FixInput): Backport | undefined {
  if (entry.backport) return entry.backport;
  const owner = catalogue.lookup(ownerOf(entry.id));
  // A module inside of a package is not the package, and may not be in what brings the package.
  if (entry.kind === "module") return undefined;
  const comesWithOwner = owner?.kind === "module" && (owner.available & failing) === 0;
  return comesWithOwner ? owner.backport : undefined;
}

/** The Pythons outside of the bounds, as a PEP 440 specifier; with both ends it takes those on either side. */
function pythonsOutside({ from, before }: VersionBounds): string {
  if (from !== undefined) return `<3.${from}`;
  return `>=3.${before}`;
}
