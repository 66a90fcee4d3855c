import type { Release } from "../engine/catalogue/catalogue";
import type { CodePlace, DeclarationPlace, TargetFault, TargetFinding } from "../engine/target-findings";
import { formatMinor, listMinors, type MinorSet, type TargetRange } from "../engine/version";
import { capitalise, nounOf, plainText } from "./names";
import { plural } from "./plural";
import { formatMinors } from "./versions";

/** Writes a path as its reader knows it. */
type Display = (file: string) => string;

/** Words a judgement on a declaration. One line, no full stop. */
export function targetFindingMessage(finding: TargetFinding, display: Display): string {
  return capitalise(word(finding, finding.fault, display));
}

/** Words a use that asks for more than the declaration promises. */
export function useNeeds({ entryId, minimum }: Pick<CodePlace, "entryId" | "minimum">): string {
  const kind = entryId.startsWith("syntax:") ? "syntax" : undefined;
  return `${capitalise(nounOf(entryId, kind))} needs Python ${formatMinor(minimum)}`;
}

/** Words another declaration for a list of related places. */
export function declarationSays({
  key,
  text,
  minors,
}: Pick<DeclarationPlace, "key" | "text" | "minors">): string {
  return `\`${key}\` says ${says({ text, minors })}`;
}

/** The hint behind a declared range: what the code needs. */
export function codeNeedsHint(minimum: number): string {
  return `the code needs ≥ ${formatMinor(minimum)}`;
}

/** The tooltip of that hint. */
export function codeNeedsTooltip(minimum: number, files: number): string {
  if (minimum === 0) return `Nothing in ${plural(files, "file")} is newer than Python 3.0.`;
  return `Everything that ${plural(files, "file")} use without a guard is in Python ${formatMinor(minimum)} and newer.`;
}

/** What a card about a declared range is made from. */
export interface RangeSubject {
  readonly key: string;
  readonly range: TargetRange;
  /** The minors of a list, which bounds nothing. */
  readonly listed: MinorSet;
  readonly calendar: readonly Release[];
  /** As `2025-01-31`. */
  readonly today: string;
  /** What the code needs, where that is known. */
  readonly needs: { readonly minimum: number; readonly files: number } | undefined;
}

/** Writes the card that a hover over a declared range shows: what it means, and the life of each Python in it. */
export function rangeCard(subject: RangeSubject): { readonly markdown: string; readonly plain: string } {
  const { key, range, listed, calendar, today, needs } = subject;
  const minors = listed === 0 ? range.minors : listed;
  const first = `**${key}** — ${meaningOf(range, listed)}`;
  const rows = listMinors(minors).map((minor) => rowOf(minor, calendar, today));
  const table = ["| Python | released | maintained until |", "| --- | --- | --- |"];
  const body = rows.map(({ minor, released, end }) => `| ${formatMinor(minor)} | ${released} | ${end} |`);
  const notes = needs ? [codeNeedsTooltip(needs.minimum, needs.files)] : [];
  const markdown = [first, [...table, ...body].join("\n"), ...notes].join("\n\n");
  const lines = rows.map(
    ({ minor, released, end }) => `${formatMinor(minor)}: released ${released}, maintained until ${end}`,
  );
  return { markdown, plain: [plainText(first).replaceAll("*", ""), ...lines, ...notes].join("\n") };
}

function meaningOf(range: TargetRange, listed: MinorSet): string {
  if (listed !== 0) return `Python ${formatMinors(listed)}`;
  if (range.minors === 0) return "newer than every known Python";
  return `Python ${formatMinors(range.minors)}`;
}

function rowOf(
  minor: number,
  calendar: readonly Release[],
  today: string,
): { minor: number; released: string; end: string } {
  const release = calendar.find((each) => each.minor === minor);
  const released = release?.released ?? "not yet";
  const end = release?.endOfLife ?? "not decided";
  const isOver = (end.length > 7 ? end : `${end}-31`) < today;
  return { minor, released, end: isOver ? `${end} (over)` : end };
}

function word(finding: TargetFinding, fault: TargetFault, display: Display): string {
  const own = says(finding);
  switch (fault.kind) {
    case "too-low": {
      const uses = `${plural(fault.uses, "use")} ${fault.uses === 1 ? "needs" : "need"}`;
      return `${own} promises more than the code keeps: ${uses} up to Python ${formatMinor(fault.needed)}`;
    }
    case "too-high": {
      const needed = fault.needed === 0 ? "any Python 3" : `Python ${formatMinor(fault.needed)}`;
      return `the code runs on ${needed}: ${own} could begin with ${formatMinor(fault.enough)}`;
    }
    case "disagrees":
      return `\`${finding.key}\` says ${own}, but ${naming(fault.with, display)} says ${says(fault.with)}${differenceOf(fault)}`;
    case "disputed": {
      const others = fault.by.map((place) => `${naming(place, display)}: ${says(place)}`);
      return `${own} is contradicted by ${others.join("; ")}`;
    }
    case "end-of-life": {
      const ended = fault.releases.map(({ minor, endOfLife }) => `${formatMinor(minor)} (${endOfLife})`);
      return `${own} includes Pythons that get no more fixes: ${ended.join(", ")}`;
    }
    case "unreadable":
      return fault.problem;
  }
}

function differenceOf({
  extra,
  missing,
}: {
  readonly extra: readonly number[];
  readonly missing: readonly number[];
}): string {
  const parts = [
    ...(extra.length > 0 ? [`${listOf(extra)} ${extra.length === 1 ? "is" : "are"} not promised`] : []),
    ...(missing.length > 0 ? [`${listOf(missing)} ${missing.length === 1 ? "is" : "are"} left out`] : []),
  ];
  return parts.length > 0 ? `; ${parts.join(" and ")}` : "";
}

function listOf(minors: readonly number[]): string {
  const known = minors.reduce((set, minor) => set | (1 << minor), 0);
  return formatMinors(known);
}

function naming({ key, file, line }: DeclarationPlace, display: Display): string {
  return `\`${key}\` (${display(file)}:${line})`;
}

function says({ text, minors }: { readonly text: string | undefined; readonly minors: MinorSet }): string {
  if (text === "") return "any Python";
  return text === undefined ? formatMinors(minors) : `\`${text}\``;
}
