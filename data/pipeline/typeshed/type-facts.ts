import { classFact, isEnum, membersOf, ownVariables, type ClassFact, type ClassMember } from "./class-facts";
import { GENERIC_ALIASES, IGNORED_IDS, TYPE_CORRECTIONS } from "./corrections";
import { functionFact, type ClassVariables } from "./function-facts";
import { newestPoint, type Realm } from "./realm";
import { isDefinition, realmOf, type Definition } from "./stub-program";
import {
  bindingAt,
  boundMethod,
  callableAt,
  isProperty,
  realmOfSightings,
  sightingAt,
  sightings,
  type StubView,
} from "./stub-view";
import { formatType, isUnknown, substitute, type StubType } from "./type-notation";
import { renameTypes } from "./rename-types";
import { TypeReader, classAt, type TypePlace } from "./type-reader";

/** One row of `typeshed-types.json`; see the README beside this file for the notation. */
export interface TypeFact extends ClassFact {
  readonly type?: string;
  readonly binds?: "class" | "static" | "property";
}

/** The table of facts, and the other names under which its ids are known. */
export interface TypeFacts {
  readonly aliases: Map<string, string>;
  readonly types: Map<string, TypeFact>;
}

/** Special methods that tell nothing that the language does not: their results are always the same. */
const UNTELLING =
  /^__(init|new|init_subclass|class_getitem|eq|ne|lt|le|gt|ge|hash|bool|len|repr|str|format|contains|exit|aexit|del|setattr|delattr|getattr|getattribute|setitem|delitem|set|delete|set_name|reduce|reduce_ex|getstate|setstate|getnewargs|getnewargs_ex|sizeof|dir|slots|match_args|instancecheck|subclasscheck|subclasshook|prepare|mro_entries|buffer|release_buffer|index|int|float|complex|bytes|length_hint|missing|doc|module|dict|weakref|post_init|signature|static_attributes|firstlineno|annotations|annotate|type_params|qualname)__$/;

/** Gives the type facts of everything public, and of private classes that these lead to. */
export function collectTypeFacts(views: readonly StubView[]): TypeFacts {
  const reader = new TypeReader();
  const types = new Map<string, TypeFact>();
  const aliases = new Map<string, string>();
  for (const view of views)
    for (const path of view.names.paths.values()) {
      if (IGNORED_IDS.some((pattern) => pattern.test(path.id))) continue;
      addPath(reader, view, path.id, types, aliases);
    }
  for (const [alias, id] of GENERIC_ALIASES) {
    aliases.set(alias, id);
    types.delete(alias);
  }
  addMentioned(reader, types, aliases);
  for (const { ids, fact } of TYPE_CORRECTIONS)
    for (const id of ids) {
      types.set(id, withoutAbsent({ ...types.get(id), ...fact }));
      aliases.delete(id);
    }
  for (const [id, fact] of types) if (Object.keys(fact).length === 0) types.delete(id);
  const straight = straighten(aliases);
  const rename = (name: string): string => straight.get(name) ?? straight.get(`builtins.${name}`) ?? name;
  const inBuiltins = (name: string): string => rename(name).replace(/^builtins\./, "");
  for (const [id, fact] of types) types.set(id, renameTypes(fact, inBuiltins));
  return { aliases: straight, types };
}

/** Older releases may know an alias by what newer ones call an alias itself. */
function straighten(aliases: ReadonlyMap<string, string>): Map<string, string> {
  const straight = new Map<string, string>();
  for (const [alias, first] of aliases) {
    let id = first;
    for (let next = aliases.get(id); next !== undefined && next !== alias; next = aliases.get(id)) id = next;
    straight.set(alias, id);
  }
  return straight;
}

/** A correction sets to `undefined` what it takes away. */
function withoutAbsent(fact: TypeFact): TypeFact {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined));
}

function addPath(
  reader: TypeReader,
  view: StubView,
  id: string,
  types: Map<string, TypeFact>,
  aliases: Map<string, string>,
): void {
  // What a newer release calls another name of something stays one.
  if (aliases.has(id)) return;
  const found = sightings(view, id, []);
  const point = newestPoint(realmOfSightings(found));
  const definition = point === undefined ? undefined : sightingAt(found, point);
  if (!definition || point === undefined) return;
  const canonical = view.names.idOf(definition);
  // What a newer release describes under this id needs no older one to call it something else.
  if (types.has(id))
    return canonical === id ? addDefinition(reader, view, definition, point, id, types) : undefined;
  for (const other of [id, definition.key])
    if (other !== canonical && !aliases.has(other) && !types.has(other)) aliases.set(other, canonical);
  if (canonical === id) addDefinition(reader, view, definition, point, id, types);
}

