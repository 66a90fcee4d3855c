import { listMinors, NO_MINORS, singleMinor, type MinorSet } from "../../../server/src/engine/version";

/** Writes a set of minors as ranges: {0, 1, 2, 5} gives `0-2,5`; the empty set gives the empty string. */
export function formatMinorSet(set: MinorSet): string {
  const parts: string[] = [];
  const minors = listMinors(set);
  for (let start = 0; start < minors.length;) {
    let end = start;
    while (end + 1 < minors.length && minors[end + 1] === minors[end] + 1) end++;
    parts.push(start === end ? `${minors[start]}` : `${minors[start]}-${minors[end]}`);
    start = end + 1;
  }
  return parts.join(",");
}

/** Reads what `formatMinorSet` wrote. Throws on any other text. */
export function parseMinorSet(text: string): MinorSet {
  let set = NO_MINORS;
  if (text === "") return set;
  for (const part of text.split(",")) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (!match) throw new Error(`not a set of minors: ${text}`);
    for (let minor = Number(match[1]); minor <= Number(match[2] ?? match[1]); minor++)
      set |= singleMinor(minor);
  }
  return set;
}
