import type { FoundModule, ModuleFile, ModuleRequest } from "../engine/analysis";
import { isWithin, joinPath, nameOf, parentOf } from "./paths";

/** How modules are looked for: at once, among what the host has at hand. Paths as in `ProjectFiles`. */
export interface ModuleFiles {
  /** The names in a folder; `undefined` where there is none, or they are not at hand. */
  names(folder: string): ReadonlySet<string> | undefined;
  /** The text of a file; `undefined` where it cannot be read, or is not at hand. */
  text(path: string): string | undefined;
}

/** Files whose folder is the top of a project: nothing above it is imported from. */
const OTHER_MARKS = ["pyproject.toml", "setup.cfg", ".git", ".hg"];
const PROJECT_MARKS = ["setup.py", ...OTHER_MARKS];

/** Folders below which projects keep the packages that they install. */
const SOURCE_FOLDERS = ["src", "lib", "python"];

/**
 * Modules that are loaded before any code of the user's runs, or are part of the interpreter: a file of the same name
 * never takes their place.
 */
const LOADED_FIRST = new Set(
  (
    "_abc _ast _codecs _collections_abc _functools _imp _io _locale _operator _signal _sre _stat _string _symtable " +
    "_thread _tracemalloc _warnings _weakref abc atexit builtins codecs encodings errno faulthandler gc genericpath io " +
    "itertools marshal nt ntpath os posix posixpath pwd site stat sys time winreg zipimport"
  ).split(" "),
);

/** Deeper than this nobody nests packages; a link in a circle could. */
const DEEPEST = 40;

/** Finds modules; remembers what it worked out about folders until it is told to forget. */
export interface ModuleFinder {
  /** Finds what an import leads to; `undefined` where that is nothing of the project. */
  find(request: ModuleRequest): FoundModule | undefined;
  /** Takes note that files came or went. */
  forget(): void;
}

/**
 * Makes a finder that finds what Python would find: beside the file or below the top of its package first, then below
 * the other folders of the project that packages are found in. `limitOf` gives the folder that nothing is read outside of
 * for a file; `undefined`: the project that the file lies in is the limit.
 */
export function createModuleFinder(
  files: ModuleFiles,
  limitOf: (path: string) => string | undefined,
): ModuleFinder {
  const projects = new Map<string, Project>();
  return {
    find(request) {
      const folder = parentOf(request.from);
      if (folder === undefined) return undefined;
      let project = projects.get(folder);
      if (!project) projects.set(folder, (project = projectOf(folder, files, limitOf(request.from))));
      return findIn(project, folder, request);
    },
    forget: () => projects.clear(),
  };
}

function findIn(
  project: Project,
  folder: string,
  { level, name, isLibrary }: ModuleRequest,
): FoundModule | undefined {
  const parts = name === "" ? [] : name.split(".");
  if (level > 0) {
    const base = stepUp(folder, level - 1);
    return base === undefined ? undefined : locate(project, base, parts)?.found;
  }
  if (isLibrary && LOADED_FIRST.has(parts[0])) return undefined;
  for (const root of isLibrary ? project.roots.slice(0, 1) : project.roots) {
    const located = locate(project, root, parts);
    // What is only a folder stands behind every proper module of the name, the library's included.
    if (located && !(isLibrary && located.isNamespace)) return located.found;
    if (isProper(project, root, parts[0])) return undefined;
  }
  return undefined;
}

/** Where modules are looked for from one folder. */
interface Project {
  readonly files: ModuleFiles;
  /** Nothing outside of it is looked at. */
  readonly boundary: string;
  /** The folders that absolute imports begin in, the nearest first. */
  readonly roots: readonly string[];
}

function projectOf(folder: string, files: ModuleFiles, limit: string | undefined): Project {
  const marked = markedFolder(folder, files, limit);
  const near = topOfPackages(folder, files, marked ?? limit);
  const boundary = marked ?? limit ?? near;
  const roots: string[] = [near];
  for (let at: string | undefined = near; at !== undefined && isWithin(at, boundary); at = parentOf(at)) {
    if (at !== near) roots.push(at);
    const names = files.names(at);
    for (const name of SOURCE_FOLDERS) {
      const source = joinPath(at, name);
      if (names?.has(name) && !roots.includes(source)) roots.push(source);
    }
  }
  return { files, boundary, roots };
}

