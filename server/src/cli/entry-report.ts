import type { Catalogue } from "../engine/catalogue/catalogue";
import type { Entry, Parameter } from "../engine/catalogue/entry";
import { arrivalOf } from "./file-checker";

/**
 * Finds what a user means by a symbol: an id, an alias, or a built-in without its module (`str.removeprefix`). What has
 * no public name means nothing to users.
 */
export function findEntry(symbol: string, catalogue: Catalogue): Entry | undefined {
  const entry = catalogue.lookup(symbol) ?? catalogue.lookup(`builtins.${symbol}`);
  return entry?.internal ? undefined : entry;
}

/** Writes an entry as `explain --format json` does. */
export function entryJson(entry: Entry, catalogue: Catalogue): Record<string, unknown> {
  const { id, kind, backport } = entry;
  return {
    symbol: id,
    known: true,
    kind,
    added: arrivalOf(entry.added),
    deprecated: entry.deprecated ?? null,
    removed: entry.removed ?? null,
    removal: entry.removal ?? null,
    replacement: entry.replacement ?? null,
    backport: backport ? { ...backport } : null,
    micros: entry.micros ?? [],
    platforms: entry.platforms ?? null,
    provisional: entry.provisional,
    pep: entry.pep ?? null,
    changes: entry.changes,
    parameters: parametersJson(entry.parameters),
    signature: entry.signature ?? null,
    members: catalogue.members(id).length,
    summary: catalogue.prose(id).summary ?? null,
    url: entry.url ?? null,
    sources: entry.sources,
  };
}

/** Tells of the parameters that have a history of their own. */
function parametersJson(parameters: readonly Parameter[]): Record<string, Record<string, string>> {
  const told: Record<string, Record<string, string>> = {};
  for (const { name, added, deprecated, removed } of parameters) {
    if (added === undefined && deprecated === undefined && removed === undefined) continue;
    told[name] = {
      ...(added !== undefined && { added }),
      ...(deprecated !== undefined && { deprecated }),
      ...(removed !== undefined && { removed }),
    };
  }
  return told;
}
