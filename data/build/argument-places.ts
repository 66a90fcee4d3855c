import { entryId, splitParameterId } from "../../server/src/engine/catalogue/ids";
import { parseSignature } from "../../server/src/engine/catalogue/signature";
import type { Trigger } from "../../server/src/engine/catalogue/trigger";
import type { EntrySource, ModuleSource } from "../format";
import { hasOwnLife } from "./aliases";

/** Finds the names and parameters that triggers speak of. Each throws an `Error` that tells `who` asked for what is unknown. */
export interface ArgumentPlaces {
  /** The canonical id of a name. */
  name(id: string, who: string): string;
  /** The callable and the name of a parameter such as `builtins.open(encoding)`. */
  parameter(id: string, who: string): { readonly callable: string; readonly name: string };
  /** Checks that a callable takes every parameter that a trigger names. */
  checkArguments(id: string, trigger: Trigger, who: string): void;
}

/** Makes the finder for merged modules. */
export function placesOf(modules: readonly ModuleSource[], resolve: (id: string) => string): ArgumentPlaces {
  const entries = new Map<string, EntrySource>();
  for (const { module, entries: own } of modules) {
    for (const [key, entry] of Object.entries(own)) entries.set(entryId(module, key), entry);
  }
  const name = (id: string, who: string): string => {
    const own = entries.get(id);
    // An alias with a life of its own is what code refers to.
    const canonical = own && hasOwnLife(own) ? id : resolve(id);
    if (!entries.has(canonical)) throw new Error(`${who} speaks of ${id}, which is no entry.`);
    return canonical;
  };
  const check = (id: string, parameter: string, who: string): void => {
    // What a method is called on is no parameter, but always there.
    if (parameter === "self" && entries.get(id)?.kind === "method") return;
    const target = resolve(id);
    const constructors = [target, `${target}.__init__`, `${target}.__new__`].flatMap(
      (one) => entries.get(one) ?? [],
    );
    if (!constructors.some((entry) => takes(entry, parameter))) {
      throw new Error(`${who} speaks of ${id}(${parameter}), which is no parameter.`);
    }
  };
  return {
    name,
    parameter(id, who) {
      const parts = splitParameterId(id);
      if (!parts) throw new Error(`${who} speaks of ${id}, which names no parameter.`);
      const callable = name(parts.callable, who);
      check(callable, parts.name, who);
      return { callable, name: parts.name };
    },
    checkArguments(id, { given, keyword, without }, who) {
      const callable = name(id, who);
      for (const parameter of [...Object.keys(given ?? {}), ...(keyword ?? []), ...(without ?? [])])
        check(callable, parameter, who);
    },
  };
}

function takes({ signature, parameters }: EntrySource, name: string): boolean {
  if (parameters && Object.hasOwn(parameters, name)) return true;
  const listed = signature === undefined ? undefined : parseSignature(signature);
  return listed?.parameters.some((parameter) => parameter.name === name) ?? false;
}
