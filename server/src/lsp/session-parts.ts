import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import { createEngine } from "../engine/engine";
import { startFailure } from "../messages";
import { SETTINGS_SECTION } from "../protocol";
import { readInitialization, type ClientSupport } from "./client-support";
import type { Host } from "./host";
import { describeError } from "./log";
import { SettingsCache } from "./settings-cache";
import { showError, showWarning } from "./show-message";
import { fileOf } from "./uris";
import { companionFiles, type CompanionFiles } from "./workspace-files";

/** Gives the workspace's folders as the client names them at the start, in one form. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(canonicalFolder);
}

/** Gives the one form of a folder's uri. */
export function canonicalFolder(uri: string): string {
  return fileOf(uri) ?? uri;
}

/** Makes the questions to the project's own extension. */
export function companionOf(connection: Connection): CompanionFiles {
  return companionFiles((method, params) => connection.sendRequest(method, params));
}

/** Makes the settings of a client that can be asked for them, or that only pushes them. */
export function makeSettings(
  connection: Connection,
  support: ClientSupport,
  options: unknown,
): SettingsCache {
  return new SettingsCache({
    pull: support.pullsSettings
      ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section: SETTINGS_SECTION })
      : undefined,
    initial: readInitialization(options).settings,
    onProblem: (message) => showWarning(connection, message),
    onError: (error) => connection.console.warn(`The client gave no settings: ${describeError(error)}`),
  });
}

/** How metadata in a script begins. */
export const SCRIPT_MARK = "# /// script";

/** Gives the stretch of a text in which script metadata can stand; empty for almost every file. */
export function scriptBlock(text: string): string {
  const start = text.indexOf(SCRIPT_MARK);
  return start < 0 ? "" : text.slice(start, text.lastIndexOf("# ///"));
}

/** Starts the engine. `undefined` when its parts are missing or broken, which the user is told then. */
export async function startEngine(
  connection: Connection,
  host: Host,
  initialization: unknown,
): Promise<Engine | undefined> {
  try {
    return await createEngine(await host.loadParts(initialization));
  } catch (error) {
    connection.console.error(describeError(error));
    showError(connection, startFailure(error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}
