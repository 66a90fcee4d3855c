import type { FoundModule, ModuleRequest, ModuleSource } from "../engine/analysis";
import { createModuleFinder, isWithin, parentOf } from "../project";
import { fileOf } from "./uris";

/** What the modules of a workspace are found with. */
export interface WorkspaceModulesParts {
  /** Gives the text of a file; `undefined` where there is none. Rejects when it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** Gives the names in a folder; `undefined` where there is none. */
  readonly list: (folderUri: string) => Promise<readonly string[] | undefined>;
  /** The text of a document that the client holds open, by the client's own uri. */
  readonly openText: (uri: string) => string | undefined;
  /** Gives the folder of the workspace that a file lies in; nothing is read for one that lies in none. */
  readonly folderOf: (uri: string) => string | undefined;
}

/** Larger texts hold data rather than code worth following. In UTF-16 units. */
const LARGEST = 1 << 20;

/** So many UTF-16 units of text are kept of files that are not open. */
const MOST_TEXT = 16_000_000;

/** So many files and folders are read at once. */
const AT_ONCE = 32;

/**
 * The modules of the workspace as far as they are at hand. The engine asks at once and is answered at once; what is not
 * at hand yet is noted and read by `load`, after which the answers are others and the analysis is made again.
 */
export class WorkspaceModules implements ModuleSource {
  private count = 0;
  /** The version at which anything may have changed, and those at which single files did since. */
  private general = 0;
  private readonly changed = new Map<string, number>();
  /** Documents that the client holds open, by file. */
  private readonly open = new Map<string, string>();
  private folders = new Map<string, ReadonlySet<string> | undefined>();
  private texts = new Map<string, string | undefined>();
  private size = 0;
  private readonly wanted = new Map<string, "folder" | "file">();
  private loading: Promise<void> | undefined;
  /** Which files were looked into for which; as files come and go, it names too many rather than too few. */
  private readonly imports = new Map<string, Set<string>>();
  private readonly imported = new Set<string>();
  private readonly finder = createModuleFinder(
    { names: (folder) => this.namesIn(folder), text: (uri) => this.textOf(uri) },
    (uri) => this.parts.folderOf(uri),
  );

  constructor(private readonly parts: WorkspaceModulesParts) {}

  get version(): number {
    return this.count;
  }

  /** Something was asked for that is not at hand. */
  get isWaiting(): boolean {
    return this.wanted.size > 0 || this.loading !== undefined;
  }

  find(request: ModuleRequest): FoundModule | undefined {
    const from = fileOf(request.from);
    if (from === undefined || this.parts.folderOf(from) === undefined) return undefined;
    // Names are parts of uris here.
    const name = request.name.split(".").map(encodeURIComponent).join(".");
    const found = this.finder.find({ ...request, name, from });
    if (found) this.noteImport(from, found.uri);
    return found;
  }

  /** Reads everything that was asked for. Resolves when it is at hand; never rejects. */
  load(): Promise<void> {
    return (this.loading ??= this.readWanted().finally(() => (this.loading = undefined)));
  }

  /** Tells whether what is known of a file rests on another, directly or through others. */
  dependsOn(uri: string, changedUri: string): boolean {
    const start = fileOf(uri);
    const changed = fileOf(changedUri) ?? changedUri;
    if (start === undefined) return false;
    const seen = new Set([start]);
    for (const at of seen) for (const imported of this.imports.get(at) ?? []) seen.add(imported);
    return start !== changed && seen.has(changed);
  }

  /** Tells whether anything that a document rests on changed since a version. */
  changedSince(uri: string, version: number): boolean {
    if (version === this.count) return false;
    if (this.general > version) return true;
    return [...this.changed].some(([file, when]) => when > version && this.dependsOn(uri, file));
  }

  /** A document was opened: its text takes the place of the file's. */
  opened(uri: string): void {
    const file = fileOf(uri);
    if (file !== undefined) this.open.set(file, uri);
  }

