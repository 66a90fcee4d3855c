import { createHash } from "node:crypto";
import type { Release } from "../../server/src/engine/catalogue/catalogue";
import type { EntryProse } from "../../server/src/engine/catalogue/entry";
import { entryId, parameterId, PSEUDO_MODULES } from "../../server/src/engine/catalogue/ids";
import { INDEX_SCHEMA, type IndexHeader } from "../../server/src/engine/catalogue/index-format";
import type { EntrySource, ModuleSource, ParameterSource } from "../format";
import { hasOwnLife, resolveAliases } from "./aliases";
import { encodeEntry, pageOf } from "./encode-entry";
import { PROSE_KEYS } from "./merge";
import { compileTriggers } from "./triggers";

/** What an index is made from. */
export interface IndexContent {
  /** Merged sources, in any order. */
  readonly modules: readonly ModuleSource[];
  readonly calendar: readonly Release[];
  /** Further names of entries: id → id. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** By parameter, the little language that its argument is written in. */
  readonly languages?: Readonly<Record<string, string>>;
}

/** A catalogue in the form that the engine loads. */
export interface CompiledIndex {
  readonly text: string;
  /** Content hash: the same for the same modules and calendar, whatever order they came in. */
  readonly hash: string;
}

/**
 * Compiles merged modules into the text of an index (`server/src/engine/catalogue/index-format.ts`). The same input
 * gives the same text. Throws an `Error` that names the entry when aliases form a circle or a fact cannot be stored.
 */
export function compileIndex({
  modules,
  calendar,
  aliases: extra = {},
  languages = {},
}: IndexContent): CompiledIndex {
  const sorted = modules.toSorted((left, right) => (left.module < right.module ? -1 : 1));
  const resolve = resolveAliases(sorted, extra);
  const listed = new Set(
    sorted.flatMap((one) => Object.keys(one.entries).map((key) => entryId(one.module, key))),
  );
  const aliases: Record<string, string> = {};
  for (const id of Object.keys(extra).sort()) aliases[id] = resolve(id);
  const sections: { name: string; facts: string; prose: string }[] = [];
  for (const source of sorted) {
    const target = wholeAlias(source, resolve);
    if (target !== undefined) aliases[source.module] = target;
    else {
      const facts = encodeFacts(withModuleEntry(source, listed), resolve);
      sections.push({ name: source.module, facts, prose: encodeProse(source) });
    }
  }
  const body = sections.map((one) => one.facts).join("") + sections.map((one) => one.prose).join("");
  const table = sections.map(({ name, facts, prose }) => [name, facts.length, prose.length] as const);
  const internal = sorted.filter(isInternal).map((one) => one.module);
  const content = {
    schema: INDEX_SCHEMA,
    calendar,
    modules: table,
    aliases,
    ...compileTriggers(sorted, languages, resolve),
    ...(internal.length > 0 ? { internal } : {}),
  };
  const hash = createHash("sha256")
    .update(asciiJson(content))
    .update("\n")
    .update(body)
    .digest("hex")
    .slice(0, 32);
  const header: IndexHeader = { ...content, hash };
  return { text: `${asciiJson(header)}\n${body}`, hash };
}

/** Gives the module that a file without facts of its own is another name of. */
function wholeAlias(source: ModuleSource, resolve: (id: string) => string): string | undefined {
  const entries = Object.entries(source.entries);
  const only = entries.length === 1 && entries[0][0] === "" ? entries[0][1] : undefined;
  return only?.alias !== undefined && !hasOwnLife(only) ? resolve(source.module) : undefined;
}

/** Tells whether a module only holds what has no public name. */
function isInternal({ entries }: ModuleSource): boolean {
  const all = Object.values(entries);
  return all.length > 0 && all.every((entry) => entry.internal);
}

/**
 * A module of which nothing else is known is an entry all the same, unless its package has something of that name: then
 * `unittest.main` means what code can call.
 */
function withModuleEntry(source: ModuleSource, listed: ReadonlySet<string>): ModuleSource {
  if (PSEUDO_MODULES.includes(source.module) || listed.has(source.module) || isInternal(source))
    return source;
  return { module: source.module, entries: { "": { kind: "module" }, ...source.entries } };
}

function encodeFacts(source: ModuleSource, resolve: (id: string) => string): string {
  const page = pageOf(source.entries[""]);
  const section: unknown[] = [];
  let owner: string | undefined;
  for (const [key, entry] of Object.entries(source.entries)) {
    const isMember = owner !== undefined && key.startsWith(`${owner}.`);
    section.push(isMember ? key.slice(owner!.length) : key);
    if (!isMember) owner = key === "" || key.startsWith("behaviour:") ? undefined : key;
    section.push(encodeEntry(source.module, key, entry, { page, resolve }));
  }
  return asciiJson(section);
}

function encodeProse(source: ModuleSource): string {
  const section: Record<string, EntryProse> = {};
  for (const [key, entry] of Object.entries(source.entries)) {
    const prose = proseOf(entry);
    if (prose) section[key] = prose;
    for (const [name, parameter] of Object.entries(entry.parameters ?? {})) {
      const own = proseOf(parameter);
      if (own) section[parameterId(key, name)] = own;
    }
  }
  return Object.keys(section).length > 0 ? asciiJson(section) : "";
}

function proseOf(source: EntrySource | ParameterSource): EntryProse | undefined {
  const told = PROSE_KEYS.filter((key) => source[key] !== undefined);
  return told.length > 0 ? Object.fromEntries(told.map((key) => [key, source[key]])) : undefined;
}

/** Writes JSON whose offsets are the same in bytes and in UTF-16 units. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
