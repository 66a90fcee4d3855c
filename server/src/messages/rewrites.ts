import type { Fix } from "../engine/findings";

/** What is different after a rewrite, by the key that the table of rewrites gives. A few words that end a title. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  "empty-gives-one": "an empty iterable gives 1 instead of TypeError",
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
