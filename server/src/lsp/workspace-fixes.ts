import { RequestType, type CancellationToken, type Connection } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import type { FixDependency } from "../engine/findings";
import { fixText, type FixedText } from "../engine/fix-all";
import { toFixPreview, type FixedDocument } from "../features/fix-preview";
import { LineIndex } from "../features/line-index";
import { type CellPlace, limitsOf } from "../features/text-edits";
import { FIX_WORKSPACE, type FixWorkspaceParams, type FixWorkspaceResult } from "../protocol";
import { analyseFully } from "./closed-files";
import { DependencyLists } from "./dependency-lists";
import type { NotebookProgram } from "./notebook-program";
import { requestProgress, type RequestProgress } from "./request-progress";
import { safely } from "./safely";
import type { Session } from "./session";
import { Slices } from "./slices";
import { fileOf, liesIn } from "./uris";

/** So many times a file is fixed anew since it was changed while others were fixed; then it is left out. */
const MOST_REPEATS = 3;

/** New code may import what the old one did not, and that what is not at hand; no chain is longer than this. */
const MOST_ROUNDS = 20;

/** What fixing the workspace takes. */
interface Work {
  readonly engine: Engine;
  readonly session: Session;
  readonly params: FixWorkspaceParams;
  readonly isOver: () => boolean;
  readonly progress: RequestProgress;
}

/** A text as it is now: a file, open or not, or the joined cells of an open notebook. */
interface Present {
  /** As the client writes it. */
  readonly uri: string;
  readonly text: string;
  readonly version: number | null;
  readonly lines: LineIndex;
  readonly cells?: readonly CellPlace[];
}

/** What fixes made of a text. */
interface Fixed extends FixedDocument {
  readonly present: Present;
  readonly fixes: number;
  readonly dependencies: FixedText["dependencies"];
}

/** Registers the request for what fixes would change in the whole workspace. */
export function answerWorkspaceFixes(connection: Connection, session: Session): void {
  const handle = safely({
    name: FIX_WORKSPACE,
    log: session.log,
    empty: (): FixWorkspaceResult => null,
    async handle(params: FixWorkspaceParams, token: CancellationToken): Promise<FixWorkspaceResult> {
      const engine = await session.engine;
      if (!engine) return null;
      const progress = requestProgress(params.workDoneToken, connection, session.log);
      const isOver = (): boolean => token.isCancellationRequested || session.isDisposed;
      return fixWorkspace({ engine, session, params, isOver, progress });
    },
  });
  connection.onRequest(new RequestType<FixWorkspaceParams, FixWorkspaceResult, void>(FIX_WORKSPACE), handle);
}

/** Fixes every file, and those that changed meanwhile once more. */
async function fixWorkspace(work: Work): Promise<FixWorkspaceResult> {
  const { session, isOver, progress } = work;
  const uris = await listPrograms(session);
  const fixed = new Map<string, Fixed>();
  const slices = new Slices();
  let pending = uris;
  for (let repeat = 0; pending.length > 0; repeat++) {
    for (const [index, uri] of pending.entries()) {
      if (slices.isOver) {
        if (repeat === 0) progress.report(index, uris.length);
        await slices.pause();
      }
      if (isOver()) return null;
      const result = repeat < MOST_REPEATS ? await fixProgram(uri, work) : undefined;
      if (result) fixed.set(uri, result);
      else fixed.delete(uri);
    }
    pending = await changedSince(fixed, session);
  }
  const programs = [...fixed.values()];
  const all = [
    ...programs.filter(({ edits }) => edits.length > 0),
    ...(await listDependencies(programs, session)),
  ];
  const edit = toFixPreview(all, { annotated: session.support.annotatedEdits });
  const fixes = all.reduce((sum, each) => sum + each.fixes, 0);
  return { edit, files: uris.length, fixes, changed: all.length };
}

