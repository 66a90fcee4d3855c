import {
  ALL_MINORS,
  highestMinor,
  lowestMinor,
  type MinorSet,
  minorsBefore,
  minorsFrom,
  NO_MINORS,
  parseMinor,
  singleMinor,
} from "../version";
import type { Catalogue } from "./catalogue";
import type { Entry } from "./entry";

/** A package that is installed wherever the code runs. */
export interface InstalledPackage {
  /** Distribution name, as somebody wrote it. */
  readonly name: string;
  /** The minors on which it is, as far as can be told. */
  readonly minors: MinorSet;
}

/** Tells whether two names are those of one package: `-`, `_` and `.` are one in them, and so are cases. */
export function isSamePackage(left: string, right: string): boolean {
  return normalizedPackage(left) === normalizedPackage(right);
}

/** Gives the one spelling of a package's name that indexes use. */
export function normalizedPackage(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/** Reads the Pythons that a package serves: `>=3.6,<3.9`, `==3.6.*`; absent: all. */
export function minorsServed(pythons: string | undefined): MinorSet {
  let served = ALL_MINORS;
  for (const clause of pythons?.split(",") ?? []) {
    const match = /^\s*(>=|<=|==|<|>)\s*([\d.]+?)(?:\.\*)?\s*$/.exec(clause);
    const minor = match ? parseMinor(match[2]) : undefined;
    if (minor === undefined) served &= clause.includes(">=2") ? ALL_MINORS : 0;
    else if (match![1] === ">=") served &= minorsFrom(minor);
    else if (match![1] === ">") served &= minorsFrom(minor + 1);
    else if (match![1] === "<") served &= minorsBefore(minor);
    else if (match![1] === "<=") served &= minorsBefore(minor + 1);
    else served &= singleMinor(minor);
  }
  return served;
}

/**
 * Gives the minors on which installed packages stand in for a module that the standard library lacks there, under the
 * same name: `dataclasses` on 3.6, `distutils` from setuptools since 3.12. Before the module came, such packages have what it
 * came with; after it went, what it had at last.
 */
export function minorsStoodInFor(
  entry: Entry,
  packages: readonly InstalledPackage[],
  catalogue: Catalogue,
): MinorSet {
  const dot = entry.id.indexOf(".");
  const top = dot < 0 ? entry.id : entry.id.slice(0, dot);
  const module = catalogue.isModule(top) ? catalogue.lookup(top) : undefined;
  const { backport } = module ?? {};
  if (!module || backport?.module !== top) return NO_MINORS;
  const [first, last] = [lowestMinor(module.available), highestMinor(module.available)];
  if (first === undefined || last === undefined) return NO_MINORS;
  const has = (minor: number): boolean => (entry.available & singleMinor(minor)) !== NO_MINORS;
  const around =
    (has(first) ? minorsBefore(first) : NO_MINORS) | (has(last) ? minorsFrom(last + 1) : NO_MINORS);
  const served = minorsServed(backport.pythons) & around;
  return packages
    .filter(({ name }) => isSamePackage(name, backport.package))
    .reduce((minors, each) => minors | (each.minors & served), NO_MINORS);
}
