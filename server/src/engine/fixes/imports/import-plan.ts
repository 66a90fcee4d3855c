import type { ScopeTable } from "../../binding/scopes";
import { scopeOfName } from "../../binding/scopes";
import type { Catalogue } from "../../catalogue/catalogue";
import type { TextReplacement } from "../../findings";
import type { Subject } from "../../rewrites/predicate";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import { addFromImport, addImport } from "./add-import";
import { type Imported, importedNames, importsVisibleAt } from "./imported";
import { scopeAround } from "../../rewrites/scope-around";
import { hidesModules, hidesNames } from "./private-names";

/** The document for which imports are planned. */
export interface ImportSubject {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
  /** What the fix's document is to its surroundings. */
  readonly subject: Pick<Subject, "mayImport">;
}

/**
 * Finds out how code at one place can refer to entries of the catalogue: by what the document imports already, or by an
 * import that is added once, in the document's own style.
 */
export class ImportPlan {
  private readonly visible: readonly Imported[];
  private readonly added = new Map<string, TextReplacement>();
  /** First names of everything that was spelled. */
  readonly used = new Set<string>();

  constructor(
    private readonly document: ImportSubject,
    private readonly place: NodeIndex,
  ) {
    this.visible = importsVisibleAt(document.tree, document.scopes, place);
  }

  /** The edits that add what is missing. */
  get edits(): TextReplacement[] {
    const joined = new Map<number, TextReplacement>();
    for (const edit of [...this.added.values()].sort((a, b) => (a.newText < b.newText ? -1 : 1))) {
      const before = joined.get(edit.start);
      // Two new imports at one place need the blank line behind them once.
      const text = before ? before.newText.replace(/^(.*(?:\r\n|\n|\r(?!\n)))(?:\r\n|\n|\r)$/, "$1") : "";
      joined.set(edit.start, { ...edit, newText: text + edit.newText });
    }
    return [...joined.values()];
  }

  /** How code at the place writes an entry; `undefined` where another meaning of the name is in the way. */
  spell(id: string): string | undefined {
    const text = this.findSpelling(id);
    if (text !== undefined) this.used.add(text.split(".", 1)[0]);
    return text;
  }

  private findSpelling(id: string): string | undefined {
    if (id.startsWith("builtins.")) {
      const name = id.slice("builtins.".length);
      return this.isFree(name.split(".", 1)[0]) ? name : undefined;
    }
    const module = this.moduleOf(id);
    if (module === undefined) return undefined;
    return this.spellByImport(id, module) ?? this.spellByNewImport(id, module);
  }

  private spellByImport(id: string, module: string): string | undefined {
    const exact = this.visible.find(({ path }) => path === id);
    if (exact) return exact.local;
    const inFrom = this.visible.find(
      ({ path }) => id.startsWith(`${path}.`) && path.startsWith(`${module}.`),
    );
    if (inFrom) return inFrom.local + id.slice(inFrom.path.length);
    const whole = this.visible.find(
      ({ path, reaches }) =>
        id.startsWith(`${path}.`) && (reaches === module || reaches.startsWith(`${module}.`)),
    );
    return whole && whole.local + id.slice(whole.path.length);
  }

  private spellByNewImport(id: string, module: string): string | undefined {
    const { tree, scopes } = this.document;
    const rest = id.slice(module.length + 1);
    const name = rest.split(".", 1)[0];
    const beside = importedNames(tree, scopes).find(
      (each) =>
        each.path.slice(0, each.path.lastIndexOf(".")) === module &&
        each.path !== each.local &&
        each.scope === scopes.module &&
        each.isUnconditional &&
        each.statement < this.place,
    );
    const hidden = beside && hidesNames(tree, beside.statement) ? `_${name}` : name;
    if (
      beside &&
      !this.document.catalogue.isModule(beside.path) &&
      this.isFree(hidden) &&
      this.isNotBuiltin(hidden)
    ) {
      const item = hidden === name ? name : `${name} as ${hidden}`;
      this.added.set(module, addFromImport(tree, beside.statement, item, this.added.get(module)));
      return hidden + rest.slice(name.length);
    }
    const isHidden = /^[^_.][^.]*$/.test(module) && hidesModules(tree, scopes);
    if (isHidden && this.isFree(`_${module}`)) return this.importHidden(id, module);
    const top = module.split(".", 1)[0];
    const isThere = this.visible.some(({ local, path }) => local === top && path === top);
    if (!isThere && !this.isFree(top)) return undefined;
    if (!this.document.subject.mayImport(module)) return undefined;
    const edit = addImport(tree, module, this.place);
    if (!edit) return undefined;
    this.added.set(module, edit);
    return id;
  }

  private importHidden(id: string, module: string): string | undefined {
    if (!this.document.subject.mayImport(module)) return undefined;
    const edit = addImport(this.document.tree, `${module} as _${module}`, this.place);
    if (!edit) return undefined;
    this.added.set(module, edit);
    return `_${id}`;
  }

  /** The module that has to be imported for an entry: the longest that its id begins with. */
  private moduleOf(id: string): string | undefined {
    for (
      let path = id.slice(0, Math.max(0, id.lastIndexOf(".")));
      path;
      path = path.slice(0, Math.max(0, path.lastIndexOf(".")))
    ) {
      if (this.document.catalogue.isModule(path)) return path === "os.path" ? "os" : path;
    }
    return undefined;
  }

  /** Tells whether nothing that is seen from the place has a name, so that a new import may take it. */
  private isFree(name: string): boolean {
    const { tree, scopes } = this.document;
    if (scopeOfName(scopeAround(tree, scopes, this.place), name)) return false;
    return scopes.starImports.length === 0 && !scopes.module.bindings.has(name);
  }

  private isNotBuiltin(name: string): boolean {
    return this.document.catalogue.lookup(`builtins.${name}`) === undefined;
  }
}
