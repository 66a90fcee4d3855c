import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
  type ProtocolNotificationType,
} from "vscode-languageserver";
import { matchesGlob, WATCHED_FILES } from "../project";
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
  on(DidChangeConfigurationNotification.type, ({ settings }) => session.settingsChanged(settings));
  on(DidChangeWatchedFilesNotification.type, ({ changes }) => filesChanged(session, changes));
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

/** A file can be both: a project file that decides for others, and Python that is reported on itself. */
function filesChanged(session: Session, changes: readonly FileEvent[]): void {
  const projectFiles = changes.map(({ uri }) => uri).filter(isProjectFile);
  if (projectFiles.length > 0) session.projectChanged(projectFiles);
  const python = changes.filter(({ uri }) => /\.py[iw]?$/.test(uri));
  if (python.length === 0) return;
  const cameOrWent = python.filter(({ type }) => type !== FileChangeType.Changed);
  session.pythonFilesChanged(
    python.map(({ uri }) => uri),
    cameOrWent.map(({ uri }) => uri),
  );
}

function isProjectFile(uri: string): boolean {
  const path = uri.replace(/^[^:]+:(?:\/\/[^/]*)?\/+/, "");
  return WATCHED_FILES.some((glob) => matchesGlob(glob, path));
}
