import { entryId } from "../../server/src/engine/catalogue/ids";
import type { IndexHeader } from "../../server/src/engine/catalogue/index-format";
import {
  type CallTrigger,
  NAME_TRIGGERS,
  type Trigger,
  type TriggersOfName,
} from "../../server/src/engine/catalogue/trigger";
import type { ModuleSource } from "../format";
import { placesOf } from "./argument-places";

/** The triggers of one name while they are collected. */
type Collected = { -readonly [Key in keyof TriggersOfName]?: TriggersOfName[Key] };

/**
 * Turns what behaviours say of themselves (`when`) around: by library name, and by feature of a little language, the
 * behaviours that code may rely on. `languages` tells by parameter in which language its argument is written. Throws an
 * `Error` that names the behaviour or parameter when an id or a parameter is unknown, or two behaviours want one feature.
 */
export function compileTriggers(
  modules: readonly ModuleSource[],
  languages: Readonly<Record<string, string>>,
  resolve: (id: string) => string,
): Pick<IndexHeader, "triggers" | "languages"> {
  const places = placesOf(modules, resolve);
  const byName = new Map<string, Collected>();
  const byLanguage = new Map<string, Map<string, string>>();
  const collect = (id: string, behaviour: string): Collected => {
    const name = places.name(id, behaviour);
    const known = byName.get(name) ?? {};
    byName.set(name, known);
    return known;
  };
  for (const [parameter, language] of Object.entries(languages)) {
    const { callable, name } = places.parameter(parameter, "languages.json");
    const found = collect(callable, "languages.json");
    found.languages = { ...found.languages, [name]: language };
  }
  for (const { module, entries } of modules) {
    for (const [key, { when }] of Object.entries(entries)) {
      const behaviour = entryId(module, key);
      for (const trigger of when ?? []) {
        for (const feature of trigger.uses ?? []) addFeature(byLanguage, feature, behaviour);
        for (const id of trigger.call ?? []) {
          places.checkArguments(id, trigger, behaviour);
          const found = collect(id, behaviour);
          found.calls = [...(found.calls ?? []), callTrigger(trigger, behaviour)];
        }
        for (const kind of NAME_TRIGGERS) {
          for (const id of trigger[kind] ?? []) {
            const found = collect(id, behaviour);
            found[kind] = [...(found[kind] ?? []), behaviour];
          }
        }
      }
    }
  }
  return {
    ...(byName.size > 0 && { triggers: sortedObject(byName) }),
    ...(byLanguage.size > 0 && {
      languages: sortedObject(new Map([...byLanguage].map(([name, map]) => [name, sortedObject(map)]))),
    }),
  };
}

function addFeature(byLanguage: Map<string, Map<string, string>>, feature: string, behaviour: string): void {
  const colon = feature.indexOf(":");
  const language = feature.slice(0, colon);
  const name = feature.slice(colon + 1);
  const features = byLanguage.get(language) ?? new Map<string, string>();
  byLanguage.set(language, features);
  const other = features.get(name);
  if (other !== undefined) throw new Error(`${feature} is asked for by both ${other} and ${behaviour}.`);
  features.set(name, behaviour);
}

function callTrigger(
  { given, keyword, without, positional, atMost }: Trigger,
  behaviour: string,
): CallTrigger {
  return {
    behaviour,
    ...(given && { given }),
    ...(keyword && { keyword }),
    ...(without && { without }),
    ...(positional !== undefined && { positional }),
    ...(atMost !== undefined && { atMost }),
  };
}

function sortedObject<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([left], [right]) => (left < right ? -1 : 1)));
}
