import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A folder on disk that a test owns. */
export interface Workspace {
  readonly uri: string;
  /** Gives the uri of a file, whether it exists or not. */
  uriOf(name: string): string;
  write(name: string, text: string): void;
  remove(name: string): void;
  dispose(): void;
}

/** Makes a workspace with these files. */
export function makeWorkspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sincewhen protocol "));
  const workspace: Workspace = {
    uri: pathToFileURL(folder).href,
    uriOf: (name) => pathToFileURL(path.join(folder, name)).href,
    write(name, text) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    },
    remove: (name) => rmSync(path.join(folder, name)),
    dispose: () => rmSync(folder, { recursive: true }),
  };
  for (const [name, text] of Object.entries(files)) workspace.write(name, text);
  return workspace;
}

/** Makes a workspace with these files for each test of the surrounding `describe`, and takes it away behind it. */
export function useWorkspace(files: Readonly<Record<string, string>>): Workspace {
  let current: Workspace;
  beforeEach(() => {
    current = makeWorkspace(files);
  });
  afterEach(() => current.dispose());
  return {
    get uri() {
      return current.uri;
    },
    uriOf: (name) => current.uriOf(name),
    write: (name, text) => current.write(name, text),
    remove: (name) => current.remove(name),
    dispose: () => current.dispose(),
  };
}

/** A `pyproject.toml` that promises these Pythons. */
export function pyproject(range: string): string {
  return `[project]\nname = "sample"\nrequires-python = "${range}"\n`;
}
