import type { ClientCapabilities } from "vscode-languageserver-protocol/node";

const codeActionLiteralSupport = { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } };

/** What a plain editor can do: publish, hover in Markdown, whole code actions. */
export const PLAIN: ClientCapabilities = {
  workspace: { configuration: true },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: { codeActionLiteralSupport },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
  },
};

/** What VS Code can do, as far as it matters here. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    ...PLAIN.textDocument,
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    inlayHint: { resolveSupport: { properties: ["tooltip"] } },
    codeAction: {
      codeActionLiteralSupport,
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};
