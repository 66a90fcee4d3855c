import { fork, spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver-protocol/node";

/** A running server, seen from outside. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Resolves with the exit code when the server has ended; `null` when a signal ended it, or it is a worker. */
  readonly exited: Promise<number | null>;
  /** Ends the connection without a word, as a client does that crashes. */
  hangUp(): void;
}

/** Ends each server that was started and may still run. */
const running = new Set<() => void>();

/** Ends what a failed test left running: it would keep the tests from ending. */
export function endServers(): void {
  for (const end of running) end();
  running.clear();
}

/** The folder of the built bundles. */
export const DIST = path.resolve("dist");

/** The server as other editors start it. */
export function stdioTransport(): Transport {
  return overStreams([path.join(DIST, "server.js"), "--stdio"]);
}

/** The server as the command line starts it. */
export function commandLineTransport(): Transport {
  return overStreams([path.join(DIST, "cli.js"), "lsp", "--stdio"]);
}

/** The server as the extension starts it in Node. */
export function ipcTransport(): Transport {
  const child = fork(path.join(DIST, "server.js"), ["--node-ipc"], { execArgv: [] });
  running.add(() => child.kill());
  return {
    reader: new IPCMessageReader(child),
    writer: new IPCMessageWriter(child),
    exited: exitOf(child),
    hangUp: () => child.disconnect(),
  };
}

/** The server as the extension starts it in a browser, with nothing of Node within its reach. */
export function workerTransport(): Transport {
  const worker = new Worker(WORKER_SHIM, { eval: true, workerData: path.join(DIST, "server.worker.js") });
  running.add(() => void worker.terminate());
  return {
    reader: new PortReader(worker),
    writer: new PortWriter(worker),
    exited: new Promise((resolve) => worker.once("exit", () => resolve(null))),
    hangUp: () => void worker.terminate(),
  };
}

/** What the extension hands over to a server in a browser. */
export function workerInitialization(): object {
  return {
    companion: true,
    runtimeWasm: readFileSync(path.join(DIST, "web-tree-sitter.wasm")),
    grammarWasm: readFileSync(path.join(DIST, "tree-sitter-python.wasm")),
    catalogueIndex: readFileSync(path.join(DIST, "catalogue.index"), "utf8"),
  };
}

function overStreams(args: readonly string[]): Transport {
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  running.add(() => child.kill());
  return {
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
    exited: exitOf(child),
    hangUp: () => child.stdin.end(),
  };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

/** Runs the bundle in a realm that has what a web worker has, and no `process`, `require` or `Buffer`. */
const WORKER_SHIM = `
const { parentPort, workerData } = require("node:worker_threads");
const vm = require("node:vm");
const realm = { performance, TextDecoder, TextEncoder, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, atob, console, URL, crypto };
realm.self = realm.globalThis = realm;
realm.postMessage = (message) => parentPort.postMessage(message);
realm.addEventListener = () => {};
vm.createContext(realm);
const Bytes = vm.runInContext("Uint8Array", realm);
parentPort.on("message", (data) => {
  const handed = data.params?.initializationOptions ?? {};
  for (const [key, value] of Object.entries(handed)) if (ArrayBuffer.isView(value)) handed[key] = new Bytes(value);
  realm.onmessage({ data });
});
vm.runInContext(require("node:fs").readFileSync(workerData, "utf8"), realm, { filename: workerData });
`;

class PortReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }

  override listen(callback: DataCallback): Disposable {
    this.worker.on("message", callback);
    return { dispose: () => this.worker.off("message", callback) };
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  write(message: Message): Promise<void> {
    this.worker.postMessage(message);
    // A worker hears `exit` but cannot end itself: its page does.
    if ("method" in message && message.method === "exit") void this.worker.terminate();
    return Promise.resolve();
  }

  end(): void {
    // The transport ends the worker.
  }
}
