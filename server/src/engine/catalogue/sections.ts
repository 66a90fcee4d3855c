import type { EntryProse } from "./entry";
import { ownerKey, PSEUDO_MODULES } from "./ids";
import {
  INDEX_SCHEMA,
  type FactsSection,
  type IndexHeader,
  type ProseSection,
  type StoredEntry,
} from "./index-format";
import { firstLine, type IndexText } from "./index-text";

/** The decoded facts of one module. */
export interface Section {
  readonly module: string;
  /** By key, in catalogue order. */
  readonly stored: ReadonlyMap<string, StoredEntry>;
}

/** The index with its sections still undecoded. */
export interface Sections {
  readonly header: IndexHeader;
  /** Names of all sections but internal ones, pseudo modules included, sorted. */
  readonly names: readonly string[];
  /** What a name of the header's alias table stands for. */
  alias(id: string): string | undefined;
  /** Tells whether that is a module, an alias of one, or a package that holds one. */
  isModule(name: string): boolean;
  /**
   * The facts of a module, an internal one too, decoded at the first call; an alias gives the facts of what it stands
   * for.
   */
  facts(module: string): Section | undefined;
  prose(module: string, key: string): EntryProse;
  /** Keys of what has a public name directly inside `owner`, in catalogue order; the empty key is the module. */
  childKeys(section: Section, owner: string): readonly string[];
}

const NO_PROSE: EntryProse = Object.freeze({});

/** Reads the header of an index and nothing more. Throws an `Error` when the text is no index of this schema. */
export function openSections(indexText: IndexText): Sections {
  const headerLine = firstLine(indexText);
  const header = readHeader(headerLine);
  const spans = locate(header, headerLine.length + 1);
  const internal = new Set(header.internal);
  const names = header.modules.map(([name]) => name).filter((name) => !internal.has(name));
  const known = moduleNames(header, names);
  const facts = new Map<string, Section>();
  const prose = new Map<string, ProseSection>();
  const children = new Map<Section, ReadonlyMap<string, readonly string[]>>();
  const aliasOf = (id: string) => (Object.hasOwn(header.aliases, id) ? header.aliases[id] : undefined);

  return {
    header,
    names,
    alias: aliasOf,
    isModule: (name) => known.has(name),
    facts(name) {
      const module = aliasOf(name) ?? name;
      let section = facts.get(module);
      const span = section ? undefined : spans.get(module);
      if (span) {
        section = decodeFacts(
          module,
          JSON.parse(indexText.slice(span.factsStart, span.factsEnd)) as FactsSection,
        );
        facts.set(module, section);
      }
      return section;
    },
    prose(module, key) {
      const span = spans.get(module);
      if (!span || span.proseStart === span.proseEnd) return NO_PROSE;
      let section = prose.get(module);
      if (!section) {
        section = JSON.parse(indexText.slice(span.proseStart, span.proseEnd)) as ProseSection;
        prose.set(module, section);
      }
      return Object.hasOwn(section, key) ? section[key] : NO_PROSE;
    },
    childKeys(section, owner) {
      let byOwner = children.get(section);
      if (!byOwner) children.set(section, (byOwner = groupByOwner(section)));
      return byOwner.get(owner) ?? [];
    },
  };
}

interface Span {
  readonly factsStart: number;
  readonly factsEnd: number;
  readonly proseStart: number;
  readonly proseEnd: number;
}

function readHeader(line: string): IndexHeader {
  let header: Partial<IndexHeader> | null = null;
  try {
    header = JSON.parse(line) as Partial<IndexHeader> | null;
  } catch {
    // What is no JSON is no header either: told below.
  }
  if (header?.schema !== INDEX_SCHEMA)
    throw new Error("The text is not a catalogue index that this version reads.");
  return header as IndexHeader;
}

/** Turns the lengths of the header's table into offsets: all facts come first, then all prose. */
function locate(header: IndexHeader, bodyStart: number): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let factsStart = bodyStart;
  let proseStart = header.modules.reduce((sum, [, facts]) => sum + facts, bodyStart);
  for (const [name, facts, prose] of header.modules) {
    spans.set(name, { factsStart, factsEnd: factsStart + facts, proseStart, proseEnd: proseStart + prose });
    factsStart += facts;
    proseStart += prose;
  }
  return spans;
}

function moduleNames(header: IndexHeader, sections: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  const listed = sections.filter((name) => !PSEUDO_MODULES.includes(name));
  const isListed = new Set(listed);
  const renamed = Object.keys(header.aliases).filter((name) => isListed.has(header.aliases[name]));
  for (const full of [...listed, ...renamed]) {
    for (let end = full.length; end > 0; end = full.lastIndexOf(".", end - 1)) names.add(full.slice(0, end));
  }
  return names;
}

function decodeFacts(module: string, section: FactsSection): Section {
  const stored = new Map<string, StoredEntry>();
  let owner = "";
  for (let at = 0; at + 1 < section.length; at += 2) {
    const written = section[at] as string;
    const key = written.startsWith(".") ? owner + written : written;
    if (key === written) owner = key;
    stored.set(key, section[at + 1] as StoredEntry);
  }
  return { module, stored };
}

function groupByOwner(section: Section): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, { i: internal }] of section.stored) {
    if (key === "" || internal) continue;
    const group = groups.get(ownerKey(key));
    if (group) group.push(key);
    else groups.set(ownerKey(key), [key]);
  }
  return groups;
}
