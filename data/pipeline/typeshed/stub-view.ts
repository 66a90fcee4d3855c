import { nameEverything, type CanonicalNames } from "./canonical-names";
import { MISTAKEN_IDS } from "./corrections";
import type { FunctionDeclaration, StubParameter } from "./declaration";
import { dottedParts, lastName, type Expression } from "./expression";
import type { StubModule } from "./load-release";
import { NOWHERE, type Realm } from "./realm";
import type { PyrightRelease } from "./releases";
import { bindingOf, callerParameters } from "./signature";
import { isDefinition, StubProgram, type Definition } from "./stub-program";

/** The stubs of one release, ready to be asked. */
export interface StubView {
  readonly release: PyrightRelease;
  readonly program: StubProgram;
  readonly names: CanonicalNames;
}

/** A definition, and where it is the one that an id means. */
export interface Sighting {
  readonly realm: Realm;
  readonly definition: Definition;
}

/** Makes the view of a release's stubs. */
export function viewStubs(release: PyrightRelease, modules: readonly StubModule[]): StubView {
  const program = new StubProgram(modules);
  const names = nameEverything(program);
  const mistaken = MISTAKEN_IDS[release.version];
  const paths = new Map([...names.paths].filter(([id]) => !mistaken?.test(id)));
  return { release, program, names: { ...names, paths } };
}

/**
 * Finds what an id means in a release: a public path, then names of members, inherited ones included.
 * Empty when the release does not know it.
 */
export function sightings(view: StubView, pathId: string, members: readonly string[]): Sighting[] {
  const path = view.names.paths.get(pathId);
  const module = path && view.program.modules.get(path.module);
  if (!path || !module) return [];
  let found: Sighting[] = view.program
    .lookup(module, path.name)
    .flatMap(({ realm, target }) =>
      isDefinition(target) && (realm & path.realm) !== NOWHERE
        ? [{ realm: realm & path.realm, definition: target }]
        : [],
    );
  for (const name of members)
    found = found.flatMap(({ realm, definition }) =>
      view.program.member(definition, name).flatMap((member) => {
        const shared = member.realm & realm;
        return isDefinition(member.target) && shared !== NOWHERE
          ? [{ realm: shared, definition: member.target }]
          : [];
      }),
    );
  return found;
}

/** Gives the realm in which any sighting exists. */
export function realmOfSightings(found: readonly Sighting[]): Realm {
  return found.reduce((realm, sighting) => realm | sighting.realm, NOWHERE);
}

/** Gives the sighting that counts at one point. */
export function sightingAt(found: readonly Sighting[], point: Realm): Definition | undefined {
  return found.find((sighting) => (sighting.realm & point) !== NOWHERE)?.definition;
}

/** A callable at one point: its overloads, in order. */
export interface CallableStub {
  readonly overloads: readonly FunctionDeclaration[];
  /** The parameters that a caller fills in, overload by overload. */
  readonly parameters: readonly (readonly StubParameter[])[];
  /** Whose body declares the overloads; for a constructor, that of `__init__` or `__new__`. */
  readonly definition: Definition;
}

/** Gives the callable that a definition is at a point: a function, or the constructor of a class. */
export function callableAt(view: StubView, definition: Definition, point: Realm): CallableStub | undefined {
  const active = definition.declarations.filter((each) => (each.realm & point) !== NOWHERE);
  if (active.some((each) => each.kind === "class")) return constructorAt(view, definition, point);
  const bound = boundMethod(view, definition, point);
  if (bound) return callableAt(view, bound, point);
  const overloads = active.filter((each) => each.kind === "function" && !isAccessor(each));
  const functions = overloads.filter((each) => each.kind === "function");
  if (functions.length === 0 || functions.some(isProperty)) return undefined;
  // Only the last of several plain definitions counts; overloads count together.
  const overloaded = functions.filter((each) =>
    each.decorators.some((decorator) => lastName(decorator) === "overload"),
  );
  const counting = overloaded.length > 0 ? overloaded : functions.slice(-1);
  const parameters = counting.map((each) => callerParameters(each, definition.owner !== undefined));
  return { overloads: counting, parameters, definition };
}

/** Tells whether a function is read like an attribute. */
export function isProperty(declaration: FunctionDeclaration): boolean {
  return declaration.decorators.some((each) => /property|_magic_enum_attr$/i.test(lastName(each) ?? ""));
}

/** Setters and deleters repeat the name of their property. */
function isAccessor(declaration: FunctionDeclaration): boolean {
  return declaration.decorators.some(
    (each) => each.kind === "attribute" && /^(setter|deleter)$/.test(each.name),
  );
}

/** `__init__` decides, unless only `__new__` is any class's own. */
function constructorAt(view: StubView, definition: Definition, point: Realm): CallableStub | undefined {
  for (const name of ["__init__", "__new__"]) {
    const { target } =
      view.program.member(definition, name).find((each) => (each.realm & point) !== NOWHERE) ?? {};
    if (target && isDefinition(target) && target.owner?.key !== "builtins.object")
      return callableAt(view, target, point);
  }
  return undefined;
}

/** `seed = _inst.seed` makes a function of a module out of a method of an instance. */
export function boundMethod(view: StubView, definition: Definition, point: Realm): Definition | undefined {
  const variable = definition.declarations.find(
    (each) => each.kind === "variable" && (each.realm & point) !== NOWHERE,
  );
  const value = variable?.kind === "variable" && !variable.annotation ? variable.value : undefined;
  const parts = value && dottedParts(value);
  if (!parts || parts.length < 2 || value?.kind !== "attribute") return undefined;
  const scope = { module: definition.module, owner: definition.owner };
  const instance = view.program
    .resolve(value.object, scope)
    .map(({ target }) => target)
    .find(isDefinition);
  const typed = instance?.declarations.find(
    (each) => each.kind === "variable" && (each.realm & point) !== NOWHERE,
  );
  const annotation: Expression | undefined = typed?.kind === "variable" ? typed.annotation : undefined;
  if (!instance || !annotation) return undefined;
  const owner = view.program.resolve(annotation, { module: instance.module, owner: instance.owner });
  const type = owner.map(({ target }) => target).find(isDefinition);
  const method =
    type && view.program.member(type, value.name).find((each) => (each.realm & point) !== NOWHERE)?.target;
  return method && isDefinition(method) && method !== definition ? method : undefined;
}

/** Tells whether a function takes its receiver from an instance or a class. */
export function bindingAt(definition: Definition, point: Realm): "class" | "static" | undefined {
  if (!definition.owner) return undefined;
  const declaration = definition.declarations.find((each) => (each.realm & point) !== NOWHERE);
  const binding = declaration?.kind === "function" ? bindingOf(declaration) : "method";
  return binding === "method" ? undefined : binding;
}
