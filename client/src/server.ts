import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, State } from "vscode-languageclient";
import { TARGET_CHANGED, USED_CHANGED, type TargetChangedParams } from "../../server/src/protocol";
import { answerFileRequests } from "./file-requests";
import type { ServerState, TargetStatus } from "./target-status";

/** A language client that is not started yet, and the end of whatever it talks to. */
export interface Connection {
  readonly client: BaseLanguageClient;
  /** Ends what stopping the client leaves running. */
  end(): void;
}

/** Makes the connection to a new server. Takes a while the first time, which is when the language client is loaded. */
export type MakeConnection = (options: LanguageClientOptions) => Promise<Connection>;

/** What a server is run with. */
export interface ServerParts {
  readonly connect: MakeConnection;
  /** Finds out what the next server gets at its start. */
  readonly options: () => Promise<LanguageClientOptions>;
  readonly log: vscode.LogOutputChannel;
  readonly status: TargetStatus;
}

/** The one language server, started and restarted. A server that crashes is started again by its language client. */
export class Server implements vscode.Disposable {
  private running: Connection | undefined;
  /** Nothing is started before the editor had the thread back, which waits for the extension to be activated. */
  private queue = new Promise<void>((resolve) => setTimeout(resolve));
  private isDisposed = false;
  private readonly usedChanged = new vscode.EventEmitter<void>();
  /** Fires when a list of what the workspace uses may be no longer true, as after the start of a new server. */
  readonly onUsedChanged = this.usedChanged.event;

  constructor(private readonly parts: ServerParts) {}

  /** Ends the present server, if any, and starts a new one. Resolves when it answers, or when that failed for good. */
  restart(): Promise<void> {
    this.queue = this.queue.then(() => this.restartNow()).catch((error: unknown) => this.tell(error));
    return this.queue;
  }

  /** The client of the present server, if there is one, whether or not it answers yet. */
  get present(): BaseLanguageClient | undefined {
    return this.running?.client;
  }

  /** Gives the client of the present server once that answers. Rejects when there is none. */
  async client(): Promise<BaseLanguageClient> {
    await this.queue;
    const client = this.running?.client;
    if (!client?.isRunning()) throw new Error(vscode.l10n.t("The language server did not start."));
    return client;
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    this.isDisposed = true;
    await this.queue;
    await this.stopNow();
  }

  dispose(): void {
    this.usedChanged.dispose();
    void this.stop();
  }

  private async restartNow(): Promise<void> {
    await this.stopNow();
    if (this.isDisposed) return;
    const { connect, options, status } = this.parts;
    const { RevealOutputChannelOn, State } = await import("vscode-languageclient");
    // A server that stopped without being told to crashed too often to be started again.
    const states: Readonly<Record<State, ServerState>> = {
      [State.Starting]: "starting",
      [State.Running]: "running",
      [State.Stopped]: "failed",
      [State.StartFailed]: "failed",
    };
    const connection = await connect({
      ...(await options()),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    });
    this.running = connection;
    const { client } = connection;
    client.onNotification(TARGET_CHANGED, (params: TargetChangedParams) => status.show(params));
    client.onNotification(USED_CHANGED, () => this.usedChanged.fire());
    answerFileRequests(client);
    client.onDidChangeState(({ newState }) => {
      if (this.running === connection) status.setState(states[newState]);
    });
    await client.start();
    this.usedChanged.fire();
  }

  private async stopNow(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    this.parts.status.setState("starting");
    if (!running) return;
    try {
      if (running.client.needsStop()) await running.client.stop();
    } catch (error) {
      this.parts.log.warn(`The server did not stop in good order: ${String(error)}`);
    } finally {
      running.end();
    }
  }

  private tell(error: unknown): void {
    this.parts.log.error(`The server did not start: ${String(error)}`);
    this.parts.status.setState("failed");
  }
}