  /** A document was closed: the file counts again. */
  closed(uri: string): void {
    const file = fileOf(uri);
    if (file === undefined) return;
    this.open.delete(file);
    this.texts.delete(file);
    this.change(file);
  }

  /** Takes note that the text of an open document changed. Tells whether any other file looked into it. */
  documentChanged(uri: string): boolean {
    const file = fileOf(uri);
    if (file === undefined || !this.imported.has(file)) return false;
    this.change(file);
    return true;
  }

  /** Tells whether any other file looked into a document. */
  isImported(uri: string): boolean {
    const file = fileOf(uri);
    return file !== undefined && this.imported.has(file);
  }

  /** Takes note that files came, changed or went; without uris, that any may have. */
  invalidate(uris?: readonly string[]): void {
    if (uris) for (const uri of uris) this.forgetFile(uri);
    else {
      this.folders = new Map();
      this.texts = new Map();
      this.size = 0;
    }
    this.change();
  }

  private forgetFile(uri: string): void {
    const file = fileOf(uri) ?? uri;
    this.texts.delete(file);
    const folder = parentOf(file);
    if (folder === undefined) return;
    this.folders.delete(folder);
    // A folder that was not there before may be now, and the one above shows it.
    const above = parentOf(folder);
    if (above !== undefined) this.folders.delete(above);
  }

  /** Without a file, any answer may be another. */
  private change(file?: string): void {
    this.count++;
    this.finder.forget();
    if (file !== undefined) this.changed.set(file, this.count);
    else {
      this.general = this.count;
      this.changed.clear();
    }
  }

  private noteImport(from: string, to: string): void {
    if (from !== to) this.imported.add(to);
    const known = this.imports.get(from);
    if (known) known.add(to);
    else this.imports.set(from, new Set([to]));
  }

  private namesIn(folder: string): ReadonlySet<string> | undefined {
    if (!this.folders.has(folder)) this.wanted.set(folder, "folder");
    return this.folders.get(folder);
  }

  private textOf(uri: string): string | undefined {
    const open = this.open.get(uri);
    const text = open === undefined ? undefined : this.parts.openText(open);
    if (text !== undefined) return text;
    if (!this.texts.has(uri)) this.wanted.set(uri, "file");
    return this.texts.get(uri);
  }

  private async readWanted(): Promise<void> {
    // Whoever calls `load` in a row shares one round; what is wanted meanwhile is read in the next.
    await Promise.resolve();
    const { folders, texts } = this;
    const wanted = [...this.wanted];
    this.wanted.clear();
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
      await Promise.all(
        wanted.slice(start, start + AT_ONCE).map(async ([uri, kind]) => {
          if (kind === "folder") await this.readFolder(uri, folders);
          else texts.set(uri, await this.readText(uri));
        }),
      );
    }
    this.change();
  }

  /** A folder is wanted for where it lies, too: those above it are listed with it. */
  private async readFolder(
    folder: string,
    into: Map<string, ReadonlySet<string> | undefined>,
  ): Promise<void> {
    const limit = this.parts.folderOf(folder);
    const chain: string[] = [];
    for (let at: string | undefined = folder; at !== undefined && !into.has(at); at = parentOf(at)) {
      if (limit === undefined || !isWithin(at, limit)) break;
      chain.push(at);
    }
    const lists = await Promise.all(chain.map((each) => this.parts.list(each).catch(() => undefined)));
    chain.forEach((each, index) =>
      into.set(each, lists[index] && new Set(lists[index].map(encodeURIComponent))),
    );
    // What lies outside is never listed, so that nobody wants it again.
    if (!into.has(folder)) into.set(folder, undefined);
  }

  /** Where there is no more room, further files stay unknown until anything is read anew. */
  private async readText(uri: string): Promise<string | undefined> {
    if (this.size > MOST_TEXT) return undefined;
    const text = await this.parts.read(uri).catch(() => undefined);
    if (text === undefined || text.length > LARGEST) return undefined;
    this.size += text.length;
    return text.replace(/^\uFEFF/, "");
  }
}
