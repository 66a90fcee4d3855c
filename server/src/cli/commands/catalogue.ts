import type { Catalogue } from "../../engine/catalogue/catalogue";
import type { Entry } from "../../engine/catalogue/entry";
import { parseMinor } from "../../engine/version";
import { displayName, hintLabel } from "../../messages";
import { openCatalogue } from "../engine-host";
import { entryJson } from "../entry-report";
import { CommandFailure, EXIT } from "../failure";
import { arrivalOf } from "../file-checker";
import { toJson } from "../formats/json";
import type { CommonOptions } from "../options";
import { createPaint } from "../terminal";
import type { CommandContext } from "./run";

/** What `catalogue` picks out. Every condition must hold. */
export interface CatalogueOptions extends CommonOptions {
  /** Came in this release. */
  readonly since?: string;
  readonly deprecatedIn?: string;
  readonly removedIn?: string;
  /** In this module or class, at any depth. */
  readonly module?: string;
}

/** `catalogue`: lists entries, all of them or those that conditions and words pick out. Gives the exit status. */
export async function listCatalogue(
  words: readonly string[],
  options: CatalogueOptions,
  { terminal }: CommandContext,
): Promise<number> {
  for (const [name, version] of Object.entries({
    since: options.since,
    "deprecated-in": options.deprecatedIn,
    "removed-in": options.removedIn,
  })) {
    if (version !== undefined && parseMinor(version) === undefined) {
      throw new CommandFailure(`--${name}: ${version} is no release of Python 3`);
    }
  }
  const catalogue = await openCatalogue();
  const chosen = choose(words, options, catalogue);
  if (options.format === "json") {
    terminal.out(toJson(chosen.map((entry) => entryJson(entry, catalogue))));
  } else {
    const paint = createPaint(options.color, terminal);
    terminal.out(chosen.map((entry) => `${entryLine(entry, catalogue, paint.bold)}\n`).join(""));
  }
  return chosen.length > 0 ? EXIT.clean : EXIT.findings;
}

function choose(words: readonly string[], options: CatalogueOptions, catalogue: Catalogue): Entry[] {
  const terms = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  const chosen: Entry[] = [];
  for (const entry of catalogue.entries()) {
    const isChosen =
      isInRelease(arrivalOf(entry.added), options.since) &&
      isInRelease(entry.deprecated, options.deprecatedIn) &&
      isInRelease(entry.removed, options.removedIn) &&
      isInside(entry, options.module) &&
      saysAll(entry, terms, catalogue);
    if (isChosen) chosen.push(entry);
  }
  return chosen;
}

/** A fact that came in a micro release counts for its minor. Nothing asked: everything fits. */
function isInRelease(version: string | null | undefined, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  return typeof version === "string" && parseMinor(version) === parseMinor(asked);
}

function isInside({ id }: Entry, owner: string | undefined): boolean {
  if (owner === undefined || id === owner) return true;
  return [".", "(", ":"].some((mark) => id.startsWith(owner + mark)) || id.startsWith(`behaviour:${owner}.`);
}

function saysAll(entry: Entry, terms: readonly string[], catalogue: Catalogue): boolean {
  if (terms.length === 0) return true;
  const { summary = "", category = "" } = catalogue.prose(entry.id);
  const text = `${entry.id} ${category} ${summary}`.toLowerCase();
  return terms.every((term) => text.includes(term));
}

function entryLine(entry: Entry, catalogue: Catalogue, bold: (text: string) => string): string {
  const { summary } = catalogue.prose(entry.id);
  const life = hintLabel(entry) ?? "every Python 3";
  return `${bold(displayName(entry.id))} (${entry.kind}, ${life})${summary ? `: ${summary}` : ""}`;
}
