import type { MinorSet } from "../../../server/src/engine/version";
import type { Sources } from "../merge/collect-drafts";
import { PLATFORM_MODULES } from "../merge/rules/hidden-by-build";
import { TWIN_MODULES } from "../names/canonical";
import { isDunder } from "../names/public-names";
import type { Found } from "./lookup";
import type { Transition } from "./transitions";

/** What an exclusion may look at. */
export interface Doubt {
  readonly transition: Transition;
  readonly found: Found | undefined;
  /** The minors whose evidence was put together from two builds. */
  readonly patched: MinorSet;
  readonly sources: Sources;
}

/** A reason why interpreters show something coming or going that did not come or go with that release. */
export interface Exclusion {
  readonly title: string;
  readonly holds: (doubt: Doubt) => boolean;
}

/** Every way to leave a transition out of the measure; the first that holds is told. There is no other. */
export const EXCLUSIONS: readonly Exclusion[] = [
  {
    title: "two builds made the evidence of that release, and both neighbours have it",
    holds: isBetweenBuilds,
  },
  { title: "needs ssl, which no interpreter before 3.5 was built with", holds: needsSsl },
  { title: "the other platform's implementation of a module under its own name", holds: isTwin },
  {
    title: "typeshed tells of the parameter in older releases: only its implementation changed",
    holds: isOldParameter,
  },
  { title: "a constant of the system's headers", holds: isHeaderConstant },
  { title: "needs a library that was built otherwise", holds: isOfLibrary },
  {
    title: "documentation or typeshed tell of the attribute in releases whose class hides it",
    holds: isHiddenAttribute,
  },
  {
    title: "a special method that a base without a public name has before or after",
    holds: isInheritedProtocol,
  },
  { title: "decided by hand, with a reason in decisions.json or the authored file", holds: isDecided },
];

/** Tells why a transition is left out; `undefined` when it counts. */
export function reasonToExclude(doubt: Doubt): string | undefined {
  return EXCLUSIONS.find(({ holds }) => holds(doubt))?.title;
}

function isBetweenBuilds({ transition: { id, happened, minor }, patched, sources }: Doubt): boolean {
  const tokens = sources.sightings.names.get(id)?.tokens;
  const gap = happened === "added" ? minor - 1 : minor;
  return tokens !== undefined && (patched & (1 << gap)) !== 0 && tokens.has(gap - 1) && tokens.has(gap + 1);
}

function needsSsl({ transition: { id, happened, minor } }: Doubt): boolean {
  return minor === 5 && happened === "added" && /SSL|TLS|HTTPS|https/.test(id);
}

function isTwin({ transition: { id, parameter } }: Doubt): boolean {
  return parameter !== undefined && id.slice(0, id.lastIndexOf(".")) in TWIN_MODULES;
}

function isOldParameter({ transition: { happened, parameter }, found, sources }: Doubt): boolean {
  if (parameter === undefined || happened !== "added" || !found) return false;
  return new RegExp(`\\b${parameter}\\b`).test(sources.typeshed.get(found.id)?.signature ?? "");
}

/** Only names written as headers write them, in modules that pass them on. */
function isHeaderConstant({ transition: { id, what }, found }: Doubt): boolean {
  const isConstant = found?.entry.kind === "constant" && /^[A-Z][A-Z0-9_]*$/.test(lastName(id));
  return what === "name" && isConstant && isOfSystem(id);
}

function isOfLibrary({ transition: { id, what, happened }, found }: Doubt): boolean {
  const isDocumented = found?.entry.evidence?.includes("docs") ?? false;
  return what === "member" && happened === "added" && isDocumented && isOfSystem(id);
}

/** What nobody but the class tells of counts, though instances may have had it before. */
function isHiddenAttribute({ transition, found, sources }: Doubt): boolean {
  return isAttribute(transition, found) && isToldElsewhere(found!.id, sources);
}

function isInheritedProtocol({ transition: { id, what }, found }: Doubt): boolean {
  return what === "member" && found !== undefined && isDunder(lastName(id));
}

function isDecided({ transition: { parameter }, found }: Doubt): boolean {
  return parameter === undefined && (found?.entry.evidence?.includes("hand") ?? false);
}

function isAttribute({ what, id }: Transition, found: Found | undefined): boolean {
  return what === "member" && found?.entry.kind === "attribute" && !isDunder(lastName(id));
}

function isToldElsewhere(id: string, { typeshed, docs }: Sources): boolean {
  return typeshed.has(id) || docs.has(id);
}

function isOfSystem(id: string): boolean {
  return PLATFORM_MODULES.has(id.slice(0, id.lastIndexOf("."))) || PLATFORM_MODULES.has(id.split(".")[0]);
}

function lastName(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}
