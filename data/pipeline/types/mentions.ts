import type { TypeFact } from "../typeshed/type-facts";
import { mapTypes, renameTypes } from "../typeshed/rename-types";

/** Names in the notation that are no classes. */
const WORDS = new Set(["None", "self"]);

/** Gives the ids of all classes that a fact names. */
export function mentionsOf(fact: TypeFact): ReadonlySet<string> {
  const names = new Set<string>();
  renameTypes(fact, (name) => {
    if (!WORDS.has(name)) names.add(qualify(name));
    return name;
  });
  return names;
}

/** Gives a fact with every class that it names by the id that `rename` gives for its id. */
export function renameClasses(fact: TypeFact, rename: (id: string) => string): TypeFact {
  return renameTypes(fact, (name) =>
    WORDS.has(name) ? name : rename(qualify(name)).replace(/^builtins\.(?=[^.]+$)/, ""),
  );
}

/** Type arguments that stand deeper than this come from types that speak of themselves, and tell nothing. */
const DEEPEST_ARGUMENT = 8;

/** Gives a fact with types cut where they go too deep: `Element[Callable[?,Element[...]]]`. */
export function cutDeepTypes(fact: TypeFact): TypeFact {
  return mapTypes(fact, cutDeepType);
}

function cutDeepType(type: string): string {
  let depth = 0;
  let cut = "";
  for (const character of type) {
    if (character === "[") depth++;
    if (depth <= DEEPEST_ARGUMENT) cut += character;
    if (character === "]") depth--;
  }
  return cut;
}

/** A name without a dot is a builtin. */
function qualify(name: string): string {
  return name.includes(".") ? name : `builtins.${name}`;
}
