import { isSamePackage } from "../../engine/catalogue/backports";
import type { TextReplacement } from "../../engine/findings";
import { highestMinor, lowestMinor, type MinorSet, NO_MINORS } from "../../engine/version";
import { readRequirement } from "../requirement";
import { minorsWanted, type WantedPythons, widenMarker } from "./widen-marker";

/** One requirement of PEP 508 as a file has it. */
export interface ListedRequirement {
  readonly text: string;
  /** Writes another marker into it: `from` and `to` are offsets in `text`. */
  replace(from: number, to: number, newText: string): TextReplacement[];
}

/**
 * Tells what must be done where a package may be listed already: nothing (empty), or widening the marker that keeps it from
 * some Pythons. `undefined`: it is not listed.
 */
export function widenListed(
  listed: readonly ListedRequirement[],
  name: string,
  wanted: WantedPythons,
): TextReplacement[] | undefined {
  const own = listed.flatMap((each) => {
    const read = readRequirement(each.text);
    return read && isSamePackage(read.name, name) ? [{ each, minors: read.minors }] : [];
  });
  if (own.length === 0) return undefined;
  const lacking = nearestOf(own, wanted);
  return lacking ? widened(lacking.nearest.each, lacking.missing) : [];
}

/**
 * Of several ways to have a package, that which is nearest to what is wanted, with the Pythons that none of them serves;
 * `undefined` where all is there, and where there is none.
 */
export function nearestOf<T extends { readonly minors: MinorSet }>(
  own: readonly T[],
  wanted: WantedPythons,
): { readonly nearest: T; readonly missing: WantedPythons } | undefined {
  const there = own.reduce((set, { minors }) => set | minors, NO_MINORS);
  const missing = minorsWanted(wanted) & ~there;
  if (missing === NO_MINORS || own.length === 0) return undefined;
  const at = lowestMinor(missing) ?? 0;
  const distance = ({ minors }: T): number =>
    Math.min(Math.abs((highestMinor(minors) ?? 0) - at), Math.abs((lowestMinor(minors) ?? 0) - at));
  const [nearest] = own.toSorted((a, b) => distance(a) - distance(b));
  return { nearest, missing: { ...wanted, minors: missing } };
}

function widened({ text, replace }: ListedRequirement, wanted: WantedPythons): TextReplacement[] {
  const semicolon = text.indexOf(";");
  const [, blank, marker] = /^(\s*)(.*?)\s*$/s.exec(text.slice(semicolon + 1))!;
  const start = semicolon + 1 + blank.length;
  const newMarker = widenMarker(marker, wanted);
  if (newMarker === "") {
    const end = text.slice(0, semicolon).trimEnd().length;
    return replace(end, start + marker.length, "");
  }
  const { from, to, newText } = differenceOf(marker, newMarker);
  return replace(start + from, start + to, newText);
}

/** What is left to replace where two texts begin and end alike. */
function differenceOf(before: string, after: string): { from: number; to: number; newText: string } {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - from;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from, to: before.length - tail, newText: after.slice(from, after.length - tail) };
}
