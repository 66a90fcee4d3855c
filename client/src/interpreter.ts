import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { INTERPRETER_CHANGED, SETTINGS_SECTION, type InterpreterParams } from "../../server/src/protocol";

/** Setting that lets the selected interpreter speak where nothing else does. */
export const USE_INTERPRETER = "useSelectedInterpreter";

/** As much of the Python extension's API as it takes. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(
      path: unknown,
    ): Promise<{ readonly version?: { readonly major: number; readonly minor: number } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

/**
 * Tells the server which Python is selected for each folder, if the user wants that and the Python extension is there:
 * in a browser it is not.
 */
export class Interpreter implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private isFollowing = false;

  constructor(private readonly client: () => Promise<BaseLanguageClient>) {}

  /** Tells the server now, and at every change from now on. */
  async follow(): Promise<void> {
    const api = this.isWanted() ? await pythonApi() : undefined;
    if (api && !this.isFollowing) {
      this.isFollowing = true;
      const changed = api.environments.onDidChangeActiveEnvironmentPath(() => void this.follow());
      this.subscriptions.push(changed);
    }
    const client = await this.client();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const version = api ? await selectedVersion(api, uri) : undefined;
      const params: InterpreterParams = {
        folderUri: client.code2ProtocolConverter.asUri(uri),
        version: version ?? null,
      };
      await client.sendNotification(INTERPRETER_CHANGED, params);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private isWanted(): boolean {
    return vscode.workspace.getConfiguration(SETTINGS_SECTION).get(USE_INTERPRETER, false);
  }
}

async function pythonApi(): Promise<PythonApi | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  if (!extension) return undefined;
  return extension.isActive ? extension.exports : await extension.activate();
}

async function selectedVersion(api: PythonApi, folder: vscode.Uri): Promise<string | undefined> {
  const environment = await api.environments.resolveEnvironment(
    api.environments.getActiveEnvironmentPath(folder),
  );
  const version = environment?.version;
  return version?.major === 3 ? `3.${String(version.minor)}` : undefined;
}
