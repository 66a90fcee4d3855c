// First of all, since it measures how long the rest takes.
import "./start-times";
import path from "node:path";
import type * as vscode from "vscode";
import type { SinceWhenApi } from "./api";
import { startExtension } from "./extension";

export { deactivate } from "./extension";

/** Starts the extension where VS Code runs it in Node: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): SinceWhenApi {
  const module = context.asAbsolutePath(path.join("dist", "server.js"));
  return startExtension(context, {
    async connect(options) {
      const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
      // Where glibc allocates, each thread of the server keeps less of what it has freed.
      const run = {
        module,
        transport: TransportKind.ipc,
        options: { env: { MALLOC_TRIM_THRESHOLD_: "65536" } },
      };
      const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
      const client = new LanguageClient("sinceWhen", "SinceWhen", { run, debug }, options);
      return { client, end: () => undefined };
    },
  });
}
