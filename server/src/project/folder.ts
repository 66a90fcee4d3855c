import type { InstalledPackage } from "../engine/catalogue/backports";
import { type ConfigurationFile, readConfiguration, unreadableConfiguration } from "./configuration";
import type { Rank, Statement, TargetSource } from "./declaration";
import { type DeclaringFile, readDeclaringFile } from "./declaring-file";
import { DEPENDENT_FILES, readDependencies } from "./dependencies";
import type { ProjectFiles } from "./files";
import { readPackageMetadata } from "./package-metadata";
import { joinPath, relativePath } from "./paths";
import { TARGET_SOURCES } from "./sources";

/** A statement and the file that makes it. */
export interface FoundStatement {
  /** Absolute path. */
  readonly path: string;
  readonly statement: Statement;
}

/** Everything that the files of one folder tell. Each part is read when it is first asked for. */
export interface ProjectFolder {
  readonly path: string;
  /** Tells whether a repository begins here. */
  isRepository(): Promise<boolean>;
  /** SinceWhen's own configuration in this folder; `undefined` when there is none. */
  configuration(): Promise<ConfigurationFile | undefined>;
  /** What the files declare with a rank, the strongest source first. Reads no further than it is asked to go on. */
  statements(rank: Rank): AsyncIterable<FoundStatement>;
  /** Packages that the files of this folder say the project depends on that a file (absolute path) belongs to. */
  dependencies(file: string): Promise<readonly InstalledPackage[]>;
  /** Every file of the folder that can declare something and is there, the strongest source first. */
  declaringFiles(): Promise<readonly DeclaringFile[]>;
}

/** Opens a folder. Reads each file at most once. */
export function openFolder(path: string, files: ProjectFiles): ProjectFolder {
  const names = once(async () => (await files.list?.(path)) ?? undefined);
  const texts = new Map<string, Promise<Reading>>();
  const read = (name: string): Promise<Reading> => {
    const known = texts.get(name) ?? readFile(files, joinPath(path, name));
    texts.set(name, known);
    return known;
  };
  const has = async (name: string): Promise<boolean> => (await names())?.includes(name) ?? true;
  const memory = new Map<string, Promise<readonly InstalledPackage[]>>();
  const configuration = once(() => findConfiguration(path, has, read));
  const sources = TARGET_SOURCES.map((source) => ({
    ranks: source.ranks,
    statements: once(() => readSource(source, { path, names, files, read })),
  }));
  const isRepository = once(async () => {
    const listed = await names();
    return listed
      ? listed.includes(".git")
      : (await read(".git/HEAD")) !== undefined || (await read(".git")) !== undefined;
  });
  return {
    path,
    isRepository,
    configuration,
    dependencies: (file) => dependenciesOf(file, { path, names, files, read }, memory),
    declaringFiles: once(() => readDeclaringFiles({ path, names, files, read })),
    async *statements(rank) {
      for (const source of sources) {
        if (!source.ranks.includes(rank)) continue;
        for (const found of await source.statements()) if (found.statement.rank === rank) yield found;
      }
    },
  };
}

/** What a file depends on is the same for all files below one name of the folder, but for the one that builds the project. */
function dependenciesOf(
  file: string,
  folder: FolderReader,
  memory: Map<string, Promise<readonly InstalledPackage[]>>,
): Promise<readonly InstalledPackage[]> {
  const [name] = relativePath(file, folder.path).split("/");
  const known = memory.get(name) ?? readDependenciesFor(name, folder);
  memory.set(name, known);
  return known;
}

async function readDependenciesFor(
  module: string,
  { path, names, files, read }: FolderReader,
): Promise<InstalledPackage[]> {
  const found: InstalledPackage[] = [];
  const listed = await names();
  for (const name of DEPENDENT_FILES) {
    // Where folders cannot be listed, only what is read anyway is asked.
    const isThere = listed?.includes(name) ?? name === "pyproject.toml";
    const reading = isThere ? await read(name) : undefined;
    if (!reading || !("text" in reading)) continue;
    found.push(...readDependencies({ path: name, text: reading.text, forBuild: module === "setup.py" }));
  }
  if (found.length > 0 || !listed) return found;
  return readPackageMetadata(listed, module, async (below) => {
    const reading = await readFile(files, joinPath(path, below));
    return reading && "text" in reading ? reading.text : undefined;
  });
}

