import type { ClassDeclaration, Declaration, FunctionDeclaration, VariableDeclaration } from "./declaration";
import { dottedParts, type Expression } from "./expression";
import type { StubModule } from "./load-release";
import { ModuleExports } from "./module-exports";
import { EVERYWHERE, NOWHERE, type Realm } from "./realm";

export type NamedDeclaration = FunctionDeclaration | ClassDeclaration | VariableDeclaration;

/** Everything that one module or class body declares under one name. */
export interface Definition {
  /** Qualified by the stub that declares it: `_io._IOBase.read`. */
  readonly key: string;
  readonly module: StubModule;
  readonly name: string;
  /** The class around it. */
  readonly owner: Definition | undefined;
  readonly declarations: readonly NamedDeclaration[];
}

/** What a name stands for in a realm. */
export interface Resolution {
  readonly realm: Realm;
  readonly target: Definition | StubModule;
}

/** Where a name is looked up. */
export interface StubScope {
  readonly module: StubModule;
  /** The class around the place, for nested classes. */
  readonly owner?: Definition | undefined;
}

/** Tells definitions from modules. */
export function isDefinition(target: Definition | StubModule): target is Definition {
  return "key" in target;
}

/** The stubs of one release, with every name resolved on demand. */
export class StubProgram {
  readonly modules: ReadonlyMap<string, StubModule>;
  private readonly exported: ModuleExports;
  private readonly definitions = new Map<string, Definition>();
  private readonly resolved = new Map<string, readonly Resolution[]>();
  private readonly classMembers = new Map<string, ReadonlyMap<string, Definition>>();

  constructor(modules: readonly StubModule[]) {
    this.modules = new Map(modules.map((module) => [module.name, module]));
    this.exported = new ModuleExports(this.modules);
  }

  /** Public names of a module, and the realm in which each is public. */
  exports(module: StubModule): ReadonlyMap<string, Realm> {
    return this.exported.publicNames(module);
  }

  /** Finds what a name means in a module; names of builtins are not looked for. Empty when the module has no such name. */
  lookup(module: StubModule, name: string): readonly Resolution[] {
    const key = `${module.name}:${name}`;
    const known = this.resolved.get(key);
    if (known) return known;
    // Stubs import each other in circles; while a name is being resolved it stands for nothing.
    this.resolved.set(key, []);
    const found = this.resolveInModule(module, name);
    this.resolved.set(key, found);
    return found;
  }

  /** Finds what a plain dotted name means at a place; subscripts count as what they are made on. */
  resolve(expression: Expression, scope: StubScope): readonly Resolution[] {
    if (expression.kind === "subscript") return this.resolve(expression.object, scope);
    const [first, ...rest] = dottedParts(expression) ?? [];
    if (!first) return [];
    let found = this.resolveName(first, scope);
    for (const name of rest) found = found.flatMap((resolution) => this.memberOf(resolution, name));
    return found;
  }

  /** Members that a class declares itself, by name. */
  members(definition: Definition): ReadonlyMap<string, Definition> {
    const known = this.classMembers.get(definition.key);
    if (known) return known;
    const bodies = definition.declarations.flatMap((each) => (each.kind === "class" ? each.body : []));
    const members = this.group(bodies, definition.module, definition);
    this.classMembers.set(definition.key, members);
    return members;
  }

  /** Base classes as far as they are classes of the stubs, in order. */
  bases(definition: Definition): readonly Resolution[] {
    const scope = { module: definition.module, owner: definition.owner };
    return definition.declarations.flatMap((declaration) => {
      if (declaration.kind !== "class") return [];
      return declaration.bases.flatMap((base) =>
        this.resolve(base, scope).map(({ realm, target }) => ({ realm: realm & declaration.realm, target })),
      );
    });
  }

  /** Finds the declarations of a member, inherited ones included, each with the realm in which it is the one that counts. */
  member(definition: Definition, name: string): readonly Resolution[] {
    const found = this.inheritedMember(definition, name, new Set());
    const rest = found.reduce((realm, resolution) => realm & ~resolution.realm, realmOf(definition));
    const object =
      this.modules.get("builtins") && this.lookup(this.modules.get("builtins")!, "object")[0]?.target;
    const own = object && isDefinition(object) ? this.members(object).get(name) : undefined;
    return own && rest !== NOWHERE ? [...found, { realm: rest & realmOf(own), target: own }] : found;
  }

  private inheritedMember(definition: Definition, name: string, seen: Set<string>): Resolution[] {
    if (seen.has(definition.key)) return [];
    seen.add(definition.key);
    const own = this.members(definition).get(name);
    const found: Resolution[] = own ? [{ realm: realmOf(own), target: own }] : [];
    for (const base of this.bases(definition)) {
      if (!isDefinition(base.target)) continue;
      for (const inherited of this.inheritedMember(base.target, name, new Set(seen))) {
        const taken = found.reduce((realm, each) => realm | each.realm, NOWHERE);
        const realm = inherited.realm & base.realm & ~taken;
        if (realm !== NOWHERE) found.push({ realm, target: inherited.target });
      }
    }
    return found;
  }

  private memberOf(resolution: Resolution, name: string): readonly Resolution[] {
    const { target, realm } = resolution;
    if (!isDefinition(target)) return narrow(this.lookup(target, name), realm);
    return target.declarations.some((each) => each.kind === "class")
      ? narrow(this.member(target, name), realm)
      : [];
  }

