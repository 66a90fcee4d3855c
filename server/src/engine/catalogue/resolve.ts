import { entryId, ownerKey, PSEUDO_MODULES, BEHAVIOUR_PREFIX } from "./ids";
import { KINDS, type StoredEntry } from "./index-format";
import { ALWAYS, liveInClass, liveInside, type Life } from "./life";
import { lineOrder } from "./line-order";
import type { Section, Sections } from "./sections";

/** Where an entry stands in the index. */
export interface Place {
  readonly section: Section;
  readonly key: string;
  readonly stored: StoredEntry;
}

/** Aliases are resolved by the build; a longer chain can only come from data that leads nowhere. */
const LONGEST_ALIAS_CHAIN = 8;

/** Finds places in the sections of an index by the names that code uses. */
export class Resolver {
  private readonly lives = new Map<StoredEntry, Life>();
  private readonly ancestries = new Map<StoredEntry, readonly Place[]>();

  constructor(private readonly sections: Sections) {}

  /**
   * Finds an id or an alias, inherited members and builtins without their module included. A place whose alias has a life
   * or types of its own is given as such.
   */
  find(id: string): Place | undefined {
    const found = this.search(id, LONGEST_ALIAS_CHAIN);
    const mayBeBuiltin = id !== "" && !id.includes(":") && !this.sections.isModule(firstName(id));
    return found ?? (mayBeBuiltin ? this.search(`builtins.${id}`, LONGEST_ALIAS_CHAIN) : undefined);
  }

  /** Finds a name inside a module or a class, inherited members included. */
  member(owner: Place, name: string): Place | undefined {
    return this.searchMember(owner, name, LONGEST_ALIAS_CHAIN);
  }

  /** What a place stands for: itself, or the target of an alias with a life or types of its own. */
  target(place: Place): Place | undefined {
    return this.follow(place, LONGEST_ALIAS_CHAIN, true);
  }

  /** The class and its bases in the order in which Python looks for a member; of anything else only itself. */
  ancestry(place: Place): readonly Place[] {
    const known = this.ancestries.get(place.stored);
    if (known) return known;
    // A base that is written as a member of the class itself would ask for this very order.
    this.ancestries.set(place.stored, [place]);
    const line = isClass(place) ? lineOrder(place, this.basesOf, (one) => one.stored) : [place];
    this.ancestries.set(place.stored, line);
    return line;
  }

  /** The life of a place, what its owners lack taken away. */
  life(place: Place): Life {
    let known = this.lives.get(place.stored);
    if (!known) {
      const owner = ownerOf(this.sections, place);
      const live = owner && isClass(owner) ? liveInClass : liveInside;
      known = live(owner ? this.life(owner) : ALWAYS, place.stored);
      this.lives.set(place.stored, known);
    }
    return known;
  }

  private search(id: string, steps: number): Place | undefined {
    const renamed = this.sections.alias(id);
    if (renamed !== undefined) return steps > 0 ? this.search(renamed, steps - 1) : undefined;
    const direct = directPlace(this.sections, id);
    if (direct) return this.follow(direct, steps);
    const dot = id.lastIndexOf(".");
    if (dot <= 0 || id.includes(":")) return undefined;
    const owner = this.search(id.slice(0, dot), steps);
    return owner && this.searchMember(owner, id.slice(dot + 1), steps);
  }

  private searchMember(owner: Place, name: string, steps: number): Place | undefined {
    const place = this.follow(owner, steps, true);
    if (!place || name === "" || steps < 0) return undefined;
    const { section, key } = place;
    if (key === "") {
      const submodule = () => placeAt(this.sections.facts(`${section.module}.${name}`), "");
      return this.follow(placeAt(section, name) ?? submodule(), steps);
    }
    for (const one of this.ancestry(place)) {
      const found = placeAt(one.section, `${one.key}.${name}`);
      if (found) return this.follow(found, steps - 1);
    }
    return undefined;
  }

  /** Follows aliases; one with a life or types of its own is an answer, unless `toTheEnd`. */
  private follow(place: Place | undefined, steps: number, toTheEnd = false): Place | undefined {
    if (place?.stored.l === undefined || ((place.stored.z || place.stored.i) && !toTheEnd)) return place;
    const target = steps > 0 ? this.search(place.stored.l, steps - 1) : undefined;
    return toTheEnd && target ? this.follow(target, steps - 1, true) : target;
  }

  private readonly basesOf = (place: Place): readonly Place[] => {
    if (entryId(place.section.module, place.key) === "builtins.object") return [];
    const bases: Place[] = [];
    for (const written of place.stored.h ?? ["object"]) {
      const found = this.search(qualify(written), LONGEST_ALIAS_CHAIN);
      const base = found && this.target(found);
      if (base && isClass(base)) bases.push(base);
    }
    return bases;
  };
}

/** Tells whether members are looked up along its bases. */
export function isClass(place: Place): boolean {
  const kind = place.stored.k === undefined ? undefined : KINDS[place.stored.k];
  return kind === "class" || kind === "exception";
}

function placeAt(section: Section | undefined, key: string): Place | undefined {
  const stored = section?.stored.get(key);
  return section && stored && { section, key, stored };
}

/** Finds an id that a section lists as it is. */
function directPlace(sections: Sections, id: string): Place | undefined {
  const colon = id.indexOf(":");
  if (id.startsWith(BEHAVIOUR_PREFIX)) return behaviourPlace(sections, id.slice(colon + 1));
  if (colon > 0) {
    const pseudo = id.slice(0, colon);
    return PSEUDO_MODULES.includes(pseudo) ? placeAt(sections.facts(pseudo), id.slice(colon + 1)) : undefined;
  }
  for (let end = id.length; end > 0; end = id.lastIndexOf(".", end - 1)) {
    const module = id.slice(0, end);
    if (end === id.length - 1) continue;
    const place = placeAt(sections.facts(module), id.slice(end + 1));
    if (place) return place;
  }
  return undefined;
}

/** Finds `module.slug`: the longest module that lists the rest, since both may hold dots. */
function behaviourPlace(sections: Sections, name: string): Place | undefined {
  for (let end = name.lastIndexOf("."); end > 0; end = name.lastIndexOf(".", end - 1)) {
    const place = placeAt(sections.facts(name.slice(0, end)), `${BEHAVIOUR_PREFIX}${name.slice(end + 1)}`);
    if (place) return place;
  }
  return undefined;
}

/** The module of a top-level name, the class of a member, the package of a module; `undefined` at the top. */
function ownerOf(sections: Sections, place: Place): Place | undefined {
  const { section, key } = place;
  for (let owner = ownerKey(key); owner !== ""; owner = ownerKey(owner)) {
    const found = placeAt(section, owner);
    if (found) return found;
  }
  const module = key === "" ? undefined : placeAt(section, "");
  const dot = section.module.lastIndexOf(".");
  return module ?? (dot < 0 ? undefined : placeAt(sections.facts(section.module.slice(0, dot)), ""));
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
