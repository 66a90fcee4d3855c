/** Server to client, a request: the text of a file that the server cannot reach itself, such as one of a virtual workspace. */
export const READ_FILE = "sinceWhen/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** Why a file that is there cannot be read: its bytes are no text, or what the file system says of it. */
export type FileProblem = { readonly kind: "not-utf8" } | { readonly kind: "system"; readonly text: string };

export interface ReadFileResult {
  /** `null` where there is no such file, or it cannot be read. */
  readonly text: string | null;
  /** Why a file that is there cannot be read, for the server to word. */
  readonly problem?: FileProblem;
}

/** What the requests on a folder carry. */
export interface FolderParams {
  readonly folderUri: string;
}

/** Server to client, a request: the names in a folder. */
export const LIST_FOLDER = "sinceWhen/listFolder";

export interface ListFolderResult {
  /** `null` where there is no such folder, or it cannot be read. */
  readonly names: readonly string[] | null;
}

/** Server to client, a request: the Python files below a folder, at any depth, without those that the editor hides. */
export const FIND_FILES = "sinceWhen/findFiles";

export interface FindFilesResult {
  readonly uris: readonly string[];
}