  private resolveName(name: string, scope: StubScope): readonly Resolution[] {
    for (let owner = scope.owner; owner; owner = owner.owner) {
      const member = this.members(owner).get(name);
      if (member?.declarations.some((each) => each.kind !== "function"))
        return this.resolveDefinition(member);
    }
    const found = this.lookup(scope.module, name);
    const builtins = this.modules.get("builtins");
    return found.length > 0 || !builtins ? found : this.lookup(builtins, name);
  }

  private resolveInModule(module: StubModule, name: string): Resolution[] {
    const found: Resolution[] = [];
    const own = this.ownDefinition(module, name);
    if (own) found.push(...this.resolveDefinition(own));
    for (const declaration of module.declarations) {
      if (declaration.kind === "import")
        found.push(...this.resolveImport(declaration.module, declaration.alias, name, declaration.realm));
      if (declaration.kind !== "from") continue;
      const source = this.exported.sourceOf(declaration, module);
      if (declaration.name === "*") {
        const target = this.modules.get(source);
        const starred = target && this.exported.starNames(target).get(name);
        if (target && starred) found.push(...narrow(this.lookup(target, name), declaration.realm & starred));
      } else if ((declaration.alias ?? declaration.name) === name) {
        found.push(...narrow(this.importedName(source, declaration.name), declaration.realm));
      }
    }
    const submodule = this.modules.get(`${module.name}.${name}`);
    if (found.length === 0 && submodule) found.push({ realm: submodule.realm, target: submodule });
    return found;
  }

  private resolveImport(module: string, alias: string | undefined, name: string, realm: Realm): Resolution[] {
    const target = this.modules.get(alias === undefined ? name : module);
    const binds = alias === undefined ? module.split(".")[0] === name : alias === name;
    return binds && target ? [{ realm: realm & target.realm, target }] : [];
  }

  private importedName(source: string, name: string): readonly Resolution[] {
    const module = this.modules.get(source);
    const found = module ? this.lookup(module, name) : [];
    const submodule = this.modules.get(`${source}.${name}`);
    return found.length === 0 && submodule ? [{ realm: submodule.realm, target: submodule }] : found;
  }

  private ownDefinition(module: StubModule, name: string): Definition | undefined {
    const key = `${module.name}.${name}`;
    if (!this.definitions.has(`${module.name}:`)) {
      for (const [each, definition] of this.group(module.declarations, module, undefined))
        this.definitions.set(`${module.name}.${each}`, definition);
      this.definitions.set(`${module.name}:`, {
        key: module.name,
        module,
        name: "",
        owner: undefined,
        declarations: [],
      });
    }
    const definition = this.definitions.get(key);
    return definition?.module === module ? definition : undefined;
  }

  /** A variable that is set to the plain name of a class or function is another name of it. */
  private resolveDefinition(definition: Definition): Resolution[] {
    const found: Resolution[] = [];
    const own: NamedDeclaration[] = [];
    for (const declaration of definition.declarations) {
      const aliased = declaration.kind === "variable" ? this.aliased(declaration, definition) : [];
      if (aliased.length === 0) own.push(declaration);
      found.push(...narrow(aliased, declaration.realm));
    }
    const realm = own.reduce((sum, each) => sum | each.realm, NOWHERE);
    if (own.length > 0) found.unshift({ realm, target: definition });
    return found;
  }

  private aliased(declaration: VariableDeclaration, definition: Definition): readonly Resolution[] {
    const { value, annotation } = declaration;
    const isAlias = !annotation || dottedParts(annotation)?.at(-1) === "TypeAlias";
    if (!value || !isAlias || !dottedParts(value)) return [];
    const scope = { module: definition.module, owner: definition.owner };
    if (definition.owner && this.members(definition.owner).get(dottedParts(value)?.[0] ?? "") === definition)
      return [];
    const targets = this.resolve(value, scope);
    return targets.every(
      ({ target }) => !isDefinition(target) || target.declarations.some((each) => each.kind !== "variable"),
    )
      ? targets
      : [];
  }

  private group(
    declarations: readonly Declaration[],
    module: StubModule,
    owner: Definition | undefined,
  ): Map<string, Definition> {
    const grouped = new Map<string, NamedDeclaration[]>();
    for (const declaration of declarations) {
      if (declaration.kind !== "function" && declaration.kind !== "class" && declaration.kind !== "variable")
        continue;
      const known = grouped.get(declaration.name);
      if (known) known.push(declaration);
      else grouped.set(declaration.name, [declaration]);
    }
    const prefix = owner?.key ?? module.name;
    return new Map(
      [...grouped].map(([name, group]) => [
        name,
        { key: `${prefix}.${name}`, module, name, owner, declarations: group },
      ]),
    );
  }
}

/** Gives the realm in which a definition is declared at all. */
export function realmOf(definition: Definition): Realm {
  return definition.declarations.reduce((realm, each) => realm | each.realm, NOWHERE);
}

function narrow(resolutions: readonly Resolution[], realm: Realm): Resolution[] {
  if (realm === EVERYWHERE) return [...resolutions];
  return resolutions
    .map((resolution) => ({ realm: resolution.realm & realm, target: resolution.target }))
    .filter((resolution) => resolution.realm !== NOWHERE);
}
