import { TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver";
import { version } from "../../../package.json";
import { COMPLETION_TRIGGERS } from "../features/completion";
import { CODE_ACTION_KINDS } from "../features/code-actions";
import { DIAGNOSTIC_SOURCE } from "../features/diagnostics";
import type { ClientSupport } from "./client-support";

/** Answers `initialize`: what the server does for a client that can do so much. */
export function initializeResult(support: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: "SinceWhen", version },
    capabilities: {
      positionEncoding: support.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(support.notebooks && {
        notebookDocumentSync: { notebookSelector: [{ notebook: "*", cells: [{ language: "python" }] }] },
      }),
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: support.lazyEdits },
      completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
      codeLensProvider: {},
      inlayHintProvider: { resolveProvider: support.lazyHintTooltips },
      diagnosticProvider: {
        identifier: DIAGNOSTIC_SOURCE,
        // A name that a document imports is what the other file makes of it.
        interFileDependencies: true,
        workspaceDiagnostics: support.workspaceDiagnostics,
        workDoneProgress: true,
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
