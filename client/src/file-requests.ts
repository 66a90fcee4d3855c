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
  client.onRequest(LIST_FOLDER, ({ folderUri }: FolderParams) => listFolder(folderOf(client, folderUri)));
  client.onRequest(FIND_FILES, async ({ folderUri }: FolderParams): Promise<FindFilesResult> => {
    const folder = folderOf(client, folderUri);
    const found = await findPython(folder);
    return { uris: found.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
  });
}

/** The server leaves out the slash at the end, which is all the path that the top of a file system has. */
function folderOf(client: BaseLanguageClient, folderUri: string): vscode.Uri {
  const uri = client.protocol2CodeConverter.asUri(folderUri);
  return uri.path === "" ? uri.with({ path: "/" }) : uri;
}

/** A search that tells nothing for so many milliseconds never will: some hosts wait for a searcher that is not there. */
const SEARCH_PATIENCE_MS = 10_000;

/** Schemes of file systems that were once waited for in vain. */
const unsearchable = new Set<string>();

/** Not every file system can be searched; one that cannot is walked, within reason. */
async function findPython(folder: vscode.Uri): Promise<vscode.Uri[]> {
  if (unsearchable.has(folder.scheme)) return walk(folder);
  const search = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), SEARCH_PATIENCE_MS);
  });
  const pattern = new vscode.RelativePattern(folder, PYTHON_FILES);
  try {
    const found = vscode.workspace.findFiles(pattern, undefined, undefined, search.token);
    const answer = await Promise.race([found, tooLong]);
    if (answer) return answer;
    unsearchable.add(folder.scheme);
    return await walk(folder);
  } catch {
    return walk(folder);
  } finally {
    clearTimeout(timer);
    search.cancel();
    search.dispose();
  }
}

/** Folders that are looked into where VS Code's own search, which knows what is hidden, is missing. */
const MOST_FOLDERS = 2000;

async function walk(top: vscode.Uri): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [top];
  for (let next = 0; next < folders.length && next < MOST_FOLDERS; next++) {
    const folder = folders[next];
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      // A link could lead back to where the walk began.
      if (type === vscode.FileType.File && /\.py[iw]?$/.test(name)) found.push(uri);
      if (type === vscode.FileType.Directory && !/^(?:\.|node_modules$|__pycache__$)/.test(name))
        folders.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function readFile(uri: vscode.Uri): Promise<ReadFileResult> {
  let bytes: Uint8Array;
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { text: null };
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    return isAbsence(error)
      ? { text: null }
      : { text: null, problem: { kind: "system", text: String(error) } };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: null, problem: { kind: "not-utf8" } };
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
