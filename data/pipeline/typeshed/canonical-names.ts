import { DOCUMENTED_PRIVATE, MERGED_CLASSES, PREFERRED_PATHS, SUBSTITUTES } from "./corrections";
import { isForeign, type StubModule } from "./load-release";
import { EVERYWHERE, NOWHERE, type Realm } from "./realm";
import { isDefinition, type Definition, type StubProgram } from "./stub-program";

/** One way to reach something by importing: a public name of a public module. */
export interface PublicPath {
  readonly id: string;
  readonly module: string;
  readonly name: string;
  /** Where the path exists, as far as the module itself does. */
  readonly realm: Realm;
  readonly definitions: readonly Definition[];
}

/** Which id each thing of a release goes by. */
export interface CanonicalNames {
  readonly paths: ReadonlyMap<string, PublicPath>;
  /** Gives the id of a definition: its best public path, else where the stubs define it. Members follow their class. */
  idOf(definition: Definition): string;
  /** Tells whether some public path leads to a definition or to the class around it. */
  isPublic(definition: Definition): boolean;
  /** Tells whether a class is only the private half of a public class, as `_io._IOBase` is of `io.IOBase`. */
  isMerged(definition: Definition): boolean;
}

/** Finds every public path of a release and picks one for each thing. */
export function nameEverything(program: StubProgram): CanonicalNames {
  const paths = collectPaths(program);
  const chosen = choosePaths(paths);
  const merged = mergeHalves(program, paths, chosen);
  const isPublic = (definition: Definition): boolean =>
    definition.owner ? isPublic(definition.owner) : chosen.has(definition.key);
  const idOf = (definition: Definition): string => {
    if (definition.owner) return `${idOf(definition.owner)}.${definition.name}`;
    return merged.get(definition.key) ?? chosen.get(definition.key)?.id ?? definition.key;
  };
  return { paths, idOf, isPublic, isMerged: (definition) => merged.has(definition.key) };
}

/** Tells whether a dotted module name has no private part. */
export function isPublicModule(name: string): boolean {
  return !isForeign(name) && !/(^|\.)_(?!_future__$)/.test(name);
}

function collectPaths(program: StubProgram): Map<string, PublicPath> {
  const paths = new Map<string, PublicPath>();
  for (const module of program.modules.values()) {
    if (!isPublicModule(module.name)) continue;
    for (const [name, exported] of publicNames(program, module)) {
      const found = program.lookup(module, name).filter(({ realm }) => (realm & exported) !== NOWHERE);
      const definitions = found.map(({ target }) => target).filter(isDefinition);
      const realm = found.reduce((sum, each) => sum | each.realm, NOWHERE) & exported & module.realm;
      if (definitions.length === 0 || definitions.every(isForCheckersOnly)) continue;
      const id = `${module.name}.${name}`;
      paths.set(id, { id, module: module.name, name, realm, definitions: [...new Set(definitions)] });
    }
  }
  return paths;
}

/** Leading underscores hide even what `__all__` lists, unless the documentation says otherwise. */
function publicNames(program: StubProgram, module: StubModule): [string, Realm][] {
  const names = [...program.exports(module)].filter(([name]) => !name.startsWith("_"));
  for (const declaration of module.declarations)
    if ("name" in declaration && DOCUMENTED_PRIVATE.test(`${module.name}.${declaration.name}`))
      names.push([declaration.name, EVERYWHERE]);
  return names;
}

/** Names that stubs need and no interpreter has. */
function isForCheckersOnly(definition: Definition): boolean {
  if (isForeign(definition.module.name) || /^builtins\.(function|ellipsis|reveal_\w+)$/.test(definition.key))
    return true;
  const { declarations } = definition;
  return (
    declarations.every((each) =>
      each.kind === "variable"
        ? each.value?.kind === "call" && /^(TypeVar|ParamSpec|TypeVarTuple)$/.test(nameOf(each.value.callee))
        : each.decorators.some((decorator) => nameOf(decorator) === "type_check_only"),
    ) && definition.key !== "typing.AnyStr"
  );
}

function nameOf(expression: { readonly kind: string; readonly name?: unknown }): string {
  return typeof expression.name === "string" ? expression.name : "";
}

function choosePaths(paths: ReadonlyMap<string, PublicPath>): Map<string, PublicPath> {
  const chosen = new Map<string, PublicPath>();
  for (const path of paths.values())
    for (const definition of path.definitions) {
      const rival = chosen.get(definition.key);
      if (!rival || comparePaths(path, rival, definition) < 0) chosen.set(definition.key, path);
    }
  return chosen;
}

/** Orders two paths to the same thing, the better one first. */
function comparePaths(left: PublicPath, right: PublicPath, definition: Definition): number {
  const [a = [], b = []] = [left, right].map((path) => {
    const preference = PREFERRED_PATHS.findIndex((pattern) => pattern.test(path.id));
    const samePackage = packageOf(path.module) === packageOf(definition.module.name);
    return [
      SUBSTITUTES.test(path.module) ? 1 : 0,
      preference < 0 ? PREFERRED_PATHS.length : preference,
      samePackage ? 0 : 1,
      path.module.split(".").length,
      path.module === definition.module.name ? 0 : 1,
      path.name === definition.name ? 0 : 1,
    ];
  });
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return left.id < right.id ? -1 : 1;
}

/** The accelerator `_socket` belongs to `socket`. */
function packageOf(module: string): string {
  return (module.split(".")[0] ?? "").replace(/^_/, "");
}

/**
 * Finds private base classes whose whole purpose is to be the base of a public class of the same name, and gives the id
 * of that class for each.
 */
function mergeHalves(
  program: StubProgram,
  paths: ReadonlyMap<string, PublicPath>,
  chosen: ReadonlyMap<string, PublicPath>,
): Map<string, string> {
  const merged = new Map<string, string>();
  for (const path of paths.values())
    for (const definition of path.definitions) {
      if (chosen.get(definition.key) !== path) continue;
      for (const { target } of program.bases(definition)) {
        if (!isDefinition(target) || target === definition) continue;
        if (MERGED_CLASSES.get(target.key) === path.id || isPrivateHalf(target, definition))
          merged.set(target.key, path.id);
      }
    }
  return merged;
}

function isPrivateHalf(base: Definition, definition: Definition): boolean {
  const ofAccelerator =
    base.module.name.startsWith("_") && packageOf(base.module.name) === packageOf(definition.module.name);
  return ofAccelerator && base.name.replace(/^_/, "") === definition.name;
}
