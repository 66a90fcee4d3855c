import type { TypeFact } from "../typeshed/type-facts";
import { isDunder } from "../names/public-names";
import type { EntryPlaces } from "./entry-places";
import { mentionsOf } from "./mentions";
import type { TypeEvidence } from "./type-evidence";

/** Something without a public name: where it goes, and what is known of it. */
export interface Internal {
  readonly module: string;
  readonly fact: TypeFact;
}

/**
 * Finds what the analysis needs without an entry, by id: special methods that neither a class nor its bases list, the
 * classes that facts lead to, by way of other such classes too, and their members.
 *
 * Example: `os.environ` is an `os._Environ`, which nobody imports, but whose methods everybody calls.
 */
export function findInternals(
  facts: Iterable<TypeFact>,
  { types }: TypeEvidence,
  places: EntryPlaces,
): Map<string, Internal> {
  const members = membersByOwner(types);
  const internals = new Map<string, Internal>();
  const queue = [...facts];
  const isClass = (id: string): boolean => types.get(id)?.params !== undefined || places.isClass(id);
  const add = (id: string): void => {
    const fact = types.get(id);
    if (!fact || internals.has(id) || places.home(id) !== undefined) return;
    internals.set(id, { module: moduleOf(id, isClass), fact });
    queue.push(fact);
  };
  for (const id of types.keys()) if (isUnlistedSpecial(id, places)) add(id);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const id of mentionsOf(next)) {
      if (types.get(id)?.params === undefined || places.home(id) !== undefined) continue;
      add(id);
      for (const member of members.get(id) ?? []) add(member);
    }
  }
  return internals;
}

/** A member that hides one of a base class would make that one as old as the class. */
function isUnlistedSpecial(id: string, places: EntryPlaces): boolean {
  const dot = id.lastIndexOf(".");
  const owner = id.slice(0, dot);
  const name = id.slice(dot + 1);
  return isDunder(name) && places.isClass(owner) && places.inherited(owner, name) === undefined;
}

function membersByOwner(types: ReadonlyMap<string, TypeFact>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const id of types.keys()) {
    const owner = id.slice(0, id.lastIndexOf("."));
    const known = members.get(owner);
    if (known) known.push(id);
    else members.set(owner, [id]);
  }
  return members;
}

/** The owner of the outermost class around an id. */
function moduleOf(id: string, isClass: (id: string) => boolean): string {
  let owner = id.slice(0, id.lastIndexOf("."));
  while (isClass(owner)) owner = owner.slice(0, owner.lastIndexOf("."));
  return owner;
}