/** Describes a definition, unless a newer release already has, and adds members that newer releases have forgotten. */
function addDefinition(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  id: string,
  types: Map<string, TypeFact>,
): void {
  if (!classAt(definition, point)) {
    if (!types.has(id)) types.set(id, describe(reader, view, definition, point, new Map()));
    return;
  }
  if (!types.has(id)) types.set(id, classFact(reader, view, definition, point));
  const variables = ownVariables(reader.parametersOf(definition, view, point));
  for (const member of membersOf(reader, view, definition, point, variables)) {
    const memberId = `${id}.${member.name}`;
    const memberPoint = newestPoint(realmOf(member.definition));
    if (IGNORED_IDS.some((pattern) => pattern.test(memberId))) continue;
    if (!isTold(member) || types.has(memberId) || memberPoint === undefined) continue;
    if (classAt(member.definition, memberPoint))
      addDefinition(reader, view, member.definition, memberPoint, memberId, types);
    else types.set(memberId, describe(reader, view, member.definition, memberPoint, member.variables));
  }
}

function isTold({ name }: ClassMember): boolean {
  return !UNTELLING.test(name) && (!name.startsWith("_") || /^_{1,2}\w+_{1,2}$/.test(name));
}

/** Private classes are described when some fact names them, under the name that the fact uses. */
function addMentioned(
  reader: TypeReader,
  types: Map<string, TypeFact>,
  aliases: ReadonlyMap<string, string>,
): void {
  const done = new Set<string>();
  for (let progress = true; progress;) {
    progress = false;
    for (const [name, { view, definition }] of [...reader.mentioned]) {
      if (done.has(name)) continue;
      done.add(name);
      progress = true;
      const id = name.includes(".") ? name : `builtins.${name}`;
      const point = newestPoint(realmOf(definition));
      // A class that an older release mentions may have become another name of one that is described.
      if (!types.has(id) && !aliases.has(id) && point !== undefined)
        addDefinition(reader, view, definition, point, id, types);
    }
  }
}

function describe(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  variables: ClassVariables,
): TypeFact {
  const place: TypePlace = { view, point, module: definition.module, owner: definition.owner };
  const bind = (type: StubType): StubType => substitute(type, (variable) => variables.get(variable.name));
  const callable = callableAt(view, definition, point);
  if (callable) {
    const binds = bindingAt(definition, point);
    return { ...functionFact(reader, callable, place, variables), ...(binds ? { binds } : {}) };
  }
  const declaration = definition.declarations.find((each) => (each.realm & point) !== 0n);
  if (declaration?.kind === "function" && isProperty(declaration)) {
    const fact = functionFact(
      reader,
      { definition, overloads: [declaration], parameters: [[]] },
      place,
      variables,
    );
    return fact.returns ? { type: fact.returns, binds: "property" } : { binds: "property" };
  }
  if (declaration?.kind !== "variable") return {};
  const { annotation, value } = declaration;
  if (!annotation && definition.owner && isEnum(view, definition.owner)) return { type: "self" };
  if (!annotation && value) {
    const aliased = aliasedMember(view, definition, point);
    if (aliased) return describe(reader, view, aliased, point, variables);
    return value.kind === "literal" ? { type: value.type } : {};
  }
  const read = bind(reader.read(annotation, place));
  const literal =
    isUnknown(read) && value?.kind === "literal" && value.type !== "None" ? value.type : undefined;
  if (literal) return { type: literal };
  return isUnknown(read) ? {} : { type: formatType(read) };
}

/** `__radd__ = __add__` in a class body. */
function aliasedMember(view: StubView, definition: Definition, point: Realm): Definition | undefined {
  const bound = boundMethod(view, definition, point);
  if (bound || !definition.owner) return bound;
  const variable = definition.declarations.find((each) => (each.realm & point) !== 0n);
  const value = variable?.kind === "variable" ? variable.value : undefined;
  if (value?.kind !== "name" || value.name === definition.name) return undefined;
  const target = view.program
    .member(definition.owner, value.name)
    .find((each) => (each.realm & point) !== 0n)?.target;
  return target && isDefinition(target) ? target : undefined;
}
