import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  type Connection,
} from "vscode-languageserver";
import { languageOf, useLanguage } from "../messages";
import { WATCHED_FILES } from "../project";
import { SETTINGS_SECTION } from "../protocol";
import { initializeResult } from "./capabilities";
import { answerFloor } from "./floor-requests";
import type { Host } from "./host";
import { describeError } from "./log";
import { answerExplorer } from "./explorer-requests";
import { answerMinimumReport } from "./minimum-report";
import { answerRequests } from "./requests";
import { Session } from "./session";
import { followClient } from "./sync";
import { answerUsed } from "./used-requests";
import { answerWorkspaceFixes } from "./workspace-fixes";

/** Serves one client over a connection, from its `initialize` to its `shutdown`. */
export function serve(connection: Connection, host: Host): void {
  let session: Session | undefined;
  connection.onInitialize((params) => {
    if (session) throw new ResponseError(ErrorCodes.InvalidRequest, "the server is initialised already");
    useLanguage(languageOf(params.locale));
    session = new Session(connection, host, params);
    followClient(connection, session);
    answerRequests(connection, session);
    answerFloor(connection, session);
    answerExplorer(connection, session);
    answerMinimumReport(connection, session);
    answerWorkspaceFixes(connection, session);
    answerUsed(connection, session);
    return initializeResult(session.support);
  });
  connection.onInitialized(() => {
    if (!session) return;
    registerAtClient(connection, session).catch((error: unknown) => {
      session?.log.warn(`The client refused a registration: ${describeError(error)}`);
    });
  });
  connection.onShutdown(() => session?.dispose());
  refuseTheRest(connection, () => session !== undefined);
  connection.listen();
}

/** Asks the client for notifications that only come on demand. */
async function registerAtClient(connection: Connection, { support }: Session): Promise<void> {
  if (support.registersSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
  }
  if (support.registersWatchers) {
    // Any Python file can be what an open one imports, and counts for what the code of its project needs.
    const watchers = [...WATCHED_FILES, "**/*.{py,pyi,pyw}"].map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

/** Refuses requests that nobody handles, with the reason that the protocol wants. */
function refuseTheRest(connection: Connection, isInitialized: () => boolean): void {
  connection.onRequest((method) =>
    isInitialized()
      ? new ResponseError(ErrorCodes.MethodNotFound, `the server knows no request ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, "the server waits for initialize"),
  );
}
