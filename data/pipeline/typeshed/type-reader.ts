import { GENERIC_ALIASES } from "./corrections";
import type { ClassDeclaration, VariableDeclaration } from "./declaration";
import { lastName, readDottedName, type Expression } from "./expression";
import { NOWHERE, type Realm } from "./realm";
import { isDefinition, type Definition, type StubScope } from "./stub-program";
import type { StubView } from "./stub-view";
import {
  joinTypes,
  named,
  NONE,
  substitute,
  UNKNOWN,
  variablesOf,
  type LiteralValue,
  type StubType,
  type TypeVariable,
} from "./type-notation";

/** Where a type is written, and the point at which its names are looked up. */
export interface TypePlace extends StubScope {
  readonly view: StubView;
  readonly point: Realm;
}

/** Aliases may be built on aliases, but not without end. */
const DEEPEST_ALIAS = 12;

/** Names of typing that mean their only or first argument. */
const TRANSPARENT = /^(ClassVar|Final|Annotated|Required|NotRequired|ReadOnly)$/;

/** Private classes whose first type argument is all that matters, and the public class that says as much. */
const SIMPLER_CLASSES: ReadonlyMap<string, string> = new Map([
  ["contextlib._GeneratorContextManager", "contextlib.AbstractContextManager"],
  ["contextlib._AsyncGeneratorContextManager", "contextlib.AbstractAsyncContextManager"],
]);

/** Reads types of stubs, and remembers which classes they mention. */
export class TypeReader {
  /** Every class that a type was made of, by id. */
  readonly mentioned = new Map<string, { readonly view: StubView; readonly definition: Definition }>();

  /** Reads an annotation; whatever cannot be told is unknown. */
  read(expression: Expression | undefined, place: TypePlace, depth = 0): StubType {
    if (!expression || depth > DEEPEST_ALIAS) return UNKNOWN;
    switch (expression.kind) {
      case "literal":
        if (expression.type === "None") return NONE;
        return expression.type === "str" && /^[\w.]+$/.test(expression.text)
          ? this.read(readDottedName(expression.text), place, depth)
          : UNKNOWN;
      case "binary":
        if (expression.operator !== "|") return UNKNOWN;
        return this.union([expression.left, expression.right], place, depth);
      case "name":
      case "attribute":
        return this.readNamed(expression, [], place, depth);
      case "subscript":
        return this.readNamed(expression.object, expression.items, place, depth);
      default:
        return UNKNOWN;
    }
  }

  /** Gives the type variables that a class is generic over, in order. */
  parametersOf(definition: Definition, view: StubView, point: Realm): TypeVariable[] {
    const declaration = classAt(definition, point);
    if (!declaration) return [];
    const place = { view, point, module: definition.module, owner: definition.owner };
    if (declaration.typeParameters.length > 0) return declaration.typeParameters.map(plainVariable);
    const explicit = declaration.bases.find(
      (base) => base.kind === "subscript" && /^(Generic|Protocol)$/.test(lastName(base.object) ?? ""),
    );
    const sources = explicit?.kind === "subscript" ? explicit.items : declaration.bases;
    const found = new Map<string, TypeVariable>();
    for (const source of sources)
      for (const variable of variablesOf(this.read(source, place)))
        if (!found.has(variable.name)) found.set(variable.name, variable);
    return [...found.values()];
  }

  private union(members: readonly Expression[], place: TypePlace, depth: number): StubType {
    // `X | Any` is how stubs say "an X, but checking for the rest would be a nuisance".
    const types = members.map((each) => this.read(each, place, depth));
    const known = types.filter((each) => each.kind !== "unknown");
    return known.length === 0 ? UNKNOWN : joinTypes(known);
  }

  private readNamed(
    name: Expression,
    items: readonly Expression[],
    place: TypePlace,
    depth: number,
  ): StubType {
    const last = lastName(name);
    if (last === "MaybeNone") return NONE;
    if (name.kind === "name" && isOwnParameter(name.name, place)) return plainVariable(name.name);
    const found = place.view.program.resolve(name, place);
    const target = found.find(({ realm }) => (realm & place.point) !== NOWHERE)?.target;
    if (!target) return UNKNOWN;
    if (!isDefinition(target)) return named("types.ModuleType");
    const special = this.readSpecial(target, items, place, depth);
    if (special) return special;
    const declaration = target.declarations.find((each) => (each.realm & place.point) !== NOWHERE);
    if (declaration?.kind === "class") return this.readClass(target, items, place, depth);
    if (declaration?.kind === "variable") return this.readVariable(declaration, target, items, place, depth);
    return UNKNOWN;
  }

  private readClass(
    target: Definition,
    items: readonly Expression[],
    place: TypePlace,
    depth: number,
  ): StubType {
    const { view } = place;
    if (isTypedDict(target, view)) return named("dict", [named("str"), UNKNOWN]);
    const id = view.names.idOf(target).replace(/^builtins\./, "");
    const name = SIMPLER_CLASSES.get(id) ?? id;
    if (!this.mentioned.has(name)) this.mentioned.set(name, { view, definition: target });
    const args = items.map((item) =>
      item.kind === "ellipsis" ? { kind: "rest" as const } : this.read(item, place, depth),
    );
    return named(name, args);
  }

