import type { Declaration, FromDeclaration } from "./declaration";
import type { StubModule } from "./load-release";
import { NOWHERE, type Realm } from "./realm";

/** Which names modules give away, and in which realm. */
export class ModuleExports {
  private readonly public = new Map<string, Map<string, Realm>>();
  private readonly starred = new Map<string, Map<string, Realm>>();

  constructor(private readonly modules: ReadonlyMap<string, StubModule>) {}

  /**
   * Names that a user may take from the module: those in `__all__`, those without a leading underscore that the module
   * itself defines, and what it imports in a form that re-exports (`import a as a`, `from m import a as a`, star).
   */
  publicNames(module: StubModule): ReadonlyMap<string, Realm> {
    const known = this.public.get(module.name);
    if (known) return known;
    const names = new Map<string, Realm>();
    this.public.set(module.name, names);
    for (const declaration of module.declarations) this.addPublic(names, declaration, module);
    for (const [name, realm] of this.listed(module) ?? []) grant(names, name, realm);
    return names;
  }

  /** Names that `from module import *` brings. */
  starNames(module: StubModule): ReadonlyMap<string, Realm> {
    const known = this.starred.get(module.name);
    if (known) return known;
    // A star import in a circle brings nothing of its own.
    this.starred.set(module.name, new Map());
    const names = this.listed(module) ?? new Map(this.publicNames(module));
    this.starred.set(module.name, names);
    return names;
  }

  /** Gives the absolute name of the module that a `from` statement names. */
  sourceOf(declaration: FromDeclaration, module: StubModule): string {
    if (declaration.level === 0) return declaration.module;
    const parts = module.name.split(".");
    const drop = declaration.level - (module.isPackage ? 1 : 0);
    const base = parts.slice(0, parts.length - drop);
    return [...base, ...(declaration.module ? [declaration.module] : [])].join(".");
  }

  private addPublic(names: Map<string, Realm>, declaration: Declaration, module: StubModule): void {
    switch (declaration.kind) {
      case "function":
      case "class":
      case "variable":
        if (!declaration.name.startsWith("_")) grant(names, declaration.name, declaration.realm);
        break;
      case "import":
        if (declaration.alias === declaration.module) grant(names, declaration.alias, declaration.realm);
        break;
      case "from":
        if (declaration.name === "*") this.addStarred(names, declaration, module);
        else if (declaration.alias === declaration.name && !declaration.name.startsWith("_"))
          grant(names, declaration.name, declaration.realm);
        break;
      case "exports":
        break;
    }
  }

  private addStarred(names: Map<string, Realm>, declaration: FromDeclaration, module: StubModule): void {
    const source = this.modules.get(this.sourceOf(declaration, module));
    if (!source || source === module) return;
    for (const [name, realm] of this.starNames(source)) grant(names, name, realm & declaration.realm);
  }

  /** What `__all__` lists; `undefined` when the module has none. */
  private listed(module: StubModule): Map<string, Realm> | undefined {
    const changes = module.declarations.filter((each) => each.kind === "exports");
    const imported = module.declarations.filter((each) => each.kind === "from" && each.name === "__all__");
    if (changes.length === 0 && imported.length === 0) return undefined;
    const names = new Map<string, Realm>();
    for (const each of imported)
      if (each.kind === "from") this.takeOver(names, this.sourceOf(each, module), each.realm);
    for (const { change, names: listed, modules, realm } of changes) {
      for (const name of listed)
        if (change === "remove") names.set(name, (names.get(name) ?? NOWHERE) & ~realm);
        else grant(names, name, realm);
      for (const source of modules) this.takeOver(names, this.importedModule(source, module), realm);
    }
    return names;
  }

  private takeOver(names: Map<string, Realm>, source: string, realm: Realm): void {
    const module = this.modules.get(source);
    if (module) for (const [name, listed] of this.listed(module) ?? []) grant(names, name, listed & realm);
  }

  /** `__all__ = base_events.__all__` names the module by what it is called here. */
  private importedModule(name: string, module: StubModule): string {
    const sibling = module.isPackage
      ? `${module.name}.${name}`
      : `${module.name.split(".").slice(0, -1).join(".")}.${name}`;
    return this.modules.has(sibling) ? sibling : name;
  }
}

function grant(names: Map<string, Realm>, name: string, realm: Realm): void {
  const all = (names.get(name) ?? NOWHERE) | realm;
  if (all !== NOWHERE) names.set(name, all);
}
