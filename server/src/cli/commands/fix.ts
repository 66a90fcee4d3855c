import type { Engine, ModuleSource } from "../../engine/analysis";
import type { BackportStyle } from "../../engine/findings";
import { fixSummary, problemNotice, skippedNotice } from "../../messages";
import {
  type ConfigurationFile,
  createTargetFinder,
  relativePath,
  type TargetAnswer,
  type TargetFinder,
  type TargetProblem,
} from "../../project";
import { Dependencies } from "../dependencies";
import { createDiskModules } from "../disk-modules";
import { startEngine } from "../engine-host";
import { EXIT } from "../failure";
import type { FileToCheck } from "../file-checker";
import { type FixedText, fixText } from "../../engine/fix-all";
import { SCHEMA, toJson } from "../formats/json";
import { printable } from "../formats/printable";
import { unifiedDiff } from "../line-diff";
import { type CommonOptions, openConfiguration } from "../options";
import { nodeProjectFiles, toProjectPath } from "../project-files";
import { reasonOf } from "../reason";
import { replaceFile } from "../replace-file";
import { isAtLeast } from "../run-result";
import type { Inputs } from "../inputs";
import { isSkipped, readSourceBytes, readSourceFile, type SourceFile } from "../source-file";
import { type CommandContext, failureLimit, findInputs, passedOver } from "./run";

/** What `fix` is asked to do. */
export interface FixOptions extends CommonOptions {
  /** Show what would change, and write nothing. */
  readonly diff?: boolean;
  /** Apply fixes that may change what the code does, too. */
  readonly unsafe?: boolean;
  /** How to import from packages. */
  readonly backportStyle?: BackportStyle;
  /** Codes of findings and ids of fixes that are wanted; empty: all. */
  readonly select: readonly string[];
}

/** What became of one file. */
interface FixedFile {
  readonly path: string;
  readonly applied: readonly string[];
  readonly diff: string;
  /** The fixed text, where it is not written to a file: that of standard input. */
  readonly output?: Uint8Array;
  readonly skipped?: string;
  /** What went wrong should not have: exit status 2. */
  readonly isFailure?: boolean;
  readonly problems: readonly TargetProblem[];
  /** Findings that are left. */
  readonly severities: FixedText["analysis"]["findings"][number]["severity"][];
}

/** `fix`: applies fixes, or shows them. Gives the exit status: 1 when findings are left, or would be changed. */
export async function fix(
  paths: readonly string[],
  options: FixOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, workingFolder } = context;
  const configuration = await openConfiguration(options, workingFolder);
  const inputs = await findInputs(paths, { terminal, workingFolder, options }, configuration);
  const engine = await startEngine();
  const finder = createTargetFinder(nodeProjectFiles);
  const dependencies = new Dependencies();
  const fixed: FixedFile[] = [];
  for (const file of inputs.files) {
    // What was fixed before may be what this file imports, so nothing read of it is kept.
    const modules = createDiskModules();
    const own = { engine, finder, modules, dependencies, options, workingFolder, configuration };
    fixed.push(await fixFile(file, own));
  }
  for (const file of dependencies.extended()) fixed.push(await extendFile(file, { options, workingFolder }));
  tellTroubles(fixed, inputs, context);
  terminal.out(writeReport(fixed, options));
  if (options.diff && options.format === "text" && !options.quiet)
    terminal.err(`${summaryOf(fixed, true)}\n`);
  const isBroken =
    inputs.missing.length > 0 ||
    fixed.some(({ isFailure, problems }) => isFailure || problems.some((it) => it.isConfiguration));
  if (isBroken) return EXIT.failure;
  if (options.diff && fixed.some(({ applied }) => applied.length > 0)) return EXIT.findings;
  const limit = await failureLimit({ ...options, ...context });
  return fixed.some(({ severities }) => severities.some((it) => isAtLeast(it, limit)))
    ? EXIT.findings
    : EXIT.clean;
}

interface FixContext {
  readonly engine: Engine;
  readonly finder: TargetFinder;
  readonly modules: ModuleSource;
  readonly dependencies: Dependencies;
  readonly options: FixOptions;
  readonly workingFolder: string;
  readonly configuration: ConfigurationFile | undefined;
}

async function fixFile(file: FileToCheck, context: FixContext): Promise<FixedFile> {
  const { finder, options, workingFolder, configuration } = context;
  const base = toProjectPath(workingFolder);
  const path = relativePath(file.path, base);
  // What cannot be fixed comes out of a pipe as it went in.
  const output = file.bytes && { output: file.bytes };
  const untouched: FixedFile = { path, applied: [], diff: "", problems: [], severities: [], ...output };
  const source = file.bytes
    ? readSourceBytes(Buffer.from(file.bytes), file.path)
    : await readSourceFile(file.path);
  if (isSkipped(source)) return { ...untouched, skipped: source.reason, isFailure: file.bytes !== undefined };
  const answer = await finder.find(file.path, {
    base,
    text: source.text,
    ...(options.target && { commandLine: options.target }),
    ...(options.backportStyle && { backportStyle: options.backportStyle }),
    ...(configuration && { configuration }),
  });
  try {
    return await fixSource(
      { file, source, answer, untouched: { ...untouched, problems: answer.problems } },
      context,
    );
  } catch (error) {
    return { ...untouched, skipped: `fixing it failed (${String(error)})`, isFailure: true };
  }
}

