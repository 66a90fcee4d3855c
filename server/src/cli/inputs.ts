import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ConfigurationFile, isDeclaringFile, type TargetFinder } from "../project";
import { CommandFailure } from "./failure";
import type { FileToCheck } from "./file-checker";
import type { CommonOptions } from "./options";
import { toProjectPath } from "./project-files";
import type { Terminal } from "./terminal";
import { collectFiles, type SkippedPath } from "./walk";

/** The files that a command was asked to look at. */
export interface Inputs {
  readonly files: readonly FileToCheck[];
  readonly skipped: readonly SkippedPath[];
  /** Paths that the user named and that are not there. */
  readonly missing: readonly string[];
  /** Files that can declare which Pythons a project runs on: absolute paths, `setup.py` among them. */
  readonly declaring: readonly string[];
}

/** What the arguments of a command are read with. */
export interface InputContext {
  readonly terminal: Terminal;
  readonly workingFolder: string;
  readonly options: CommonOptions;
}

/** Finds every file that the arguments of a command mean: files, folders, `-`, `@FILE` and `--files-from`. */
export async function collectInputs(
  args: readonly string[],
  context: InputContext & {
    readonly finder: TargetFinder;
    readonly configuration: ConfigurationFile | undefined;
  },
): Promise<Inputs> {
  const paths = await expandArguments(args, context);
  const isPath = (argument: string): boolean => argument !== "-";
  const { finder, configuration, workingFolder } = context;
  const collected = await collectFiles(paths.filter(isPath), {
    workingFolder,
    exclude: context.options.exclude,
    isExcluded: (file) => finder.isExcluded(file, configuration ? { configuration } : {}),
  });
  const files: FileToCheck[] = collected.files.map((file) => ({ path: file }));
  if (!paths.every(isPath)) files.unshift(await readStandardInput(context));
  const { skipped, missing, declaring } = collected;
  const python = files.filter(({ path: file, bytes }) => !bytes && isDeclaringFile(file));
  return {
    files,
    skipped,
    missing,
    declaring: [...new Set([...declaring, ...python.map((file) => file.path)])],
  };
}

/** Replaces `@FILE` by what the file lists and adds what `--files-from` lists; nothing at all means the current folder. */
export async function expandArguments(args: readonly string[], context: InputContext): Promise<string[]> {
  const paths: string[] = [];
  for (const argument of args) {
    if (argument.startsWith("@") && argument.length > 1)
      paths.push(...(await readList(argument.slice(1), context)));
    else paths.push(argument);
  }
  const { filesFrom } = context.options;
  if (filesFrom !== undefined) paths.push(...(await readList(filesFrom, context)));
  else if (args.length === 0) paths.push(".");
  return paths;
}

async function readStandardInput({ terminal, workingFolder, options }: InputContext): Promise<FileToCheck> {
  const name = options.stdinFilename ?? "-";
  return { path: toProjectPath(path.resolve(workingFolder, name)), bytes: await terminal.readInput() };
}

/** Reads a list of paths: one a line, or separated by NUL where there is one. */
async function readList(file: string, { terminal, workingFolder }: InputContext): Promise<string[]> {
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await terminal.readInput() : await readFile(path.resolve(workingFolder, file));
  } catch (error) {
    throw new CommandFailure(`the list ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
  const text = bytes.toString("utf8");
  const separator = text.includes("\0") ? "\0" : /\r?\n/;
  return text.split(separator).filter((line) => line.trim() !== "");
}
