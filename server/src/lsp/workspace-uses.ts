import type { CancellationToken } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import type { DocumentAnalysis } from "../engine/findings";
import { LineIndex } from "../features/line-index";
import { analyseFully } from "./closed-files";
import type { FileContext } from "./file-contexts";
import type { Session } from "./session";
import { Slices } from "./slices";
import { fileOf, liesIn } from "./uris";

/** What one file on disk uses, and what that was found out with. */
interface FileUses {
  readonly context: FileContext;
  readonly modulesVersion: number;
  /** Places in the table of names: a name takes four bytes for each file that uses it. */
  readonly names: Uint32Array;
}

/** What a look through the workspace takes. */
export interface UsesQuestion {
  /** Only what lies below this folder counts; absent: every folder of the workspace, and whatever is open. */
  readonly folder: string | undefined;
  readonly token: CancellationToken;
  /** Hears now and then of the ids that were found since it heard last. */
  readonly onPart?: (ids: readonly string[]) => void;
  /** Hears at most once that the answer may be no longer true. */
  readonly onChange: () => void;
}

/** More files of one folder are not looked through. */
const MOST_FILES = 20_000;

/** So many, where each has to be asked of the client. */
const MOST_FILES_OF_CLIENT = 1000;

/** Larger texts hold data rather than code. In UTF-16 units. */
const LARGEST = 1 << 20;

/** Milliseconds between two parts of an answer. */
const PART_MS = 500;

/** Milliseconds without a change before whoever asked hears that there was one. */
const QUIET_MS = 1000;

/**
 * What the code of the workspace uses, whether or not it is open. Nothing is looked through, and nothing remembered, until
 * somebody asks. What was found of a file counts until the file, its context or what it imports changes. Whoever asked
 * hears once of changes after the answer, and asks again if that still matters.
 */
export class WorkspaceUses {
  private readonly files = new Map<string, FileUses>();
  private readonly listings = new Map<string, readonly string[]>();
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  private wasAsked = false;
  /** Whoever had an answer and heard of no change since. */
  private readonly answered = new Set<() => void>();
  private changes = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {
    session.changes.listen((uris) => this.forget(uris));
  }

  /** Takes over what the analysis of a file on disk tells, so that nobody needs to make it again. */
  learn(uri: string, { analysis, context }: { analysis: DocumentAnalysis; context: FileContext }): void {
    if (this.wasAsked && !this.session.openFiles.at(uri)) this.remember(uri, idsOf(analysis), context);
  }

  /** The text of an open document changed. */
  edited(): void {
    this.changes++;
    this.tellLater();
  }

  /** Gives the ids of what is used, each once; `undefined` when nobody wants to know any more. */
  async find({ folder, token, onPart, onChange }: UsesQuestion): Promise<string[] | undefined> {
    this.wasAsked = true;
    const { changes } = this;
    const engine = await this.session.engine;
    if (!engine) return [];
    const isWanted = (): boolean => !token.isCancellationRequested && !this.session.isDisposed;
    const found = new Set<string>();
    const parts = new Parts(onPart);
    const take = (ids: Iterable<string>): void => {
      for (const id of ids) {
        if (found.has(id)) continue;
        found.add(id);
        parts.add(id);
      }
    };
    for (const uri of this.openIn(folder)) {
      if (!isWanted()) return undefined;
      take(await this.usesOfOpen(uri));
    }
    parts.send();
    const slices = new Slices();
    for (const uri of await this.filesIn(folder)) {
      if (slices.isOver) {
        await slices.pause();
        parts.sendInTime();
      }
      if (!isWanted()) return undefined;
      take(await this.usesOf(uri, engine));
    }
    this.answered.add(onChange);
    if (changes !== this.changes) this.tellLater();
    return [...found];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.files.clear();
    this.listings.clear();
  }

  private forget(uris: readonly string[] | undefined): void {
    this.changes++;
    if (!uris) this.listings.clear();
    for (const uri of uris ?? []) {
      const file = fileOf(uri) ?? uri;
      this.files.delete(file);
      for (const [folder, listed] of this.listings) {
        if (liesIn(file, folder) && !listed.includes(uri)) this.listings.delete(folder);
      }
    }
    this.tellLater();
  }

