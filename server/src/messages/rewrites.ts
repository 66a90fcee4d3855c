import type { Fix } from "../engine/findings";

/** What is different after a rewrite, by the key that the table of rewrites gives. A few words that end a title. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  "awaits-are-recorded": "awaits are recorded, and the mock counts as a coroutine function",
  "broken-references": "broken character references are read in another way",
  "coroutines-only": "anything but a coroutine is refused",
  "empty-gives-one": "an empty iterable gives 1 instead of TypeError",
  "exact-root": "the root is exact where the float was off",
  "float-rounding": "the last digits differ by the rounding of a float",
  "float-result": "the result is always a float",
  "last-bits": "the last bits and the largest numbers may differ",
  "names-go": "the names in between are gone",
  "no-awaits-recorded": "awaits are not recorded any more",
  "no-generator-coroutines": "coroutines made of generators do not count",
  "statistics-error": "empty data raises StatisticsError, and the last bits may differ",
  "unix-only": "works on Unix only",
  "zero-beyond": "more items than there are give 0 instead of ValueError",
  "zero-division": "empty data raises ZeroDivisionError, and the last bits may differ",
};

/** Every key that has words, for tests that hold the table of rewrites against them. */
export const WORDED_DIFFERENCES: readonly string[] = Object.keys(DIFFERENCES);

/** Words the title of a fix that the table of rewrites tells; `undefined` for any other fix. */
export function rewriteTitle({ id, details }: Pick<Fix, "id" | "details">): string | undefined {
  const way = /^(modernise|downgrade)-/.exec(id)?.[1];
  if (way === undefined || details.name === undefined) return undefined;
  const differs = details.differs === undefined ? undefined : DIFFERENCES[details.differs];
  const note = differs === undefined ? "" : ` (${differs})`;
  return way === "modernise" ? `Use \`${details.name}\`${note}` : `Use the older \`${details.name}\`${note}`;
}
