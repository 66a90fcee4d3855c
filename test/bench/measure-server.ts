import { readFileSync } from "node:fs";
import { type ChildProcess, spawn } from "node:child_process";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { generatePython } from "./generate-python";

/** How long a request takes, in milliseconds of wall-clock time. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Latencies for a document of some length. */
export interface ServerFigures {
  readonly lines: number;
  readonly hover: Latency;
  /** From sending an edit to receiving the diagnostics of the text after it: a statement is typed into a function. */
  readonly edit: Latency;
  /** The same, of edits that may be anywhere: a line of a comment comes and goes. */
  readonly editAnywhere: Latency;
  /** Asking for the code actions of a line. */
  readonly actions: Latency;
}

const REQUESTS = 120;
const SETTINGS = { target: "3.8", exclude: [], ignore: [], inlayHints: "relevant" };

/** Times a server's start: until its process answers `initialize`, and until the first document has its diagnostics. */
export async function measureStart(
  server: string,
): Promise<{ initialize: number; firstDiagnostics: number }> {
  const started = performance.now();
  const session = await start(server);
  const initialize = performance.now() - started;
  await session.open("file:///first.py", generatePython({ lines: 300, seed: 2 }));
  await session.pull("file:///first.py");
  const firstDiagnostics = performance.now() - started;
  await session.stop();
  return { initialize, firstDiagnostics };
}

/** Times hovers and edits in documents of several lengths, each in a server of its own. */
export async function measureLatencies(server: string, lengths: readonly number[]): Promise<ServerFigures[]> {
  const figures: ServerFigures[] = [];
  for (const lines of lengths) {
    const session = await start(server);
    const uri = "file:///bench.py";
    const text = generatePython({ lines, seed: 3 });
    await session.open(uri, text);
    await session.pull(uri);
    const hover = await timed(REQUESTS, (turn) => session.hover(uri, (turn * 37) % lines));
    const actions = await timed(REQUESTS, (turn) => session.actions(uri, (turn * 37) % lines));
    const keys = typing(text);
    const edit = await timed(REQUESTS, (turn) => session.edit(uri, keys[turn]));
    // A comment comes and goes in turn, so that the document keeps its length.
    const editAnywhere = await timed(REQUESTS, (turn) => {
      const line = ((turn >> 1) * 53) % lines;
      return session.edit(uri, turn % 2 === 0 ? insertion(line, 0, "# note\n") : removal(line));
    });
    figures.push({ lines, hover, edit, editAnywhere, actions });
    await session.stop();
  }
  return figures;
}

/** The resident memory of a server with some documents open, in bytes; `undefined` where the system does not tell. */
export async function measureMemory(
  server: string,
  documents: number,
  lines: number,
): Promise<number | undefined> {
  const session = await start(server);
  for (let place = 0; place < documents; place++) {
    const uri = `file:///open-${place}.py`;
    await session.open(uri, generatePython({ lines, seed: 10 + place }));
    await session.pull(uri);
  }
  const memory = residentMemory(session.process.pid);
  await session.stop();
  return memory;
}

/** One edit as the protocol writes it. */
interface Change {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function insertion(line: number, character: number, text: string): Change {
  const place = { line, character };
  return { range: { start: place, end: place }, text };
}

function removal(line: number): Change {
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: "" };
}

/** Statements typed key by key behind assignments all over a text, the last of them first. */
function typing(text: string): Change[] {
  const lines = text.split("\n");
  const places = lines.flatMap((line, number) => (/^ {4,8}\w+ = .*[^{([,\\]$/.test(line) ? [number] : []));
  const step = Math.max(1, Math.floor((places.length * STATEMENT.length) / REQUESTS));
  const chosen = places.filter((_, index) => index % step === 0).reverse();
  return chosen.flatMap((line) => {
    const indent = /^ */.exec(lines[line])?.[0] ?? "";
    const opening = insertion(line, lines[line].length, `\n${indent}`);
    return [opening, ...[...STATEMENT].map((key, index) => insertion(line + 1, indent.length + index, key))];
  });
}

const STATEMENT = "done = os.getcwd()";

interface Session {
  readonly process: ChildProcess;
  open(uri: string, text: string): Promise<void>;
  pull(uri: string): Promise<unknown>;
  hover(uri: string, line: number): Promise<unknown>;
  edit(uri: string, change: Change): Promise<unknown>;
  actions(uri: string, line: number): Promise<unknown>;
  stop(): Promise<void>;
}

async function start(server: string): Promise<Session> {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", (params: { items: unknown[] }) =>
    params.items.map(() => SETTINGS),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
        diagnostic: { dynamicRegistration: false },
        hover: { contentFormat: ["markdown"] },
      },
    },
  });
  await connection.sendNotification("initialized", {});
  return sessionOf(child, connection);
}

function sessionOf(child: ChildProcess, connection: ProtocolConnection): Session {
  let version = 1;
  const pull = (uri: string): Promise<unknown> =>
    connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  return {
    process: child,
    pull,
    open: (uri, text) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "python", version, text },
      }),
    hover: (uri, line) =>
      connection.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line, character: 12 },
      }),
    async edit(uri, change) {
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: ++version },
        contentChanges: [change],
      });
      await pull(uri);
    },
    actions: (uri, line) =>
      connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
        context: { diagnostics: [] },
      }),
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}

async function timed(times: number, ask: (turn: number) => Promise<unknown>): Promise<Latency> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now();
    await ask(turn);
    taken.push(performance.now() - started);
  }
  taken.sort((left, right) => left - right);
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function residentMemory(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
