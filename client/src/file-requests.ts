import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  FIND_FILES,
  LIST_FOLDER,
  READ_FILE,
  type FindFilesResult,
  type FolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from "../../server/src/protocol";

const PYTHON_FILES = "**/*.{py,pyi,pyw}";

/** Reads for the server what it cannot reach itself: files of virtual workspaces, and every file when it is a worker. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, ({ uri }: ReadFileParams) =>
    readFile(client.protocol2CodeConverter.asUri(uri)),
  );
  client.onRequest(LIST_FOLDER, ({ folderUri }: FolderParams) =>
    listFolder(client.protocol2CodeConverter.asUri(folderUri)),
  );
  client.onRequest(FIND_FILES, async ({ folderUri }: FolderParams): Promise<FindFilesResult> => {
    const folder = client.protocol2CodeConverter.asUri(folderUri);
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, PYTHON_FILES));
    return { uris: found.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
  });
}

async function readFile(uri: vscode.Uri): Promise<ReadFileResult> {
  let bytes: Uint8Array;
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { text: null };
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    return isAbsence(error) ? { text: null } : { text: null, problem: String(error) };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: null, problem: "it is not UTF-8" };
  }
}

async function listFolder(uri: vscode.Uri): Promise<ListFolderResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return { names: entries.map(([name]) => name) };
  } catch {
    return { names: null };
  }
}

/** Tells whether an error only says that there is no such file, in a file system that may have closed meanwhile. */
function isAbsence(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    ["FileNotFound", "FileNotADirectory", "FileIsADirectory", "Unavailable"].includes(error.code)
  );
}
