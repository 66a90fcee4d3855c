import type { ClassVariables } from "./function-facts";
import { constructorFact, limitOf } from "./function-facts";
import type { FunctionFact } from "./overloads";
import { isNameable } from "./places";
import { NOWHERE, type Realm } from "./realm";
import { isDefinition, type Definition } from "./stub-program";
import { callableAt, type StubView } from "./stub-view";
import { formatType, named, substitute, type StubType, type TypeVariable } from "./type-notation";
import { classAt, type TypePlace, type TypeReader } from "./type-reader";

/** What is told of a class. The result of calling it is told only when it is more than an instance. */
export interface ClassFact extends FunctionFact {
  /** Nearest first; `object` and helpers of type checkers are left out. */
  readonly bases?: readonly string[];
  /** How many type parameters it has; told of every class. */
  readonly params?: number;
  /** What `$0`, `$1`, ... are when nothing tells; `?` where nothing is known. */
  readonly defaults?: readonly string[];
  readonly enum?: true;
}

/** A member of a class, and what the type variables of the class that declares it stand for. */
export interface ClassMember {
  readonly name: string;
  readonly definition: Definition;
  readonly variables: ClassVariables;
}

/** Describes a class at a point. */
export function classFact(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
): ClassFact {
  const parameters = reader.parametersOf(definition, view, point);
  const bases = basesOf(reader, view, definition, point, ownVariables(parameters)).map(formatType);
  const defaults = parameters.map((each) => formatType(each.default ?? limitOf(each) ?? each));
  const name = view.names.idOf(definition).replace(/^builtins\./, "");
  const constructor = callableAt(view, definition, point);
  const place = { view, point, module: definition.module, owner: definition.owner };
  return {
    ...(bases.length > 0 ? { bases } : {}),
    params: parameters.length,
    ...(defaults.some((each) => each !== "?") ? { defaults } : {}),
    ...(isEnum(view, definition) ? { enum: true as const } : {}),
    ...(constructor && !isEnum(view, definition)
      ? constructorFact(reader, constructor, place, name, parameters)
      : {}),
  };
}

/** Gives `$0`, `$1`, ... for the parameters of a class. */
export function ownVariables(parameters: readonly TypeVariable[]): ClassVariables {
  return new Map(parameters.map(({ name }, index) => [name, { kind: "reference", text: `$${index}` }]));
}

/** Lists the members of a class and of those bases that nobody can name. */
export function membersOf(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  variables: ClassVariables,
  seen = new Set<string>(),
): ClassMember[] {
  seen.add(definition.key);
  const found = [...view.program.members(definition)].map(([name, member]) => ({
    name,
    definition: member,
    variables,
  }));
  for (const base of hiddenBases(reader, view, definition, point, variables)) {
    if (seen.has(base.definition.key)) continue;
    const inherited = membersOf(reader, view, base.definition, point, base.variables, seen);
    for (const member of inherited) if (found.every((each) => each.name !== member.name)) found.push(member);
  }
  return found;
}

/** Tells whether the members of a class are enumeration members. */
export function isEnum(view: StubView, definition: Definition, seen = new Set<string>()): boolean {
  if (definition.key === "enum.Enum") return true;
  seen.add(definition.key);
  return view.program
    .bases(definition)
    .some(({ target }) => isDefinition(target) && !seen.has(target.key) && isEnum(view, target, seen));
}

interface HiddenBase {
  readonly definition: Definition;
  readonly variables: ClassVariables;
}

function hiddenBases(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  variables: ClassVariables,
): HiddenBase[] {
  return readBases(reader, view, definition, point, variables).flatMap(({ type, target }) => {
    if (!target || isNameable(view, target)) return [];
    const args = type.kind === "named" ? type.args : [];
    const parameters = reader.parametersOf(target, view, point);
    return [
      {
        definition: target,
        variables: new Map(parameters.map((each, index) => [each.name, args[index] ?? each])),
      },
    ];
  });
}

function basesOf(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  variables: ClassVariables,
  seen = new Set<string>(),
): StubType[] {
  seen.add(definition.key);
  const found: StubType[] = [];
  const add = (type: StubType): void => {
    if (
      type.kind !== "named" ||
      type.name === "object" ||
      found.some((each) => each.kind === "named" && each.name === type.name)
    )
      return;
    found.push(type);
  };
  for (const { type, target } of readBases(reader, view, definition, point, variables)) {
    if (target?.key === "typing.NamedTuple")
      add(named("tuple", fieldsOf(reader, view, definition, point, variables)));
    else if (!target || isNameable(view, target)) add(type);
    else if (!seen.has(target.key)) {
      const hidden = hiddenBases(reader, view, definition, point, variables).find(
        (each) => each.definition === target,
      );
      basesOf(reader, view, target, point, hidden?.variables ?? new Map(), seen).forEach(add);
    }
  }
  return found;
}

function readBases(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  variables: ClassVariables,
): { type: StubType; target: Definition | undefined }[] {
  const place: TypePlace = { view, point, module: definition.module, owner: definition.owner };
  return (classAt(definition, point)?.bases ?? []).flatMap((base) => {
    const type = substitute(reader.read(base, place), (variable) => variables.get(variable.name));
    if (type.kind !== "named") return [];
    const resolved = view.program
      .resolve(base, place)
      .find(({ realm }) => (realm & point) !== NOWHERE)?.target;
    const direct = resolved && isDefinition(resolved) && classAt(resolved, point) ? resolved : undefined;
    return [{ type, target: direct ?? reader.mentioned.get(type.name)?.definition }];
  });
}

/** The fields of a named tuple, which is a tuple of their types. */
function fieldsOf(
  reader: TypeReader,
  view: StubView,
  definition: Definition,
  point: Realm,
  variables: ClassVariables,
): StubType[] {
  const place: TypePlace = { view, point, module: definition.module, owner: definition };
  return (classAt(definition, point)?.body ?? []).flatMap((each) =>
    each.kind === "variable" && each.annotation
      ? [substitute(reader.read(each.annotation, place), (variable) => variables.get(variable.name))]
      : [],
  );
}
