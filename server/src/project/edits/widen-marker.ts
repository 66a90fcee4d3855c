import {
  ALL_MINORS,
  highestMinor,
  isSubset,
  lowestMinor,
  type MinorSet,
  minorsBefore,
  minorsFrom,
  NEWEST_MINOR,
  NO_MINORS,
  OLDEST_MINOR,
} from "../../engine/version";
import { isRangeProblem, parseSpecifier } from "../range";
import { minorsOfMarker } from "../requirement";

/** What a project needs a package on. */
export interface WantedPythons {
  /** As a PEP 440 specifier: `<3.8`; absent: all. */
  readonly pythons?: string;
  /** Those that matter to the project; absent: all of `pythons`. */
  readonly minors?: MinorSet;
}

/** A run of minors; an end that is absent is open. */
interface MinorRun {
  readonly from: number | undefined;
  /** The first minor behind it. */
  readonly before: number | undefined;
}

/** The minors on which a package must be there. */
export function minorsWanted({ pythons, minors }: WantedPythons): MinorSet {
  return minors ?? minorsOf(pythons);
}

/** The smallest run of minors that holds those that are there and those that are wanted; `undefined` where it has gaps. */
export function widenedRun(there: MinorSet, wanted: WantedPythons): MinorRun | undefined {
  const exact = there | minorsWanted(wanted);
  return runOf(exact) ?? runOf(exact | minorsOf(wanted.pythons));
}

/** `<3.11` gives `python_version < "3.11"`. */
function clausesOf({ from, before }: MinorRun, quote: string): string[] {
  return [
    ...(from === undefined ? [] : [`python_version >= ${quote}3.${String(from)}${quote}`]),
    ...(before === undefined ? [] : [`python_version < ${quote}3.${String(before)}${quote}`]),
  ];
}

/**
 * Writes a marker of PEP 508 that holds on further Pythons. What it asks besides of the Pythons stays asked; where it cannot be
 * taken apart, or has gaps, the further ones stand behind `or`. The empty text: no marker is needed any more.
 */
export function widenMarker(marker: string, wanted: WantedPythons): string {
  const quote = marker.includes('"') || !marker.includes("'") ? '"' : "'";
  const operands = operandsOf(marker);
  const there = minorsOfMarker(marker);
  const run = operands && widenedRun(there, wanted);
  if (!run) {
    const missing = minorsWanted(wanted) & ~there;
    const rest = clausesOf({ from: lowestMinor(missing), before: (highestMinor(missing) ?? 0) + 1 }, quote);
    return `${marker} or ${rest.join(" and ")}`;
  }
  const first = operands.findIndex(isOfVersion);
  const others = operands.filter((operand) => !isOfVersion(operand));
  return others.toSpliced(first, 0, ...clausesOf(run, quote)).join(" and ");
}

/** What `and` joins; `undefined` where more is written than that. */
function operandsOf(marker: string): string[] | undefined {
  const code = marker.replaceAll(/"[^"]*"|'[^']*'/g, "");
  return /[()]|\bor\b/.test(code) ? undefined : marker.trim().split(/\s+and\s+/);
}

function isOfVersion(operand: string): boolean {
  return /^\s*python_(?:full_)?version\b|\bpython_(?:full_)?version\s*$/.test(operand);
}

function minorsOf(pythons: string | undefined): MinorSet {
  if (pythons === undefined) return ALL_MINORS;
  const range = parseSpecifier(pythons);
  return isRangeProblem(range) ? NO_MINORS : range.minors;
}

function runOf(minors: MinorSet): MinorRun | undefined {
  const [lowest, highest] = [lowestMinor(minors), highestMinor(minors)];
  if (lowest === undefined || highest === undefined) return undefined;
  const whole = minorsFrom(lowest) & minorsBefore(highest + 1);
  if (!isSubset(whole, minors)) return undefined;
  return {
    from: lowest === OLDEST_MINOR ? undefined : lowest,
    before: highest === NEWEST_MINOR ? undefined : highest + 1,
  };
}
