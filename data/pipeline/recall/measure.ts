import { formatMinor, NO_MINORS, parseMinor, type MinorSet } from "../../../server/src/engine/version";
import type { EntrySource, ModuleSource, ParameterSource } from "../../format";
import type { Sources } from "../merge/collect-drafts";
import { modulePresence, patchedMinors } from "../merge/presence";
import { reasonToExclude } from "./exclusions";
import { openLookup, type Found, type Lookup } from "./lookup";
import { listTransitions, type Transition } from "./transitions";

/** How much of one kind of transition the catalogue knows. */
export interface RecallReport {
  readonly title: string;
  /** What really came or went. */
  readonly total: number;
  readonly known: number;
  /** What it does not know, each with what it says instead. */
  readonly missed: readonly Reasoned[];
  /** What it does not know and interpreters show though nothing came or went, each with the title of an exclusion. */
  readonly excluded: readonly Reasoned[];
}

/** A transition, and why it is where it is. */
export interface Reasoned {
  readonly transition: Transition;
  readonly reason: string;
}

/** Measures, over all pairs of neighbouring releases, how much of what came and went is in the generated sources. */
export function measureRecall(sources: Sources, modules: readonly ModuleSource[]): RecallReport[] {
  const lookup = openLookup(modules);
  const patched = patchedMinors(sources.releases);
  const all = sources.releases
    .slice(1)
    .flatMap((newer, index) => listTransitions(sources.releases[index], newer));
  const shown = withoutGaps(all).filter((transition) => isShown(transition, patched, sources));
  const named = shown.filter(({ what }) => what !== "parameter");
  const report = (title: string, list: readonly Transition[]): RecallReport => {
    const missed: Reasoned[] = [];
    const excluded: Reasoned[] = [];
    for (const transition of list) {
      const miss = reasonOfMiss(transition, lookup, patched);
      if (miss === undefined) continue;
      const excuse = reasonToExclude({
        transition,
        found: lookup.find(transition.id),
        patched,
        sources,
      });
      (excuse === undefined ? missed : excluded).push({ transition, reason: excuse ?? miss });
    }
    const total = list.length - excluded.length;
    return { title, total, known: total - missed.length, missed, excluded };
  };
  return [
    report(
      "documented names",
      named.filter(({ id }) => sources.docs.has(id)),
    ),
    report("all public names", named),
    report(
      "parameters",
      shown.filter(({ what }) => what === "parameter"),
    ),
  ];
}

/** Of a member that shows, hides and shows again, or hides and shows, nothing came and went: gaps are of the making. */
function withoutGaps(transitions: readonly Transition[]): Transition[] {
  const first = new Map<string, Transition>();
  const last = new Map<string, Transition>();
  const keyOf = ({ id, parameter }: Transition): string => `${id}(${parameter ?? ""})`;
  for (const transition of transitions) {
    if (!first.has(keyOf(transition))) first.set(keyOf(transition), transition);
    last.set(keyOf(transition), transition);
  }
  return transitions.filter(
    (transition) =>
      transition.what === "name" ||
      (transition.happened === "added" ? first : last).get(keyOf(transition)) === transition,
  );
}

/** Tells whether two interpreters can show a transition: both have the module, or would have it. */
function isShown(
  { id, what, minor }: Transition,
  patched: MinorSet,
  { releases, sightings }: Sources,
): boolean {
  if (what === "parameter") return (patched & (1 << minor)) === 0 && (patched & (1 << (minor - 1))) === 0;
  const module = moduleOf(id, sightings.modules);
  const { lacking } = modulePresence(module, releases, sightings);
  const known = (sightings.modules.get(module) ?? NO_MINORS) | lacking;
  return (known & (1 << (minor - 1))) !== 0 && (known & (1 << minor)) !== 0;
}

function moduleOf(id: string, modules: ReadonlyMap<string, MinorSet>): string {
  let end = id.lastIndexOf(".");
  while (end > 0 && !modules.has(id.slice(0, end))) end = id.lastIndexOf(".", end - 1);
  return id.slice(0, end);
}

/** Tells why a transition is not in the catalogue; `undefined` when it is. */
function reasonOfMiss(transition: Transition, lookup: Lookup, patched: MinorSet): string | undefined {
  const found =
    transition.parameter === undefined ? lookup.find(transition.id) : lookup.target(transition.id);
  if (!found) return "no entry";
  const life =
    transition.parameter === undefined ? found.entry : parameterLife(found.entry, transition.parameter);
  if (life === undefined) return "the parameter has no history";
  if (transition.parameter !== undefined && isTold(found.entry, transition.parameter, transition.minor))
    return undefined;
  return transition.happened === "added"
    ? reasonForArrival(transition, life, found, lookup, patched)
    : reasonForDeparture(transition, life, found, lookup, patched);
}

/** A parameter that is given differently from a release on may seem to come or go. */
function isTold({ changes }: EntrySource, name: string, minor: number): boolean {
  return changes?.some((change) => change.name === name && change.version === formatMinor(minor)) ?? false;
}

function parameterLife(entry: EntrySource, name: string): ParameterSource | undefined {
  return entry.parameters?.[name] ?? (entry.changes?.some((change) => change.name === name) ? {} : undefined);
}

function reasonForArrival(
  { minor }: Transition,
  life: EntrySource | ParameterSource,
  found: Found,
  lookup: Lookup,
  patched: MinorSet,
): string | undefined {
  const added = life.added ?? ownersVersion(found.id, "added", lookup);
  const known = added === undefined ? undefined : parseMinor(added);
  if (isTheSame(minor, known, patched)) return undefined;
  if (life.seen === formatMinor(minor) || life.micros?.some((micro) => parseMinor(micro) === minor))
    return undefined;
  if ("absent" in life && life.absent?.some((range) => range.endsWith(formatMinor(minor - 1))))
    return undefined;
  return added === undefined ? "counted as always there" : `counted as new in ${added}`;
}

function reasonForDeparture(
  { minor }: Transition,
  life: EntrySource | ParameterSource,
  found: Found,
  lookup: Lookup,
  patched: MinorSet,
): string | undefined {
  const removed = life.removed ?? ownersVersion(found.id, "removed", lookup);
  const known = removed === undefined ? undefined : parseMinor(removed);
  if (isTheSame(minor, known, patched)) return undefined;
  if ("absent" in life && life.absent?.some((range) => range.startsWith(formatMinor(minor))))
    return undefined;
  return removed === undefined ? "counted as still there" : `counted as gone in ${removed}`;
}

/** A member without a version of its own lives as long as its owner. */
function ownersVersion(id: string, key: "added" | "removed", lookup: Lookup): string | undefined {
  for (let end = id.lastIndexOf("."); end > 0; end = id.lastIndexOf(".", end - 1)) {
    const version = lookup.find(id.slice(0, end))?.entry[key];
    if (version !== undefined) return version;
  }
  return undefined;
}

/** An interpreter that has been patched may show the release before or after the one that counts. */
function isTheSame(minor: number, known: number | undefined, patched: MinorSet): boolean {
  if (known === undefined) return false;
  if (known === minor) return true;
  return isPatched(minor, patched) !== isPatched(known, patched) && Math.abs(known - minor) === 1;
}

function isPatched(minor: number, patched: MinorSet): boolean {
  return (patched & (1 << minor)) !== 0;
}
