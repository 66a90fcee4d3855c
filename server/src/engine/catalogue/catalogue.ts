import type { Entry, EntryProse } from "./entry";
import type { TriggersOfName } from "./trigger";

/** Read-only view of everything that is known about Python's features. Every lookup is O(1) once its module is decoded. */
export interface Catalogue {
  /** Content hash of the index; two catalogues with the same hash answer alike. */
  readonly hash: string;
  /** Release dates and ends of life, oldest first. */
  readonly calendar: readonly Release[];
  /**
   * Finds an entry by canonical id or by alias (`posixpath.exists`, `asyncio.loop.call_soon`, `print`); the entry's `id` is
   * canonical. An alias that came or went at another time than what it stands for (`collections.Mapping`) is an entry of
   * its own, with `replacement` naming the other.
   */
  lookup(id: string): Entry | undefined;
  /** Finds a name in a module or a member of a class, inherited ones included: (`pathlib.Path`, `with_stem`). */
  member(ownerId: string, name: string): Entry | undefined;
  /**
   * Finds the entry of one parameter: (`subprocess.run`, `text`). For a class: of its constructor, inherited ones included;
   * the id then names the class that takes it (`argparse.ArgumentParser(exit_on_error)`).
   */
  parameter(callableId: string, name: string): Entry | undefined;
  /** Ids of everything directly inside a module or class, in catalogue order: submodules last; aliases under their own name. */
  members(ownerId: string): readonly string[];
  /** Tells whether the standard library of some Python 3 has this module. */
  isModule(name: string): boolean;
  /** What calling or mentioning a library name may rely on; `undefined` for most names. */
  triggers(id: string): TriggersOfName | undefined;
  /** The behaviour that a text of a little language with that feature relies on: (`strftime`, `G`). */
  behaviourOf(language: string, feature: string): Entry | undefined;
  /** The sentences on an entry; an empty object when there are none. */
  prose(id: string): EntryProse;
  /** Every module of the index, sorted; `syntax` and `interpreter` are none, though `members` lists them. */
  modules(): readonly string[];
  /** Every entry, module by module, parameters with a history of their own behind what takes them. Decodes the whole index. */
  entries(): Iterable<Entry>;
  /** Every id whose last name is `name`. Decodes the whole index at its first call. */
  byLastName(name: string): readonly string[];
}

/** One minor release of Python. Dates are ISO (`2018-06-27`); `undefined`: not decided yet. */
export interface Release {
  readonly minor: number;
  readonly released: string | undefined;
  readonly endOfLife: string | undefined;
}
