import type { FoundModule, ModuleFile, ModuleRequest, ModuleSource } from "../analysis";
import type { KeptModules, ModuleSyntax } from "../binding/kept-modules";
import { moduleOf, type Scope } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import { Context } from "./context";
import type { Export } from "./exports";

/** So many UTF-16 units of text may be understood at once before everything is begun anew. */
const MOST_TEXT = 12_000_000;

/** What all documents of an analysis share while they are evaluated. */
export class Nesting {
  /** Nesting of expressions over all files, to stay within the stack. */
  depth = 0;
  /** Counts how often something lay too deep. What was evaluated meanwhile depends on where the evaluation came from. */
  cuts = 0;
  /** How many results are being evaluated, one for the sake of the other. */
  pending = 0;
  /** The place of the outermost of those that was needed again for the sake of the innermost: a circle goes up to there. */
  circle = Infinity;
}

/**
 * The other files of a project. What was evaluated of them is kept for later analyses as long as no answer of the source
 * changes; what depends on where an evaluation came from is kept for one analysis only, so that no result depends on what
 * was analysed before.
 */
export class ModuleTable {
  readonly nesting = new Nesting();
  /** What names of other files stand for, by file and name. */
  readonly exports = new Map<string, Export>();
  private readonly version: number;
  private readonly found = new Map<string, FoundModule | undefined>();
  private readonly contexts = new Map<string, Context>();
  private readonly homes = new Map<Scope, Context>();
  private forgetLater: (() => void)[] = [];
  private size = 0;

  constructor(
    private readonly source: ModuleSource,
    private readonly kept: KeptModules,
    private readonly catalogue: Catalogue,
  ) {
    this.version = source.version;
  }

  /** Tells whether the table can go on serving analyses with a source. */
  fits(source: ModuleSource): boolean {
    return this.source === source && this.version === source.version && this.size < MOST_TEXT;
  }

  /** Begins an analysis: forgets what only the one before could use. */
  begin(): void {
    for (const forget of this.forgetLater) forget();
    this.forgetLater = [];
    this.nesting.depth = 0;
  }

  /** Keeps a value: for good, or for this analysis only when the evaluation was cut short since `cuts` was counted. */
  remember<Key, Kept>(map: Map<Key, Kept>, key: Key, value: Kept, cuts: number): void {
    map.set(key, value);
    if (this.nesting.cuts !== cuts) this.forgetLater.push(() => map.delete(key));
  }

  /** Finds what an import leads to; `undefined` where it leads out of the project. */
  find(request: ModuleRequest): FoundModule | undefined {
    const key = `${request.level} ${request.isLibrary ? "+" : "-"} ${request.name} ${request.from}`;
    if (this.found.has(key)) return this.found.get(key);
    const module = this.source.find(request);
    this.found.set(key, module);
    return module;
  }

  /** The syntax of a file of the project. */
  syntaxOf(file: ModuleFile): ModuleSyntax {
    return this.kept.get(file);
  }

  /** The evaluation of a file of the project, which tells of no usages. */
  contextOf(file: ModuleFile): Context {
    const known = this.contexts.get(file.uri);
    if (known) return known;
    const { tree, scopes } = this.kept.get(file);
    const ctx = new Context(tree, scopes, this.catalogue, { uri: file.uri, modules: this });
    ctx.lazy = 1;
    this.contexts.set(file.uri, ctx);
    this.homes.set(scopes.module, ctx);
    this.size += file.text.length;
    return ctx;
  }

  /** The evaluation of the file that a scope is in; `undefined` for a scope of no file that was looked into. */
  homeOf(module: Scope): Context | undefined {
    return this.homes.get(module);
  }
}

/** The evaluation of the file that a scope is in, which need not be the one that asks. */
export function homeOf(ctx: Context, scope: Scope): Context {
  if (!ctx.modules) return ctx;
  const module = moduleOf(scope);
  return module === ctx.scopes.module ? ctx : (ctx.modules.homeOf(module) ?? ctx);
}
