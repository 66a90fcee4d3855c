/**
 * Client to server, a request: the ids of what the Python files of the workspace use, open or not. May take long; can be
 * cancelled.
 */
export const LIST_USED = "sinceWhen/used";

export interface ListUsedParams {
  /** Only the files below this folder count; absent: those of the whole workspace, and whatever else is open. */
  readonly folderUri?: string;
  /** Under which the server sends the ids as it finds them. The answer repeats them. */
  readonly partialResultToken?: string | number;
}

export interface ListUsedResult {
  readonly ids: readonly string[];
}

/** Server to client: what was answered to `LIST_USED` may be no longer true. Comes at most once for each answer. */
export const USED_CHANGED = "sinceWhen/usedChanged";

/** Client to server, a request: what the code of the whole workspace needs, and why. May take long; can be cancelled. */
export const MINIMUM_REPORT = "sinceWhen/minimumReport";

export interface MinimumReportParams {
  /** Under which the server tells how far it is. */
  readonly workDoneToken?: string | number;
}

/** `null` when it was cancelled. */
export type MinimumReportResult = {
  readonly markdown: string;
  /** In the form of `sincewhen min --format json`. */
  readonly json: string;
} | null;

/** Client to server, a request: what fixes would change in all Python files of the workspace. May take long; can be cancelled. */
export const FIX_WORKSPACE = "sinceWhen/fixWorkspace";

/** The sorts of findings that have fixes, by their codes, in the order in which they are offered. */
export const FIXABLE_CODES = [
  "added-later",
  "syntax-later",
  "removed",
  "deprecated",
  "changed",
  "modernise",
  "unused-guard",
  "unused-ignore",
] as const;

export interface FixWorkspaceParams {
  /** Take fixes that may change what the code does, too. */
  readonly unsafe: boolean;
  /** Codes of the findings that are to be mended; absent: all. */
  readonly codes?: readonly string[];
  /** Under which the server tells how far it is. */
  readonly workDoneToken?: string | number;
}

/** `null` when it was cancelled. */
export type FixWorkspaceResult = {
  /** A `WorkspaceEdit` of the protocol. */
  readonly edit: object;
  /** How many files were looked at. */
  readonly files: number;
  /** How many fixes the edit makes, and in how many files. */
  readonly fixes: number;
  readonly changed: number;
} | null;
