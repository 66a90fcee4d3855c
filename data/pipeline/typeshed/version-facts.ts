import type { EntryKind, Platform } from "../../../server/src/engine/catalogue/entry";
import { deprecationOf, type Deprecation } from "./deprecations";
import { lifeOf, type Life } from "./life";
import { isEnum } from "./class-facts";
import { collectModuleFacts } from "./module-facts";
import { collectPlaces, type Place } from "./places";
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

function describe(
  views: readonly StubView[],
  place: Place,
  isKnown: (id: string) => boolean,
): VersionFact | undefined {
  const { id, pathId, members } = place;
  const life = describeLife(views, place);
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
      ...describeParameters(views, place),
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

/** Under its old path a thing may be older, but what became of that path later is another matter. */
function describeLife(views: readonly StubView[], { pathId, oldPathId, members }: Place): Life {
  const life = lifeOf(views, pathId, members);
  if (pathId === oldPathId) return life;
  const { added: _, ...rest } = life;
  const { added } = lifeOf(views, oldPathId, members);
  return { ...(added ? { added } : {}), ...rest };
}

function describeParameters(
  views: readonly StubView[],
  { pathId, oldPathId, members }: Place,
): Partial<VersionFact> {
  if (members.at(-1)?.startsWith("__")) return {};
  const history = parameterHistory(views, oldPathId, members);
  if (pathId !== oldPathId)
    for (const [name, life] of parameterHistory(views, pathId, members))
      history.set(name, { ...life, ...history.get(name) });
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
