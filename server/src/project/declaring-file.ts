import type { ConfigurationFile } from "./configuration";
import { readConfiguration } from "./configuration";
import type { Statement } from "./declaration";
import { parentOf } from "./paths";
import { TARGET_SOURCES } from "./sources";
import { readScriptMetadata } from "./sources/script-metadata";

/** A file that declares Pythons, with everything that it says of them. */
export interface DeclaringFile {
  /** Absolute path, as in `ProjectFiles`. */
  readonly path: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  /** What the file tells SinceWhen itself; `undefined` when it tells nothing. */
  readonly configuration: ConfigurationFile | undefined;
}

/** Reads a file by its name. */
export function readDeclaringFile(path: string, text: string): DeclaringFile {
  const patterns = TARGET_SOURCES.filter((source) => source.files.some((pattern) => matches(pattern, path)));
  const statements = patterns.flatMap((source) => source.read(text));
  const isPython = /\.py[iw]?$/.test(path);
  return {
    path,
    text,
    statements: isPython ? [...statements, ...readScriptMetadata(text)] : statements,
    configuration: readOwn(path, text),
  };
}

/** Tells whether a file can declare Pythons by its name alone; scripts with metadata of their own are not meant. */
export function isDeclaringFile(path: string): boolean {
  return projectFolderOf(path) !== undefined;
}

/**
 * Gives the folder of the project that a file declares Pythons for: that of `pyproject.toml`, and for
 * `.github/workflows/ci.yml` the one with `.github` in it. `undefined` for a file that declares none.
 */
export function projectFolderOf(path: string): string | undefined {
  const pattern = [...PATTERNS].find((each) => matches(each, path));
  let folder: string | undefined = pattern === undefined ? undefined : path;
  for (let depth = pattern?.split("/").length ?? 0; depth > 0 && folder !== undefined; depth--) {
    folder = parentOf(folder);
  }
  return folder;
}

/** Every name of a declaring file; the longer ways come first, since their last names can be names, too. */
const PATTERNS: readonly string[] = [
  ...new Set(["sincewhen.toml", ...TARGET_SOURCES.flatMap(({ files }) => files)]),
].sort((a, b) => b.split("/").length - a.split("/").length);

const expressions = new Map<string, RegExp>();

function matches(pattern: string, path: string): boolean {
  let expression = expressions.get(pattern);
  if (!expression) {
    const escaped = pattern.replaceAll(/[.\\+^${}()|[\]]/g, "\\$&").replaceAll("*", "[^/]*");
    expressions.set(pattern, (expression = new RegExp(`(?:^|/)${escaped}$`)));
  }
  return expression.test(path);
}

function readOwn(path: string, text: string): ConfigurationFile | undefined {
  const folder = parentOf(path) ?? "";
  if (/(?:^|\/)sincewhen\.toml$/.test(path)) return readConfiguration(text, { path, folder, table: [] });
  if (!/(?:^|\/)pyproject\.toml$/.test(path)) return undefined;
  return readConfiguration(text, { path, folder, table: ["tool", "sincewhen"] });
}