  /** Those who asked before their answer came hear of it afterwards. */
  private tellLater(): void {
    if (this.answered.size === 0 || this.session.isDisposed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const told = [...this.answered];
      this.answered.clear();
      for (const onChange of told) onChange();
    }, QUIET_MS);
  }

  private openIn(folder: string | undefined): string[] {
    const uris = this.session.documents.uris();
    return [...uris].filter((uri) => folder === undefined || liesIn(fileOf(uri) ?? uri, folder));
  }

  private async filesIn(folder: string | undefined): Promise<string[]> {
    const listed: string[] = [];
    for (const each of folder === undefined ? this.session.folderUris : [folder])
      listed.push(...(await this.list(each)));
    return listed;
  }

  private async list(folder: string): Promise<readonly string[]> {
    const known = this.listings.get(folder);
    if (known) return known;
    const { changes } = this;
    const all = await this.session.files.findPython(folder);
    const most = this.session.files.reachesItself(folder) ? MOST_FILES : MOST_FILES_OF_CLIENT;
    if (all.length > most)
      this.session.log.info(`of the ${all.length} files below ${folder}, ${most} count for what is used`);
    const listed = all.slice(0, most);
    // Without a watcher nobody would tell when a file comes.
    if (changes === this.changes && this.session.support.registersWatchers) this.listings.set(folder, listed);
    return listed;
  }

  private async usesOfOpen(uri: string): Promise<Iterable<string>> {
    const analysed = await this.session.analyses.current(uri);
    return analysed && !analysed.context.excluded ? idsOf(analysed.analysis) : [];
  }

  /** What is open counts as it is in the editor, and was taken already. */
  private async usesOf(uri: string, engine: Engine): Promise<Iterable<string>> {
    if (this.session.openFiles.at(uri)) return [];
    const context = await this.session.contextOf(uri);
    if (context.excluded) return [];
    const known = this.files.get(fileOf(uri) ?? uri);
    if (known?.context === context && !this.session.modules.changedSince(uri, known.modulesVersion))
      return Array.from(known.names, (number) => this.names[number]);
    return this.read(uri, engine, context);
  }

  private async read(uri: string, engine: Engine, context: FileContext): Promise<Iterable<string>> {
    const { changes } = this;
    const text = await this.session.files.read(uri).catch(() => undefined);
    if (text === undefined || text.length > LARGEST) return [];
    const document = engine.parse(text, fileOf(uri));
    try {
      const analysis = await analyseFully({ engine, document, uri, context }, this.session.modules);
      const ids = idsOf(analysis);
      if (changes === this.changes) {
        this.remember(uri, ids, context);
        const lines = LineIndex.of(text, this.session.support.encoding);
        this.session.judge.learn(uri, { analysis, engine, lines, context });
      }
      return ids;
    } finally {
      document.dispose();
    }
  }

  private remember(uri: string, ids: ReadonlySet<string>, context: FileContext): void {
    // Without a watcher nobody would tell when the file changes.
    if (!this.session.support.registersWatchers) return;
    const names = Uint32Array.from([...ids], (id) => this.numberOf(id));
    this.files.set(fileOf(uri) ?? uri, { context, modulesVersion: this.session.modules.version, names });
  }

  private numberOf(id: string): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.names.push(id) - 1;
      this.numbers.set(id, number);
    }
    return number;
  }
}

/** Sends what was found ahead of the answer, but not all the time. */
class Parts {
  private ids: string[] = [];
  private sentAt = performance.now();

  constructor(private readonly onPart: UsesQuestion["onPart"]) {}

  add(id: string): void {
    if (this.onPart) this.ids.push(id);
  }

  sendInTime(): void {
    if (performance.now() - this.sentAt > PART_MS) this.send();
  }

  send(): void {
    if (this.ids.length === 0) return;
    this.onPart?.(this.ids);
    this.ids = [];
    this.sentAt = performance.now();
  }
}

function idsOf({ usages }: DocumentAnalysis): ReadonlySet<string> {
  return new Set(usages.map(({ entryId }) => entryId));
}
