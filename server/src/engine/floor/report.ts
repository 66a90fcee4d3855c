import { NEWEST_MINOR, OLDEST_MINOR } from "../version";
import type { FloorGain } from "./facts";

/** A use, guard, import or idiom, and the minor at which it begins to matter. */
export interface FloorPlace {
  /** `need`: it fails below the minor. Anything else: from the minor on it can go. */
  readonly kind: "need" | FloorGain["kind"];
  readonly symbol: string;
  readonly minor: number;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Places of one symbol and kind, in the order of the files. */
export interface FloorGroup {
  readonly kind: FloorPlace["kind"];
  readonly symbol: string;
  readonly minor: number;
  readonly places: readonly FloorPlace[];
}

/** What one minor as the lower end would mean, beside what its neighbour means already. */
export interface FloorStep {
  readonly minor: number;
  /** What is new at this step; the kinds with most places first. */
  readonly groups: readonly FloorGroup[];
  /** How many places matter at this minor, those of the steps before included. */
  readonly total: number;
}

/** What each lower end of a target would mean for a project. */
export interface FloorReport {
  /** The declared lower end; `undefined` when nobody declares one. */
  readonly declared: number | undefined;
  /** The lowest minor on which nothing unguarded is too new. */
  readonly needed: number;
  readonly files: number;
  /** Uses that fail on the declared lower end already. */
  readonly broken: readonly FloorGroup[];
  /** What can go already. */
  readonly idle: readonly FloorGroup[];
  /** From the declared end down, as far as more breaks. */
  readonly below: readonly FloorStep[];
  /** From the declared end up to the newest Python. */
  readonly above: readonly FloorStep[];
}

/** Sums places up. Without a declared lower end the steps begin at the one that the code needs. */
export function reportFloor(
  places: readonly FloorPlace[],
  { declared, files }: { readonly declared: number | undefined; readonly files: number },
): FloorReport {
  const needs = places.filter(({ kind }) => kind === "need");
  const gains = places.filter(({ kind }) => kind !== "need");
  const needed = Math.max(OLDEST_MINOR, ...needs.map(({ minor }) => minor));
  const base = declared ?? needed;
  return {
    declared,
    needed,
    files,
    broken: groupPlaces(needs.filter(({ minor }) => minor > base)),
    idle: groupPlaces(gains.filter(({ minor }) => minor <= base)),
    below: stepsBelow(needs, base),
    above: stepsAbove(gains, base),
  };
}

function stepsBelow(needs: readonly FloorPlace[], base: number): FloorStep[] {
  const lowest = Math.min(...needs.map(({ minor }) => minor));
  const steps: FloorStep[] = [];
  for (let minor = base - 1; minor >= Math.max(OLDEST_MINOR, lowest - 1); minor--) {
    const fresh = needs.filter((place) => place.minor === minor + 1);
    const total = needs.filter((place) => place.minor > minor).length;
    steps.push({ minor, groups: groupPlaces(fresh), total });
  }
  return steps;
}

function stepsAbove(gains: readonly FloorPlace[], base: number): FloorStep[] {
  const steps: FloorStep[] = [];
  for (let minor = base + 1; minor <= NEWEST_MINOR; minor++) {
    const fresh = gains.filter((place) => place.minor === minor);
    const total = gains.filter((place) => place.minor <= minor).length;
    steps.push({ minor, groups: groupPlaces(fresh), total });
  }
  return steps;
}

function groupPlaces(places: readonly FloorPlace[]): FloorGroup[] {
  const groups = new Map<string, FloorPlace[]>();
  for (const place of places) {
    const key = `${place.kind} ${place.symbol} ${place.minor}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()]
    .map((group) => {
      const [{ kind, symbol, minor }] = group;
      return { kind, symbol, minor, places: group };
    })
    .sort((a, b) => b.places.length - a.places.length || (a.symbol < b.symbol ? -1 : 1));
}
