import type { Diagnostic } from "vscode-languageserver";
import type { Engine, ParsedDocument } from "../engine/analysis";
import type { DocumentAnalysis } from "../engine/findings";
import { LineIndex } from "../features/line-index";
import { isDeclaringFile } from "../project";
import type { FileContext } from "./file-contexts";
import { diagnosticsOf } from "./publisher";
import type { Session } from "./session";
import { SCRIPT_MARK } from "./session-parts";
import { Slices } from "./slices";
import { fileOf } from "./uris";

/** Files import each other in chains, but no longer ones than this are waited for. */
const MOST_ROUNDS = 50;

interface Known {
  readonly context: FileContext;
  readonly diagnostics: readonly Diagnostic[];
  /** The version of the workspace's modules that they rest on. */
  readonly modulesVersion: number;
}

/** What there is to say of files that nobody holds open. Remembered until the file or its context changes. */
export class ClosedFiles {
  private readonly known = new Map<string, Known>();
  /** Counts the changes, so that nothing read before one is kept after it. */
  private changes = 0;

  constructor(private readonly session: Session) {
    session.changes.listen((uris) => {
      this.changes++;
      for (const uri of uris ?? []) this.known.delete(uri);
    });
  }

  /** Gives the diagnostics of a file as it is on disk; none for one that is excluded or cannot be read. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const context = await this.session.contextOf(uri);
    const known = this.known.get(uri);
    const { modules } = this.session;
    if (known?.context === context && !modules.changedSince(uri, known.modulesVersion))
      return known.diagnostics;
    const { changes } = this;
    const modulesVersion = modules.version;
    const diagnostics = context.excluded ? [] : await this.analyse(uri, context);
    // Without a watcher nobody would tell when the file changes, so what is known of it must not be kept.
    if (this.session.support.registersWatchers && changes === this.changes)
      this.known.set(uri, { context, diagnostics, modulesVersion });
    return diagnostics;
  }

  private async analyse(uri: string, context: FileContext): Promise<readonly Diagnostic[]> {
    const { changes } = this;
    const engine = await this.session.engine;
    const text = await this.session.files.read(uri).catch(() => undefined);
    if (!engine || text === undefined) return [];
    const document = engine.parse(text, fileOf(uri));
    try {
      const analysis = await analyseFully({ engine, document, uri, context }, this.session.modules);
      const analysed = {
        analysis,
        lines: LineIndex.of(text, this.session.support.encoding),
        context,
        engine,
      };
      if (changes === this.changes) {
        this.session.judge.learn(uri, analysed);
        this.session.uses.learn(uri, analysed);
      }
      const diagnostics = diagnosticsOf(analysed, this.session.support);
      // A script that declares its Pythons itself is nobody else's affair: it can be judged once and for all.
      const isScript = text.includes(SCRIPT_MARK) && !isDeclaringFile(fileOf(uri) ?? "");
      return isScript ? [...diagnostics, ...(await this.session.judge.diagnostics(uri))] : diagnostics;
    } finally {
      document.dispose();
    }
  }
}

/** A file that nobody holds open, ready to be analysed. */
export interface ClosedFile {
  readonly engine: Engine;
  readonly document: ParsedDocument;
  readonly uri: string;
  readonly context: FileContext;
}

/**
 * Analyses a file that is not open. Nobody waits for it: everything that it imports is read first, and whoever types or asks
 * for something meanwhile is let in.
 */
export async function analyseFully(
  { engine, document, uri, context: { target, ignore, packages, backportStyle } }: ClosedFile,
  modules: Session["modules"],
): Promise<DocumentAnalysis> {
  const slices = new Slices();
  for (let round = 0; ; round++) {
    const request = { uri, version: 0, target, ignore, packages, backportStyle, modules };
    const steps = engine.prepare(document, request);
    while (!steps.next().done) if (slices.isOver) await slices.pause();
    const analysis = engine.analyse(document, request);
    if (!modules.isWaiting || round === MOST_ROUNDS) return analysis;
    await modules.load();
  }
}
