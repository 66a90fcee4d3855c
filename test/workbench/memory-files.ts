import * as vscode from "vscode";

/**
 * An extension of the tests: keeps a workspace in memory, for VS Code for the Web, which has no disk. The files come
 * as `files.json` beside it: contents in base64 by absolute path.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const address = vscode.Uri.joinPath(context.extensionUri, "files.json").toString(true);
  const files = (await (await fetch(address)).json()) as Record<string, string>;
  const provider = new MemoryFiles(
    Object.entries(files).map(([path, base64]) => [
      path,
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    ]),
  );
  const options = { isCaseSensitive: true };
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("memory", provider, options),
    vscode.workspace.registerNotebookSerializer("jupyter-notebook", serializer),
  );
}

/** As much of Jupyter's format as it takes to keep the code of cells. */
const serializer: vscode.NotebookSerializer = {
  deserializeNotebook(data) {
    const { cells } = JSON.parse(new TextDecoder().decode(data)) as { cells: { source: string[] }[] };
    return new vscode.NotebookData(
      cells.map(
        ({ source }) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source.join(""), "python"),
      ),
    );
  },
  serializeNotebook({ cells }) {
    const written = cells.map(({ value }) => ({ cell_type: "code", source: [value] }));
    return new TextEncoder().encode(JSON.stringify({ cells: written, nbformat: 4, nbformat_minor: 5 }));
  },
};

class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #files: Map<string, { data: Uint8Array; time: number }>;
  readonly onDidChangeFile = this.#changed.event;

  constructor(files: readonly (readonly [string, Uint8Array])[]) {
    this.#files = new Map(files.map(([path, data]) => [path, { data, time: 1 }]));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.time, size: file.data.length };
    if (this.#children(uri).size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...this.#children(uri)];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.data;
  }

  writeFile(uri: vscode.Uri, data: Uint8Array): void {
    const before = this.#files.get(uri.path);
    this.#files.set(uri.path, { data, time: (before?.time ?? 0) + 1 });
    this.#tell(before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  createDirectory(): void {
    // A folder is there as soon as a file is in it.
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #children(uri: vscode.Uri): Map<string, vscode.FileType> {
    const folder = uri.path.replace(/\/?$/, "/");
    const children = new Map<string, vscode.FileType>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(folder)) continue;
      const [name = "", ...rest] = path.slice(folder.length).split("/");
      children.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return children;
  }

  #tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.#changed.fire([{ type, uri }]);
  }
}
