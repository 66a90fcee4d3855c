import { AnswerCache } from "./answer-cache";
import type { Catalogue } from "./catalogue";
import type { Entry, EntryProse, Parameter } from "./entry";
import {
  buildAliasEntry,
  buildEntry,
  buildParameterEntry,
  buildRetypedEntry,
  historyOf,
} from "./build-entry";
import type { IndexText } from "./index-text";
import { entryId, lastName, parameterId, PSEUDO_MODULES, splitParameterId } from "./ids";
import { isClass, Resolver, type Place } from "./resolve";
import { openSections, type Section, type Sections } from "./sections";

/**
 * Opens an index as `data/build` writes it. Decodes the header only: a module's facts are decoded when it is first asked
 * for, its sentences when they are. Throws an `Error` when the text is no index that this version reads; nothing after.
 */
export function loadCatalogue(indexText: IndexText): Catalogue {
  const sections = openSections(indexText);
  const resolver = new Resolver(sections);
  const entryAt = entryMaker(sections, resolver);
  const parameterAt = parameterFinder(sections, resolver, entryAt);
  const parameter = (callableId: string, name: string) => {
    const callable = resolver.find(callableId);
    return callable && parameterAt(callable, name)?.entry;
  };
  const triggers = new Map(Object.entries(sections.header.triggers ?? {}));
  const languages = new Map(
    Object.entries(sections.header.languages ?? {}).map(([name, features]) => [
      name,
      new Map(Object.entries(features)),
    ]),
  );
  const lookup = (_: string, asked: string) => {
    const id = sections.alias(asked) ?? asked;
    const parts = splitParameterId(id);
    if (parts) return parameter(parts.callable, parts.name);
    const place = resolver.find(id);
    return place && entryAt(place);
  };
  const member = (ownerId: string, name: string) => {
    const owner = resolver.find(ownerId);
    const place = owner && resolver.member(owner, name);
    return place && entryAt(place);
  };
  const lookups = new AnswerCache<Entry>();
  const members = new AnswerCache<Entry>();
  const parameters = new AnswerCache<Entry>();
  let lastNames: ReadonlyMap<string, readonly string[]> | undefined;

  return {
    hash: sections.header.hash,
    calendar: sections.header.calendar,
    lookup: (id) => lookups.of("", id, lookup),
    member: (ownerId, name) => members.of(ownerId, name, member),
    parameter: (callableId, name) => parameters.of(callableId, name, parameter),
    members(ownerId) {
      const found = resolver.find(ownerId);
      const owner = found && resolver.target(found);
      return owner ? memberIds(sections, owner.section, owner.key) : pseudoIds(sections, ownerId);
    },
    isModule: (name) => sections.isModule(name),
    triggers: (id) => triggers.get(id),
    behaviourOf(language, feature) {
      const id = languages.get(language)?.get(feature);
      const place = id === undefined ? undefined : resolver.find(id);
      return place && entryAt(place);
    },
    prose: (id) => proseOf(id, sections, resolver, parameterAt),
    modules: () => sections.names.filter((name) => !PSEUDO_MODULES.includes(name)),
    entries: () => everyEntry(sections, entryAt, parameterAt),
    byLastName(name) {
      lastNames ??= groupByLastName(sections, resolver);
      return lastNames.get(name) ?? [];
    },
  };
}

type EntryAt = (place: Place) => Entry | undefined;
type ParameterAt = (callable: Place, name: string) => FoundParameter | undefined;

interface FoundParameter {
  readonly entry: Entry;
  /** The function, class or constructor whose facts list it. */
  readonly place: Place;
}

/** Makes the function that builds an entry once and keeps it. */
function entryMaker(sections: Sections, resolver: Resolver): EntryAt {
  const built = new Map<Place["stored"], Entry>();
  const entryAt: EntryAt = (place) => {
    const known = built.get(place.stored);
    if (known) return known;
    const { section, key, stored } = place;
    const life = resolver.life(place);
    let entry: Entry | undefined;
    if (stored.l === undefined) {
      const summaryOf = (name: string) => sections.prose(section.module, parameterId(key, name)).summary;
      entry = buildEntry(place, { life, summaryOf });
    } else {
      const target = resolver.target(place);
      const targetEntry = target && target.stored !== stored && entryAt(target);
      const build = stored.i ? buildRetypedEntry : buildAliasEntry;
      entry = targetEntry ? build(place, targetEntry, life) : undefined;
    }
    if (entry) built.set(stored, entry);
    return entry;
  };
  return entryAt;
}

