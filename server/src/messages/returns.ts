import type { Entry } from "../engine/catalogue/entry";
import { highestMinor, minorsBefore, parseMinor } from "../engine/version";

/** The minor with which an entry came back after a gap; `undefined` where there is no gap. */
export function lastReturn(entry: Entry): number | undefined {
  const added = parseMinor(entry.added ?? "3.0");
  const end = entry.removed === undefined ? undefined : parseMinor(entry.removed);
  if (added === undefined) return undefined;
  const present = entry.available & (end === undefined ? -1 : minorsBefore(end));
  const last = highestMinor(present);
  if (last === undefined) return undefined;
  let gap: number | undefined;
  for (let minor = added; minor <= last; minor++) if (!(present & (1 << minor))) gap = minor;
  return gap === undefined ? undefined : gap + 1;
}
