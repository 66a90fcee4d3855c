import type { Scope, ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { Entry } from "../catalogue/entry";
import type { Usage, UsageKind } from "../findings";
import type { Truth } from "../guard/truth";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { BoundValues } from "./bound-values";
import type { Flow } from "./flow";
import type { HelperRead } from "./helper-reads";
import type { ImportSource } from "./imports";
import { AskedOnAssumption, LazyResults, plainResults } from "./lazy-results";
import { type ModuleTable, Nesting } from "./module-table";
import type { Value } from "./values";

/** What failing is provided for, by what a failure raises. Each is the set of minors on which it may happen unnoticed. */
export interface Forgiveness {
  /** `ImportError` for a whole module. */
  readonly modules: MinorSet;
  /** `ImportError` for a name of a module. */
  readonly imports: MinorSet;
  /** `AttributeError`. */
  readonly attributes: MinorSet;
  /** `NameError`. */
  readonly names: MinorSet;
  /** `TypeError`: arguments that an older release does not take. */
  readonly calls: MinorSet;
  /** `ValueError`, `LookupError` and the like: arguments whose value an older release does not understand. */
  readonly values: MinorSet;
}

export const NO_FORGIVENESS: Forgiveness = {
  modules: NO_MINORS,
  imports: NO_MINORS,
  attributes: NO_MINORS,
  names: NO_MINORS,
  calls: NO_MINORS,
  values: NO_MINORS,
};

/** Code that forgives everything, since it does not run: annotations that are not evaluated. */
export const FULL_FORGIVENESS: Forgiveness = {
  modules: ALL_MINORS,
  imports: ALL_MINORS,
  attributes: ALL_MINORS,
  names: ALL_MINORS,
  calls: ALL_MINORS,
  values: ALL_MINORS,
};

/** A test of the running Python's version: the comparison, what is known of it, and where it is reached. */
export interface VersionTest {
  readonly start: number;
  readonly end: number;
  readonly truth: Truth;
  /** The same on the Pythons outside of the catalogue; see `compareOutside`. */
  readonly outside: Truth;
  readonly reach: MinorSet;
}

/** A scope whose code runs right now, with the present values of its names. */
export interface Frame {
  readonly scope: Scope;
  readonly flow: Flow;
}

/** A function body that waits until the code around it was seen to its end. */
export interface DeferredBody {
  /** Moves when a function before it is edited. */
  node: NodeIndex;
  readonly scope: Scope;
  readonly reach: MinorSet;
}

/** Where a document stands among others. */
export interface Surroundings {
  readonly uri: string;
  /** The other files of the project; `undefined`: none is known. */
  readonly modules: ModuleTable | undefined;
}

/** The files that pytest takes tests and fixtures from. */
const TEST_FILE = /(?:^|[/\\])(?:test_[^/\\]*|[^/\\]*_test|conftest)\.py$/;

/** Everything that the evaluation of one document shares. */
export class Context {
  usages: Usage[] = [];
  tests: VersionTest[] = [];
  helperReads: HelperRead[] = [];
  deferred: DeferredBody[] = [];
  /** Ids of library names that the document itself assigns to (`base64.encodestring = ...`): whoever uses them has them. */
  readonly patched = new Set<string>();
  /** Names of members that were looked for without being written anywhere, as `with` does. */
  readonly implied = new Set<string>();
  /** What the binding at a node was seen to bind. */
  readonly bound = new BoundValues();
  /** Results of evaluating out of order. */
  lazyResults = new LazyResults();
  /** By scope and name, what is assumed while a circle is followed. */
  readonly assumed = new Map<Scope, Map<string, Value>>();
  /** What was asked on such assumptions since the results were forgotten. */
  askedOnAssumption = new AskedOnAssumption();
  /** Functions whose bodies were evaluated for the arguments of a call. */
  readonly inlined = new Set<Scope>();
  /** Those whose bodies are being evaluated so. */
  readonly inlining = new Set<Scope>();
  /** What is being evaluated for `once`, by the results it is for, with its place in the nesting over all files. */
  private readonly pending = new Map<unknown, Map<unknown, number>>();

  /** Innermost last. Frames around a function body that runs later are not in it. */
  frames: Frame[] = [];
  scope: Scope;
  reach: MinorSet = ALL_MINORS;
  forgiveness: Forgiveness = NO_FORGIVENESS;
  /** Minors on which a decorator takes the methods of the present class out of use. */
  skipped: MinorSet = NO_MINORS;
  /** The minors on which the loop around the present statement was left by `break` so far. */
  breaks: MinorSet = NO_MINORS;
  /** The minors on which the present `try` was left by `raise` so far. */
  raised: MinorSet = NO_MINORS;
  /** By the name that they begin with: attributes that tests tell something of (`isinstance(self.path, Path)`). */
  readonly testedAttributes = new Map<string, Set<string>>();
  /** Above zero while something is evaluated out of order: its usages are told when the walk comes to it. */
  lazy = 0;
  readonly uri: string;
  /** By its name, pytest looks for tests in it. */
  readonly isTestFile: boolean;
  readonly modules: ModuleTable | undefined;
  readonly nesting: Nesting;
  /** What import statements were found to lead to. */
  readonly sources = new Map<NodeIndex, ImportSource>();

  constructor(
    public tree: SyntaxTree,
    readonly scopes: ScopeTable,
    readonly catalogue: Catalogue,
    { uri, modules }: Surroundings,
  ) {
    this.scope = scopes.module;
    this.uri = uri;
    this.isTestFile = TEST_FILE.test(uri);
    this.modules = modules;
    this.nesting = modules?.nesting ?? new Nesting();
  }

  /** Tells of a use of an entry at a stretch of text; nothing happens in an evaluation out of order. */
  use(entry: Entry, kind: UsageKind, start: number, end: number, alsoForgiven: MinorSet = NO_MINORS): void {
    if (this.lazy > 0) return;
    this.push(entry, kind, start, end, alsoForgiven);
    if (kind === "behaviour") return;
    // What a mere mention relies on shows at the same place.
    for (const id of this.catalogue.triggers(entry.id)?.mention ?? []) {
      const behaviour = this.catalogue.lookup(id);
      if (behaviour) this.push(behaviour, "behaviour", start, end, ALL_MINORS & ~entry.available);
    }
  }

  private push(entry: Entry, kind: UsageKind, start: number, end: number, alsoForgiven: MinorSet): void {
    const forgiven = alsoForgiven | this.forgivenFor(entry, kind);
    this.usages.push({ entryId: entry.id, kind, start, end, reach: this.reach, forgiven });
  }

  /** Runs with another forgiveness and restores the present one. */
  forgiving(forgiveness: Forgiveness, run: () => void): void {
    const before = this.forgiveness;
    this.forgiveness = forgiveness;
    run();
    this.forgiveness = before;
  }

  /**
   * Evaluates something once, and gives what came of it ever after. What needs itself for its own value is `otherwise`, and
   * so is everything else in the circle: the result is the same wherever the circle was entered.
   */
  once<Key, Kept>(map: Map<Key, Kept>, key: Key, otherwise: Kept, evaluate: () => Kept): Kept {
    const known = map.get(key);
    if (known !== undefined) return known;
    const { nesting } = this;
    const pending = this.pendingFor(map);
    const asked = pending.get(key);
    if (asked !== undefined) {
      nesting.circle = Math.min(nesting.circle, asked);
      return otherwise;
    }
    const { cuts, circle: around } = nesting;
    const place = nesting.pending++;
    nesting.circle = Infinity;
    pending.set(key, place);
    const found = evaluate();
    pending.delete(key);
    nesting.pending--;
    const { circle } = nesting;
    nesting.circle = Math.min(around, circle < place ? circle : Infinity);
    const value = circle <= place ? otherwise : found;
    if (this.modules) this.modules.remember(map, key, value, cuts);
    else map.set(key, value);
    return value;
  }

  private pendingFor(map: unknown): Map<unknown, number> {
    const results = plainResults(map);
    const known = this.pending.get(results);
    if (known) return known;
    const pending = new Map<unknown, number>();
    this.pending.set(results, pending);
    return pending;
  }

  /** Forgets what was evaluated out of order in this document. */
  forgetLazyResults(): void {
    this.lazyResults = new LazyResults();
    this.askedOnAssumption = new AskedOnAssumption();
    this.pending.clear();
  }

  /** Evaluates something in its own scope, out of order and without telling of usages. */
  outOfOrder<T>(scope: Scope, run: () => T): T {
    const { frames, scope: before, reach } = this;
    const { depth } = this.nesting;
    this.frames = [];
    this.scope = scope;
    this.lazy++;
    const hidden = this.bound.hideOwn(true);
    try {
      return run();
    } finally {
      this.bound.hideOwn(hidden);
      this.lazy--;
      this.frames = frames;
      this.scope = before;
      this.reach = reach;
      this.nesting.depth = depth;
    }
  }

  /** Evaluates something where the walk stands, without telling of usages. */
  silently<T>(run: () => T): T {
    this.lazy++;
    const result = run();
    this.lazy--;
    return result;
  }

  /** The present values of a scope's names, where the scope's code runs right now. */
  flowOf(scope: Scope): Flow | undefined {
    for (let index = this.frames.length - 1; index >= 0; index--) {
      if (this.frames[index].scope === scope) return this.frames[index].flow;
    }
    return undefined;
  }

  private forgivenFor(entry: Entry, kind: UsageKind): MinorSet {
    const { forgiveness } = this;
    if (this.patched.has(entry.id)) return ALL_MINORS;
    switch (kind) {
      case "import":
        return entry.kind === "module"
          ? forgiveness.modules
          : forgiveness.imports | this.lackingModule(entry);
      case "attribute":
        return forgiveness.attributes;
      case "name":
        return forgiveness.names;
      case "operator":
      case "keyword":
      case "argument":
        return forgiveness.calls;
      case "behaviour":
        if (entry.older !== "fails") return NO_MINORS;
        // Arguments that do not fit a signature raise TypeError, whatever their values are.
        return forgiveness.calls | (entry.about === undefined ? forgiveness.values : NO_MINORS);
      default:
        return NO_MINORS;
    }
  }

  /** The minors on which an imported name lacks its whole module, where that is provided for. */
  private lackingModule({ id }: Entry): MinorSet {
    const { modules } = this.forgiveness;
    if (modules === NO_MINORS) return NO_MINORS;
    const module = this.catalogue.lookup(id.slice(0, Math.max(0, id.lastIndexOf("."))));
    return module ? modules & ~module.available : NO_MINORS;
  }
}
