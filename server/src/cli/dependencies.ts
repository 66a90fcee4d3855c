import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FixDependency } from "../engine/findings";
import { AddedDependencies, type ExtendedFile, type NewDependency } from "../project";
import { toProjectPath } from "./project-files";

/** The packages that fixes make projects on the disk depend on. */
export class Dependencies {
  private readonly files = new Map<string, { readonly bytes: Buffer; readonly text: string } | undefined>();
  private readonly added = new AddedDependencies({
    read: (file) => this.read(file)?.text,
    // Nothing above the root of a repository is a project's any more.
    isTop: (folder) => existsSync(path.join(folder, ".git")),
  });

  /** Tells whether a package can be added to what the project of a file depends on. */
  canAdd(file: string, dependency: FixDependency): boolean {
    return this.added.canAdd(toProjectPath(file), dependency);
  }

  /** Adds a package for a file. */
  add(file: string, dependency: NewDependency): void {
    this.added.add(toProjectPath(file), dependency);
  }

  /** The files with what was added, and the bytes that they had. */
  extended(): (ExtendedFile & { readonly bytes: Buffer })[] {
    return this.added.extended().map((file) => ({ ...file, bytes: this.files.get(file.path)!.bytes }));
  }

  private read(file: string): { readonly bytes: Buffer; readonly text: string } | undefined {
    if (!this.files.has(file)) this.files.set(file, readListing(file));
    return this.files.get(file);
  }
}

function readListing(file: string): { readonly bytes: Buffer; readonly text: string } | undefined {
  try {
    const bytes = readFileSync(file);
    return { bytes, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // What is not there or cannot be read lists nothing.
    return undefined;
  }
}