async function fixSource(
  subject: {
    readonly file: FileToCheck;
    readonly source: SourceFile;
    readonly answer: TargetAnswer;
    readonly untouched: FixedFile;
  },
  { engine, modules, dependencies, options }: FixContext,
): Promise<FixedFile> {
  const { file, source, answer, untouched } = subject;
  const { target, ignore, packages, backportStyle } = answer;
  const select = options.select.length > 0 ? options.select : undefined;
  const safety = options.unsafe ? "unsafe" : "safe";
  const result = fixText(engine, source.text, {
    path: file.path,
    target,
    ignore,
    safety,
    packages,
    ...(backportStyle && { backportStyle }),
    modules,
    borders: source.borders,
    masked: source.masked,
    // A pipe has one end: no other file can be edited.
    ...(!file.bytes && { canDepend: (dependency) => dependencies.canAdd(file.path, dependency) }),
    ...(select && { select }),
  });
  const bytes = result.applied.length > 0 ? source.encode(result) : source.bytes;
  const seen = { ...untouched, severities: result.analysis.findings.map(({ severity }) => severity) };
  if (!bytes) return { ...seen, skipped: "a file of this kind or encoding is not written back" };
  const failure = options.diff || file.bytes ? undefined : await write(file, source.bytes, bytes);
  if (failure !== undefined) return { ...seen, skipped: failure, isFailure: true };
  for (const dependency of result.dependencies) dependencies.add(file.path, dependency);
  return {
    ...seen,
    applied: result.applied,
    diff: source.diff(untouched.path, result),
    ...(file.bytes && { output: bytes }),
    ...(result.analysis.parseErrors.length > 0 && { skipped: "it has syntax errors" }),
  };
}

/** Lists the packages that fixed code imports from now on. */
async function extendFile(
  { path: file, before, bytes, after, added }: ReturnType<Dependencies["extended"]>[number],
  { options, workingFolder }: Pick<FixContext, "options" | "workingFolder">,
): Promise<FixedFile> {
  const path = relativePath(file, toProjectPath(workingFolder));
  const untouched = { path, applied: [], diff: "", problems: [], severities: [] };
  const failure = options.diff ? undefined : await write({ path: file }, bytes, Buffer.from(after));
  if (failure !== undefined) return { ...untouched, skipped: failure, isFailure: true };
  const diff = unifiedDiff(path, before, after);
  return { ...untouched, applied: added.map(() => "add-dependency"), diff };
}

/** Writes a fixed file back. Gives the reason when that did not work. */
async function write(file: FileToCheck, before: Uint8Array, bytes: Uint8Array): Promise<string | undefined> {
  if (Buffer.compare(before, bytes) === 0) return undefined;
  try {
    await replaceFile(file.path, before, bytes);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === undefined ? (error as Error).message : reasonOf(error);
  }
}

function writeReport(fixed: readonly FixedFile[], options: FixOptions): string | Uint8Array {
  const changed = fixed.filter(({ applied }) => applied.length > 0);
  if (options.format === "json") {
    return toJson({
      schema: SCHEMA,
      files: changed.map(({ path, applied, diff }) => ({
        path,
        fixes: applied,
        ...(options.diff && { diff }),
      })),
      skipped: fixed.flatMap(({ path, skipped }) =>
        skipped === undefined ? [] : [{ path, reason: skipped }],
      ),
    });
  }
  if (options.diff) return changed.map(({ diff }) => diff).join("");
  const outputs = fixed.flatMap(({ output }) => (output === undefined ? [] : [output]));
  // What came through standard input goes to standard output, and nothing else with it.
  if (outputs.length > 0) return Buffer.concat(outputs);
  if (options.quiet) return "";
  return `${summaryOf(fixed, false)}\n`;
}

function summaryOf(fixed: readonly FixedFile[], isDryRun: boolean): string {
  const changed = fixed.filter(({ applied }) => applied.length > 0);
  const fixes = changed.reduce((sum, { applied }) => sum + applied.length, 0);
  return fixSummary({ fixes, files: changed.length, isDryRun });
}

function tellTroubles(fixed: readonly FixedFile[], inputs: Inputs, context: CommandContext): void {
  const tell = (sentence: string): void => context.terminal.err(`sincewhen: ${printable(sentence)}\n`);
  for (const problem of new Set(fixed.flatMap(({ problems }) => problems.map(problemNotice)))) tell(problem);
  for (const { path, skipped } of fixed) if (skipped !== undefined) tell(skippedNotice(path, skipped));
  for (const { path, reason } of passedOver(inputs, context.workingFolder)) tell(skippedNotice(path, reason));
}
