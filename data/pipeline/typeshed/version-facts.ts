import type { EntryKind, Platform } from "../../../server/src/engine/catalogue/entry";
import type { PublicPath } from "./canonical-names";
import { DOCUMENTED_PRIVATE, IGNORED_IDS } from "./corrections";
import { deprecationOf, type Deprecation } from "./deprecations";
import { lifeOf, type Life } from "./life";
import { isEnum } from "./class-facts";
import { collectModuleFacts } from "./module-facts";
import { parameterHistory, type ParameterLife } from "./parameter-history";
import { minorsOf, newestPoint, platformsOf, type Realm } from "./realm";
import { formatSignature, mergeSignatures } from "./signature";
import { isDefinition, type Definition } from "./stub-program";
import { callableAt, realmOfSightings, sightingAt, sightings, isProperty, type StubView } from "./stub-view";

/** One row of `typeshed-versions.json`. Versions are minors, as `3.7`. */
export interface VersionFact extends Life, Omit<Deprecation, "offers"> {
  readonly kind: EntryKind;
  /** The id under which the same thing is described in full. */
  readonly alias?: string;
  /** Id of what the deprecation offers instead, when it is one of the ids here. */
  readonly replacement?: string;
  readonly platforms?: readonly Platform[];
  /** Only of parameters that came, went or changed the way they are given. */
  readonly parameters?: Readonly<Record<string, ParameterLife>>;
  /** As the newest release has it: `(a, b=, /, *, c=, **kw)`. For a class, of its constructor. */
  readonly signature?: string;
}

/** An id as a public path and the members below it. */
interface Place {
  readonly id: string;
  readonly pathId: string;
  readonly members: readonly string[];
}

/** Gives the facts on every public id that some release knows. */
export function collectVersionFacts(views: readonly StubView[]): Map<string, VersionFact> {
  const facts = collectModuleFacts(views);
  const places = collectPlaces(views);
  for (const place of places.values()) {
    const fact = describe(views, place, (id) => places.has(id));
    // A package may hold a name that is also a module of it; what stands after the package's dot is then that name.
    if (fact) facts.set(place.id, fact);
  }
  return facts;
}

