import type {
  Backport,
  Change,
  DropIn,
  EntryKind,
  Evidence,
  Platform,
  TypeFacts,
} from "../server/src/engine/catalogue/entry";
import type { OlderPythons, Trigger } from "../server/src/engine/catalogue/trigger";

/**
 * One source file of the catalogue: everything about one module, one entry a line.
 * `data/generated/<module>.json` is written by `npm run catalogue:build` from the evidence and never edited;
 * `data/authored/<module>.json` is written by people and laid over it, key by key.
 */
export interface ModuleSource {
  /** `asyncio`, `os.path`, `builtins`; `syntax` for pieces of syntax, `interpreter` for options and environment variables. */
  readonly module: string;
  /**
   * Keys are relative to the module: empty for the module itself, `run`, `Task.current_task`, `behaviour:slug`.
   * In the file `syntax` the key `walrus` makes the entry `syntax:walrus`.
   */
  readonly entries: Readonly<Record<string, EntrySource>>;
}

/** What a source file may say of one entry. Absent means: nothing to say (for `added`: in every Python 3). */
export interface EntrySource {
  readonly kind?: EntryKind;
  /**
   * This name is another name of that canonical id. Alone, the two are one entry: a lookup of the alias gives the
   * canonical one (`asyncio.loop`). With `added` (`3.0` where it was always there), `deprecated`, `removed`, `removal` or
   * `absent` beside it the *alias* has a life of its own and is an entry under its own id (`collections.Mapping`, removed
   * in 3.10) that has its other facts from the target. Only those keys, `seen`, `micros`, `replacement`, `url`,
   * `evidence`, `reason` and prose may stand beside it.
   *
   * With `internal` it is an inherited member of which the class knows another type: a lookup gives the inherited entry
   * with the type facts that stand beside it.
   */
  readonly alias?: string;
  /** Documented arrival: `3.7`, `3.7.2`; `unknown` when nobody knows. */
  readonly added?: string;
  /** First minor whose interpreter has it, when that is older than the documentation says. */
  readonly seen?: string;
  /** Micro releases that brought it to older minors. */
  readonly micros?: readonly string[];
  readonly deprecated?: string;
  /** First minor without it. */
  readonly removed?: string;
  /** Minor in which it is announced to go. */
  readonly removal?: string;
  /** Minors between arrival and removal that lack it: `["3.7-3.10"]`. */
  readonly absent?: readonly string[];
  readonly provisional?: boolean;
  /** The base class or the interpreter looks for it: defining it in a class body is a use (`enum.Enum._ignore_`). */
  readonly hook?: boolean;
  /** Behaviours only: how code shows that it relies on it; any one of these does. */
  readonly when?: readonly Trigger[];
  /** Behaviours only: what Pythons without it do with such code; absent means that it fails there. */
  readonly older?: OlderPythons;
  readonly platforms?: readonly Platform[];
  readonly pep?: number;
  /** Below `https://docs.python.org/3/`, with anchor: `library/asyncio-runner.html#asyncio.run`. */
  readonly url?: string;
  /** Canonical id of what to use instead. */
  readonly replacement?: string;
  /**
   * The replacement can stand in the place of this name, with the same arguments: `safe` where it then does the same,
   * `unsafe` where something differs. An alias with a life of its own is another name of the same thing, and needs no word.
   */
  readonly dropIn?: DropIn;
  readonly backport?: Backport;
  /**
   * Positional order, without the receiver and without default values; parameters that are gone keep their place:
   * `(main, *, debug=, loop_factory=)`.
   */
  readonly signature?: string;
  /** Parameters with a history of their own, by name. */
  readonly parameters?: Readonly<Record<string, ParameterSource>>;
  readonly changes?: readonly ChangeSource[];
  /**
   * A class without a public name that facts lead to (`os._Environ`), or a member of one: a lookup by its id finds it,
   * nothing lists it.
   */
  readonly internal?: true;
  /** Type facts, in the notation of `TypeFacts`. The bases are those that members come from. */
  readonly bases?: readonly string[];
  /** Classes that it stands for without having members from them: `dict` is a `collections.abc.MutableMapping[$0,$1]`. */
  readonly virtualBases?: readonly string[];
  readonly params?: TypeFacts["params"];
  readonly defaults?: TypeFacts["defaults"];
  readonly enum?: TypeFacts["enum"];
  readonly returns?: string;
  readonly awaitable?: boolean;
  readonly otherwise?: TypeFacts["otherwise"];
  readonly returnsByLiteral?: TypeFacts["returnsByLiteral"];
  readonly returnsByType?: TypeFacts["returnsByType"];
  readonly returnsByCount?: TypeFacts["returnsByCount"];
  readonly type?: string;
  readonly binds?: "class" | "static" | "property";
  /** Who says so. */
  readonly evidence?: readonly Evidence[];
  readonly summary?: string;
  readonly category?: string;
  readonly example?: { readonly old?: string; readonly new: string };
  /** What the sources disagree on. */
  readonly note?: string;
  /** Why an authored file overrides a generated fact; demanded by the lint wherever it does. */
  readonly reason?: string;
  /** In an authored file: the generated entry is wrong as a whole and is left out. Needs a reason. */
  readonly omit?: true;
}

/** A change; with `omit` (authored files only) the generated one of that version, kind and name is left out. */
export interface ChangeSource extends Change {
  readonly omit?: true;
}

/** What an authored file may say of an entry: as `EntrySource`, and `null` erases what the generated file says. */
export type AuthoredEntry = {
  readonly [Key in Exclude<keyof EntrySource, "parameters">]?: EntrySource[Key] | null;
} & {
  readonly parameters?: Readonly<Record<string, AuthoredParameter>> | null;
};

/** What an authored file may say of a parameter; `null` erases. */
export type AuthoredParameter = { readonly [Key in keyof ParameterSource]?: ParameterSource[Key] | null };

/** The life of one parameter; every member as in `EntrySource`. */
export interface ParameterSource {
  readonly added?: string;
  readonly seen?: string;
  readonly micros?: readonly string[];
  readonly deprecated?: string;
  readonly removed?: string;
  readonly summary?: string;
  readonly category?: string;
  readonly evidence?: readonly Evidence[];
  readonly note?: string;
  readonly reason?: string;
  readonly example?: { readonly old?: string; readonly new: string };
  readonly omit?: true;
}
