import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type Connection,
  type ProtocolNotificationType,
} from "vscode-languageserver";
import { matchesGlob, WATCHED_FILES } from "../project";
import { safely } from "./safely";
import type { Session } from "./session";

/** Registers what keeps the session in step with the client: documents, settings, project files, folders. */
export function followClient(connection: Connection, session: Session): void {
  const on = <Params, Registration>(
    type: ProtocolNotificationType<Params, Registration>,
    handle: (params: Params) => void,
  ): void => {
    connection.onNotification(
      type,
      safely({ name: type.method, log: session.log, empty: () => undefined, handle }),
    );
  };
  followDocuments(on, session);
  on(DidChangeConfigurationNotification.type, ({ settings }) => session.settingsChanged(settings));
  on(DidChangeWatchedFilesNotification.type, ({ changes }) =>
    filesChanged(
      session,
      changes.map(({ uri }) => uri),
    ),
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
  handle: (params: Params) => void,
) => void;

function followDocuments(on: Register, session: Session): void {
  on(DidOpenTextDocumentNotification.type, (params) => {
    if (session.documents.open(params)) session.touch(params.textDocument.uri);
  });
  on(DidChangeTextDocumentNotification.type, (params) => {
    if (session.documents.change(params)) session.touch(params.textDocument.uri);
  });
  on(DidCloseTextDocumentNotification.type, (params) => {
    if (session.documents.close(params)) session.forget(params.textDocument.uri);
  });
  on(DidSaveTextDocumentNotification.type, () => {
    // A client that watches no files for the server may have saved any of them by now.
    if (!session.support.registersWatchers) session.projectChanged(undefined);
  });
}

/** A file can be both: a project file that decides for others, and Python that is reported on itself. */
function filesChanged(session: Session, uris: readonly string[]): void {
  const projectFiles = uris.filter(isProjectFile);
  if (projectFiles.length > 0) session.projectChanged(projectFiles);
  const python = uris.filter((uri) => /\.py[iw]?$/.test(uri));
  if (python.length > 0) session.pythonFilesChanged(python);
}

function isProjectFile(uri: string): boolean {
  const path = uri.replace(/^[^:]+:(?:\/\/[^/]*)?\/+/, "");
  return WATCHED_FILES.some((glob) => matchesGlob(glob, path));
}
