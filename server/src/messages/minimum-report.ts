import type { EntryKind } from "../engine/catalogue/entry";
import { wording } from "./language";
import { nounIn, pathInMarkdown } from "./names";
import { rangeText } from "./requirements";

/** One use that sets how old a Python may be. */
export interface MinimumReason {
  readonly symbol: string;
  readonly kind: EntryKind;
  /** The lowest minor from which on it works. */
  readonly minimum: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** What one file needs. */
export interface FileMinimum {
  /** Relative to the workspace folder, with the folder's name before it where there are several. */
  readonly path: string;
  /** Writes a link to the file, or to a line of it, 1-based. */
  readonly linkTo: (line?: number) => string;
  /** Lowest minor that everything works on; 0: every Python 3. */
  readonly minimum: number;
  /** Newest minor that everything works on; `undefined`: none is known. */
  readonly maximum: number | undefined;
  /** Strictest first. */
  readonly reasons: readonly MinimumReason[];
}

/** Reasons that are listed for one file; the first ones are the strictest. */
const MOST_REASONS = 10;

/** Writes what the code of a workspace needs, and why, as a document with links. */
export function minimumMarkdown(files: readonly FileMinimum[]): string {
  const minimum = Math.max(0, ...files.map((file) => file.minimum));
  const maxima = files.flatMap((file) => (file.maximum === undefined ? [] : [file.maximum]));
  const maximum = maxima.length > 0 ? Math.min(...maxima) : undefined;
  const demanding = files.filter((file) => file.minimum > 0).sort(byMinimum);
  const rest = files.length - demanding.length;
  const words = wording().minimum;
  return [
    `# ${words.title}`,
    `**${pythonsText(minimum, maximum)}**, ${words.lookedAt(files.length)}`,
    ...(demanding.length > 0 ? [`## ${words.byFolder}`, folderTable(files), `## ${words.byFile}`] : []),
    ...demanding.map(fileSection),
    ...(rest > 0 ? [words.rest(rest)] : []),
  ].join("\n\n");
}

/** Writes the same for programs, in the form of `sincewhen min --format json`. */
export function minimumReportJson(files: readonly FileMinimum[]): string {
  const maxima = files.flatMap((file) => (file.maximum === undefined ? [] : [file.maximum]));
  const report = {
    schema: 1,
    minimum: `3.${Math.max(0, ...files.map((file) => file.minimum))}`,
    maximum: maxima.length > 0 ? `3.${Math.min(...maxima)}` : null,
    files: files.map(({ path, minimum, maximum, reasons }) => ({
      path,
      minimum: `3.${minimum}`,
      maximum: maximum === undefined ? null : `3.${maximum}`,
      reasons: reasons.map((reason) => ({
        symbol: reason.symbol,
        added: `3.${reason.minimum}`,
        line: reason.line,
        column: reason.column,
      })),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** Tells that a report is being made: how many files of how many were looked at. */
export function reportProgress(done: number, all: number): string {
  return wording().minimum.progress(done, all);
}

function pythonsText(minimum: number, maximum: number | undefined): string {
  const { everyPython, none } = wording().minimum;
  if (minimum === 0 && maximum === undefined) return everyPython;
  return maximum !== undefined && maximum < minimum ? none : rangeText(minimum, maximum);
}

/** Every folder that holds files, and what the files below it need. */
function folderTable(files: readonly FileMinimum[]): string {
  const folders = new Map<string, { minimum: number; files: number }>();
  for (const { path, minimum } of files) {
    for (const folder of foldersAround(path)) {
      const known = folders.get(folder) ?? { minimum: 0, files: 0 };
      folders.set(folder, { minimum: Math.max(known.minimum, minimum), files: known.files + 1 });
    }
  }
  const rows = [...folders]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([folder, known]) => `| \`${folder}\` | 3.${known.minimum} | ${known.files} |`);
  return [`| ${wording().minimum.columns.join(" | ")} |`, "| --- | --- | --- |", ...rows].join("\n");
}

function foldersAround(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return [".", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
}

function fileSection({ path, linkTo, minimum, reasons }: FileMinimum): string {
  const { minimum: words, names } = wording();
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => {
    const place = `[${words.line(reason.line)}](${linkTo(reason.line)})`;
    return `- 3.${reason.minimum}: ${nounIn(names, reason.symbol, reason.kind)}, ${place}`;
  });
  const rest = reasons.length - shown.length;
  if (rest > 0) shown.push(`- ${words.andMore(rest)}`);
  return [`### [${pathInMarkdown(path)}](${linkTo()}): ${words.only(`3.${minimum}`)}`, shown.join("\n")].join(
    "\n\n",
  );
}

function byMinimum(left: FileMinimum, right: FileMinimum): number {
  return right.minimum - left.minimum || (left.path < right.path ? -1 : 1);
}