/** Makes the function that finds a parameter and keeps its entry. */
function parameterFinder(sections: Sections, resolver: Resolver, entryAt: EntryAt): ParameterAt {
  const built = new Map<string, FoundParameter>();

  const of = (ownerId: string, places: readonly Place[], name: string): FoundParameter | undefined => {
    const id = parameterId(ownerId, name);
    const known = built.get(id);
    if (known) return known;
    const listing = places.flatMap((place) => {
      const callable = entryAt(place);
      const parameter = callable?.parameters.find((one: Parameter) => one.name === name);
      return callable && parameter ? [{ place, callable, parameter }] : [];
    });
    const best = listing.find(({ place }) => historyOf(place.stored, name)) ?? listing[0];
    if (!best) return undefined;
    const found = {
      place: best.place,
      entry: buildParameterEntry(ownerId, best.callable, best.place, best.parameter),
    };
    built.set(id, found);
    return found;
  };

  return (asked, name) => {
    const callable = constructed(asked, resolver, sections);
    if (!callable) return undefined;
    if (!isClass(callable)) return of(idOf(callable), [callable], name);
    for (const owner of resolver.ancestry(callable)) {
      const places = constructorPlaces(owner);
      const found = of(idOf(owner), places, name);
      if (found) return found;
      const closed = places.some((place) => place.stored.s !== undefined && !entryAt(place)?.anyKeyword);
      if (closed) return undefined;
    }
    return undefined;
  };
}

/** Follows an alias, and takes `C.__init__` for `C`, so that a constructor's parameter has one id. */
function constructed(asked: Place, resolver: Resolver, sections: Sections): Place | undefined {
  const place = resolver.target(asked);
  const match = place && /^(.+)\.__(?:init|new)__$/.exec(place.key);
  const owner = match && sections.facts(place.section.module)?.stored.get(match[1]);
  return owner && match ? { section: place.section, key: match[1], stored: owner } : place;
}

/** Where the parameters of a class's own constructor may be listed. */
function constructorPlaces({ section, key, stored }: Place): readonly Place[] {
  const places: Place[] = stored.s !== undefined || stored.q !== undefined ? [{ section, key, stored }] : [];
  for (const name of ["__init__", "__new__"]) {
    const constructor = section.stored.get(`${key}.${name}`);
    if (constructor && constructor.l === undefined)
      places.push({ section, key: `${key}.${name}`, stored: constructor });
  }
  return places;
}

function proseOf(
  asked: string,
  sections: Sections,
  resolver: Resolver,
  parameterAt: ParameterAt,
): EntryProse {
  const id = sections.alias(asked) ?? asked;
  const parts = splitParameterId(id);
  if (parts) {
    const callable = resolver.find(parts.callable);
    const found = callable && parameterAt(callable, parts.name);
    return found ? sections.prose(found.place.section.module, parameterId(found.place.key, parts.name)) : {};
  }
  const place = resolver.find(id);
  if (!place) return {};
  const own = sections.prose(place.section.module, place.key);
  const target = place.stored.l === undefined ? undefined : resolver.target(place);
  return target ? { ...sections.prose(target.section.module, target.key), ...own } : own;
}

function memberIds(sections: Sections, section: Section, owner: string): readonly string[] {
  const ids = sections.childKeys(section, owner).map((key) => entryId(section.module, key));
  if (owner !== "") return ids;
  const inside = `${section.module}.`;
  const submodules = sections.names.filter(
    (name) => name.startsWith(inside) && !name.slice(inside.length).includes("."),
  );
  return [...ids, ...submodules.filter((name) => !ids.includes(name))];
}

function pseudoIds(sections: Sections, name: string): readonly string[] {
  const section = PSEUDO_MODULES.includes(name) ? sections.facts(name) : undefined;
  return section ? memberIds(sections, section, "") : [];
}

function* everyEntry(sections: Sections, entryAt: EntryAt, parameterAt: ParameterAt): Iterable<Entry> {
  for (const place of everyPlace(sections)) {
    if (place.stored.l !== undefined && !place.stored.z) continue;
    const entry = entryAt(place);
    if (!entry) continue;
    yield entry;
    for (const name of Object.keys(place.stored.q ?? {})) {
      const found = parameterAt(place, name);
      if (found) yield found.entry;
    }
  }
}

/** Every place but internal ones. */
function* everyPlace(sections: Sections): Iterable<Place> {
  for (const name of sections.names) {
    const section = sections.facts(name);
    for (const [key, stored] of section?.stored ?? [])
      if (section && !stored.i) yield { section, key, stored };
  }
}

/** An alias is listed under its own last name, with the id that it stands for. */
function groupByLastName(sections: Sections, resolver: Resolver): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  for (const place of everyPlace(sections)) {
    const name = lastName(idOf(place));
    const found = place.stored.l === undefined || place.stored.z ? place : resolver.find(idOf(place));
    if (!found) continue;
    const group = groups.get(name);
    if (group) group.add(idOf(found));
    else groups.set(name, new Set([idOf(found)]));
  }
  return new Map([...groups].map(([name, ids]) => [name, [...ids]]));
}

function idOf(place: Place): string {
  return entryId(place.section.module, place.key);
}
