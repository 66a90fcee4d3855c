import {
  DidChangeConfigurationNotification,
  DidChangeNotebookDocumentNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseNotebookDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenNotebookDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
  ProtocolNotificationType,
  type TextDocumentIdentifier,
  type TextDocumentItem,
} from "vscode-languageserver";
import { matchesGlob, WATCHED_FILES } from "../project";
import { INTERPRETER_CHANGED, type InterpreterParams } from "../protocol";
import { safely } from "./safely";
import type { Session } from "./session";

/** Registers what keeps the session in step with the client: documents, settings, project files, folders. */
export function followClient(connection: Connection, session: Session): void {
  const on = <Params, Registration>(
    type: ProtocolNotificationType<Params, Registration>,
    handle: (params: Params) => void | Promise<void>,
  ): void => {
    connection.onNotification(
      type,
      safely({ name: type.method, log: session.log, empty: () => undefined, handle }),
    );
  };
  followDocuments(on, session);
  followNotebooks(on, session);
  on(DidChangeConfigurationNotification.type, ({ settings }) => session.settingsChanged(settings));
  on(DidChangeWatchedFilesNotification.type, ({ changes }) => filesChanged(session, changes));
  on(new ProtocolNotificationType<InterpreterParams, void>(INTERPRETER_CHANGED), ({ folderUri, version }) =>
    session.interpreterChanged(folderUri, version ?? undefined),
  );
  on(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    session.foldersChanged(
      event.added.map(({ uri }) => uri),
      event.removed.map(({ uri }) => uri),
    );
  });
}

type Register = <Params, Registration>(
  type: ProtocolNotificationType<Params, Registration>,
  handle: (params: Params) => void | Promise<void>,
) => void;

function followDocuments(on: Register, session: Session): void {
  on(DidOpenTextDocumentNotification.type, async (params) => {
    const { uri } = params.textDocument;
    if (session.documents.open(params)) {
      session.opened(uri);
      session.touch(uri);
    } else if (session.declaring.open(params)) await session.declaringSync.opened(uri);
  });
  on(DidChangeTextDocumentNotification.type, (params) => {
    const { uri } = params.textDocument;
    if (session.documents.change(params)) {
      session.textChanged(uri);
      session.touch(uri);
      session.declaringSync.changed(uri);
    } else if (session.declaring.change(params)) session.declaringSync.changed(uri);
  });
  on(DidCloseTextDocumentNotification.type, (params) => {
    const { uri } = params.textDocument;
    if (session.documents.close(params)) {
      session.forget(uri);
      session.declaringSync.changed(uri);
    } else if (session.declaring.close(params)) session.declaringSync.closed(uri);
  });
  on(DidSaveTextDocumentNotification.type, () => {
    // A client that watches no files for the server may have saved any of them by now.
    if (!session.support.registersWatchers) session.projectChanged(undefined);
  });
}

function followNotebooks(on: Register, session: Session): void {
  on(DidOpenNotebookDocumentNotification.type, ({ notebookDocument: { uri, cells }, cellTextDocuments }) => {
    openCells(session, cellTextDocuments);
    session.documents.arrangeNotebook(
      uri,
      cells.map(({ document }) => document).filter((cell) => session.documents.get(cell)),
    );
    session.notebookChanged(session.documents.cellsOf(uri));
  });
  on(DidChangeNotebookDocumentNotification.type, ({ notebookDocument: { uri }, change }) => {
    const { structure, textContent = [] } = change.cells ?? {};
    if (structure) {
      openCells(session, structure.didOpen ?? []);
      const cells = [...session.documents.cellsOf(uri)];
      const { start, deleteCount, cells: added = [] } = structure.array;
      cells.splice(start, deleteCount, ...added.map(({ document }) => document));
      session.documents.arrangeNotebook(
        uri,
        cells.filter((cell) => session.documents.get(cell)),
      );
      for (const textDocument of structure.didClose ?? []) closeCell(session, textDocument);
    }
    for (const { document, changes } of textContent) {
      session.documents.change({ textDocument: document, contentChanges: changes });
      session.textChanged(document.uri);
      session.touch(document.uri);
    }
    if (structure) session.notebookChanged(session.documents.cellsOf(uri));
  });
  on(DidCloseNotebookDocumentNotification.type, ({ notebookDocument: { uri }, cellTextDocuments }) => {
    session.documents.closeNotebook(uri);
    session.analyses.forget(uri);
    for (const textDocument of cellTextDocuments) closeCell(session, textDocument);
  });
}

function openCells(session: Session, cells: readonly TextDocumentItem[]): void {
  for (const textDocument of cells) {
    if (session.documents.open({ textDocument })) session.opened(textDocument.uri);
  }
}

function closeCell(session: Session, textDocument: TextDocumentIdentifier): void {
  if (session.documents.close({ textDocument })) session.forget(textDocument.uri);
}

/** A file can be both: a project file that decides for others, and Python that is reported on itself. */
function filesChanged(session: Session, changes: readonly FileEvent[]): void {
  const projectFiles = changes.filter(({ uri }) => isProjectFile(uri));
  if (projectFiles.length > 0) session.projectChanged(urisOf(projectFiles), urisOf(cameOrWent(projectFiles)));
  const python = changes.filter(({ uri }) => /\.py[iw]?$/.test(uri));
  if (python.length > 0) session.pythonFilesChanged(urisOf(python), urisOf(cameOrWent(python)));
}

function cameOrWent(changes: readonly FileEvent[]): FileEvent[] {
  return changes.filter(({ type }) => type !== FileChangeType.Changed);
}

function urisOf(changes: readonly FileEvent[]): string[] {
  return changes.map(({ uri }) => uri);
}

function isProjectFile(uri: string): boolean {
  const path = uri.replace(/^[^:]+:(?:\/\/[^/]*)?\/+/, "");
  return WATCHED_FILES.some((glob) => matchesGlob(glob, path));
}
