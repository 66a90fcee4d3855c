import type { Catalogue } from "../engine/catalogue/catalogue";
import type { FloorGroup, FloorPlace, FloorReport, FloorStep } from "../engine/floor/report";
import { formatMinor } from "../engine/version";
import { capitalise, nounOf, plainText } from "./names";
import { plural } from "./plural";

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
  const sections = [
    "# The minimum Python version",
    summaryOf(report),
    ...section("## Fails already", report.broken, wording),
    ...section("## Can go already", report.idle, wording),
    ...steps("## If it were lower", report.below, wording, lowerTitle),
    ...steps("## If it were higher", report.above, wording, higherTitle),
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
  const need = `The code of ${plural(files, "file")} needs Python ${formatMinor(needed)}`;
  if (declared === undefined) return `${need}; nobody declares a minimum.`;
  if (declared === needed) return `${need}, which is the declared minimum.`;
  return `${need}; the declared minimum is ${formatMinor(declared)}.`;
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
  const fails = total === 1 ? "fails" : "fail";
  return `### ${formatMinor(minor)}: ${plural(total, "use")} ${fails}${lifeOf(minor, catalogue)}`;
}

function higherTitle({ minor, total }: FloorStep, { catalogue }: FloorWording): string {
  return `### ${formatMinor(minor)}: ${plural(total, "place")} can be simpler${lifeOf(minor, catalogue)}`;
}

function lifeOf(minor: number, { calendar }: Catalogue): string {
  const end = calendar.find((release) => release.minor === minor)?.endOfLife;
  return end === undefined ? "" : ` (maintained until ${end})`;
}

function linesOf(groups: readonly FloorGroup[], wording: FloorWording): string {
  return groups.map((group) => `- ${lineOf(group, wording)}`).join("\n");
}

function lineOf(group: FloorGroup, wording: FloorWording): string {
  const { places } = group;
  const shown = places.slice(0, PLACES_SHOWN).map((place) => {
    const written = `${place.path}:${place.line}`;
    return wording.linkTo ? `[${written}](${wording.linkTo(place)})` : written;
  });
  const more = places.length - shown.length;
  const rest = more > 0 ? ` and ${more} more` : "";
  return `${nameOf(group, wording)}: ${shown.join(", ")}${rest}`;
}

function nameOf({ kind, symbol, minor }: FloorGroup, { catalogue }: FloorWording): string {
  const entry = catalogue.lookup(symbol);
  const noun = capitalise(nounOf(symbol, entry?.kind));
  switch (kind) {
    case "need": {
      const backport = entry?.backport ? `, which \`${entry.backport.package}\` brings to older ones` : "";
      return `${noun} needs ${formatMinor(minor)}${backport}`;
    }
    case "guard":
      return "Version tests with one answer";
    case "backport":
      return `${noun} from a package`;
    case "modernise":
      return `Older ways than ${nounOf(symbol, entry?.kind)}`;
  }
}
