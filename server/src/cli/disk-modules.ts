import { readdirSync, readFileSync, statSync } from "node:fs";
import type { ModuleSource } from "../engine/analysis";
import { createModuleFinder, type ModuleFiles } from "../project";
import { isSkipped, readSourceBytes } from "./source-file";

/** Modules larger than this hold data rather than code worth following. In bytes. */
const LARGEST = 1 << 20;

/** So many UTF-16 units of text are kept. */
const MOST_TEXT = 12_000_000;

/**
 * Finds modules on the disk, each in the project of the file that imports it, and never outside of `limit` where there is
 * one. It keeps what it read: for one run.
 */
export function createDiskModules(limit?: string): ModuleSource {
  const finder = createModuleFinder(new DiskFiles(), () => limit);
  return { version: 0, find: (request) => finder.find(request) };
}

class DiskFiles implements ModuleFiles {
  private readonly folders = new Map<string, ReadonlySet<string> | undefined>();
  private readonly texts = new Map<string, string | undefined>();
  private size = 0;

  names(folder: string): ReadonlySet<string> | undefined {
    if (!this.folders.has(folder)) this.folders.set(folder, listFolder(folder));
    return this.folders.get(folder);
  }

  text(path: string): string | undefined {
    if (this.texts.has(path)) return this.texts.get(path);
    const text = readModule(path);
    this.size += text?.length ?? 0;
    if (this.size > MOST_TEXT) {
      this.texts.clear();
      this.size = text?.length ?? 0;
    }
    this.texts.set(path, text);
    return text;
  }
}

/** Links are left out: they may lead out of the project. */
function listFolder(folder: string): ReadonlySet<string> | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => !entry.isSymbolicLink()).map(({ name }) => name));
  } catch {
    return undefined;
  }
}

function readModule(path: string): string | undefined {
  try {
    const status = statSync(path);
    if (!status.isFile() || status.size > LARGEST) return undefined;
    const source = readSourceBytes(readFileSync(path), path);
    return isSkipped(source) ? undefined : source.text;
  } catch {
    return undefined;
  }
}
