import type { NotesSection } from "./read-whatsnew";

/** The notes of one release. */
export interface ReleaseNotes {
  /** N of 3.N. */
  readonly minor: number;
  readonly sections: readonly NotesSection[];
}

const HEADER = "release\tsection\tmodule\tlabels\tnames";

/** Writes `headlines.tsv`: one line a section, sections without names included, since their anchors count. */
export function formatHeadlines(releases: readonly ReleaseNotes[]): string {
  const rows = [...releases]
    .sort((a, b) => a.minor - b.minor)
    .flatMap(({ minor, sections }) =>
      sections.map(({ path, module, labels, names }) =>
        [`3.${minor}`, path, module ?? "", labels.join(" "), names.join(" ")].join("\t"),
      ),
    );
  return [HEADER, ...rows, ""].join("\n");
}

/** Reads `headlines.tsv`. Throws, naming the line, when a row has not the five columns. */
export function parseHeadlines(text: string): ReleaseNotes[] {
  const releases = new Map<number, NotesSection[]>();
  text
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .forEach((line, index) => {
      const columns = line.split("\t");
      const minor = /^3\.(\d+)$/.exec(columns[0])?.[1];
      if (columns.length !== 5 || minor === undefined)
        throw new Error(`headlines.tsv, line ${index + 2}: release and four more columns expected`);
      const [, path, module, labels, names] = columns as [string, string, string, string, string];
      const sections = releases.get(Number(minor)) ?? [];
      releases.set(Number(minor), sections);
      sections.push({ path, module: module || undefined, labels: words(labels), names: words(names) });
    });
  return [...releases].map(([minor, sections]) => ({ minor, sections }));
}

function words(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}