  private readVariable(
    declaration: VariableDeclaration,
    target: Definition,
    items: readonly Expression[],
    place: TypePlace,
    depth: number,
  ): StubType {
    const { value, annotation } = declaration;
    const inside = { ...place, module: target.module, owner: target.owner };
    if (value?.kind === "call") return this.readTypeCall(declaration.name, value, inside, depth);
    if (!value || (annotation && lastName(annotation) !== "TypeAlias")) return UNKNOWN;
    const aliased = this.read(value, inside, depth + 1);
    const parameters = variablesOf(aliased);
    return substitute(aliased, (variable) => {
      const item = items[parameters.findIndex((each) => each.name === variable.name)];
      return item ? this.read(item, place, depth + 1) : (variable.default ?? UNKNOWN);
    });
  }

  /** `TypeVar("T", ...)`, `NewType("N", int)`. */
  private readTypeCall(
    name: string,
    call: Expression & { kind: "call" },
    place: TypePlace,
    depth: number,
  ): StubType {
    const callee = lastName(call.callee);
    if (callee === "NewType") return this.read(call.items[1], place, depth + 1);
    if (callee !== "TypeVar") return UNKNOWN;
    const keyword = (key: string): Expression | undefined =>
      call.keywords.find((each) => each.name === key)?.value;
    const constraints = call.items.slice(1);
    const limit =
      constraints.length > 0
        ? this.union(constraints, place, depth + 1)
        : this.read(keyword("bound"), place, depth + 1);
    const fallback = keyword("default");
    return {
      kind: "variable",
      name,
      constrained: constraints.length > 0,
      limit: limit.kind === "unknown" ? undefined : limit,
      default: fallback ? this.read(fallback, place, depth + 1) : undefined,
    };
  }

  /** Forms of the typing module that are no classes. `undefined`: not one of them. */
  private readSpecial(
    target: Definition,
    items: readonly Expression[],
    place: TypePlace,
    depth: number,
  ): StubType | undefined {
    if (!/^(typing|typing_extensions|_typeshed)$/.test(target.module.name) || target.owner) return undefined;
    if (TRANSPARENT.test(target.name)) return this.read(items[0], place, depth);
    const generic = GENERIC_ALIASES.get(`typing.${target.name}`);
    const stands = generic ? definitionOf(generic, place) : undefined;
    if (stands) return this.readClass(stands, items, place, depth);
    switch (target.name) {
      case "Any":
      case "Incomplete":
      case "Unused":
      case "Concatenate":
      case "Unpack":
        return UNKNOWN;
      case "Optional":
        return joinTypes([this.read(items[0], place, depth), NONE]);
      case "Union":
        return this.union(items, place, depth);
      case "Literal":
        return joinTypes(items.map((item) => this.readLiteral(item, place)));
      case "LiteralString":
        return named("str");
      case "Callable":
        return named("collections.abc.Callable", [UNKNOWN, this.read(items[1], place, depth)]);
      case "Self":
        return { kind: "reference", text: "self" };
      case "NoReturn":
      case "Never":
        return named("typing.Never");
      case "TypeGuard":
      case "TypeIs":
        return named("bool");
      default:
        return undefined;
    }
  }

  private readLiteral(item: Expression, place: TypePlace): StubType {
    if (item.kind === "literal") {
      const value = literalValue(item);
      return item.type === "None" ? NONE : { kind: "literal", name: item.type, value };
    }
    // `Literal[Colour.RED]` is a Colour; the name of an alias stands for its literals.
    return item.kind === "attribute" ? this.read(item.object, place) : this.read(item, place);
  }
}

function definitionOf(id: string, { view }: TypePlace): Definition | undefined {
  const [, module = "", name = ""] = /^(.*)\.(\w+)$/.exec(id) ?? [];
  const stub = view.program.modules.get(module);
  const target = stub && view.program.lookup(stub, name)[0]?.target;
  return target && isDefinition(target) ? target : undefined;
}

/** Gives the value of a literal as JSON has it. */
export function literalValue(item: Expression & { kind: "literal" }): LiteralValue {
  if (item.type === "None") return null;
  if (item.type === "bool") return item.text === "True";
  return item.type === "int" || item.type === "float" ? Number(item.text) : item.text;
}

/** Gives the class declaration that counts at a point. */
export function classAt(definition: Definition, point: Realm): ClassDeclaration | undefined {
  return definition.declarations.find(
    (each): each is ClassDeclaration => each.kind === "class" && (each.realm & point) !== NOWHERE,
  );
}

function plainVariable(name: string): TypeVariable {
  return { kind: "variable", name, limit: undefined, default: undefined, constrained: false };
}

/** Type parameters of `class A[T]` have no definition of their own. */
function isOwnParameter(name: string, place: TypePlace): boolean {
  for (let owner = place.owner; owner; owner = owner.owner)
    if (classAt(owner, place.point)?.typeParameters.includes(name)) return true;
  return false;
}

function isTypedDict(definition: Definition, view: StubView, seen = new Set<string>()): boolean {
  seen.add(definition.key);
  return definition.declarations.some(
    (each) =>
      each.kind === "class" &&
      each.bases.some((base) => {
        if (lastName(base) === "TypedDict") return true;
        const target = view.program.resolve(base, definition)[0]?.target;
        return !!target && isDefinition(target) && !seen.has(target.key) && isTypedDict(target, view, seen);
      }),
  );
}
