import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { gatherPython, type PythonFile } from "./real-python";

/** What it takes until all open documents show what another target makes of them. Medians. */
export interface RefreshFigures {
  readonly documents: number;
  readonly lines: number;
  /** Milliseconds from sending the edit of `pyproject.toml` to the last document's diagnostics. */
  readonly wall: number;
  /** Milliseconds of processor time of the server meanwhile; `undefined` where the system does not tell. */
  readonly processor: number | undefined;
}

const DOCUMENTS = 20;
const ROUNDS = 9;
/** Some times to warm up. */
const FIRST_ROUNDS = 4;
/** Milliseconds between two edits, in which whoever edits reads what came of it. */
const PAUSE_MS = 500;

/** Opens real modules as one project in a server and changes the Pythons that the project declares. */
export async function measureRefresh(server: string): Promise<RefreshFigures> {
  const files = chooseFiles();
  const folder = mkdtempSync(path.join(tmpdir(), "sincewhen-refresh-"));
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    writeFileSync(path.join(folder, "pyproject.toml"), declaration(0));
    for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
    const project = new OpenProject(connection, pathToFileURL(folder).href);
    await project.start();
    await project.fresh(() => project.open(files));
    const walls: number[] = [];
    const processors: number[] = [];
    for (let round = -FIRST_ROUNDS; round < ROUNDS; round++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const [begun, used] = [performance.now(), processorTime(child.pid)];
      await project.fresh(() => project.declare(declaration(round)));
      if (round < 0) continue;
      walls.push(performance.now() - begun);
      processors.push(processorTime(child.pid) - used);
    }
    await connection.sendRequest("shutdown");
    const lines = files.reduce((sum, { text }) => sum + text.split("\n").length, 0);
    const processor = median(processors);
    return {
      documents: files.length,
      lines,
      wall: median(walls),
      processor: Number.isNaN(processor) ? undefined : processor,
    };
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await connection.sendNotification("exit");
    connection.dispose();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Modules of ordinary length, under names that no import leads to twice. */
function chooseFiles(): PythonFile[] {
  const isOrdinary = ({ text }: PythonFile): boolean => text.length > 15_000 && text.length < 60_000;
  return gatherPython(150_000)
    .files.filter(isOrdinary)
    .slice(0, DOCUMENTS)
    .map(({ name, text }) => ({ name: name.replaceAll(/[\\/]/g, "_"), text }));
}

/** Targets that differ from round to round. */
function declaration(round: number): string {
  return `[project]\nrequires-python = ">=3.${6 + ((round + FIRST_ROUNDS) % 3)}"\n`;
}

/** The open documents of a project, as a client that gets diagnostics pushed. */
class OpenProject {
  private readonly awaited = new Set<string>();
  private all: readonly string[] = [];
  private version = 1;
  private whenFresh: () => void = () => undefined;

  constructor(
    private readonly connection: ProtocolConnection,
    private readonly folder: string,
  ) {
    connection.onNotification("textDocument/publishDiagnostics", ({ uri }: PublishDiagnosticsParams) => {
      if (this.awaited.delete(uri) && this.awaited.size === 0) this.whenFresh();
    });
    connection.onRequest("client/registerCapability", () => null);
    connection.listen();
  }

  async start(): Promise<void> {
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: this.folder,
      workspaceFolders: [{ uri: this.folder, name: "project" }],
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    await this.connection.sendNotification("initialized", {});
  }

  /** Does something, and resolves when every document got diagnostics since. */
  async fresh(change: () => Promise<void>): Promise<void> {
    const done = new Promise<void>((resolve) => (this.whenFresh = resolve));
    for (const uri of this.all) this.awaited.add(uri);
    await change();
    await done;
  }

  async open(files: readonly PythonFile[]): Promise<void> {
    this.all = files.map(({ name }) => `${this.folder}/${name}`);
    for (const uri of this.all) this.awaited.add(uri);
    await this.didOpen("pyproject.toml", "toml", declaration(0));
    for (const { name, text } of files) await this.didOpen(name, "python", text);
  }

  declare(text: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: `${this.folder}/pyproject.toml`, version: ++this.version },
      contentChanges: [{ text }],
    });
  }

  private didOpen(name: string, languageId: string, text: string): Promise<void> {
    const textDocument = { uri: `${this.folder}/${name}`, languageId, version: 1, text };
    return this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }
}

/** Milliseconds of processor time of a process; `NaN` where the system does not tell. */
function processorTime(pid: number | undefined): number {
  try {
    // Behind the name in parentheses: the state, ten other numbers, then ticks of a hundredth of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}
