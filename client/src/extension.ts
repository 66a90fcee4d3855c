import * as vscode from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { DECLARING_FILES, SETTINGS_SECTION, type ClientInitialization } from "../../server/src/protocol";
import type { SinceWhenApi } from "./api";
import { registerCommands } from "./commands";
import { Deference } from "./deference";
import { createExplorer } from "./explorer/commands";
import { Interpreter, USE_INTERPRETER } from "./interpreter";
import { MinimumReport } from "./minimum-report";
import { ReportPages } from "./report-pages";
import { Server, type MakeConnection } from "./server";
import { StartClock } from "./start-times";
import { TargetStatus } from "./target-status";

/** When everything that the extension imports had run. */
const LOADED_AT = performance.now();

/** Setting that the server learns at its start only. */
const WORKSPACE_DIAGNOSTICS = "workspaceDiagnostics";

/** What one host, a process or a worker, brings to the extension. */
export interface ClientHost {
  readonly connect: MakeConnection;
  /** What the server gets at its start besides what every server gets. */
  readonly initialization?: () => Promise<object>;
}

/** The server of this window, for `deactivate`: VS Code keeps no other thread between the two calls. */
let running: Server | undefined;

/**
 * Makes everything that shows what the server tells, and has the server started after that: the editor waits for an
 * extension that is being activated, and most of the work is to load the language client.
 */
export function startExtension(context: vscode.ExtensionContext, host: ClientHost): SinceWhenApi {
  const clock = new StartClock(LOADED_AT);
  const log = vscode.window.createOutputChannel("SinceWhen", { log: true });
  const status = new TargetStatus();
  const deference = new Deference(() => server.present);
  const options = async (): Promise<LanguageClientOptions> => ({
    ...(await clientOptions(log, host)),
    middleware: deference.middleware,
  });
  const server: Server = new Server({ connect: host.connect, options, log, status });
  const explorer = createExplorer({
    client: () => server.client(),
    onUsedChanged: server.onUsedChanged,
  });
  const pages = new ReportPages();
  const interpreter = new Interpreter(() => server.client());
  const tellInterpreter = (): void => {
    interpreter
      .follow()
      .catch((error: unknown) => log.warn(`No interpreter could be told: ${String(error)}`));
  };
  context.subscriptions.push(
    log,
    status,
    server,
    deference,
    explorer,
    interpreter,
    pages,
    new MinimumReport(server, pages),
    ...registerCommands({ log, status, server, pages }),
  );
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS_SECTION}.${WORKSPACE_DIAGNOSTICS}`)) void server.restart();
      if (event.affectsConfiguration(`${SETTINGS_SECTION}.${USE_INTERPRETER}`)) tellInterpreter();
    }),
  );
  running = server;
  const startTimes = server.restart().then(() => {
    tellInterpreter();
    return clock.answered();
  });
  log.info(`Activated in ${clock.activated().toFixed(1)} ms of its own work.`);
  return { releases: explorer.releases, status: status.item, startTimes };
}

/** Ends the server. VS Code waits for that before it ends the extension host. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}

async function clientOptions(log: vscode.LogOutputChannel, host: ClientHost): Promise<LanguageClientOptions> {
  const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const own: ClientInitialization = {
    companion: true,
    workspaceDiagnostics: settings.get(WORKSPACE_DIAGNOSTICS, false),
  };
  return {
    documentSelector: [{ language: "python" }, ...DECLARING_FILES.map((pattern) => ({ pattern }))],
    outputChannel: log,
    diagnosticPullOptions: { onChange: true },
    initializationOptions: { ...own, ...(await host.initialization?.()) },
  };
}
