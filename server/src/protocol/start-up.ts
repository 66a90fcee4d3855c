import type { EditorSettings } from "./settings";

/**
 * What the project's own extension hands over in `initializationOptions`. Other editors send nothing of it, or only
 * `settings`, where they cannot answer `workspace/configuration`.
 */
export interface ClientInitialization {
  /** The client answers `READ_FILE`, `LIST_FOLDER` and `FIND_FILES`, and wants to hear `TARGET_CHANGED`. */
  readonly companion?: boolean;
  /** The client wants every Python file of the workspace checked, not only the open ones. Absent: true. */
  readonly workspaceDiagnostics?: boolean;
  readonly settings?: Partial<EditorSettings>;
}

/** `initializationOptions` of a web worker server, which cannot read the extension's files itself. */
export interface WorkerInitialization extends ClientInitialization {
  readonly runtimeWasm: Uint8Array;
  readonly grammarWasm: Uint8Array;
  readonly catalogueIndex: string;
}
