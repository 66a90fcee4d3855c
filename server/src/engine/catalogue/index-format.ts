import type { Release } from "./catalogue";
import type { OlderPythons, TriggersOfName } from "./trigger";
import type { Backport, Change, DropIn, EntryKind, EntryProse, Evidence, Platform, TypeFacts } from "./entry";

/**
 * The index is one ASCII text: a line of JSON (`IndexHeader`), then the facts sections of all modules in the order of
 * the header's table, then their prose sections in the same order. A section is JSON of its own and is decoded only
 * when its module is first asked for.
 */
export const INDEX_SCHEMA = 1;

/** First line of the index. */
export interface IndexHeader {
  readonly schema: number;
  /** SHA-256 over everything after this line and the calendar, shortened to 32 hex digits. */
  readonly hash: string;
  readonly calendar: readonly Release[];
  /** Name of each module, then the lengths of its facts and of its prose section in characters. Sorted by name. */
  readonly modules: readonly (readonly [string, number, number])[];
  /** Ids that are another name of one and stand in no section: `posixpath` → `os.path`, `os.scandir(fd)` → a behaviour. */
  readonly aliases: Readonly<Record<string, string>>;
  /** By id of a library name, what calling or mentioning it may rely on. */
  readonly triggers?: Readonly<Record<string, TriggersOfName>>;
  /** By little language, then by feature, the behaviour that a text with that feature relies on. */
  readonly languages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Modules of the table all of whose entries are internal; absent for none. */
  readonly internal?: readonly string[];
}

/** Order of the kinds: an entry stores its place in this list. Append only together with a new schema number. */
export const KINDS: readonly EntryKind[] = [
  "module",
  "class",
  "exception",
  "function",
  "method",
  "attribute",
  "constant",
  "parameter",
  "syntax",
  "behaviour",
  "interpreter",
];

/** Order of the evidence: bit N of a mask stands for place N. */
export const EVIDENCE: readonly Evidence[] = ["docs", "typeshed", "runtime", "hand"];

/** Order of the platforms: bit N of a mask stands for place N. */
export const PLATFORMS: readonly Platform[] = ["windows", "macos", "linux", "unix", "bsd", "wasm"];

/** Order of the ways to bind: an entry stores its place in this list, counted from 1. */
export const BINDINGS = ["class", "static", "property"] as const;

/** Order of the ways to stand in: an entry stores its place in this list, counted from 1. */
export const DROP_INS: readonly DropIn[] = ["safe", "unsafe"];

/** Order of what older Pythons do: an entry stores its place in this list; the first one is not stored. */
export const OLDER_PYTHONS: readonly OlderPythons[] = ["fails", "differs", "alike"];

/** The life of a thing. Absent members mean the same as in a source file. */
export interface StoredLife {
  /** `added`. */
  readonly a?: string;
  /** `deprecated`. */
  readonly d?: string;
  /** `removed`. */
  readonly r?: string;
  /** Minors that have it before its documented arrival, as a set. */
  readonly h0?: number;
  /** Minors between arrival and removal that lack it, as a set. */
  readonly n?: number;
}

/** The facts of one entry as they stand in a section. Short names, since there are tens of thousands. */
export interface StoredEntry extends StoredLife {
  /** Place in `KINDS`; absent for an alias. */
  readonly k?: number;
  /** Canonical id that this name stands for. With `z` the alias has a life of its own, with `i` types of its own. */
  readonly l?: string;
  readonly z?: 1;
  /** `removal`. */
  readonly x?: string;
  /** `micros`. */
  readonly m?: readonly string[];
  /** `provisional`. */
  readonly v?: 1;
  /** `hook`. */
  readonly j?: 1;
  /** Place in `OLDER_PYTHONS`. */
  readonly B?: number;
  /** `about`. */
  readonly A?: string;
  /** Platforms as a mask over `PLATFORMS`. */
  readonly f?: number;
  /** `pep`. */
  readonly p?: number;
  /**
   * URL: `#` for the module's page with the entry's id as anchor, `#name` for another anchor of that page, anything
   * else is a path below `DOCUMENTATION` or a whole address.
   */
  readonly u?: string;
  /** `replacement`. */
  readonly e?: string;
  /** Place of `dropIn` in `DROP_INS`, counted from 1. */
  readonly E?: number;
  readonly o?: Backport;
  /** `signature`. */
  readonly s?: string;
  /** Histories of parameters, by name; a trailing 1 tells that the parameter has prose. */
  readonly q?: Readonly<Record<string, StoredParameter>>;
  readonly c?: readonly Change[];
  /** `bases`, `returns`, `awaitable`, `type`, place in `BINDINGS` from 1. */
  readonly h?: readonly string[];
  readonly w?: string;
  readonly y?: 1;
  readonly t?: string;
  readonly b?: number;
  /** `virtualBases`. */
  readonly V?: readonly string[];
  /** The rest of `TypeFacts`. */
  readonly T?: Omit<TypeFacts, "bases" | "returns" | "awaitable" | "type" | "binds">;
  /** `internal`. */
  readonly i?: 1;
  /** Evidence as a mask over `EVIDENCE`. */
  readonly g?: number;
}

/** The history of one parameter as it stands in a section. */
export interface StoredParameter extends StoredLife {
  readonly m?: readonly string[];
  readonly g?: number;
  /** The parameter has a summary, which stands in the prose section. */
  readonly i?: 1;
}

/**
 * One facts section: the key of an entry, then its facts, and so on in catalogue order. A key that starts with a dot
 * continues the last key without one: `Task`, `.current_task`.
 */
export type FactsSection = readonly (string | StoredEntry)[];

/** One prose section: by key of the entry, `run(text)` for a parameter. */
export type ProseSection = Readonly<Record<string, EntryProse>>;

/** Where relative URLs start. */
export const DOCUMENTATION = "https://docs.python.org/3/";
