import type { Engine, ModuleSource } from "../engine/analysis";
import type { DocumentAnalysis, OffsetRange } from "../engine/findings";
import type { LineIndex } from "../features/line-index";
import type { CellPlace } from "../features/text-edits";
import type { DocumentStore } from "./document-store";
import type { FileContext } from "./file-contexts";
import type { NotebookProgram } from "./notebook-program";
import type { OpenDocument } from "./open-document";

/** One document, analysed in one version, with everything that the features need to map it. */
export interface Analysed {
  readonly document: OpenDocument;
  readonly lines: LineIndex;
  readonly analysis: DocumentAnalysis;
  readonly context: FileContext;
  readonly engine: Engine;
  /** The version of the workspace's modules that it rests on. */
  readonly modulesVersion: number;
  /** For a notebook's cell: the analysis of the whole notebook, and where the cell stands in its joined text. */
  readonly notebook?: {
    readonly whole: Analysed;
    readonly cells: readonly CellPlace[];
    readonly start: number;
  };
}

/** The modules of the workspace, as analyses need them. */
export interface AnalysedModules extends ModuleSource {
  /** Something was asked for that is not at hand. */
  readonly isWaiting: boolean;
  /** Reads what was asked for; never rejects. */
  load(): Promise<void>;
  /** Tells whether what a document rests on changed since a version. */
  changedSince(uri: string, version: number): boolean;
}

/** What the analyses are made from. */
export interface AnalysesParts {
  readonly documents: DocumentStore;
  /** `undefined`: there is none, and nothing can be analysed. */
  readonly engine: Promise<Engine | undefined>;
  /** Gives what is known of a file now; never a value that was dropped while it was being found out. */
  readonly contextOf: (uri: string) => Promise<FileContext>;
  /** Absent: no other file is looked into. */
  readonly modules?: AnalysedModules;
  /** Hears of a document whose analysis did not wait for the files that it imports, once they are there. */
  readonly onLateModules?: (uri: string) => void;
  /** Hears of every new analysis, at once, while it is the present one. */
  readonly onAnalysed: (analysed: Analysed) => void;
  /** Hears of whatever fails in the background. */
  readonly onError: (uri: string, error: unknown) => void;
}

/** An analysis that takes longer than so many milliseconds waits for a pause in the typing. */
const CHEAP_MS = 50;
const LONGEST_PAUSE_MS = 250;

/** So many milliseconds an analysis waits for the files that a document imports, all in all; most come in a few. */
const PATIENCE_MS = 1500;

interface Slot {
  timer: ReturnType<typeof setTimeout> | undefined;
  latest: Analysed | undefined;
  /** How long the last analysis took. */
  costMs: number;
}

/**
 * Keeps one live analysis for each open document, and one timer. Requests do not wait for the timer: they analyse at
 * once what has not been analysed yet, and the timer then has nothing left to do.
 */
export class Analyses {
  private readonly slots = new Map<string, Slot>();
  private readonly cellViews = new WeakMap<Analysed, Map<string, Analysed>>();

  constructor(private readonly parts: AnalysesParts) {}

