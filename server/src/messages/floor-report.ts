import type { Catalogue } from "../engine/catalogue/catalogue";
import type { FloorGroup, FloorPlace, FloorReport, FloorStep } from "../engine/floor/report";
import { formatMinor } from "../engine/version";
import { wording as words } from "./language";
import { pathInMarkdown, plainText } from "./names";

/** What a report on lower ends is worded with. */
export interface FloorWording {
  readonly catalogue: Catalogue;
  /** Gives the address of a place, where the reader can follow one. */
  readonly linkTo?: (place: FloorPlace) => string;
}

/** So many places are written out for one symbol; the others are counted. */
const PLACES_SHOWN = 5;

/** Writes a report as Markdown. */
export function floorMarkdown(report: FloorReport, wording: FloorWording): string {
  const { above, below, broken, idle, title } = words().floor;
  const sections = [
    `# ${title}`,
    summaryOf(report),
    ...section(`## ${broken}`, report.broken, wording),
    ...section(`## ${idle}`, report.idle, wording),
    ...steps(`## ${below}`, report.below, wording, lowerTitle),
    ...steps(`## ${above}`, report.above, wording, higherTitle),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** Writes a report for a terminal. */
export function floorText(report: FloorReport, wording: FloorWording): string {
  const markdown = floorMarkdown(report, { catalogue: wording.catalogue });
  return plainText(markdown)
    .replaceAll(/^#+ /gm, "")
    .replaceAll(/^- /gm, "  ")
    .replaceAll(/\n{2,}( {2})/g, "\n$1");
}

function summaryOf({ declared, needed, files }: FloorReport): string {
  const promised = declared === undefined ? undefined : formatMinor(declared);
  return words().floor.summary(files, formatMinor(needed), promised);
}

function section(title: string, groups: readonly FloorGroup[], wording: FloorWording): string[] {
  return groups.length === 0 ? [] : [title, linesOf(groups, wording)];
}

function steps(
  title: string,
  all: readonly FloorStep[],
  wording: FloorWording,
  titleOf: (step: FloorStep, wording: FloorWording) => string,
): string[] {
  const told = all.filter(({ groups }) => groups.length > 0);
  if (told.length === 0) return [];
  return [title, ...told.flatMap((step) => [titleOf(step, wording), linesOf(step.groups, wording)])];
}

function lowerTitle({ minor, total }: FloorStep, { catalogue }: FloorWording): string {
  return `### ${words().floor.lower(formatMinor(minor), total)}${lifeOf(minor, catalogue)}`;
}

function higherTitle({ minor, total }: FloorStep, { catalogue }: FloorWording): string {
  return `### ${words().floor.higher(formatMinor(minor), total)}${lifeOf(minor, catalogue)}`;
}

function lifeOf(minor: number, { calendar }: Catalogue): string {
  const end = calendar.find((release) => release.minor === minor)?.endOfLife;
  return end === undefined ? "" : words().floor.maintainedUntil(end);
}

function linesOf(groups: readonly FloorGroup[], wording: FloorWording): string {
  return groups.map((group) => `- ${lineOf(group, wording)}`).join("\n");
}

function lineOf(group: FloorGroup, wording: FloorWording): string {
  // Several uses on one line are one place to go to.
  const places = [...new Map(group.places.map((place) => [`${place.path}:${place.line}`, place])).values()];
  const shown = places.slice(0, PLACES_SHOWN).map((place) => {
    const written = pathInMarkdown(`${place.path}:${place.line}`);
    return wording.linkTo ? `[${written}](${wording.linkTo(place)})` : written;
  });
  const more = places.length - shown.length;
  const rest = more > 0 ? words().floor.more(more) : "";
  return `${nameOf(group, wording)}: ${shown.join(", ")}${rest}`;
}

function nameOf(group: FloorGroup, { catalogue }: FloorWording): string {
  const entry = catalogue.lookup(group.symbol);
  return words().floor.group(group, { kind: entry?.kind, backport: entry?.backport?.package });
}
