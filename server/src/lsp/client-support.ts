import {
  DiagnosticTag,
  MarkupKind,
  type ClientCapabilities,
  type InitializeParams,
} from "vscode-languageserver";
import type { PositionEncoding } from "../features/line-index";
import type { ClientInitialization } from "../protocol";

/** What the client can do, read once from its `initialize` request. */
export interface ClientSupport {
  readonly encoding: PositionEncoding;
  /** The project's own extension: it reads files and lists them, and shows the target. */
  readonly companion: boolean;
  readonly pullsDiagnostics: boolean;
  readonly workspaceDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly pullsSettings: boolean;
  readonly registersSettings: boolean;
  readonly registersWatchers: boolean;
  readonly registersFolders: boolean;
  readonly relatedInformation: boolean;
  readonly deprecatedTag: boolean;
  readonly codeDescription: boolean;
  /** The client can show code actions that are no commands. */
  readonly codeActionLiterals: boolean;
  readonly lazyEdits: boolean;
  /** The client shows code actions that cannot be chosen, with the reason. */
  readonly disabledActions: boolean;
  readonly versionedEdits: boolean;
  /** The client asks about edits before it makes them, one annotation at a time. */
  readonly annotatedEdits: boolean;
  /** The client tells which cells make up a notebook. */
  readonly notebooks: boolean;
  /** Edits may make files. */
  readonly createsFiles: boolean;
  readonly lazyHintTooltips: boolean;
  readonly markdownHover: boolean;
}

/** Reads what a client can do; whatever it does not mention counts as absent. */
export function readClientSupport(params: InitializeParams): ClientSupport {
  const { textDocument = {}, workspace = {}, general = {} } = params.capabilities;
  const options = readInitialization(params.initializationOptions);
  return Object.freeze<ClientSupport>({
    encoding: negotiateEncoding(general.positionEncodings),
    companion: options.companion === true,
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    workspaceDiagnostics: options.workspaceDiagnostics !== false,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    pullsSettings: workspace.configuration === true,
    registersSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    registersFolders: workspace.workspaceFolders === true,
    ...readDiagnosticSupport(textDocument),
    ...readCodeActionSupport(textDocument.codeAction),
    notebooks: params.capabilities.notebookDocument !== undefined,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    annotatedEdits: workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes("create") === true,
    lazyHintTooltips: textDocument.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    markdownHover: textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  });
}

/** Takes the project's own options out of what a client sent, which may be anything. */
export function readInitialization(options: unknown): ClientInitialization {
  return typeof options === "object" && options !== null ? options : {};
}

/** The first encoding in the client's order of preference that the server speaks; UTF-16 where it names none. */
function negotiateEncoding(offered: readonly string[] | undefined): PositionEncoding {
  return offered?.find((encoding) => encoding === "utf-16" || encoding === "utf-8") ?? "utf-16";
}

type TextDocumentSupport = NonNullable<ClientCapabilities["textDocument"]>;

/** A client that pulls may say of the pulled diagnostics what it says of published ones, or leave it at one of them. */
function readDiagnosticSupport({ diagnostic, publishDiagnostics }: TextDocumentSupport) {
  const told = [diagnostic, publishDiagnostics];
  return {
    relatedInformation: told.some((support) => support?.relatedInformation === true),
    deprecatedTag: told.some(
      (support) => support?.tagSupport?.valueSet.includes(DiagnosticTag.Deprecated) === true,
    ),
    codeDescription: told.some((support) => support?.codeDescriptionSupport === true),
  };
}

function readCodeActionSupport(support: TextDocumentSupport["codeAction"]) {
  return {
    // Some clients name no kinds, and take any.
    codeActionLiterals: support?.codeActionLiteralSupport !== undefined,
    lazyEdits: support?.resolveSupport?.properties.includes("edit") === true,
    disabledActions: support?.disabledSupport === true,
  };
}
