import { isDeepStrictEqual } from "node:util";
import { compareText } from "../../server/src/engine/compare-text";
import { parseMinor } from "../../server/src/engine/version";
import type {
  AuthoredEntry,
  AuthoredParameter,
  ChangeSource,
  EntrySource,
  ModuleSource,
  ParameterSource,
} from "../format";

/** Members that people write about an entry. They say nothing about when something exists. */
export const PROSE_KEYS = ["summary", "category", "example", "note"] as const;

/** Members that state no fact: sentences, where to read on, who says so and why. */
export const FREE_KEYS: readonly string[] = [...PROSE_KEYS, "url", "evidence", "reason", "omit"];

/**
 * Lays an authored module over a generated one, entry by entry and key by key: a value replaces, `null` erases, and an
 * entry, parameter or change with `omit` goes. Parameters are laid over by name; changes by version, kind and name.
 * Where a person says what nothing else does, `hand` joins the
 * evidence. Keys come out in catalogue order.
 */
export function layOver(
  generated: ModuleSource | undefined,
  authored: ModuleSource | undefined,
): ModuleSource {
  const module = authored?.module ?? generated?.module ?? "";
  const entries: Record<string, EntrySource> = {};
  const keys = new Set([...Object.keys(generated?.entries ?? {}), ...Object.keys(authored?.entries ?? {})]);
  for (const key of [...keys].sort(compareText)) {
    const entry = mergeEntry(own(generated?.entries, key), own(authored?.entries, key));
    if (entry) entries[key] = entry;
  }
  return { module, entries };
}

/** What two tellings of the same change have in common. */
export function changeIdentity(change: ChangeSource): string {
  return `${change.version} ${change.kind} ${change.name ?? ""}`;
}

function mergeEntry(
  below: EntrySource | undefined,
  authored: AuthoredEntry | undefined,
): EntrySource | undefined {
  if (!authored) return below;
  if (authored.omit) return undefined;
  // Another name of an entry has no facts that what was generated under that name could add to.
  const generated = authored.alias ? undefined : withName(below);
  const { parameters, changes, ...flat } = authored;
  const merged: Record<string, unknown> = overlay(generated, flat);
  if (parameters !== undefined)
    setOrErase(merged, "parameters", mergeParameters(generated?.parameters, parameters));
  if (changes !== undefined) setOrErase(merged, "changes", mergeChanges(generated?.changes, changes));
  dropOutdatedSighting(merged, authored);
  if (!authored.evidence) setOrErase(merged, "evidence", mergedEvidence(generated, authored));
  return merged;
}

/** What people write about has a public name, and is no mere inherited member. */
function withName(below: EntrySource | undefined): EntrySource | undefined {
  if (!below?.internal) return below;
  const { internal: _internal, alias: _alias, ...facts } = below;
  return facts;
}

function mergeParameters(
  generated: EntrySource["parameters"],
  authored: NonNullable<AuthoredEntry["parameters"]> | null,
): EntrySource["parameters"] | null {
  if (authored === null) return null;
  const merged: Record<string, ParameterSource> = { ...generated };
  for (const [name, parameter] of Object.entries(authored)) {
    if (parameter.omit) delete merged[name];
    else merged[name] = mergeParameter(own(generated, name), parameter);
  }
  return Object.keys(merged).length > 0 ? merged : null;
}

function mergeParameter(
  generated: ParameterSource | undefined,
  authored: AuthoredParameter,
): ParameterSource {
  const merged = overlay(generated, authored);
  dropOutdatedSighting(merged, authored);
  if (!authored.evidence) setOrErase(merged, "evidence", mergedEvidence(generated, authored));
  return merged;
}

function mergeChanges(
  generated: readonly ChangeSource[] | undefined,
  authored: readonly ChangeSource[] | null,
): readonly ChangeSource[] | null {
  if (authored === null) return null;
  const told = new Set(authored.map(changeIdentity));
  const kept = (generated ?? []).filter((change) => !told.has(changeIdentity(change)));
  const merged = [...kept, ...authored.filter((change) => !change.omit)];
  const byVersion = merged.toSorted(
    (left, right) => (parseMinor(left.version) ?? -1) - (parseMinor(right.version) ?? -1),
  );
  return byVersion.length > 0 ? byVersion : null;
}

/** A generated `seen` says "older than documented"; a corrected arrival may make that untrue. */
function dropOutdatedSighting(
  merged: Record<string, unknown>,
  authored: AuthoredEntry | AuthoredParameter,
): void {
  if (authored.added === undefined || authored.seen != null || typeof merged["seen"] !== "string") return;
  const seen = parseMinor(merged["seen"]) ?? 0;
  const added = typeof merged["added"] === "string" ? parseMinor(merged["added"]) : 0;
  if (added !== undefined && seen >= added) delete merged["seen"];
}

/** A person is evidence for what nothing else says; whoever repeats a generated fact, or words it, adds none. */
function mergedEvidence(
  generated: EntrySource | ParameterSource | undefined,
  authored: AuthoredEntry | AuthoredParameter,
): EntrySource["evidence"] | null {
  if (!statesFact(authored, generated)) return generated?.evidence ?? null;
  return [...(generated?.evidence ?? []).filter((one) => one !== "hand"), "hand"];
}

/** Tells whether an authored entry or parameter says something that the generated one does not say just so. */
function statesFact(
  authored: AuthoredEntry | AuthoredParameter,
  generated: EntrySource | ParameterSource | undefined,
): boolean {
  const below = (generated ?? {}) as EntrySource;
  return Object.entries(authored as AuthoredEntry).some(([key, value]) => {
    if (FREE_KEYS.includes(key)) return false;
    if (value === null || (key !== "parameters" && key !== "changes")) {
      return !isDeepStrictEqual(value, below[key as keyof EntrySource]);
    }
    if (key === "changes") {
      const told = new Set((below.changes ?? []).map(changeIdentity));
      return (value as readonly ChangeSource[]).some(
        (change) => change.omit || !told.has(changeIdentity(change)),
      );
    }
    const parameters = Object.entries(value as Readonly<Record<string, AuthoredParameter>>);
    return parameters.some(([name, one]) => one.omit || statesFact(one, own(below.parameters, name)));
  });
}

function overlay(below: object | undefined, above: object): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) setOrErase(merged, key, value);
  return merged;
}

function setOrErase(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value === null) delete target[key];
  else target[key] = value;
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
