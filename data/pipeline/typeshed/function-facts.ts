import { argumentPath, type TypedParameter } from "./argument-paths";
import type { FunctionDeclaration, StubParameter } from "./declaration";
import { lastName } from "./expression";
import { combineOverloads, type FunctionFact, type TypedOverload } from "./overloads";
import { bindingOf } from "./signature";
import type { Definition } from "./stub-program";
import type { CallableStub } from "./stub-view";
import { formatType, named, substitute, UNKNOWN, type StubType, type TypeVariable } from "./type-notation";
import type { TypePlace, TypeReader } from "./type-reader";

/** What variables of the class around a function stand for: `$0`, or what a subclass binds them to. */
export type ClassVariables = ReadonlyMap<string, StubType>;

/** Says what calling a function gives. */
export function functionFact(
  reader: TypeReader,
  callable: CallableStub,
  place: TypePlace,
  variables: ClassVariables,
): FunctionFact {
  const inside = placeOf(callable.definition, place);
  const overloads = callable.overloads.map((declaration, index) => {
    const receiver = readReceiver(reader, declaration, callable.definition, inside);
    const { type, awaitable } = readResult(reader, declaration, inside);
    const bind = (variable: TypeVariable): StubType | undefined =>
      receiver.variables.has(variable.name) ? SELF : variables.get(variable.name);
    const parameters = readParameters(reader, callable.parameters[index] ?? [], inside).map((each) => ({
      ...each,
      type: substitute(each.type, bind),
    }));
    return bindOverload(substitute(type, bind), awaitable, parameters);
  });
  return combineOverloads(overloads);
}

/**
 * Says what calling a class gives when that is more than a plain instance: type arguments that the call decides, or
 * another class altogether.
 */
export function constructorFact(
  reader: TypeReader,
  callable: CallableStub,
  place: TypePlace,
  name: string,
  parameters: readonly TypeVariable[],
): FunctionFact {
  const inside = placeOf(callable.definition, place);
  const instance = named(name, name === "tuple" ? [...parameters, { kind: "rest" }] : parameters);
  const overloads = callable.overloads.map((declaration, index) => {
    const receiver = readReceiver(reader, declaration, callable.definition, inside);
    const given = readParameters(reader, callable.parameters[index] ?? [], inside);
    const result =
      declaration.name === "__new__" ? readResult(reader, declaration, inside).type : receiver.type;
    const isInstance = result.kind !== "named" || !result.name || receiver.variables.size > 0;
    return bindOverload(isInstance ? instance : result, false, given);
  });
  const fact = combineOverloads(overloads);
  const isPlain =
    fact.returns === name && !fact.returnsByCount && !fact.returnsByType && !fact.returnsByLiteral;
  return isPlain ? {} : fact;
}

const SELF: StubType = { kind: "reference", text: "self" };

function placeOf(definition: Definition, { view, point }: TypePlace): TypePlace {
  return { view, point, module: definition.module, owner: definition.owner };
}

interface Receiver {
  /** What `self` is annotated with. */
  readonly type: StubType;
  /** Variables that stand for the receiver's own type, in `def copy(self: T) -> T`. */
  readonly variables: ReadonlySet<string>;
}

function readReceiver(
  reader: TypeReader,
  declaration: FunctionDeclaration,
  { owner }: Definition,
  place: TypePlace,
): Receiver {
  const annotation = declaration.parameters[0]?.annotation;
  if (!owner || !annotation || bindingOf(declaration) === "static")
    return { type: UNKNOWN, variables: new Set() };
  const read = reader.read(annotation, place);
  const type = read.kind === "named" && read.name === "type" ? (read.args[0] ?? UNKNOWN) : read;
  return { type, variables: new Set(type.kind === "variable" ? [type.name] : []) };
}

function readParameters(
  reader: TypeReader,
  parameters: readonly StubParameter[],
  place: TypePlace,
): readonly TypedParameter[] {
  return parameters.map(({ name, kind, hasDefault, annotation }) => ({
    name,
    kind,
    hasDefault,
    type: reader.read(annotation, place),
  }));
}

function bindOverload(
  type: StubType,
  awaitable: boolean,
  parameters: readonly TypedParameter[],
): TypedOverload {
  const bound = substitute(type, (variable) => {
    const path = argumentPath(variable.name, parameters);
    return path === undefined ? unbound(variable) : { kind: "reference", text: path };
  });
  const otherwise = substitute(type, (variable) => limitOf(variable) ?? unbound(variable));
  return { type: bound, otherwise, unbound: substitute(type, () => UNKNOWN), awaitable, parameters };
}

/** What a variable is at the least. Unions and protocols that only checkers know would tell nothing. */
export function limitOf({ limit, constrained }: TypeVariable): StubType | undefined {
  if (!limit || constrained) return limit;
  return limit.kind === "named" && !/(^|[.[|])_/.test(formatType(limit)) ? limit : undefined;
}

/** Nothing in the call binds the variable. */
function unbound(variable: TypeVariable): StubType {
  return variable.default ?? (variable.constrained ? variable.limit : undefined) ?? UNKNOWN;
}

function readResult(
  reader: TypeReader,
  declaration: FunctionDeclaration,
  place: TypePlace,
): { readonly type: StubType; readonly awaitable: boolean } {
  const type = reader.read(declaration.returns, place);
  if (declaration.isAsync) return { type, awaitable: true };
  if (type.kind !== "named") return { type, awaitable: false };
  const decorators = declaration.decorators.map(lastName);
  const [first = UNKNOWN, , third = UNKNOWN] = type.args;
  if (decorators.includes("contextmanager"))
    return { type: named("contextlib.AbstractContextManager", [first]), awaitable: false };
  if (decorators.includes("asynccontextmanager"))
    return { type: named("contextlib.AbstractAsyncContextManager", [first]), awaitable: false };
  if (decorators.includes("coroutine") && type.name === "collections.abc.Generator")
    return { type: third, awaitable: true };
  if (type.name === "collections.abc.Coroutine") return { type: third, awaitable: true };
  if (type.name === "collections.abc.Awaitable") return { type: first, awaitable: true };
  if (type.name === "contextlib._GeneratorContextManager")
    return { type: named("contextlib.AbstractContextManager", [first]), awaitable: false };
  return { type, awaitable: false };
}
