import type { Connection } from "vscode-languageserver";
import { formatMinor } from "../engine/version";
import { targetStatus } from "../messages";
import { TARGET_CHANGED, type TargetChangedParams } from "../protocol";
import type { ClientSupport } from "./client-support";
import type { FileContext } from "./file-contexts";
import type { Log } from "./log";

/**
 * Tells who a document's target comes from: the project's own extension by a notification, which it shows in a status
 * item; any other client gets the declarations that could not be understood in its log, once.
 */
export class TargetAnnouncer {
  private readonly announced = new Map<string, FileContext>();
  private readonly logged = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly support: ClientSupport,
    private readonly log: Log,
  ) {}

  /** Announces what applies to a document, unless it was announced already. */
  announce(uri: string, context: FileContext): void {
    if (this.announced.get(uri) === context) return;
    this.announced.set(uri, context);
    this.logProblems(context);
    if (!this.support.companion) return;
    this.connection.sendNotification(TARGET_CHANGED, toParams(uri, context)).catch(() => {
      // The connection is gone, and with it the status item.
    });
  }

  /** Forgets a closed document: the client forgets it too. */
  forget(uri: string): void {
    this.announced.delete(uri);
  }

  private logProblems({ problems }: FileContext): void {
    for (const { path, line, message } of problems) {
      const written = `${path}${line === undefined ? "" : `:${line}`}: ${message}`;
      if (this.logged.has(written)) continue;
      this.logged.add(written);
      this.log.warn(written);
    }
  }
}

function toParams(uri: string, { target, originUri, problems }: FileContext): TargetChangedParams {
  const minimum = target?.range.minimum;
  return {
    uri,
    ...targetStatus(target),
    range: target?.range.text ?? null,
    minimum: minimum === undefined ? null : formatMinor(minimum),
    origin: target ? { ...target.origin, ...(originUri !== undefined && { uri: originUri }) } : null,
    problems,
  };
}
