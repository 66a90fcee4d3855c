import assert from "node:assert/strict";
import {
  createProtocolConnection,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol/node";
import { BUG_PREFIX } from "../../server/src/lsp/log";
import { endServers, stdioTransport, type Transport } from "./transports";

afterEach(endServers);

/** How a test's client presents itself, and how it answers the server. */
export interface ClientOptions {
  readonly transport?: () => Transport;
  readonly capabilities?: ClientCapabilities;
  /** Uris of the workspace's folders. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** The language of the client's user, as `de-AT`. */
  readonly locale?: string;
  /** Answers `workspace/configuration` for a resource; may let the server wait. */
  readonly settings?: (uri: string) => unknown;
  /** Answers requests of the project's own. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** What the server sent, other than answers, in order. */
class Inbox {
  private readonly messages: { readonly method: string; readonly params: unknown; taken: boolean }[] = [];
  private readonly waiting = new Set<() => void>();

  put(method: string, params: unknown): void {
    this.messages.push({ method, params, taken: false });
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** Gives the first message of a method that fits and that no earlier call took; waits until there is one. */
  async next<Params>(method: string, fits: (params: Params) => boolean = () => true): Promise<Params> {
    for (;;) {
      const found = this.messages.find(
        (message) => !message.taken && message.method === method && fits(message.params as Params),
      );
      if (found) {
        found.taken = true;
        return found.params as Params;
      }
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** Every message of a method so far, whether taken or not. */
  all<Params>(method: string): Params[] {
    return this.messages.filter((message) => message.method === method).map(({ params }) => params as Params);
  }
}

/** A client that keeps what the server sends, so that tests can await what they need. Nothing here sleeps. */
export class TestClient {
  private readonly expectedBugs: RegExp[] = [];

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly transport: Transport,
    private readonly inbox: Inbox,
    readonly initialized: InitializeResult,
  ) {}

  /** Starts a server and shakes hands with it. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const transport = (options.transport ?? stdioTransport)();
    const connection = createProtocolConnection(transport.reader, transport.writer);
    const inbox = new Inbox();
    answerServer(connection, inbox, options);
    connection.listen();
    const folders = options.folders ?? [];
    const initialized: InitializeResult = await connection.sendRequest("initialize", {
      processId: null,
      rootUri: folders[0] ?? null,
      locale: options.locale,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification("initialized", {});
    return new TestClient(connection, transport, inbox, initialized);
  }

  /** Gives the first message of a method that fits and that no earlier call took; waits until there is one. */
  next<Params>(method: string, fits?: (params: Params) => boolean): Promise<Params> {
    return this.inbox.next(method, fits);
  }

  /** Every message of a method so far, whether taken or not. */
  all<Params>(method: string): Params[] {
    return this.inbox.all(method);
  }

  /** Waits for the diagnostics that the server publishes of a version of a document. */
  async published(uri: string, version: number): Promise<Diagnostic[]> {
    const params = await this.next<PublishDiagnosticsParams>(
      "textDocument/publishDiagnostics",
      (published) => published.uri === uri && published.version === version,
    );
    return params.diagnostics;
  }

  async open(uri: string, text: string, languageId = "python"): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  async change(
    uri: string,
    version: number,
    ...contentChanges: TextDocumentContentChangeEvent[]
  ): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      previousResultId,
    });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line, character },
    });
  }

  hints(uri: string, range: Range = EVERYTHING): Promise<InlayHint[]> {
    return this.connection.sendRequest("textDocument/inlayHint", { textDocument: { uri }, range });
  }

  actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  /** Says that the test provokes a failure which the server must log as its own. */
  expectBug(wording: RegExp): void {
    this.expectedBugs.push(wording);
  }

  /**
   * Shuts the server down in good order, and gives its exit code. `pending` must come to its end by that. Fails when it logged
   * a bug that no test expected.
   */
  async stop(pending?: Promise<unknown>): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await pending;
    const bugs = this.all<LogMessageParams>("window/logMessage").filter(({ message }) =>
      message.startsWith(BUG_PREFIX),
    );
    const surprising = bugs.filter(
      ({ message }) => !this.expectedBugs.some((wording) => wording.test(message)),
    );
    await this.connection.sendNotification("exit");
    const code = await this.transport.exited;
    this.connection.dispose();
    assert.deepEqual(surprising, [], "the server logged bugs");
    return code;
  }
}

/** Answers what a server may ask, and keeps what it tells. */
function answerServer(
  connection: ProtocolConnection,
  inbox: Inbox,
  { settings, answers }: ClientOptions,
): void {
  connection.onUnhandledNotification(({ method, params }) => inbox.put(method, params));
  for (const method of [
    "client/registerCapability",
    "workspace/diagnostic/refresh",
    "workspace/inlayHint/refresh",
  ]) {
    connection.onRequest(method, (params: unknown) => {
      inbox.put(method, params);
      return null;
    });
  }
  connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
    Promise.all(items.map(async ({ scopeUri }) => (await settings?.(scopeUri)) ?? null)),
  );
  for (const [method, reply] of Object.entries(answers ?? {})) connection.onRequest(method, reply);
}

/** A range around any text. */
export const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** An empty range: a cursor. */
export function cursor(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

/** A range on one line. */
export function onLine(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** What is underlined, in the order of the text: `added-later 2:8-2:11`. Lines and characters as in the protocol. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range: { start, end } }) => {
    return `${String(code)} ${start.line}:${start.character}-${end.line}:${end.character}`;
  });
}
