import { existsSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Dirent } from "node:fs";
import { compareText } from "../engine/compare-text";
import { isDeclaringFile, isTestData, joinPath, matchesGlob, relativePath } from "../project";
import { type IgnoreRules, openIgnoreRules } from "./git-ignore";
import { toProjectPath } from "./project-files";
import { reasonOf } from "./reason";

/** A path that was passed over, and why. */
export interface SkippedPath {
  readonly path: string;
  readonly reason: string;
}

/** What paths and folders come to. Paths are absolute with `/` between the names, each once, in order. */
export interface CollectedFiles {
  readonly files: readonly string[];
  readonly skipped: readonly SkippedPath[];
  /** Paths that the user named and that are not there. */
  readonly missing: readonly string[];
  /** Files that are no Python and can declare which Pythons a project runs on. */
  readonly declaring: readonly string[];
}

/** What decides on the files of a folder. */
export interface WalkOptions {
  /** Absolute; relative paths and `exclude` count from it. */
  readonly workingFolder: string;
  /** Patterns of the command line. */
  readonly exclude: readonly string[];
  /** Tells whether the configuration of a path excludes it. */
  isExcluded(path: string): Promise<boolean>;
}

const PYTHON_FILES = /\.(?:py|pyi|pyw|ipynb)$/;

/** Folders that hold no source of the project: environments, caches, results of a build, version control. */
// prettier-ignore
const FOREIGN_FOLDERS = new Set([
  ".bzr", ".direnv", ".eggs", ".git", ".hg", ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pants.d", ".pyenv",
  ".pytest_cache", ".pytype", ".ruff_cache", ".svn", ".tox", ".venv", "__pycache__", "__pypackages__", "_build",
  "buck-out", "build", "dist", "node_modules", "site-packages", "venv",
]);

/**
 * Finds the Python files that the user means. A named file counts whatever its name is and whatever excludes it; a
 * folder is walked for Python files and notebooks, but for those that tests read. Links to folders are not followed, links to files are where the file
 * is not found by its own name. Anything but a regular file is never opened.
 */
export async function collectFiles(paths: readonly string[], options: WalkOptions): Promise<CollectedFiles> {
  const walk = new Walk(options);
  for (const named of paths)
    await walk.addNamed(toProjectPath(path.resolve(options.workingFolder, named)), named);
  await walk.addLinks();
  return {
    files: [...walk.files].sort(byPath),
    skipped: walk.skipped.sort((a, b) => byPath(a.path, b.path)),
    missing: walk.missing,
    declaring: [...walk.declaring].sort(byPath),
  };
}

/** Orders paths name by name, so that what lies in one folder stays together. */
function byPath(left: string, right: string): number {
  return compareText(left.replaceAll("/", "\0"), right.replaceAll("/", "\0"));
}

/** A file that declares something and holds no code. */
function isConfiguration(file: string): boolean {
  return isDeclaringFile(file) && !PYTHON_FILES.test(file);
}

class Walk {
  readonly files = new Set<string>();
  readonly skipped: SkippedPath[] = [];
  readonly missing: string[] = [];
  readonly declaring = new Set<string>();
  private readonly links: string[] = [];
  private readonly walked = new Set<string>();

  constructor(private readonly options: WalkOptions) {}

  async addNamed(absolute: string, named: string): Promise<void> {
    try {
      const status = await stat(absolute);
      if (status.isDirectory()) await this.addFolder(absolute, await openIgnoreRules(absolute));
      else (isConfiguration(absolute) ? this.declaring : this.files).add(absolute);
    } catch (error) {
      const isMissing = ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (isMissing) this.missing.push(named);
      else this.skip(absolute, error);
    }
  }

  /** Adds the links to files that were met on the way, once everything has been found by its own name. */
  async addLinks(): Promise<void> {
    for (const link of this.links) {
      try {
        const target = toProjectPath(await realpath(link));
        const status = await stat(target);
        if (status.isDirectory()) continue;
        if (!status.isFile()) this.skipped.push({ path: link, reason: "it is no regular file" });
        else if (!this.files.has(target)) this.files.add(link);
      } catch (error) {
        this.skip(link, error);
      }
    }
  }

  private async addFolder(folder: string, rules: IgnoreRules): Promise<void> {
    if (this.walked.has(folder)) return;
    this.walked.add(folder);
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.skip(folder, error);
      return;
    }
    if (entries.some(({ name }) => name === "pyvenv.cfg")) return;
    for (const entry of entries) await this.addEntry(entry, joinPath(folder, entry.name), rules);
  }

  private async addEntry(entry: Dirent, absolute: string, rules: IgnoreRules): Promise<void> {
    const isFolder = entry.isDirectory();
    const isDeclaring = !isFolder && entry.isFile() && isDeclaringFile(absolute);
    if (isDeclaring) this.declaring.add(absolute);
    if (isFolder ? FOREIGN_FOLDERS.has(entry.name) : !PYTHON_FILES.test(entry.name)) return;
    if (rules.isIgnored(absolute, isFolder ? "folder" : "file") || (await this.isExcluded(absolute))) return;
    if (isFolder && isTestData(absolute, false) && !existsSync(joinPath(absolute, "__init__.py"))) return;
    if (isFolder) await this.addFolder(absolute, await rules.enter(absolute));
    else if (entry.isSymbolicLink()) this.links.push(absolute);
    else if (entry.isFile()) this.files.add(absolute);
    else this.skipped.push({ path: absolute, reason: "it is no regular file" });
  }

  private async isExcluded(absolute: string): Promise<boolean> {
    const relative = relativePath(absolute, toProjectPath(this.options.workingFolder));
    return (
      this.options.exclude.some((glob) => matchesGlob(glob, relative)) || this.options.isExcluded(absolute)
    );
  }

  private skip(absolute: string, error: unknown): void {
    this.skipped.push({ path: absolute, reason: reasonOf(error) });
  }
}
