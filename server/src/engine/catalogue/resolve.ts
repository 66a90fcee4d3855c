import { entryId, ownerKey, PSEUDO_MODULES, BEHAVIOUR_PREFIX } from "./ids";
import { KINDS, type StoredEntry } from "./index-format";
import { ALWAYS, liveInside, type Life } from "./life";
import { lineOrder } from "./line-order";
import type { Section, Sections } from "./sections";

/** Where an entry stands in the index. */
export interface Place {
  readonly section: Section;
  readonly key: string;
  readonly stored: StoredEntry;
}

/** Finds places by the names that code uses. */
export interface Resolver {
  /** Finds an id or an alias, inherited members included. A place whose alias has a life of its own is given as such. */
  find(id: string): Place | undefined;
  /** Finds a name inside a module or a class, inherited members included. */
  member(owner: Place, name: string): Place | undefined;
  /** What a place stands for: itself, or the target of an alias with a life of its own. */
  target(place: Place): Place | undefined;
  /** The class and its bases in the order in which Python looks for a member. */
  ancestry(place: Place): readonly Place[];
  life(place: Place): Life;
}

/** Aliases are resolved by the build; a longer chain can only come from a damaged index. */
const LONGEST_ALIAS_CHAIN = 8;

/** Makes a resolver over the sections of an index. */
export function createResolver(sections: Sections): Resolver {
  const lives = new Map<StoredEntry, Life>();
  const ancestries = new Map<StoredEntry, readonly Place[]>();

  const at = (section: Section | undefined, key: string): Place | undefined => {
    const stored = section?.stored.get(key);
    return stored && { section: section!, key, stored };
  };

  /** Follows plain aliases only: one with a life of its own is an answer. */
  const follow = (place: Place | undefined, steps: number): Place | undefined =>
    place?.stored.l === undefined || place.stored.z
      ? place
      : steps > 0
        ? search(place.stored.l, steps - 1)
        : undefined;

  const search = (id: string, steps: number): Place | undefined => {
    const renamed = sections.alias(id);
    if (renamed !== undefined) return steps > 0 ? search(renamed, steps - 1) : undefined;
    const direct = directPlace(sections, id, at);
    if (direct) return follow(direct, steps);
    const dot = id.lastIndexOf(".");
    if (dot <= 0 || id.includes(":")) return undefined;
    const owner = search(id.slice(0, dot), steps);
    return owner && memberOf(owner, id.slice(dot + 1), steps);
  };

  const memberOf = (owner: Place, name: string, steps: number): Place | undefined => {
    const place = target(owner);
    if (!place || name === "" || steps < 0) return undefined;
    const { section, key } = place;
    if (key === "") {
      return follow(at(section, name) ?? at(sections.facts(`${section.module}.${name}`), ""), steps);
    }
    for (const one of ancestry(place)) {
      const found = at(one.section, `${one.key}.${name}`);
      if (found) return follow(found, steps - 1);
    }
    return undefined;
  };

  const target = (place: Place): Place | undefined =>
    place.stored.l === undefined ? place : search(place.stored.l, LONGEST_ALIAS_CHAIN);

  const ancestry = (place: Place): readonly Place[] => {
    let line = ancestries.get(place.stored);
    if (!line) {
      line = isClass(place) ? lineOrder(place, basesOf, (one) => one.stored) : [place];
      ancestries.set(place.stored, line);
    }
    return line;
  };

  const basesOf = (place: Place): readonly Place[] => {
    if (entryId(place.section.module, place.key) === "builtins.object") return [];
    const bases: Place[] = [];
    for (const written of place.stored.h ?? ["object"]) {
      const found = search(qualify(written), LONGEST_ALIAS_CHAIN);
      const base = found && target(found);
      if (base && isClass(base)) bases.push(base);
    }
    return bases;
  };

  const life = (place: Place): Life => {
    let known = lives.get(place.stored);
    if (!known) {
      const owner = ownerOf(sections, place, at);
      known = liveInside(owner ? life(owner) : ALWAYS, place.stored);
      lives.set(place.stored, known);
    }
    return known;
  };

  return {
    find(id) {
      const found = search(id, LONGEST_ALIAS_CHAIN);
      const mayBeBuiltin = id !== "" && !id.includes(":") && !sections.isModule(firstName(id));
      return found ?? (mayBeBuiltin ? search(`builtins.${id}`, LONGEST_ALIAS_CHAIN) : undefined);
    },
    member: (owner, name) => memberOf(owner, name, LONGEST_ALIAS_CHAIN),
    target,
    ancestry,
    life,
  };
}

/** Tells whether members are looked up along its bases. */
export function isClass(place: Place): boolean {
  const kind = place.stored.k === undefined ? undefined : KINDS[place.stored.k];
  return kind === "class" || kind === "exception";
}

type PlaceAt = (section: Section | undefined, key: string) => Place | undefined;

/** Finds an id that a section lists as it is. */
function directPlace(sections: Sections, id: string, at: PlaceAt): Place | undefined {
  const colon = id.indexOf(":");
  if (id.startsWith(BEHAVIOUR_PREFIX)) return behaviourPlace(sections, id.slice(colon + 1), at);
  if (colon > 0) {
    const pseudo = id.slice(0, colon);
    return PSEUDO_MODULES.includes(pseudo) ? at(sections.facts(pseudo), id.slice(colon + 1)) : undefined;
  }
  for (let end = id.length; end > 0; end = id.lastIndexOf(".", end - 1)) {
    const module = id.slice(0, end);
    if (!sections.isModule(module) || end === id.length - 1) continue;
    const place = at(sections.facts(module), id.slice(end + 1));
    if (place) return place;
  }
  return undefined;
}

/** Finds `module.slug`: the longest module that lists the rest, since both may hold dots. */
function behaviourPlace(sections: Sections, name: string, at: PlaceAt): Place | undefined {
  for (let end = name.lastIndexOf("."); end > 0; end = name.lastIndexOf(".", end - 1)) {
    const place = at(sections.facts(name.slice(0, end)), `${BEHAVIOUR_PREFIX}${name.slice(end + 1)}`);
    if (place) return place;
  }
  return undefined;
}

/** The module of a top-level name, the class of a member, the package of a module; `undefined` at the top. */
function ownerOf(sections: Sections, place: Place, at: PlaceAt): Place | undefined {
  const { section, key } = place;
  for (let owner = ownerKey(key); owner !== ""; owner = ownerKey(owner)) {
    const found = at(section, owner);
    if (found) return found;
  }
  const module = key === "" ? undefined : at(section, "");
  const dot = section.module.lastIndexOf(".");
  return module ?? (dot < 0 ? undefined : at(sections.facts(section.module.slice(0, dot)), ""));
}

/** Drops type arguments, and writes out the module of a builtin. */
function qualify(type: string): string {
  const bracket = type.indexOf("[");
  const name = bracket < 0 ? type : type.slice(0, bracket);
  return name.includes(".") ? name : `builtins.${name}`;
}

function firstName(id: string): string {
  const dot = id.indexOf(".");
  return dot < 0 ? id : id.slice(0, dot);
}
