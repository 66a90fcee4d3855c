/**
 * What the client and the server say to each other beyond the standard protocol: setting names, custom messages and
 * what the client hands over at start-up.
 */

/** Section of the editor's settings that both sides read. */
export const SETTINGS_SECTION = "sinceWhen";

/** How much the inlay hints tell. */
export type InlayHintMode = "off" | "relevant" | "all";

/** The editor's settings as the user writes them, with their defaults. A test keeps package.json equal to this. */
export interface EditorSettings {
  /** Range promised where no configuration file says otherwise: `3.8` or a PEP 440 range; empty: none. */
  readonly target: string;
  readonly exclude: readonly string[];
  readonly ignore: readonly string[];
  readonly inlayHints: InlayHintMode;
}

export const DEFAULT_SETTINGS: EditorSettings = { target: "", exclude: [], ignore: [], inlayHints: "relevant" };

/** `initializationOptions` of a web worker server, which cannot read the extension's files itself. */
export interface WorkerInitialization {
  readonly runtimeWasm: Uint8Array;
  readonly grammarWasm: Uint8Array;
  readonly catalogueIndex: string;
}

/** Server to client: the target of a document became known or changed. */
export const TARGET_CHANGED = "sinceWhen/targetChanged";

/** What the language status item shows. `range` is null where nobody declared a target. */
export interface TargetChangedParams {
  readonly uri: string;
  readonly range: string | null;
  readonly minimum: string | null;
  readonly origin: { readonly path: string; readonly key: string; readonly line?: number } | null;
  /** Messages about values that could not be read. */
  readonly problems: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
}
