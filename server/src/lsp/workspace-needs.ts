import type { Engine } from "../engine/analysis";
import type { DocumentAnalysis } from "../engine/findings";
import { requirementsOf, shortfallsOf } from "../engine/floor/requirements";
import type { CodePlace } from "../engine/target-findings";
import { LineIndex } from "../features/line-index";
import { type CodeNeeds, isWithin } from "../project";
import { analyseFully } from "./closed-files";
import type { FileContext } from "./file-contexts";
import type { Session } from "./session";
import { fileOf } from "./uris";
import { Slices } from "./slices";

/** What one file needs, and the context that it was found out in. */
interface FileNeeds {
  readonly context: FileContext;
  /** The analysis of an open document that it was made from; `undefined` for a file on disk. */
  readonly analysis: DocumentAnalysis | undefined;
  readonly minimum: number;
  readonly shortfalls: readonly CodePlace[];
}

/** Who declares the Pythons of the files that count, by uri and key. */
export interface PromiseOrigin {
  readonly file: string;
  readonly key: string;
}

/** An analysis of a file, and what it takes to tell of it. */
export interface AnalysedFile {
  readonly analysis: DocumentAnalysis;
  readonly engine: Engine;
  readonly lines: LineIndex;
  readonly context: FileContext;
}

interface FolderNeeds {
  known: CodeNeeds | undefined;
  origin: PromiseOrigin;
  isStale: boolean;
  isRunning: boolean;
}

/** So many files of a folder are asked of the client, and no more. */
const MOST_FILES_OF_CLIENT = 500;

/** Milliseconds without an edit before what is known is found out again. */
const QUIET_MS = 1000;

/**
 * What the code of each project needs, found out in the background, file by file, as soon as somebody asks, and again
 * after changes. Over a client's connection only folders with few files are looked through: others would cost the user too
 * much.
 */
export class WorkspaceNeeds {
  private readonly folders = new Map<string, FolderNeeds>();
  private readonly files = new Map<string, FileNeeds>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;

  constructor(
    private readonly session: Session,
    /** Hears of each project whose needs became known or changed. */
    private readonly onKnown: (folder: string) => void,
  ) {
    session.changes.listen((uris) => this.forget(uris));
  }

  /** Gives what is known of the code below a folder; `undefined` until it is. Asking starts the work. */
  of(folder: string, origin: PromiseOrigin): CodeNeeds | undefined {
    let state = this.folders.get(folder);
    if (!state || state.origin.file !== origin.file || state.origin.key !== origin.key) {
      state = { known: undefined, origin, isStale: true, isRunning: false };
      this.folders.set(folder, state);
    }
    if (state.isStale && !state.isRunning && this.timer === undefined) this.start(folder, state);
    return state.known;
  }

  /** Takes over what the analysis of a file on disk tells. */
  learn(uri: string, analysed: AnalysedFile): void {
    this.files.set(uri, needsOfAnalysis(uri, analysed));
  }

  /** Some text changed: that of the uris, or any. What is known stays until the new is found. */
  forget(uris: readonly string[] | undefined): void {
    for (const uri of uris ?? []) this.files.delete(uri);
    let isAnyStale = false;
    for (const [folder, state] of this.folders) {
      if (uris && !uris.some((uri) => isWithin(uri, folder))) continue;
      state.isStale = true;
      isAnyStale = true;
    }
    if (!isAnyStale || this.isOver) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      for (const [folder, state] of this.folders) {
        if (state.isStale && !state.isRunning) this.start(folder, state);
      }
    }, QUIET_MS);
  }

  dispose(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.folders.clear();
  }

  private start(folder: string, state: FolderNeeds): void {
    state.isRunning = true;
    state.isStale = false;
    this.find(folder, state)
      .then((known) => {
        state.isRunning = false;
        if (this.isOver || this.folders.get(folder) !== state || !known) return;
        const isNews = JSON.stringify(known) !== JSON.stringify(state.known);
        state.known = known;
        if (isNews) this.onKnown(folder);
      })
      .catch((error: unknown) => {
        state.isRunning = false;
        this.session.log.warn(`what the code below ${folder} needs could not be found out: ${String(error)}`);
      });
  }

  /** `undefined`: something changed meanwhile, and the next run will tell. */
  private async find(folder: string, state: FolderNeeds): Promise<CodeNeeds | undefined> {
    const engine = await this.session.engine;
    if (!engine) return undefined;
    const uris = await this.session.files.findPython(folder);
    if (!this.session.files.reachesItself(folder) && uris.length > MOST_FILES_OF_CLIENT) return undefined;
    const found: FileNeeds[] = [];
    const slices = new Slices();
    for (const uri of uris) {
      if (slices.isOver) await slices.pause();
      if (this.isOver || state.isStale) return undefined;
      const needs = await this.needsOf(uri, engine, state.origin);
      if (needs) found.push(needs);
    }
    return {
      minimum: Math.max(0, ...found.map(({ minimum }) => minimum)),
      files: found.length,
      shortfalls: found.flatMap(({ shortfalls }) => shortfalls),
    };
  }

  /** `undefined` for a file that another declaration speaks for, that is excluded or cannot be read. */
  private async needsOf(uri: string, engine: Engine, origin: PromiseOrigin): Promise<FileNeeds | undefined> {
    const open = this.session.openFiles.at(uri)?.uri;
    const context = await this.session.contextOf(open ?? uri);
    if (context.excluded || context.originUri !== origin.file || context.target?.origin.key !== origin.key) {
      return undefined;
    }
    const analysed = open === undefined ? undefined : await this.session.analyses.current(open);
    const known = this.files.get(uri);
    if (known?.context === context && known.analysis === analysed?.analysis) return known;
    const needs = analysed
      ? needsOfAnalysis(uri, { ...analysed, context })
      : await this.readNeeds(uri, { engine, context });
    if (needs) this.files.set(uri, { ...needs, analysis: analysed?.analysis });
    return needs;
  }

  private async readNeeds(
    uri: string,
    { engine, context }: { readonly engine: Engine; readonly context: FileContext },
  ): Promise<FileNeeds | undefined> {
    const text = await this.session.files.read(uri).catch(() => undefined);
    if (text === undefined) return undefined;
    const document = engine.parse(text, fileOf(uri));
    try {
      const analysis = await analyseFully({ engine, document, uri, context }, this.session.modules);
      const lines = LineIndex.of(text, this.session.support.encoding);
      this.session.uses.learn(uri, { analysis, context });
      return needsOfAnalysis(uri, { analysis, engine, lines, context });
    } finally {
      document.dispose();
    }
  }
}

function needsOfAnalysis(uri: string, { analysis, engine, lines, context }: AnalysedFile): FileNeeds {
  const shortfalls = shortfallsOf(analysis, engine.catalogue).map((place): CodePlace => {
    const { start, end } = lines.toRange(place);
    const endColumn = end.line === start.line ? end.character + 1 : start.character + 1;
    const { entryId, minimum } = place;
    return { file: uri, line: start.line + 1, column: start.character + 1, endColumn, entryId, minimum };
  });
  const { minimum } = requirementsOf(analysis.usages, engine.catalogue);
  return { context, analysis: undefined, minimum, shortfalls };
}
