import type { ModuleFile } from "../analysis";
import type { SyntaxTree } from "../syntax/syntax-tree";
import { collectScopes } from "./collect-scopes";
import type { ScopeTable } from "./scopes";

/** A text as far as it can be understood without running it in one's head. */
export interface ModuleSyntax {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
}

/** So many UTF-16 units of text are kept; with its tree, a unit costs about ten bytes. */
const MOST_TEXT = 12_000_000;

/** So many files are kept, however small they are. */
const MOST_FILES = 4_000;

/** The syntax of files that others import, for as long as their texts stay what they are and there is room. */
export class KeptModules {
  /** The one that was asked for last is the last. */
  private readonly files = new Map<string, { readonly text: string; readonly syntax: ModuleSyntax }>();
  private size = 0;

  constructor(private readonly parse: (text: string) => SyntaxTree) {}

  /** Gives the syntax of a file. */
  get({ uri, text }: ModuleFile): ModuleSyntax {
    const known = this.files.get(uri);
    if (known) this.drop(uri, known.text);
    const syntax = known?.text === text ? known.syntax : this.read(text);
    this.files.set(uri, { text, syntax });
    this.size += text.length;
    this.makeRoom();
    return syntax;
  }

  private read(text: string): ModuleSyntax {
    const tree = this.parse(text);
    return { tree, scopes: collectScopes(tree) };
  }

  /** Lets go of what was not asked for the longest; the file that was asked for last always stays. */
  private makeRoom(): void {
    for (const [uri, { text }] of this.files) {
      if ((this.size <= MOST_TEXT && this.files.size <= MOST_FILES) || this.files.size === 1) return;
      this.drop(uri, text);
    }
  }

  private drop(uri: string, text: string): void {
    this.files.delete(uri);
    this.size -= text.length;
  }
}
