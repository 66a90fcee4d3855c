import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EntrySource, ModuleSource } from "../format";
import { indexDocs } from "./docs/docs-index";
import { DOCUMENTED_STAND_INS, standsFor } from "./docs/symbol-ids";
import { parseDocsEvidence } from "./evidence/docs-evidence";
import { parseInventory } from "./evidence/inventory-evidence";
import { readRuntimeEvidence } from "./evidence/runtime-evidence";
import { parseTypeshedBases, parseTypeshedEvidence } from "./evidence/typeshed-evidence";
import { finishAliases } from "./merge/aliases";
import { collectDrafts, type Sources } from "./merge/collect-drafts";
import type { Draft } from "./merge/draft";
import type { Decisions } from "./merge/decisions";
import { finishEntry } from "./merge/finish-entry";
import { keywordEntries } from "./merge/keywords";
import { patchedMinors } from "./merge/presence";
import { arrivalBeforeClass } from "./merge/rules/older-than-class";
import { addUnseenDrafts } from "./merge/unseen-drafts";
import { decideBases } from "./names/bases";
import { chooseCanonicalNames } from "./names/canonical";
import { buildClassTable } from "./names/class-table";
import { collectSightings } from "./names/sightings";
import { layTypes } from "./types/lay-types";
import type { DroppedFacts } from "./types/place-facts";
import { parseTypeEvidence } from "./types/type-evidence";

/** Reads all evidence below a folder and brings it into one shape. */
export function readSources(folder: string): Sources {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const releases = readRuntimeEvidence(readFileSync(join(folder, "runtime.json.gz")));
  const docs = indexDocs(parseDocsEvidence(text("docs.tsv")), parseInventory(text("inventory.tsv")));
  const documented = new Set(docs.keys());
  const sightings = collectSightings(releases, documented);
  const owns = (id: string): boolean =>
    docs.get(id)?.rows.some((row) => row.directive !== "changed") ?? false;
  const canonical = chooseCanonicalNames(sightings, documented, owns);
  const classes = buildClassTable(releases, sightings, canonical, documented);
  const typeshed = parseTypeshedEvidence(text("typeshed-versions.json"));
  const bases = decideBases(classes, parseTypeshedBases(text("typeshed-types.json")));
  const types = parseTypeEvidence(text("typeshed-types.json"));
  return { releases, sightings, canonical, classes, docs, typeshed, bases, types };
}

/** The generated part of the catalogue. */
export interface Built {
  /** One source per module, sorted by module. */
  readonly modules: readonly ModuleSource[];
  /** What the sources disagree on and nobody decided, one line each. */
  readonly conflicts: readonly string[];
  /** How many type facts no entry took, by reason. */
  readonly dropped: DroppedFacts;
}

/** Makes the generated part of the catalogue from the evidence, and tells what is left to decide. */
export function buildModules(sources: Sources, decisions: Decisions): Built {
  const placed = new Map<string, Record<string, EntrySource>>();
  const place = (module: string, key: string, entry: EntrySource): void => {
    const entries = placed.get(module) ?? {};
    placed.set(module, entries);
    entries[key] = entry;
  };
  const { finished, conflicts } = finishDrafts(sources, decisions, place);
  for (const [id, entry] of finishAliases(sources, finished)) {
    const { module, name } = sources.sightings.names.get(id)!;
    place(module, name, entry);
  }
  for (const standIn of DOCUMENTED_STAND_INS) {
    const dot = standIn.lastIndexOf(".");
    place(standIn.slice(0, dot), standIn.slice(dot + 1), { alias: standsFor(standIn) });
  }
  for (const [key, entry] of Object.entries(keywordEntries(sources.releases))) place("syntax", key, entry);
  const untyped = [...placed].map(([module, entries]) => ({ module, entries }));
  const { modules, dropped } = layTypes(untyped, sources.types);
  return { modules, conflicts, dropped };
}

type Place = (module: string, key: string, entry: EntrySource) => void;

/** Decides on every draft; a class comes before its members, which may be older than its name. */
function finishDrafts(
  sources: Sources,
  decisions: Decisions,
  place: Place,
): { readonly finished: ReadonlyMap<string, EntrySource>; readonly conflicts: readonly string[] } {
  const drafts = collectDrafts(sources);
  addUnseenDrafts(drafts, sources);
  const patched = patchedMinors(sources.releases);
  const finished = new Map<string, EntrySource>();
  const conflicts: string[] = [];
  for (const draft of drafts.values()) {
    const decision = decisions.find(draft.id);
    if (decision?.omit) continue;
    const { entry: decided, conflict } = finishEntry(draft, decision, patched);
    const older = decided.added
      ? undefined
      : arrivalBeforeClass(draft, finished.get(draft.owner ?? ""), minorsOfOwner(draft, sources));
    const entry = older === undefined ? decided : { ...decided, added: older };
    if (conflict) conflicts.push(`${draft.id}: ${conflict} (${entry.added})`);
    finished.set(draft.id, entry);
    place(draft.module, draft.key, entry);
  }
  return { finished, conflicts };
}

function minorsOfOwner({ owner }: Draft, { classes }: Sources): Iterable<number> {
  return classes.get(owner ?? "")?.paths.keys() ?? [];
}
