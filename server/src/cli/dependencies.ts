import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FixDependency, TextReplacement } from "../engine/findings";
import { addDependency, DEPENDENCY_FILES } from "../project";

/** A file that lists dependencies, with those that fixes add. */
export interface ExtendedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: Buffer;
  readonly after: string;
  /** Names of the packages that came in. */
  readonly added: readonly string[];
}

interface ListingFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The packages that fixes make a project depend on, each listed in the file nearest to the code that needs it. */
export class Dependencies {
  private readonly files = new Map<string, ListingFile | undefined>();
  /** By file and package: the Pythons that need it. */
  private readonly wanted = new Map<string, Map<string, string>>();

  /** Tells whether a package can be added to what the project of a file depends on. */
  canAdd(file: string, { package: name, pythons }: FixDependency): boolean {
    return this.nearest(file, { name, pythons }) !== undefined;
  }

  /** Adds a package for a file; where other files need it too, for the Pythons that any of them names. */
  add(file: string, { package: name, pythons }: FixDependency): void {
    const listing = this.nearest(file, { name, pythons });
    if (!listing) return;
    const wanted = this.wanted.get(listing.path) ?? new Map<string, string>();
    this.wanted.set(listing.path, wanted);
    const before = wanted.get(name);
    wanted.set(name, before === undefined ? pythons : eitherOf(before, pythons));
  }

  /** The files with what was added. */
  extended(): ExtendedFile[] {
    return [...this.wanted].map(([file, wanted]) => {
      const { bytes, text } = this.files.get(file)!;
      let after = text;
      for (const [name, pythons] of wanted)
        after = edited(after, addDependency({ path: file, text: after }, { name, pythons }) ?? []);
      return { path: file, before: bytes, after, added: [...wanted.keys()] };
    });
  }

  /** The nearest file that can list a package and does not yet; none above the root of a repository. */
  private nearest(file: string, requirement: { name: string; pythons: string }): ListingFile | undefined {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      for (const name of DEPENDENCY_FILES) {
        const listing = this.read(path.join(folder, name));
        const edits = listing && addDependency(listing, requirement);
        if (edits) return edits.length > 0 ? listing : undefined;
      }
      if (existsSync(path.join(folder, ".git")) || path.dirname(folder) === folder) return undefined;
    }
  }

  private read(file: string): ListingFile | undefined {
    if (!this.files.has(file)) this.files.set(file, readListing(file));
    return this.files.get(file);
  }
}

function readListing(file: string): ListingFile | undefined {
  try {
    const bytes = readFileSync(file);
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path: file, bytes, text };
  } catch {
    // What is not there or cannot be read lists nothing.
    return undefined;
  }
}

/** The wider one of two specifiers, each with one bound as fixes write them; both together where they differ in kind. */
function eitherOf(left: string, right: string): string {
  const [a, b] = [left, right].map((text) => /^(<|>=)3\.(\d+)$/.exec(text));
  if (!a || !b || a[1] !== b[1]) return left === right ? left : ">=3.0";
  const isWider = a[1] === "<" ? Number(a[2]) >= Number(b[2]) : Number(a[2]) <= Number(b[2]);
  return isWider ? left : right;
}

function edited(text: string, edits: readonly TextReplacement[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
