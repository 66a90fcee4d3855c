import { entryId } from "../../server/src/engine/catalogue/ids";
import type { EntrySource, ModuleSource } from "../format";

/** Keys that give an alias a life of its own. */
export const LIFE_KEYS = ["added", "deprecated", "removed", "removal", "absent"] as const;

/** Tells whether an alias is an entry of its own, since it came or went at another time than what it stands for. */
export function hasOwnLife(entry: EntrySource): boolean {
  return LIFE_KEYS.some((key) => entry[key] !== undefined);
}

/**
 * Gives a function that follows aliases, those of the modules and the `extra` ones, from an id to the first that is an entry of its own; an id that is no alias
 * comes back as it is. Throws an `Error` that names the ids when aliases form a circle.
 */
export function resolveAliases(
  modules: readonly ModuleSource[],
  extra: Readonly<Record<string, string>> = {},
): (id: string) => string {
  const targets = new Map(Object.entries(extra));
  const lived = new Set<string>();
  for (const { module, entries } of modules) {
    for (const [key, entry] of Object.entries(entries)) {
      if (entry.alias === undefined) continue;
      targets.set(entryId(module, key), entry.alias);
      if (hasOwnLife(entry)) lived.add(entryId(module, key));
    }
  }
  for (const id of targets.keys()) refuseCircle(id, targets);
  return (id) => {
    let target = id;
    for (
      let next = targets.get(id);
      next !== undefined;
      next = lived.has(target) ? undefined : targets.get(target)
    ) {
      target = next;
    }
    return target;
  };
}

function refuseCircle(id: string, targets: ReadonlyMap<string, string>): void {
  const path = [id];
  for (let next = targets.get(id); next !== undefined; next = targets.get(next)) {
    if (path.includes(next)) throw new Error(`The aliases ${[...path, next].join(" -> ")} form a circle.`);
    path.push(next);
  }
}
