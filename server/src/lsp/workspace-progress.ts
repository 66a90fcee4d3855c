import type { Connection, WorkDoneProgressParams } from "vscode-languageserver";
import { reportProgress } from "../messages";
import type { Session } from "./session";
import type { WorkspaceProgress } from "./workspace-report";

/** Tells a client how far a request is, under the token that it gave; `undefined` where it gave none. */
export function workspaceProgress(
  { workDoneToken: token }: WorkDoneProgressParams,
  connection: Connection,
  session: Session,
): WorkspaceProgress | undefined {
  if (token === undefined) return undefined;
  const send = (value: object): void => {
    connection
      .sendNotification("$/progress", { token, value })
      .catch(() => session.log.warn("the progress of the workspace's diagnostics could not be sent"));
  };
  return {
    begin: () => send({ kind: "begin", title: "SinceWhen", percentage: 0, cancellable: true }),
    report(done, all) {
      const percentage = Math.floor((100 * done) / Math.max(1, all));
      send({ kind: "report", percentage, message: reportProgress(done, all) });
    },
    end: () => send({ kind: "end" }),
  };
}