/** Newer releases decide which path of a thing is the canonical one, and so where members are listed. */
function collectPlaces(views: readonly StubView[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const owners = new Map<string, boolean>();
  for (const view of views)
    for (const path of view.names.paths.values()) {
      if (IGNORED_IDS.some((pattern) => pattern.test(path.id))) continue;
      places.set(path.id, { id: path.id, pathId: path.id, members: [] });
      const isOwner = owners.get(path.id) ?? isCanonical(view, path);
      owners.set(path.id, isOwner);
      if (isOwner)
        for (const definition of path.definitions) addMembers(view, path.id, definition, [], places);
    }
  return places;
}

function isCanonical(view: StubView, path: PublicPath): boolean {
  return path.definitions.some((definition) => view.names.idOf(definition) === path.id);
}

function addMembers(
  view: StubView,
  pathId: string,
  definition: Definition,
  outer: readonly string[],
  places: Map<string, Place>,
): void {
  for (const [name, member] of ownMembers(view, definition)) {
    const members = [...outer, name];
    const id = [pathId, ...members].join(".");
    if (!isPublicMember(name) && !DOCUMENTED_PRIVATE.test(id)) continue;
    if (IGNORED_IDS.some((pattern) => pattern.test(id))) continue;
    if (name.startsWith("__") && isInherited(view, definition, name)) continue;
    if (!places.has(id)) places.set(id, { id, pathId, members });
    if (members.length < 4 && member !== definition) addMembers(view, pathId, member, members, places);
  }
}

/** Members of a class and of the bases that nobody can name. */
export function ownMembers(
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
function isNameable(view: StubView, definition: Definition): boolean {
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

function describe(
  views: readonly StubView[],
  { id, pathId, members }: Place,
  isKnown: (id: string) => boolean,
): VersionFact | undefined {
  const life = lifeOf(views, pathId, members);
  const isSpecial = /^__\w+__$/.test(members.at(-1) ?? "");
  const changed = life.added !== undefined || life.removed !== undefined || life.absent !== undefined;
  if (isSpecial && !changed) return undefined;
  for (const view of views) {
    const found = sightings(view, pathId, members);
    const realm = realmOfSightings(found);
    const point = newestPoint(realm);
    const definition = point === undefined ? undefined : sightingAt(found, point);
    if (!definition || point === undefined) continue;
    const kind = kindOf(view, definition, point, members.length > 0);
    const canonical = members.length > 0 ? id : view.names.idOf(definition);
    const { offers = [], ...deprecation } = deprecationOf(views, pathId, members);
    const replacement = offers
      .flatMap((name) => placesOfOffer(name, id))
      .find((each) => each !== id && isKnown(each));
    const common = {
      kind,
      ...life,
      ...deprecation,
      ...(replacement ? { replacement } : {}),
      ...platforms(realm, views, pathId),
    };
    if (canonical !== id && view.names.paths.has(canonical)) return { ...common, alias: canonical };
    // Members of an enumeration are looked up, not made.
    if (isEnum(view, definition)) return common;
    return {
      ...common,
      ...describeParameters(views, pathId, members),
      ...describeSignature(view, definition, point),
    };
  }
  return undefined;
}

/** A message names its replacement from where it stands: as a member of the same class, of the same module, or in full. */
function placesOfOffer(name: string, id: string): string[] {
  const owners = id.split(".").slice(0, -1);
  return [
    ...owners.map((_, index) => [...owners.slice(0, owners.length - index), name].join(".")),
    name,
    `builtins.${name}`,
  ];
}

function describeParameters(
  views: readonly StubView[],
  pathId: string,
  members: readonly string[],
): Partial<VersionFact> {
  if (members.at(-1)?.startsWith("__")) return {};
  const history = parameterHistory(views, pathId, members);
  return history.size > 0 ? { parameters: Object.fromEntries(history) } : {};
}

function describeSignature(view: StubView, definition: Definition, point: Realm): Partial<VersionFact> {
  const callable = callableAt(view, definition, point);
  return callable ? { signature: formatSignature(mergeSignatures(callable.parameters)) } : {};
}

/** Tells what kind of entry a definition makes. */
export function kindOf(view: StubView, definition: Definition, point: Realm, isMember: boolean): EntryKind {
  const declaration = definition.declarations.find((each) => (each.realm & point) !== 0n);
  if (declaration?.kind === "class") return isException(view, definition) ? "exception" : "class";
  if (declaration?.kind === "function" && !isProperty(declaration)) return isMember ? "method" : "function";
  if (!isMember && callableAt(view, definition, point)) return "function";
  return isMember ? "attribute" : "constant";
}

function isException(view: StubView, definition: Definition, seen = new Set<string>()): boolean {
  if (definition.key === "builtins.BaseException") return true;
  seen.add(definition.key);
  return view.program
    .bases(definition)
    .some(({ target }) => isDefinition(target) && !seen.has(target.key) && isException(view, target, seen));
}

/** Names the platforms of an id when it is missing from some platform that has its module. */
function platforms(realm: Realm, views: readonly StubView[], pathId: string): Partial<VersionFact> {
  const present = platformsOf(realm);
  const has = (platform: string): boolean => present.some((each) => each === platform);
  const path = views[0]?.names.paths.get(pathId);
  if (present.length === 4 || !path || minorsOf(realm) === 0) return {};
  if (has("linux") && has("darwin") && has("other")) return { platforms: ["unix"] };
  const names: Platform[] = [];
  if (has("linux")) names.push("linux");
  if (has("darwin")) names.push("macos");
  if (has("win32")) names.push("windows");
  if (has("other")) names.push("bsd");
  return { platforms: names };
}
