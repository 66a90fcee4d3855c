import * as vscode from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { SETTINGS_SECTION } from "../../server/src/protocol";

/** Setting that lists the sources of diagnostics, such as `Ruff`, that have the first word. */
const DEFER_TO = "deferTo";
/** Source of the server's own diagnostics. */
const OWN_SOURCE = "sincewhen";
/** Others report in bursts while somebody types. */
const PAUSE_MS = 300;

/**
 * Leaves out what other tools that the user names already report at the same place: nobody wants to read of one fault
 * twice. Off unless the setting names a tool.
 */
export class Deference implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private readonly waiting = new Set<string>();
  /** What the others said of a file when it was last looked at. Our own diagnostics change with every answer. */
  private readonly heard = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: () => BaseLanguageClient | undefined) {
    this.subscriptions = [
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.reconsider(uris)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.heard.delete(uri.toString())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.${DEFER_TO}`)) {
          this.pull(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
        }
      }),
    ];
  }

  /** What the language client must pass diagnostics through. */
  get middleware(): Middleware {
    return {
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        const isDeferring = sourcesFor(uri).length > 0;
        // An unchanged answer would stand for what was filtered by other diagnostics than today's.
        const report = await next(document, isDeferring ? undefined : previousResultId, token);
        if (!report || !("items" in report)) return report;
        return { ...report, items: withoutTwins(uri, report.items) };
      },
      handleDiagnostics: (uri, diagnostics, next) => next(uri, withoutTwins(uri, diagnostics)),
    };
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** What others say changed: what is left out may change too. */
  private reconsider(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      if (sourcesFor(uri).length === 0) continue;
      const said = JSON.stringify(othersOn(uri).map(({ range }) => range));
      if (this.heard.get(uri.toString()) === said) continue;
      this.heard.set(uri.toString(), said);
      this.waiting.add(uri.toString());
    }
    if (this.waiting.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const all = [...this.waiting];
      this.waiting.clear();
      this.pull(all);
    }, PAUSE_MS);
  }

  /** Asks the server anew, since VS Code keeps no diagnostics that were left out. */
  private pull(uris: readonly string[]): void {
    const feature = this.client()?.getFeature("textDocument/diagnostic");
    for (const document of vscode.workspace.textDocuments) {
      if (!uris.includes(document.uri.toString()) || document.languageId !== "python") continue;
      feature?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    }
  }
}

function sourcesFor(uri: vscode.Uri): readonly string[] {
  return vscode.workspace.getConfiguration(SETTINGS_SECTION, uri).get<readonly string[]>(DEFER_TO, []);
}

function withoutTwins(uri: vscode.Uri, own: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  const others = othersOn(uri);
  return own.filter(({ range }) => !others.some((other) => other.range.intersection(range)));
}

/** What the tools that have the first word report on a file. */
function othersOn(uri: vscode.Uri): vscode.Diagnostic[] {
  const sources = new Set(sourcesFor(uri).map((source) => source.toLowerCase()));
  if (sources.size === 0) return [];
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source !== OWN_SOURCE && sources.has((source ?? "").toLowerCase()));
}
