import type { DeclarationProblem } from "../engine/declaration-problems";
import type { InstalledPackage } from "../engine/catalogue/backports";
import type { BackportStyle, ProjectTarget, Severity } from "../engine/findings";
import { answerFor, isExcludedFrom } from "./answer";
import type { ConfigurationFile } from "./configuration";
import type { DeclaringFile } from "./declaring-file";
import type { ProjectFiles } from "./files";
import { openFolder, type ProjectFolder } from "./folder";
import { isWithin, parentOf } from "./paths";

/** What a person said outside of the project's files. */
export interface FindOptions {
  /** The search ends at this folder where no repository encloses the file; absent: at the root of the file system. */
  readonly boundary?: string;
  /** Paths in the answer are written as seen from this folder; absent: as they are. */
  readonly base?: string;
  /** The text of the file, where metadata inside the file shall count. */
  readonly text?: string;
  /** `--target` of the command line, as it was read. */
  readonly commandLine?: ProjectTarget;
  /** `--backport-style` of the command line. */
  readonly backportStyle?: BackportStyle;
  /** `--config`: this file takes the place of every other configuration of SinceWhen. */
  readonly configuration?: ConfigurationFile;
  /** The Python that the user has selected in the editor, as `3.11`; it speaks where nothing else does. */
  readonly interpreter?: string;
  /** The editor's settings for the file; the empty text and the empty list mean: not set. */
  readonly editor?: {
    readonly target?: string;
    readonly exclude?: readonly string[];
    readonly ignore?: readonly string[];
    readonly backportStyle?: BackportStyle;
    /** The folder that `exclude` counts from. */
    readonly folder?: string;
  };
}

/** A value that could not be used, told to the user once. */
export interface TargetProblem {
  readonly path: string;
  /** 1-based; `undefined` when it is about the file as a whole. */
  readonly line: number | undefined;
  readonly problem: DeclarationProblem;
  /** SinceWhen's own configuration is at fault, not the metadata of the project. */
  readonly isConfiguration: boolean;
}

/** What applies to one file. */
export interface TargetAnswer {
  /** `undefined`: nobody declared a target. */
  readonly target: ProjectTarget | undefined;
  /** Absolute path of the file that declares the target; `undefined` when no file does. */
  readonly declaredIn: string | undefined;
  readonly problems: readonly TargetProblem[];
  /** The file is not to be looked at when a folder is walked. */
  readonly excluded: boolean;
  /** Codes and symbols that are silent in the file. */
  readonly ignore: readonly string[];
  /** Packages that the code may import: those of `backports` in the configuration, and what the project depends on. */
  readonly packages: readonly InstalledPackage[];
  /** How fixes shall import from packages; `undefined`: nobody says. */
  readonly backportStyle: BackportStyle | undefined;
  readonly failOn: Severity | undefined;
}

/** Finds targets, and keeps what it read until it is told of a change. */
export interface TargetFinder {
  /** Tells what applies to a file. `path` is absolute, as in `ProjectFiles`; the file need not exist. Never rejects. */
  find(path: string, options?: FindOptions): Promise<TargetAnswer>;
  /** Tells whether the configuration takes a file or a folder out of a walk. Reads configuration only. Never rejects. */
  isExcluded(path: string, options?: FindOptions): Promise<boolean>;
  /** Gives every file of a folder that can declare something, as it was read. Never rejects. */
  declaringFiles(folder: string): Promise<readonly DeclaringFile[]>;
  /** Forgets what it read of a file or below a folder; without a path, everything. */
  invalidate(path?: string): void;
}

/** Makes a finder over files. */
export function createTargetFinder(files: ProjectFiles): TargetFinder {
  const folders = new Map<string, ProjectFolder>();
  const open = (path: string): ProjectFolder => {
    const folder = folders.get(path) ?? openFolder(path, files);
    folders.set(path, folder);
    return folder;
  };
  return {
    async find(path, options = {}) {
      return answerFor(path, await enclosingFolders(path, options.boundary, open), options);
    },
    async isExcluded(path, options = {}) {
      return isExcludedFrom(path, await enclosingFolders(path, options.boundary, open), options);
    },
    declaringFiles: (folder) => open(folder).declaringFiles(),
    invalidate(path) {
      for (const folder of [...folders.keys()]) {
        if (path === undefined || isWithin(path, folder) || isWithin(folder, path)) folders.delete(folder);
      }
    },
  };
}

/** Finds the target of one file, with nothing kept. */
export function findTarget(
  path: string,
  files: ProjectFiles,
  options: FindOptions = {},
): Promise<TargetAnswer> {
  return createTargetFinder(files).find(path, options);
}

/** Lists the folders whose files speak for a file, the nearest first: up to the repository's, or to the boundary. */
async function enclosingFolders(
  path: string,
  boundary: string | undefined,
  open: (path: string) => ProjectFolder,
): Promise<ProjectFolder[]> {
  const folders: ProjectFolder[] = [];
  for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
    const opened = open(folder);
    folders.push(opened);
    if (await opened.isRepository()) return folders;
  }
  const isBounded = boundary !== undefined && isWithin(path, boundary);
  return isBounded ? folders.filter((folder) => isWithin(folder.path, boundary)) : folders;
}
