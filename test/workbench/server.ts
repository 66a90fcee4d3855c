import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureHost, SERVER_MAIN } from "./install-host";
import { runCommand } from "./run-command";
import { findServerNode } from "./server-node";

/** Keeps the workbench from showing or fetching anything that the tests did not ask for. */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.restoreWindows": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/** What a workbench server is started with. */
export interface ServerOptions {
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Additions to the environment of the server and its extension hosts. */
  readonly env?: NodeJS.ProcessEnv;
  /** Packaged extensions to install first: absolute paths. */
  readonly extensions?: readonly string[];
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Secret that a page must present; without one every local process may connect, which only tests allow. */
  readonly token?: string;
  /** Gets what the server prints. */
  readonly log?: (text: string) => void;
}

/** Names and values that a page hands to its workbench. */
export type Payload = readonly (readonly [string, string])[];

/** A running server with its own folder for settings and extensions. */
export interface WorkbenchServer {
  readonly port: number;
  /** Resolves with the exit status when the server stops, by itself or through `stop`. */
  readonly stopped: Promise<number>;
  /** Address of a folder's workbench. `payload` are VS Code's own pairs, such as `extensionTestsPath` and its value. */
  urlFor(folder: string, payload?: Payload): string;
  /** The pairs that open a file with the cursor in a line, 1-based. */
  payloadFor(place: { readonly file: string; readonly line: number }): Payload;
  /** The address by which the workbench knows a file on this machine. */
  remoteUri(file: string): string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

/** Installs what is missing, starts VS Code's server on the loopback interface and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<WorkbenchServer> {
  await ensureHost();
  const node = findServerNode();
  const home = mkdtempSync(path.join(tmpdir(), "sincewhen-workbench-"));
  const removeHome = (): void => {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    writeSettings(home, options.settings ?? {});
    for (const vsix of options.extensions ?? []) await installExtension(node, home, vsix);
    const child = spawn(node, serverArguments(home, options), {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...options.env },
    });
    const stopped = new Promise<number>((resolve) => child.on("exit", (status) => resolve(status ?? 1)));
    // Whoever ends this process in the middle must not leave a server behind.
    const abandon = (): void => {
      child.kill();
      removeHome();
    };
    process.once("exit", abandon);
    const port = await listeningPort(child, options.log);
    const remoteUri = (file: string): string => `vscode-remote://127.0.0.1:${port}${uriPath(file)}`;
    return {
      port,
      stopped,
      urlFor: (folder, payload = []) => workbenchUrl(port, options.token, folder, payload),
      payloadFor: ({ file, line }) => [
        ["gotoLineMode", "true"],
        ["openFile", `${remoteUri(file)}:${line}:1`],
      ],
      remoteUri,
      stop: async () => {
        process.off("exit", abandon);
        child.kill();
        await stopped;
        removeHome();
      },
    };
  } catch (error) {
    removeHome();
    throw error;
  }
}

function writeSettings(home: string, settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(path.join(home, "data/User"), { recursive: true });
  const all = { ...QUIET_SETTINGS, ...settings };
  writeFileSync(path.join(home, "data/User/settings.json"), JSON.stringify(all, undefined, 2));
}

function folderArguments(home: string): string[] {
  const data = path.join(home, "data");
  const extensions = path.join(home, "extensions");
  return ["--server-data-dir", home, "--user-data-dir", data, "--extensions-dir", extensions];
}

async function installExtension(node: string, home: string, vsix: string): Promise<void> {
  const args = [SERVER_MAIN, ...folderArguments(home), "--accept-server-license-terms"];
  const { status, output } = await runCommand(node, [...args, "--install-extension", vsix, "--force"]);
  // The server exits with 0 even where the installation failed.
  if (status !== 0 || /failed installing/i.test(output)) throw new Error(`${vsix} was refused:\n${output}`);
}

function serverArguments(home: string, { port = 0, token }: ServerOptions): string[] {
  return [
    SERVER_MAIN,
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...folderArguments(home),
    ...(token ? ["--connection-token", token] : ["--without-connection-token"]),
    // Without this flag the page ignores the payload: no file to open, no extension tests.
    "--enable-smoke-test-driver",
    "--accept-server-license-terms",
    ...["--telemetry-level", "off"],
  ];
}

function listeningPort(child: ChildProcess, log?: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      log?.(chunk.toString());
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.on("error", reject);
    child.on("exit", (status) => {
      reject(new Error(`VS Code's server ended with ${status} before it listened:\n${output}`));
    });
  });
}

function workbenchUrl(port: number, token: string | undefined, folder: string, payload: Payload): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (token) url.searchParams.set("tkn", token);
  url.searchParams.set("folder", uriPath(folder));
  if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/** `C:\\project` stands as `/C:/project` in addresses. */
function uriPath(file: string): string {
  const forward = path.resolve(file).replaceAll("\\", "/");
  return forward.startsWith("/") ? forward : `/${forward}`;
}