/** The Python files of the workspace's folders, and what is open of it as a notebook, in a fixed order. */
async function listPrograms(session: Session): Promise<string[]> {
  const uris = new Set<string>();
  for (const folder of session.folderUris) {
    for (const uri of await session.files.findPython(folder)) uris.add(uri);
    for (const cell of session.documents.uris()) {
      const notebook = session.documents.notebookOf(cell);
      if (notebook && liesIn(fileOf(notebook.uri) ?? "", folder)) uris.add(notebook.uri);
    }
  }
  return [...uris].sort();
}

/** `undefined` for a text that is excluded or cannot be read, and for one in which there is nothing to fix. */
async function fixProgram(uri: string, work: Work): Promise<Fixed | undefined> {
  const { session } = work;
  const context = await session.contextOf(session.openFiles.at(uri)?.uri ?? uri);
  const present = context.excluded ? undefined : await presentAt(uri, session);
  const result = present && (await fixPresent(present, work));
  if (!result || (result.edits.length === 0 && result.dependencies.length === 0)) return undefined;
  const { versionedEdits } = session.support;
  return {
    present,
    place: { ...present, versionedEdits },
    edits: result.edits,
    fixes: result.applied.length,
    dependencies: result.dependencies,
  };
}

/** What the project's files list from now on, since fixed code imports it: by the files as they are by now. */
async function listDependencies(
  fixed: readonly Fixed[],
  session: Session,
): Promise<(FixedDocument & { readonly fixes: number })[]> {
  const lists = new DependencyLists(session);
  for (const { present, dependencies } of fixed)
    for (const dependency of dependencies) await lists.add(present.uri, dependency);
  return lists.extended().map(({ place, edits, added }) => ({ place, edits, fixes: added.length }));
}

async function fixPresent(present: Present, work: Work): Promise<FixedText | undefined> {
  const { engine, session, params } = work;
  const { uri, text, cells } = present;
  const context = await session.contextOf(uri);
  const { target, ignore, packages, backportStyle } = context;
  const { modules } = session;
  const lists = new DependencyLists(session);
  const file = await lists.load(uri);
  const document = engine.parse(text, fileOf(uri));
  try {
    const { findings } = await analyseFully({ engine, document, uri, context }, modules);
    if (findings.every(({ fixIds }) => fixIds.length === 0)) return undefined;
  } finally {
    document.dispose();
  }
  const safety = params.unsafe ? "unsafe" : "safe";
  const request = {
    path: uri,
    target,
    ignore,
    packages,
    backportStyle,
    modules,
    safety,
    canDepend: (dependency: FixDependency) => lists.canAdd(file, dependency),
    ...limitsOf(cells),
  } as const;
  for (let round = 0; ; round++) {
    const result = fixText(engine, text, { ...request, ...(params.codes && { select: params.codes }) });
    if (!modules.isWaiting || round === MOST_ROUNDS) return result;
    await modules.load();
  }
}

/** `undefined`: it is gone, or cannot be read. */
async function presentAt(uri: string, session: Session): Promise<Present | undefined> {
  const notebook = notebookAt(uri, session);
  if (notebook) {
    const { text, version, lines } = notebook.document;
    return { uri, text, version, lines, cells: notebook.places };
  }
  const open = session.openFiles.at(uri);
  if (open) return { uri: open.uri, text: open.text, version: open.version, lines: open.lines };
  const text = await session.files.read(uri).catch(() => undefined);
  if (text === undefined) return undefined;
  return { uri, text, version: null, lines: LineIndex.of(text, session.support.encoding) };
}

function notebookAt(uri: string, { documents }: Session): NotebookProgram | undefined {
  return documents.notebookOf(documents.cellsOf(uri).at(0) ?? "");
}

/** The files that are no more what they were when they were fixed, or were opened or closed since. */
async function changedSince(fixed: ReadonlyMap<string, Fixed>, session: Session): Promise<string[]> {
  const changed: string[] = [];
  for (const [uri, { present }] of fixed) {
    const now = await presentAt(uri, session);
    if (now?.text !== present.text || now.version !== present.version) changed.push(uri);
  }
  return changed;
}
