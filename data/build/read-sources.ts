import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Release } from "../../server/src/engine/catalogue/catalogue";
import type { ModuleSource } from "../format";

/** The folder that holds `generated`, `authored` and `calendar.json`: this project's `data`. */
export const DATA_FOLDER = path.resolve(import.meta.dirname, "..");

/** One source file as it was read. */
export interface SourceFile {
  /** Where it stands, for messages. */
  readonly path: string;
  readonly origin: "generated" | "authored";
  readonly text: string;
  readonly source: ModuleSource;
}

/** Everything that the catalogue is built from. */
export interface CatalogueSources {
  readonly files: readonly SourceFile[];
  readonly calendar: readonly Release[];
  /** `authored/aliases.json`: names under which somebody may ask for an entry whose file has no place for them. */
  readonly aliases: Readonly<Record<string, string>>;
  /** `authored/languages.json`: by parameter, the little language that its argument is written in. */
  readonly languages: Readonly<Record<string, string>>;
}

const ALIASES_FILE = "aliases.json";
const LANGUAGES_FILE = "languages.json";
const TABLES = [ALIASES_FILE, LANGUAGES_FILE];

/**
 * Reads a data folder, files in name order. A folder or calendar that is missing counts as empty. Throws an `Error` that
 * names the file when one is not JSON, or is not about the module that its name says.
 */
export function readSources(folder: string): CatalogueSources {
  const files = (["generated", "authored"] as const).flatMap((origin) =>
    readFolder(path.join(folder, origin), origin),
  );
  const calendar = path.join(folder, "calendar.json");
  return {
    files,
    calendar: existsSync(calendar) ? readCalendar(calendar) : [],
    aliases: readTable(folder, ALIASES_FILE) as Record<string, string>,
    languages: readTable(folder, LANGUAGES_FILE) as Record<string, string>,
  };
}

/** Reads a file of the authored folder that is about no module. */
function readTable(folder: string, name: string): unknown {
  const file = path.join(folder, "authored", name);
  return existsSync(file) ? parseJson(file, readFileSync(file, "utf8")) : {};
}

function readFolder(folder: string, origin: SourceFile["origin"]): SourceFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !TABLES.includes(name));
  return names.sort().map((name) => readSourceFile(path.join(folder, name), origin));
}

function readSourceFile(file: string, origin: SourceFile["origin"]): SourceFile {
  const text = readFileSync(file, "utf8");
  const source = parseJson(file, text) as ModuleSource | null;
  if (
    source?.module !== path.basename(file, ".json") ||
    typeof source.entries !== "object" ||
    !source.entries
  ) {
    throw new Error(`${file}: "module" must be "${path.basename(file, ".json")}", with "entries" beside it`);
  }
  return { path: file, origin, text, source };
}

function readCalendar(file: string): Release[] {
  const releases = parseJson(file, readFileSync(file, "utf8")) as Record<string, Omit<Release, "minor">>;
  return Object.entries(releases).map(([version, { released, endOfLife }]) => {
    const minor = /^3\.(\d+)$/.exec(version)?.[1];
    if (minor === undefined) throw new Error(`${file}: "${version}" is no minor release of Python 3`);
    return { minor: Number(minor), released, endOfLife };
  });
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
