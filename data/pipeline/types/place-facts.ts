import type { EntrySource } from "../../format";
import type { TypeFact } from "../typeshed/type-facts";
import type { EntryPlaces } from "./entry-places";
import type { TypeEvidence } from "./type-evidence";

/** How many facts no entry took, by reason. */
export interface DroppedFacts {
  /** Nothing in the catalogue is the thing, and no fact leads to it: members that the catalogue has in a base class. */
  readonly unreached: number;
  /** The entry is of a kind that such a fact says nothing of: a type of something that the catalogue has as a class. */
  readonly misfit: number;
  /** The entry has the facts of another name already. */
  readonly doubled: number;
}

/** Facts by the id of the entry that takes them. */
export interface PlacedFacts {
  readonly placed: ReadonlyMap<string, TypeFact>;
  readonly dropped: Omit<DroppedFacts, "unreached">;
}

/**
 * Decides which entry takes which fact: the one of that very id before those that know the thing by another name. What
 * the stubs call another name and the catalogue has as an entry of its own is told the same.
 *
 * Example: `logging.fatal` is another name of `logging.critical` in the stubs, and an entry in the catalogue.
 */
export function placeFacts({ types, aliases }: TypeEvidence, places: EntryPlaces): PlacedFacts {
  const placed = new Map<string, TypeFact>();
  const dropped = { misfit: 0, doubled: 0 };
  const place = (home: string, fact: TypeFact): void => {
    if (!suits(fact, places.entry(home)!)) dropped.misfit++;
    else if (placed.has(home)) dropped.doubled++;
    else placed.set(home, fact);
  };
  const isHome = (id: string): boolean => places.home(id) === id;
  for (const [id, fact] of types) if (isHome(id)) place(id, fact);
  for (const [id, fact] of types) {
    const home = isHome(id) ? undefined : places.home(id);
    if (home !== undefined) place(home, fact);
  }
  for (const [alias, id] of aliases) {
    const fact = isHome(alias) && places.home(id) !== alias && !placed.has(alias) ? types.get(id) : undefined;
    if (fact && suits(fact, places.entry(alias)!)) placed.set(alias, ofAlias(fact, id));
  }
  return { placed, dropped };
}

/** A class by another name is told as derived from the one that is described. */
function ofAlias(fact: TypeFact, id: string): TypeFact {
  const { params, defaults } = fact;
  if (params === undefined) return fact;
  const own = Array.from({ length: params }, (_, index) => `$${index}`);
  const base = own.length > 0 ? `${id}[${own.join(",")}]` : id;
  return { params, bases: [base], ...(defaults ? { defaults } : {}) };
}

/** Tells whether an entry of that kind can use a fact. */
function suits(fact: TypeFact, { kind }: EntrySource): boolean {
  const isClass = kind === "class" || kind === "exception";
  if (kind === "module") return false;
  return fact.params !== undefined ? isClass || kind === "function" : !isClass;
}
