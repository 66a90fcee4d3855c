import type { Connection } from "vscode-languageserver";
import { reportProgress } from "../messages";
import type { Log } from "./log";

/** Hears how far a request of our own is, in files. */
export interface RequestProgress {
  report(done: number, all: number): void;
}

/** Tells a client how far a request is, under the token that it gave with it; to one that gave none, nothing. */
export function requestProgress(
  workDoneToken: string | number | undefined,
  connection: Connection,
  log: Log,
): RequestProgress {
  return {
    report(done, all): void {
      if (workDoneToken === undefined) return;
      const percentage = Math.floor((100 * done) / Math.max(1, all));
      connection
        .sendNotification("$/progress", {
          token: workDoneToken,
          value: { kind: "report", percentage, message: reportProgress(done, all) },
        })
        .catch(() => log.warn("the progress of a request could not be sent"));
    },
  };
}