/** The text of a file, or why there is none. */
type Reading = { readonly text: string } | { readonly failure: string } | undefined;

async function readFile(files: ProjectFiles, path: string): Promise<Reading> {
  try {
    const text = await files.read(path);
    // A byte order mark is no part of any of these formats, and some editors leave one.
    return text === undefined ? undefined : { text: text.replace(/^\uFEFF/, "") };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

async function findConfiguration(
  folder: string,
  has: (name: string) => Promise<boolean>,
  read: (name: string) => Promise<Reading>,
): Promise<ConfigurationFile | undefined> {
  const places = [
    { name: "sincewhen.toml", table: [] },
    { name: "pyproject.toml", table: ["tool", "sincewhen"] },
  ];
  for (const { name, table } of places) {
    const reading = (await has(name)) ? await read(name) : undefined;
    const path = joinPath(folder, name);
    if (!reading) continue;
    if ("failure" in reading) {
      // Nothing tells that an unreadable pyproject.toml holds a configuration; as metadata it is a problem all the same.
      if (table.length > 0) continue;
      return unreadableConfiguration(path, folder, reading.failure);
    }
    const found = readConfiguration(reading.text, { path, folder, table });
    if (found) return found;
  }
  return undefined;
}

interface FolderReader {
  readonly path: string;
  readonly names: () => Promise<readonly string[] | undefined>;
  readonly files: ProjectFiles;
  readonly read: (name: string) => Promise<Reading>;
}

async function readDeclaringFiles(folder: FolderReader): Promise<readonly DeclaringFile[]> {
  const own = { files: ["sincewhen.toml"] };
  const listed = await Promise.all(
    [own, ...TARGET_SOURCES].map((source) => filesOf(source, listerOf(folder))),
  );
  const found: DeclaringFile[] = [];
  for (const name of new Set(listed.flat())) {
    const reading = await folder.read(name);
    if (reading && "text" in reading) {
      found.push(readDeclaringFile(joinPath(folder.path, name), reading.text));
    }
  }
  return found;
}

type Lister = (below: string) => Promise<readonly string[] | undefined>;

/** Lists the folder itself, and folders below it. */
function listerOf(folder: FolderReader): Lister {
  return (below) => (below === "" ? folder.names() : listNames(folder.files, joinPath(folder.path, below)));
}

async function readSource(source: TargetSource, folder: FolderReader): Promise<readonly FoundStatement[]> {
  const found: FoundStatement[] = [];
  for (const name of await filesOf(source, listerOf(folder))) {
    const path = joinPath(folder.path, name);
    found.push(...statementsOf(source, await folder.read(name)).map((statement) => ({ path, statement })));
  }
  return found;
}

function statementsOf(source: TargetSource, reading: Reading): readonly Statement[] {
  if (!reading) return [];
  if ("text" in reading) return source.read(reading.text);
  return [
    { rank: source.ranks[0], line: undefined, problem: { kind: "unreadable-file", text: reading.failure } },
  ];
}

/** Lists the files that a source reads in a folder; those that cannot be told to be missing are among them. */
async function filesOf(source: Pick<TargetSource, "files">, list: Lister): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of source.files) {
    let paths = [""];
    for (const [depth, part] of pattern.split("/").entries()) {
      const next: string[] = [];
      for (const path of paths) {
        const listed = await list(path);
        // Without a list there is no way to find what a pattern stands for, but a plain name can be tried.
        const names = listed ? listed.filter(matcherOf(part)) : part.includes("*") ? [] : [part];
        next.push(...names.toSorted().map((name) => (depth === 0 ? name : `${path}/${name}`)));
      }
      paths = next;
    }
    found.push(...paths);
  }
  return found;
}

function matcherOf(part: string): (name: string) => boolean {
  if (!part.includes("*")) return (name) => name === part;
  const [start, end] = part.split("*") as [string, string];
  return (name) => name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

async function listNames(files: ProjectFiles, folder: string): Promise<readonly string[] | undefined> {
  return files.list ? ((await files.list(folder)) ?? []) : undefined;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= make());
}
