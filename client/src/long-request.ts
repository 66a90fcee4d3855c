import * as vscode from "vscode";
import type { Server } from "./server";

/** A request that the server takes its time for. */
export interface LongRequest {
  readonly method: string;
  /** What the notification says while it is worked on, in the user's language. */
  readonly title: string;
  readonly params: object;
}

let sent = 0;

/** Sends a request with progress that can be cancelled; `undefined` when the user does so, and for no answer. */
export async function sendLongRequest<Result>(
  server: Server,
  { method, title, params }: LongRequest,
): Promise<NonNullable<Result> | undefined> {
  const client = await server.client();
  const { WorkDoneProgress } = await import("vscode-languageclient");
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const workDoneToken = `sincewhen-request-${String(++sent)}`;
    let done = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== "report") return;
      const increment = Math.max(0, (value.percentage ?? done) - done);
      done += increment;
      progress.report({ increment, ...(value.message !== undefined && { message: value.message }) });
    });
    try {
      const result = await client.sendRequest<Result>(method, { ...params, workDoneToken }, token);
      return result ?? undefined;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
}
