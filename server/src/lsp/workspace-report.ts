import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { isWithin, parentOf } from "../project";
import { reportFile, toReport, type ReportParts } from "./document-report";
import type { Session } from "./session";
import { Slices } from "./slices";

/** Hears how far the look through the workspace is, in files. */
export interface WorkspaceProgress {
  begin(): void;
  report(done: number, all: number): void;
  end(): void;
}

/** Sends a part of a report ahead of the rest. */
export type SendPart = (part: WorkspaceDiagnosticReport) => void;

/** What a look through the workspace is made with. */
export interface WorkspaceParts extends ReportParts {
  readonly send: SendPart | undefined;
  readonly progress: WorkspaceProgress | undefined;
}

/**
 * Answers `workspace/diagnostic` for every Python file of the workspace, and for what declares their Pythons. With `send`, new reports go out while the work
 * is under way, and a request that finds nothing new is held until something changes: otherwise the client would ask
 * again at once, for ever.
 */
export async function reportWorkspace(
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  parts: WorkspaceParts,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  const { session, send } = parts;
  // Whoever waits for a change does not wait for work.
  let { progress } = parts;
  for (;;) {
    const change = nextChange(session, token);
    const items = await collectWithProgress(previous, token, { ...parts, progress });
    progress = undefined;
    const isNew = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
    const isHeld = send && !isNew && session.support.registersWatchers && !token.isCancellationRequested;
    if (!isHeld) return { items: send ? items.filter(isUnchanged) : items };
    await change;
    if (session.isDisposed || token.isCancellationRequested) return { items: [] };
  }
}

/** The work ends for its watcher however it ends. */
async function collectWithProgress(
  previous: ReadonlyMap<string, string>,
  token: CancellationToken,
  parts: WorkspaceParts,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  parts.progress?.begin();
  try {
    return await collect(previous, token, parts);
  } finally {
    parts.progress?.end();
  }
}

async function collect(
  previous: ReadonlyMap<string, string>,
  token: CancellationToken,
  parts: WorkspaceParts,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const { session, send, progress } = parts;
  const uris = await listFiles(session);
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const slices = new Slices();
  for (const uri of uris) {
    if (slices.isOver) {
      progress?.report(items.length, uris.size);
      await slices.pause();
    }
    if (token.isCancellationRequested || session.isDisposed) return items;
    items.push(withVersion(uri, await reportFile(uri, previous.get(uri), parts), session));
    if (!isUnchanged(items.at(-1)!)) send?.({ items: items.slice(-1) });
  }
  const gone = [...previous]
    .filter(([uri]) => !uris.has(uri))
    .map(([uri, value]) => clearedReport(uri, value, session));
  if (send && gone.some((item) => !isUnchanged(item)))
    send({ items: gone.filter((item) => !isUnchanged(item)) });
  return [...items, ...gone];
}

/**
 * Every Python file that is open or lies in a folder of the workspace, and then the files that declare Pythons beside and
 * above them: what those are told rests on all the code.
 */
async function listFiles(session: Session): Promise<ReadonlySet<string>> {
  const uris = new Set(session.documents.uris());
  const folders = new Set<string>();
  for (const root of session.folderUris) {
    folders.add(root);
    for (const uri of await session.files.findPython(root)) {
      uris.add(uri);
      for (let at = parentOf(uri); at !== undefined && isWithin(at, root); at = parentOf(at)) {
        if (folders.has(at)) break;
        folders.add(at);
      }
    }
  }
  for (const uri of session.declaring.uris()) uris.add(uri);
  for (const folder of folders) {
    for (const { path } of await session.declaringFiles(folder))
      uris.add(session.openFiles.at(path)?.uri ?? path);
  }
  return uris;
}

/** A file that the client knows of and that is there no more has nothing to be said of it. */
function clearedReport(uri: string, previous: string, session: Session): WorkspaceDocumentDiagnosticReport {
  return withVersion(uri, toReport([], previous), session);
}

function withVersion(
  uri: string,
  report: ReturnType<typeof toReport>,
  session: Session,
): WorkspaceDocumentDiagnosticReport {
  return { ...report, uri, version: session.openFiles.get(uri)?.version ?? null };
}

function isUnchanged({ kind }: WorkspaceDocumentDiagnosticReport): boolean {
  return kind === DocumentDiagnosticReportKind.Unchanged;
}

/** Resolves when anything changes, the client gives up or the session ends, from now on. */
function nextChange(session: Session, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    session.changes.listenOnce(resolve);
    token.onCancellationRequested(() => resolve());
  });
}
