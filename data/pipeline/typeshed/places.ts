import { parseMinor } from "../../../server/src/engine/version";
import type { PublicPath } from "./canonical-names";
import { DOCUMENTED_PRIVATE, IGNORED_IDS } from "./corrections";
import { lifeOf } from "./life";
import { isDefinition, type Definition } from "./stub-program";
import type { StubView } from "./stub-view";

/** An id, as a public path to the class around it and the members below. */
export interface Place {
  readonly id: string;
  readonly pathId: string;
  /** The path by which older Pythons know the same class; mostly the same one. */
  readonly oldPathId: string;
  readonly members: readonly string[];
}

/** Newer releases decide which path of a thing is the canonical one, and so where members are listed. */
export function collectPlaces(views: readonly StubView[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const owners = new Map<string, string | undefined>();
  for (const view of views) {
    const synonyms = findSynonyms(view);
    for (const path of view.names.paths.values()) {
      if (IGNORED_IDS.some((pattern) => pattern.test(path.id))) continue;
      places.set(path.id, placeOf(path.id));
      if (!owners.has(path.id))
        owners.set(path.id, isCanonical(view, path) ? oldestPath(views, synonyms, path) : undefined);
      const oldPathId = owners.get(path.id);
      if (oldPathId === undefined) continue;
      for (const definition of path.definitions)
        addMembers(view, { ...placeOf(path.id), oldPathId }, definition, places);
    }
  }
  return places;
}

function placeOf(pathId: string): Place {
  return { id: pathId, pathId, oldPathId: pathId, members: [] };
}

/** Gives for each definition every path to it. */
function findSynonyms({ names }: StubView): Map<string, string[]> {
  const synonyms = new Map<string, string[]>();
  for (const { id, definitions } of names.paths.values())
    for (const { key } of definitions) synonyms.set(key, [...(synonyms.get(key) ?? []), id]);
  return synonyms;
}

/**
 * A class may have got a new name: its members are as old as its oldest one. Paths that lead to different classes on
 * different platforms say nothing of the kind, nor do other packages, whose names for it may have been other objects.
 */
function oldestPath(
  views: readonly StubView[],
  synonyms: ReadonlyMap<string, string[]>,
  path: PublicPath,
): string {
  const [definition, other] = path.definitions;
  const isClass = definition?.declarations.some((each) => each.kind === "class");
  if (!definition || other || !isClass) return path.id;
  const age = (id: string): number => parseMinor(lifeOf(views, id, []).added ?? "3.0") ?? 0;
  const around = `${path.id.split(".")[0]}.`;
  const names = (synonyms.get(definition.key) ?? []).filter((id) => id.startsWith(around));
  return names.reduce((oldest, id) => (age(id) < age(oldest) ? id : oldest), path.id);
}

function isCanonical(view: StubView, path: PublicPath): boolean {
  return path.definitions.some((definition) => view.names.idOf(definition) === path.id);
}

function addMembers(view: StubView, around: Place, definition: Definition, places: Map<string, Place>): void {
  for (const [name, member] of ownMembers(view, definition)) {
    const id = `${around.id}.${name}`;
    if (!isPublicMember(name) && !DOCUMENTED_PRIVATE.test(id)) continue;
    if (IGNORED_IDS.some((pattern) => pattern.test(id))) continue;
    if (name.startsWith("__") && isInherited(view, definition, name)) continue;
    const place: Place = { ...around, id, members: [...around.members, name] };
    if (!places.has(id)) places.set(id, place);
    if (place.members.length < 4 && member !== definition) addMembers(view, place, member, places);
  }
}

/** Members of a class and of the bases that nobody can name. */
function ownMembers(
  view: StubView,
  definition: Definition,
  seen = new Set<string>(),
): Map<string, Definition> {
  const members = new Map(view.program.members(definition));
  seen.add(definition.key);
  for (const { target } of view.program.bases(definition)) {
    if (!isDefinition(target) || seen.has(target.key)) continue;
    if (isNameable(view, target)) continue;
    for (const [name, member] of ownMembers(view, target, seen))
      if (!members.has(name)) members.set(name, member);
  }
  return members;
}

/** Where a special method is declared again only to narrow its types, nothing tells that the subclass has its own. */
function isInherited(view: StubView, definition: Definition, name: string): boolean {
  return view.program.bases(definition).some(({ target }) => {
    if (!isDefinition(target) || target === definition) return false;
    return isNameable(view, target)
      ? view.program.member(target, name).length > 0
      : isInherited(view, target, name);
  });
}

/** Tells whether users can name a class; the members of all others count as those of the class that inherits them. */
export function isNameable(view: StubView, definition: Definition): boolean {
  return view.names.isPublic(definition) && !view.names.isMerged(definition);
}

const CONSTRUCTORS = new Set(["__init__", "__new__"]);
const NOT_AT_RUN_TIME = new Set([
  "__slots__",
  "__match_args__",
  "__hash__",
  "__class_getitem__",
  "__doc__",
  "__module__",
]);

function isPublicMember(name: string): boolean {
  if (CONSTRUCTORS.has(name) || NOT_AT_RUN_TIME.has(name))
    return name === "__class_getitem__" || name === "__match_args__";
  return !name.startsWith("_") || /^__\w+__$/.test(name);
}
