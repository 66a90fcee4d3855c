import type { InstalledPackage } from "../engine/catalogue/backports";
import type { BackportStyle, ProjectTarget } from "../engine/findings";
import type { EditorSettings, TargetProblem } from "../protocol";

/** Everything outside a file's text that its analysis depends on. Frozen: another value is another object. */
export interface FileContext {
  readonly settings: EditorSettings;
  /** `undefined` when nobody declared a target. Its origin's path is written for people. */
  readonly target: ProjectTarget | undefined;
  /** The file that declares the target, where it is one. */
  readonly originUri: string | undefined;
  /** Codes and symbols that the configuration silences in this file. */
  readonly ignore: readonly string[];
  /** Packages that the code may import in the place of what is new. */
  readonly packages: readonly InstalledPackage[];
  /** How fixes import from them. */
  readonly backportStyle: BackportStyle;
  /** The configuration leaves the file out: nothing is reported in it. */
  readonly excluded: boolean;
  /** Declarations that could not be understood. */
  readonly problems: readonly TargetProblem[];
}

/** Finds out the context of a file from scratch. */
export type ContextFinder = (uri: string) => Promise<FileContext>;

/**
 * The contexts of files: found once, then remembered until something that they rest on changes. A context that is found
 * again as it was is the same object again, so that nothing needs to be analysed anew.
 */
export class FileContexts {
  private cache = new Map<string, Promise<FileContext>>();
  private readonly last = new Map<string, FileContext>();

  constructor(private readonly find: ContextFinder) {}

  /** Gives the context of a file: the one after the last change, also when that came while waiting. */
  async of(uri: string): Promise<FileContext> {
    for (;;) {
      const { cache } = this;
      let finding = cache.get(uri);
      if (!finding) cache.set(uri, (finding = this.findAgain(uri)));
      const context = await this.settle(uri, finding, cache);
      if (cache === this.cache || this.cache.get(uri) === finding) return context;
    }
  }

  /** Forgets every context, since settings or project files changed. */
  drop(): void {
    this.cache = new Map();
  }

  /** Has one file's context found again: something in the file itself changed that it rests on. */
  reconsider(uri: string): void {
    const rest = new Map(this.cache);
    rest.delete(uri);
    this.cache = rest;
  }

  /** Forgets one file, which nobody holds open any more. */
  forget(uri: string): void {
    this.cache.delete(uri);
    this.last.delete(uri);
  }

  private async findAgain(uri: string): Promise<FileContext> {
    const found = Object.freeze(await this.find(uri));
    const last = this.last.get(uri);
    if (last && JSON.stringify(last) === JSON.stringify(found)) return last;
    this.last.set(uri, found);
    return found;
  }

  /** A failure is told to whoever asked, and not remembered. */
  private async settle(
    uri: string,
    finding: Promise<FileContext>,
    cache: Map<string, Promise<FileContext>>,
  ): Promise<FileContext> {
    try {
      return await finding;
    } catch (error) {
      cache.delete(uri);
      throw error;
    }
  }
}
