// First of all, since it measures how long the rest takes.
import "./start-times";
import * as vscode from "vscode";
import type { WorkerInitialization } from "../../server/src/protocol";
import type { SinceWhenApi } from "./api";
import { startExtension } from "./extension";

export { deactivate } from "./extension";

/** Starts the extension where there are no processes: the server is a web worker, and gets its files handed over. */
export function activate(context: vscode.ExtensionContext): SinceWhenApi {
  const dist = (name: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, "dist", name);
  return startExtension(context, {
    async connect(options) {
      const { LanguageClient } = await import("vscode-languageclient/browser");
      const worker = new Worker(dist("server.worker.js").toString(true));
      const client = new LanguageClient("sinceWhen", "SinceWhen", worker, options);
      return { client, end: () => worker.terminate() };
    },
    async initialization(): Promise<WorkerInitialization> {
      const names = ["web-tree-sitter.wasm", "tree-sitter-python.wasm", "catalogue.index"];
      const [runtimeWasm, grammarWasm, index] = await Promise.all(
        names.map((name) => vscode.workspace.fs.readFile(dist(name))),
      );
      return {
        runtimeWasm: runtimeWasm,
        grammarWasm: grammarWasm,
        catalogueIndex: new TextDecoder().decode(index),
      };
    },
  });
}
