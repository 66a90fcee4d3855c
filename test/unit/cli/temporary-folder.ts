import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder on the disk that is gone after the test. */
export interface TemporaryFolder {
  /** Absolute. */
  readonly path: string;
  /** Writes files, with the folders that they need. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
}

/** Makes a fresh folder for each test of the surrounding `describe`. A `.git` in it keeps the search for files inside. */
export function useTemporaryFolder(): TemporaryFolder {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "sincewhen-"));
    mkdirSync(path.join(folder, ".git"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get path() {
      return folder;
    },
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(folder, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    },
  };
}
