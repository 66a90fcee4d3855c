import { isDeepStrictEqual } from "node:util";
import { mapTypes } from "../typeshed/rename-types";
import type { TypeFact } from "../typeshed/type-facts";
import type { EntryPlaces } from "./entry-places";
import type { TypeEvidence } from "./type-evidence";

/** A member that the catalogue has in a base class, and of which a class knows another type. */
export interface Override {
  /** Id of the inherited entry. */
  readonly inherited: string;
  /** In terms of the type parameters of the class that holds the inherited entry. */
  readonly fact: TypeFact;
}

/**
 * Finds by id what classes know better of inherited members. Left out is what says the same as the fact of the inherited
 * entry (`placed`), and what speaks of type parameters that the base class does not have.
 *
 * Example: the catalogue has `__iter__` of text files in `io.IOBase`, where it gives bytes; `io.TextIOBase.__iter__`
 * gives strings.
 */
export function findOverrides(
  { types }: TypeEvidence,
  places: EntryPlaces,
  placed: ReadonlyMap<string, TypeFact>,
): Map<string, Override> {
  const overrides = new Map<string, Override>();
  for (const [id, told] of types) {
    const dot = id.lastIndexOf(".");
    const owner = id.slice(0, dot);
    if (told.params !== undefined || !places.isClass(owner) || places.home(id) !== undefined) continue;
    const inherited = places.inherited(owner, id.slice(dot + 1));
    if (inherited === undefined) continue;
    const base = inherited.slice(0, inherited.lastIndexOf("."));
    const fact = inTermsOf(told, argumentsOf(owner, base, types, places));
    if (fact && saysMore(fact, placed.get(inherited))) overrides.set(id, { inherited, fact });
  }
  return overrides;
}

function saysMore(fact: TypeFact, inherited: TypeFact | undefined): boolean {
  const { binds: _how, ...told } = fact;
  const { binds: _inheritedHow, ...known } = inherited ?? {};
  return Object.keys(told).length > 0 && !isDeepStrictEqual(told, known);
}

/** Writes `$N` of a class as what the base class calls it; `undefined` where it has no such parameter. */
function inTermsOf(fact: TypeFact, args: readonly string[]): TypeFact | undefined {
  let isLost = false;
  const mapped = mapTypes(fact, (type) =>
    type.replaceAll(/\$\d+/g, (own) => {
      const index = args.indexOf(own);
      isLost ||= index < 0;
      return `$${index}`;
    }),
  );
  return isLost ? undefined : mapped;
}

/** The type arguments that a class gives a base class, nearest way first; empty where the stubs know no way. */
function argumentsOf(
  classId: string,
  base: string,
  types: ReadonlyMap<string, TypeFact>,
  places: EntryPlaces,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] {
  if (seen.has(classId)) return [];
  for (const written of types.get(classId)?.bases ?? []) {
    const { id, args } = splitType(written);
    if ((places.home(id) ?? id) === base) return args;
    const further = argumentsOf(id, base, types, places, new Set([...seen, classId]));
    if (further.length > 0)
      return further.map((each) => each.replaceAll(/\$(\d+)/g, (_, index) => args[Number(index)] ?? "?"));
  }
  return [];
}

/** Takes `dict[str,list[$0]]` apart: `builtins.dict` of `str` and `list[$0]`. */
function splitType(type: string): { readonly id: string; readonly args: readonly string[] } {
  const bracket = type.indexOf("[");
  const name = bracket < 0 ? type : type.slice(0, bracket);
  const args: string[] = [];
  let depth = 0;
  let start = bracket + 1;
  for (let at = start; bracket >= 0 && at < type.length; at++) {
    if (type[at] === "[") depth++;
    const isEnd = depth === 0 && (type[at] === "," || type[at] === "]");
    if (isEnd) args.push(type.slice(start, at));
    if (isEnd) start = at + 1;
    if (type[at] === "]") depth--;
  }
  return { id: name.includes(".") ? name : `builtins.${name}`, args };
}
