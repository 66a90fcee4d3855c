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
  /** How fixes import from packages, where no configuration file says otherwise. */
  readonly backportStyle: "version" | "try";
  /** A lens at the head of each Python file tells which Pythons it runs on. */
  readonly codeLens: boolean;
}

export const DEFAULT_SETTINGS: EditorSettings = {
  target: "",
  exclude: [],
  ignore: [],
  inlayHints: "relevant",
  backportStyle: "version",
  codeLens: false,
};