/** The nearest folder that looks like the top of a project; `undefined` where there is none within the limit. */
function markedFolder(folder: string, files: ModuleFiles, limit: string | undefined): string | undefined {
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if (limit !== undefined && !isWithin(at, limit)) return undefined;
    const names = files.names(at);
    if (names && PROJECT_MARKS.some((mark) => names.has(mark)) && !isInsidePackage(at, files)) return at;
  }
  return undefined;
}

/** A `setup.py` of a package inside of another one is a module like any other, or builds a part of the project. */
function isInsidePackage(folder: string, files: ModuleFiles): boolean {
  const above = parentOf(folder);
  const isMarkedOtherwise = OTHER_MARKS.some((mark) => files.names(folder)?.has(mark));
  return !isMarkedOtherwise && above !== undefined && isPackage(files, folder) && isPackage(files, above);
}

/**
 * The folder above the outermost package that a folder belongs to; the folder itself when it belongs to none. A project
 * whose top is a package itself lies below the folder around it, of which nothing else is seen.
 */
function topOfPackages(folder: string, files: ModuleFiles, boundary: string | undefined): string {
  let top = folder;
  for (let depth = 0; depth < DEEPEST && isPackage(files, top); depth++) {
    const above = parentOf(top);
    if (above === undefined) break;
    if (top === boundary) return above;
    top = above;
  }
  return top;
}

function isPackage(files: ModuleFiles, folder: string): boolean {
  const names = files.names(folder);
  return names !== undefined && (names.has("__init__.py") || names.has("__init__.pyi"));
}

function stepUp(folder: string, steps: number): string | undefined {
  let at: string | undefined = folder;
  for (let step = 0; step < steps && at !== undefined; step++) at = parentOf(at);
  return at;
}

/** Tells whether a folder holds a module or a package with an `__init__` of that name. */
function isProper(project: Project, folder: string, name: string): boolean {
  const names = namesIn(project, folder);
  if (!names) return false;
  if (names.has(`${name}.py`) || names.has(`${name}.pyi`)) return true;
  return names.has(name) && isPackage(project.files, joinPath(folder, name));
}

function locate(
  project: Project,
  base: string,
  parts: readonly string[],
): { found: FoundModule; isNamespace: boolean } | undefined {
  let folder = base;
  for (const [index, part] of parts.entries()) {
    const names = namesIn(project, folder);
    const inside = joinPath(folder, part);
    const isLast = index === parts.length - 1;
    if (isLast) {
      const found =
        names && (packageFile(project, names, inside, part) ?? moduleFile(project, names, inside, part));
      if (found) return { found, isNamespace: false };
    }
    if (!names?.has(part) || !namesIn(project, inside)) return undefined;
    folder = inside;
  }
  if (!isWithin(folder, project.boundary)) return undefined;
  const names = namesIn(project, folder);
  if (!names) return undefined;
  const found = moduleFile(project, names, joinPath(folder, "__init__"), "__init__");
  return found ? { found, isNamespace: false } : { found: { uri: folder, text: "" }, isNamespace: true };
}

function packageFile(
  project: Project,
  names: ReadonlySet<string>,
  folder: string,
  name: string,
): FoundModule | undefined {
  const inside = names.has(name) ? namesIn(project, folder) : undefined;
  return inside && moduleFile(project, inside, joinPath(folder, "__init__"), "__init__");
}

/** The file of a module with its stub, or the stub alone. */
function moduleFile(
  { files }: Project,
  names: ReadonlySet<string>,
  path: string,
  name: string,
): FoundModule | undefined {
  const stub = names.has(`${name}.pyi`) ? fileAt(files, `${path}.pyi`) : undefined;
  const file = names.has(`${name}.py`) ? fileAt(files, `${path}.py`) : undefined;
  return file && stub ? { ...file, stub } : (file ?? stub);
}

function fileAt(files: ModuleFiles, uri: string): ModuleFile | undefined {
  const text = files.text(uri);
  return text === undefined ? undefined : { uri, text };
}

/** The names in a folder of the project; of the folder around the project only the project itself. */
function namesIn({ files, boundary }: Project, folder: string): ReadonlySet<string> | undefined {
  if (isWithin(folder, boundary)) return files.names(folder);
  return folder === parentOf(boundary) ? new Set([nameOf(boundary)]) : undefined;
}