  /** Asks for an analysis of the present text before long. Calls in quick succession make one analysis. */
  schedule(uri: string): void {
    const slot = this.slotOf(uri);
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => {
      this.current(uri).catch((error: unknown) => this.parts.onError(uri, error));
    }, pauseAfter(slot.costMs));
  }

  /** Gives the analysis of the present text; `undefined` when the document is not open, or closes meanwhile. */
  async current(uri: string): Promise<Analysed | undefined> {
    const notebook = this.parts.documents.notebookOf(uri);
    if (!notebook) return this.currentOf(uri, () => this.parts.documents.get(uri));
    const isOpen = (): boolean => this.parts.documents.notebookOf(uri) === notebook;
    const whole = await this.currentOf(notebook.uri, () => (isOpen() ? notebook.document : undefined));
    return whole && this.viewOf(uri, notebook, whole);
  }

  /** The part of a notebook's analysis that is about one cell; made once, so that it can be told from another. */
  private viewOf(uri: string, notebook: NotebookProgram, whole: Analysed): Analysed | undefined {
    let views = this.cellViews.get(whole);
    if (!views) this.cellViews.set(whole, (views = new Map<string, Analysed>()));
    const known = views.get(uri);
    if (known) return known;
    const place = notebook.placeOf(uri);
    const document = this.parts.documents.get(uri);
    if (!place || !document) return undefined;
    const view = Object.freeze<Analysed>({
      ...whole,
      document,
      lines: place.lines,
      analysis: cutAnalysis(whole.analysis, place),
      notebook: { whole, cells: notebook.places, start: place.start },
    });
    views.set(uri, view);
    return view;
  }

  private async currentOf(
    uri: string,
    documentNow: () => OpenDocument | undefined,
  ): Promise<Analysed | undefined> {
    const engine = await this.parts.engine;
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const context = await this.parts.contextOf(uri);
      const document = documentNow();
      if (!engine || !document) return undefined;
      const slot = this.slotOf(uri);
      clearTimeout(slot.timer);
      slot.timer = undefined;
      const { latest } = slot;
      if (latest && this.isPresent(latest, document, context)) return latest;
      const analysed = this.analyse({ slot, document, context, engine });
      // What the document imports is read while nobody has seen the analysis yet.
      if (this.parts.modules?.isWaiting) {
        if (performance.now() < deadline) {
          await this.loadUntil(deadline);
          continue;
        }
        this.refreshLater(uri);
      }
      slot.latest = analysed;
      this.tell(analysed);
      return analysed;
    }
  }

  /** A notebook is told of cell by cell. */
  private tell(analysed: Analysed): void {
    const { uri } = analysed.document;
    const cells = this.parts.documents.cellsOf(uri);
    if (cells.length === 0) this.parts.onAnalysed(analysed);
    for (const cell of cells) {
      const notebook = this.parts.documents.notebookOf(cell);
      const view = notebook && this.viewOf(cell, notebook, analysed);
      if (view) this.parts.onAnalysed(view);
    }
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    clearTimeout(this.slots.get(uri)?.timer);
    this.slots.delete(uri);
  }

  /** Stops every timer. */
  dispose(): void {
    for (const slot of this.slots.values()) clearTimeout(slot.timer);
    this.slots.clear();
  }

  private async loadUntil(deadline: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, deadline - performance.now());
    });
    await Promise.race([this.parts.modules?.load(), tooLate]);
    clearTimeout(timer);
  }

  private refreshLater(uri: string): void {
    const refresh = (): void => {
      const { documents } = this.parts;
      for (const open of documents.get(uri) ? [uri] : documents.cellsOf(uri))
        this.parts.onLateModules?.(open);
    };
    this.parts.modules?.load().then(refresh, (error: unknown) => this.parts.onError(uri, error));
  }

  private isPresent(latest: Analysed, document: OpenDocument, context: FileContext): boolean {
    if (latest.document !== document || latest.lines !== document.lines || latest.context !== context)
      return false;
    return this.parts.modules?.changedSince(document.uri, latest.modulesVersion) !== true;
  }

  private analyse(given: {
    slot: Slot;
    document: OpenDocument;
    context: FileContext;
    engine: Engine;
  }): Analysed {
    const { slot, document, context, engine } = given;
    const { modules } = this.parts;
    const modulesVersion = modules?.version ?? 0;
    const started = performance.now();
    const analysis = engine.analyse(document.parse(engine), {
      uri: document.uri,
      version: document.version,
      target: context.target,
      ignore: context.ignore,
      packages: context.packages,
      backportStyle: context.backportStyle,
      ...(modules && { modules }),
    });
    slot.costMs = performance.now() - started;
    const { lines } = document;
    return Object.freeze<Analysed>({ document, lines, analysis, context, engine, modulesVersion });
  }

  private slotOf(uri: string): Slot {
    let slot = this.slots.get(uri);
    if (!slot) this.slots.set(uri, (slot = { timer: undefined, latest: undefined, costMs: 0 }));
    return slot;
  }
}

/** Takes from an analysis of joined cells what one of them holds, counted from its own start. */
function cutAnalysis(analysis: DocumentAnalysis, { uri, version, start, end }: CellPlace): DocumentAnalysis {
  const cut = <T extends OffsetRange>(all: readonly T[]): T[] =>
    all.filter((one) => one.start >= start && one.end <= end).map((one) => moved(one, start));
  return Object.freeze({
    ...analysis,
    uri,
    version,
    usages: cut(analysis.usages),
    findings: cut(analysis.findings).map((finding) =>
      finding.guard ? { ...finding, guard: moved(finding.guard, start) } : finding,
    ),
    parseErrors: cut(analysis.parseErrors),
  });
}

/** Counts a stretch of the joined cells from the start of one; what stands in a cell before it comes out negative. */
function moved<T extends OffsetRange>(range: T, start: number): T {
  return { ...range, start: range.start - start, end: range.end - start };
}

/** Milliseconds to wait for further edits: none for what is analysed faster than a hand types. */
function pauseAfter(costMs: number): number {
  return costMs <= CHEAP_MS ? 0 : Math.min(LONGEST_PAUSE_MS, costMs);
}
