import type { ParsedDocument, TextEdit } from "./analysis";
import type { ModuleSyntax } from "./binding/kept-modules";
import { collectScopes } from "./binding/collect-scopes";
import type { ScopeTable } from "./binding/scopes";
import type { Catalogue } from "./catalogue/catalogue";
import type { Surroundings } from "./evaluation/context";
import type { ModuleTable } from "./evaluation/module-table";
import { type DocumentWalk, type Walk, walkDocument, walkInSteps } from "./evaluation/walk";
import { findEditedBlock } from "./syntax/edited-block";
import { findEditedFunction } from "./syntax/edited-function";
import { LiveSyntax, type Renewal } from "./syntax/live-syntax";
import { type PackedTree, packTree, unpackTree } from "./syntax/packed-tree";
import type { PythonParser } from "./syntax/parser";
import { SyntaxTree } from "./syntax/syntax-tree";

/** What a walk over a text found, and between which files. */
interface Found extends Omit<Walk, "valueAt"> {
  readonly uri: string;
  /** What rests must not keep the project's modules. */
  readonly modules: WeakRef<ModuleTable> | undefined;
}

/** What is kept of a text while nobody works on it: enough to judge it by another target. */
interface Rest {
  readonly tree: PackedTree;
  readonly found: Found | undefined;
}

/** A text, and what was made of it so far. */
export class PythonDocument implements ParsedDocument {
  private live: LiveSyntax | undefined;
  private known: ScopeTable | undefined;
  private walked: DocumentWalk | undefined;
  private around: Surroundings | undefined;
  /** Holds for the present text; `undefined` once that was edited. */
  private rested: Rest | undefined;
  /** The tree of a text that rested. */
  private unpacked: SyntaxTree | undefined;

  /** `shared` is the syntax of the text where it is known already. */
  constructor(
    private readonly parser: PythonParser,
    private current: string,
    private shared?: ModuleSyntax,
  ) {}

  get text(): string {
    return this.current;
  }

  get tree(): SyntaxTree {
    if (this.shared) return this.shared.tree;
    if (this.rested) return (this.unpacked ??= new SyntaxTree(this.current, unpackTree(this.rested.tree)));
    return (this.live ??= new LiveSyntax(this.parser, this.current)).syntax;
  }

  get scopes(): ScopeTable {
    return this.shared?.scopes ?? (this.known ??= collectScopes(this.tree));
  }

  /** What lay around the document when it was analysed last. */
  get surroundings(): Surroundings {
    const found = this.rested?.found;
    return this.around ?? { uri: found?.uri ?? "", modules: found?.modules?.deref() };
  }

  /**
   * The walk over the present text, kept until that or what lies around it changes: whoever asks for fixes needs its
   * values. Without surroundings they are those of the last analysis.
   */
  walk(catalogue: Catalogue, around: Surroundings = this.surroundings): Walk {
    const isPresent = around.uri === this.around?.uri && around.modules === this.around.modules;
    if (this.walked && isPresent) return this.walked;
    this.around = around;
    this.walked = undefined;
    const walkAnew = (): DocumentWalk =>
      walkDocument({ tree: this.tree, scopes: this.scopes, catalogue, ...around });
    const found = this.rested?.found;
    if (found?.uri === around.uri && found.modules?.deref() === around.modules) {
      // Few who judge ask for values.
      return { ...found, valueAt: (node) => (this.walked ??= walkAnew()).valueAt(node) };
    }
    return (this.walked = walkAnew());
  }

  /** Makes the walk that `walk` gives, a step at a time. */
  *prepare(catalogue: Catalogue, around: Surroundings): Generator<void, void> {
    const { tree } = this;
    yield;
    const { scopes } = this;
    yield;
    const walked = yield* walkInSteps({ tree, scopes, catalogue, ...around });
    if (tree !== this.tree || scopes !== this.scopes) return;
    this.walked = walked;
    this.around = around;
  }

  update(text: string, edits: readonly TextEdit[]): void {
    const before = this.live?.syntax;
    const renewal = this.live?.update(text, edits);
    this.current = text;
    this.rested = undefined;
    this.unpacked = undefined;
    if (before && renewal && this.walked && this.renew(this.walked, before, renewal)) return;
    this.known = undefined;
    this.walked = undefined;
    this.shared = undefined;
  }

  /** Keeps the walk and its scopes, and walks again what the edit may have changed something for. */
  private renew(walked: DocumentWalk, before: SyntaxTree, renewal: Renewal): boolean {
    const edited = findEditedFunction(before, this.tree, renewal, walked.functions);
    return walked.renew(this.tree, edited ?? findEditedBlock(before, this.tree, renewal));
  }

  rest(): void {
    if (!this.shared) this.rested = this.packed();
    this.live = undefined;
    this.unpacked = undefined;
    this.known = undefined;
    this.walked = undefined;
    this.around = undefined;
  }

  /** What is there of the present text already stays as it is, unless a later walk told of another project. */
  private packed(): Rest | undefined {
    const { rested, walked, live } = this;
    const tree = rested?.tree ?? (live && packTree(live.syntax.columns));
    if (!tree) return undefined;
    if (!walked) return rested ?? { tree, found: undefined };
    const { usages, tests, helperReads } = walked;
    const { uri, modules } = this.surroundings;
    return { tree, found: { usages, tests, helperReads, uri, modules: modules && new WeakRef(modules) } };
  }

  dispose(): void {
    this.live = undefined;
    this.known = undefined;
    this.walked = undefined;
    this.rested = undefined;
    this.unpacked = undefined;
  }
}
