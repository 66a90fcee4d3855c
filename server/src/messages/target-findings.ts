import type { Release } from "../engine/catalogue/catalogue";
import type { DeclarationProblem } from "../engine/declaration-problems";
import type { CodePlace, DeclarationPlace, TargetFinding } from "../engine/target-findings";
import { formatMinor, listMinors, type MinorSet, type TargetRange } from "../engine/version";
import { wording } from "./language";
import { capitalise, plainText } from "./names";
import { formatMinors } from "./versions";
import type { Display } from "./wording";

/** Words a judgement on a declaration. One line, no full stop. */
export function targetFindingMessage(finding: TargetFinding, display: Display): string {
  return capitalise(wording().declarations.message(finding, display));
}

/** Words why a file or a value that should declare Pythons cannot be used. One sentence without a full stop. */
export function declarationProblem(problem: DeclarationProblem): string {
  return wording().declarations.problem(problem);
}

/** Words a use that asks for more than the declaration promises. */
export function useNeeds(use: Pick<CodePlace, "entryId" | "minimum">): string {
  return capitalise(wording().declarations.useNeeds(use));
}

/** Words another declaration for a list of related places. */
export function declarationSays(place: Pick<DeclarationPlace, "key" | "text" | "minors">): string {
  return wording().declarations.says(place);
}

/** The hint behind a declared range: what the code needs. */
export function codeNeedsHint(minimum: number): string {
  return wording().declarations.needsHint(minimum);
}

/** The tooltip of that hint. */
export function codeNeedsTooltip(minimum: number, files: number): string {
  return wording().declarations.needsTooltip(minimum, files);
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
  const { columns, row } = wording().declarations;
  const minors = listed === 0 ? range.minors : listed;
  const first = `**${key}** — ${meaningOf(range, listed)}`;
  const rows = listMinors(minors).map((minor) => rowOf(minor, calendar, today));
  const table = [`| ${columns.join(" | ")} |`, "| --- | --- | --- |"];
  const body = rows.map(({ minor, released, end }) => `| ${formatMinor(minor)} | ${released} | ${end} |`);
  const notes = needs ? [codeNeedsTooltip(needs.minimum, needs.files)] : [];
  const markdown = [first, [...table, ...body].join("\n"), ...notes].join("\n\n");
  const lines = rows.map(({ minor, released, end }) => row(formatMinor(minor), released, end));
  return { markdown, plain: [plainText(first).replaceAll("*", ""), ...lines, ...notes].join("\n") };
}

function meaningOf(range: TargetRange, listed: MinorSet): string {
  if (listed !== 0) return `Python ${formatMinors(listed)}`;
  if (range.minors === 0) return wording().declarations.newerThanKnown;
  return `Python ${formatMinors(range.minors)}`;
}

function rowOf(
  minor: number,
  calendar: readonly Release[],
  today: string,
): { minor: number; released: string; end: string } {
  const { endUnknown, notReleased, over } = wording().declarations;
  const release = calendar.find((each) => each.minor === minor);
  const released = release?.released ?? notReleased;
  const end = release?.endOfLife ?? endUnknown;
  const isOver = (end.length > 7 ? end : `${end}-31`) < today;
  return { minor, released, end: isOver ? over(end) : end };
}
