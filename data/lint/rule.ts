import type { Catalogue } from "../../server/src/engine/catalogue/catalogue";
import { entryId } from "../../server/src/engine/catalogue/ids";
import { loadCatalogue } from "../../server/src/engine/catalogue/load";
import { compileIndex } from "../build/compile-index";
import type { CatalogueSources, SourceFile } from "../build/read-sources";
import { mergeFiles } from "../build/write-index";
import type { EntrySource, ModuleSource } from "../format";

/** Something that is wrong, or looks so, in a source file. */
export interface Problem {
  /** File that holds it, as the reader of the sources was given it. */
  readonly path: string;
  /** 1-based; `undefined` when the problem is about the file as a whole. */
  readonly line?: number;
  /** An error fails the lint; a warning is told. */
  readonly severity: "error" | "warning";
  /** A sentence that says what is wrong and, where that is not plain, what would be right. */
  readonly message: string;
}

/** One thing that the data must keep to. */
export interface Rule {
  /** Kebab-case, as messages show it. */
  readonly name: string;
  check(context: LintContext): Iterable<Problem>;
}

/** One entry after the authored file was laid over the generated one. */
export interface MergedEntry {
  readonly module: string;
  readonly key: string;
  readonly id: string;
  readonly entry: EntrySource;
  /** The file to mend: the authored one where it speaks of the entry. */
  readonly file: SourceFile;
}

/** What rules look at. */
export interface LintContext extends CatalogueSources {
  readonly modules: readonly ModuleSource[];
  readonly merged: readonly MergedEntry[];
  /** The compiled catalogue; `undefined` when the data does not compile, as `compileError` then tells. */
  readonly catalogue: Catalogue | undefined;
  readonly compileError: string | undefined;
}

/** Merges and compiles sources for the rules to look at. Throws nothing. */
export function createContext(sources: CatalogueSources): LintContext {
  const modules = mergeFiles(sources.files);
  const merged = modules.flatMap((source) => mergedEntries(source, sources.files));
  try {
    const { text } = compileIndex({ ...sources, modules });
    return { ...sources, modules, merged, catalogue: loadCatalogue(text), compileError: undefined };
  } catch (error) {
    return { ...sources, modules, merged, catalogue: undefined, compileError: (error as Error).message };
  }
}

/** Makes a problem of an entry, at the line of its key. */
export function problemAt(
  file: SourceFile,
  key: string,
  message: string,
  severity: Problem["severity"] = "error",
): Problem {
  return { path: file.path, line: lineOfKey(file.text, key), severity, message };
}

/** Lists the entries of one file as they are written there. */
export function entriesOf(file: SourceFile): { key: string; id: string; entry: EntrySource }[] {
  return Object.entries(file.source.entries).map(([key, entry]) => ({
    key,
    id: entryId(file.source.module, key),
    entry,
  }));
}

/** Gives the 1-based line on which a file speaks of a key, or `undefined`. */
function lineOfKey(text: string, key: string): number | undefined {
  const at = text.indexOf(`\n    ${JSON.stringify(key)}:`);
  return at < 0 ? undefined : text.slice(0, at + 1).split("\n").length;
}

function mergedEntries(source: ModuleSource, files: readonly SourceFile[]): MergedEntry[] {
  const own = files.filter((file) => file.source.module === source.module);
  const authored = own.find((file) => file.origin === "authored");
  return Object.entries(source.entries).map(([key, entry]) => ({
    module: source.module,
    key,
    id: entryId(source.module, key),
    entry,
    file: authored && Object.hasOwn(authored.source.entries, key) ? authored : own[0],
  }));
}
