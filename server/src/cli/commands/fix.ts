import type { Engine } from "../../engine/analysis";
import { fixSummary, problemNotice, skippedNotice } from "../../messages";
import { createTargetFinder, relativePath, type TargetFinder, type TargetProblem } from "../../project";
import { startEngine } from "../engine-host";
import { EXIT } from "../failure";
import type { FileToCheck } from "../file-checker";
import { type FixedText, fixText } from "../fix-text";
import { SCHEMA, toJson } from "../formats/json";
import { printable } from "../formats/text";
import { unifiedDiff } from "../line-diff";
import { type CommonOptions, openConfiguration } from "../options";
import { nodeProjectFiles, toProjectPath } from "../project-files";
import { reasonOf } from "../reason";
import { replaceFile } from "../replace-file";
import { isAtLeast } from "../run-result";
import { isSkipped, readSourceBytes, readSourceFile, type SourceFile } from "../source-file";
import { type CommandContext, failureLimit, findInputs } from "./run";

/** What `fix` is asked to do. */
export interface FixOptions extends CommonOptions {
  /** Show what would change, and write nothing. */
  readonly diff?: boolean;
  /** Apply fixes that may change what the code does, too. */
  readonly unsafe?: boolean;
}

/** What became of one file. */
interface FixedFile {
  readonly path: string;
  readonly applied: readonly string[];
  readonly diff: string;
  /** The fixed text, where it is not written to a file: that of standard input. */
  readonly output?: string;
  readonly skipped?: string;
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
  const fixed: FixedFile[] = [];
  for (const file of inputs.files) {
    fixed.push(await fixFile(file, { engine, finder, options, workingFolder, configuration }));
  }
  tellTroubles(fixed, context);
  for (const { path, reason } of inputs.skipped) {
    terminal.err(
      `sincewhen: ${printable(skippedNotice(relativePath(path, toProjectPath(workingFolder)), reason))}\n`,
    );
  }
  for (const path of inputs.missing)
    terminal.err(`sincewhen: ${printable(skippedNotice(path, "there is no such file"))}\n`);
  terminal.out(writeReport(fixed, options));
  const isBroken =
    inputs.missing.length > 0 || fixed.some(({ problems }) => problems.some((it) => it.isConfiguration));
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
  readonly options: FixOptions;
  readonly workingFolder: string;
  readonly configuration: Awaited<ReturnType<typeof openConfiguration>>;
}

async function fixFile(file: FileToCheck, context: FixContext): Promise<FixedFile> {
  const { engine, finder, options, workingFolder, configuration } = context;
  const base = toProjectPath(workingFolder);
  const path = relativePath(file.path, base);
  const untouched = { path, applied: [], diff: "", problems: [], severities: [] };
  const source = file.bytes
    ? readSourceBytes(Buffer.from(file.bytes), file.path)
    : await readSourceFile(file.path);
  if (isSkipped(source)) return { ...untouched, skipped: source.reason };
  const answer = await finder.find(file.path, {
    base,
    text: source.text,
    ...(options.target && { commandLine: options.target }),
    ...(configuration && { configuration }),
  });
  const { target, ignore, problems } = answer;
  const safety = options.unsafe ? "unsafe" : "safe";
  const result = fixText(engine, source.text, { path, target, ignore, safety });
  const severities = result.analysis.findings.map(({ severity }) => severity);
  const seen = { ...untouched, problems, severities };
  if (result.applied.length > 0 && !source.encode(result.text)) {
    return { ...seen, skipped: "a file of this kind or encoding is not written back" };
  }
  const skipped = options.diff || file.bytes ? undefined : await write(file, source, result);
  if (skipped !== undefined) return { ...seen, skipped };
  return {
    ...seen,
    applied: result.applied,
    diff: unifiedDiff(path, source.text, result.text),
    ...(file.bytes && { output: result.text }),
    ...(result.analysis.parseErrors.length > 0 && { skipped: "it has syntax errors" }),
  };
}

/** Writes a fixed text back. Gives the reason when that did not work. */
async function write(
  file: FileToCheck,
  source: SourceFile,
  { text, applied }: FixedText,
): Promise<string | undefined> {
  if (applied.length === 0) return undefined;
  try {
    await replaceFile(file.path, source.bytes, source.encode(text)!);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === undefined ? (error as Error).message : reasonOf(error);
  }
}

function writeReport(fixed: readonly FixedFile[], options: FixOptions): string {
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
  if (outputs.length > 0) return outputs.join("");
  if (options.quiet) return "";
  const fixes = changed.reduce((sum, { applied }) => sum + applied.length, 0);
  return `${fixSummary({ fixes, files: changed.length, isDryRun: false })}\n`;
}

function tellTroubles(fixed: readonly FixedFile[], { terminal }: CommandContext): void {
  const problems = new Set(fixed.flatMap(({ problems: all }) => all.map(problemNotice)));
  for (const problem of problems) terminal.err(`sincewhen: ${printable(problem)}\n`);
  for (const { path, skipped } of fixed) {
    if (skipped !== undefined) terminal.err(`sincewhen: ${printable(skippedNotice(path, skipped))}\n`);
  }
}
