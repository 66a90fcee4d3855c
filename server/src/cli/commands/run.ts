import type { Severity } from "../../engine/findings";
import { noTargetNotice, problemNotice, skippedNotice } from "../../messages";
import { type ConfigurationFile, createTargetFinder, joinPath, relativePath } from "../../project";
import { judgeDeclarations } from "../declarations";
import { EXIT } from "../failure";
import type { CheckSettings } from "../file-checker";
import { printable } from "../formats/printable";
import { collectInputs, type InputContext, type Inputs } from "../inputs";
import { type CommonOptions, openConfiguration } from "../options";
import { checkFiles } from "../pool";
import { nodeProjectFiles, toProjectPath } from "../project-files";
import { findingsOf, isAtLeast, type RunResult, sumUp } from "../run-result";
import type { Terminal } from "../terminal";

/** What every command is called with besides its arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Absolute. */
  readonly workingFolder: string;
}

/** Looks at every file that the arguments mean, and tells on standard error what went wrong on the way. */
export async function runChecks(
  args: readonly string[],
  options: CommonOptions,
  context: CommandContext & Pick<CheckSettings, "task" | "wants">,
): Promise<{ readonly result: RunResult; readonly status: number }> {
  const { terminal, workingFolder, task, wants } = context;
  const configuration = await openConfiguration(options, workingFolder);
  const inputs = await findInputs(args, { terminal, workingFolder, options }, configuration);
  const settings: CheckSettings = { workingFolder, commandLine: options.target, configuration, task, wants };
  const reports = await checkFiles(inputs.files, settings, options.jobs);
  const summed = sumUp(reports, passedOver(inputs, workingFolder));
  // A target of the command line is a question; what the project declares is not judged by the answer.
  const isAsked = task === "findings" && options.target === undefined && inputs.declaring.length > 0;
  const declared = isAsked
    ? await judgeDeclarations({ inputs, reports, settings, problems: summed.problems, options })
    : [];
  const result = { ...summed, declared };
  tellTroubles(result, { options, context, inputs });
  const isBroken =
    inputs.missing.length > 0 ||
    reports.some(({ isFailure }) => isFailure) ||
    result.problems.some(({ isConfiguration }) => isConfiguration);
  return { result, status: isBroken ? EXIT.failure : EXIT.clean };
}

/** Gives the exit status for the findings of a run: that of its troubles where there are any. */
export async function statusOf(
  result: RunResult,
  trouble: number,
  options: CommonOptions & CommandContext,
): Promise<number> {
  if (trouble !== EXIT.clean) return trouble;
  const limit = await failureLimit(options);
  return findingsOf(result).some(({ severity }) => isAtLeast(severity, limit)) ? EXIT.findings : EXIT.clean;
}

/** Finds the files that arguments mean. */
export function findInputs(
  args: readonly string[],
  context: InputContext,
  configuration: ConfigurationFile | undefined,
): Promise<Inputs> {
  return collectInputs(args, { ...context, finder: createTargetFinder(nodeProjectFiles), configuration });
}

/** The severity from which on findings make the exit status 1: the option, else the configuration that applies here. */
export async function failureLimit(options: CommonOptions & CommandContext): Promise<Severity> {
  if (options.failOn) return options.failOn;
  const configuration = await openConfiguration(options, options.workingFolder);
  if (configuration) return configuration.failOn ?? "warning";
  const here = joinPath(toProjectPath(options.workingFolder), "__init__.py");
  const { failOn } = await createTargetFinder(nodeProjectFiles).find(here);
  return failOn ?? "warning";
}

/** The paths that never came to be read, as seen from the working folder. */
export function passedOver({ skipped, missing }: Inputs, workingFolder: string): RunResult["skipped"] {
  const base = toProjectPath(workingFolder);
  return [
    ...skipped.map(({ path, reason }) => ({ path: relativePath(path, base), reason })),
    ...missing.map((path) => ({ path: toProjectPath(path), reason: "there is no such file" })),
  ];
}

function tellTroubles(
  result: RunResult,
  run: {
    readonly options: CommonOptions;
    readonly context: CommandContext & Pick<CheckSettings, "task">;
    readonly inputs: Inputs;
  },
): void {
  const { terminal, task } = run.context;
  const tell = (sentence: string): void => terminal.err(`sincewhen: ${printable(sentence)}\n`);
  for (const problem of result.problems) {
    if (task !== "needs" || problem.isConfiguration) tell(problemNotice(problem));
  }
  const isQuiet = run.options.quiet ?? false;
  for (const { path, reason } of result.skipped) {
    if (!isQuiet || run.inputs.missing.includes(path)) tell(skippedNotice(path, reason));
  }
  const untargeted = result.reports.filter(({ target }) => !target).length;
  if (task === "findings" && untargeted > 0 && !isQuiet) tell(noTargetNotice(untargeted));
}
