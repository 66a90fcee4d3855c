import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { ProjectTarget, Severity } from "../engine/findings";
import { declarationProblem } from "../messages";
import {
  COMMAND_LINE,
  type ConfigurationFile,
  isRangeProblem,
  parsePythonRange,
  readConfiguration,
  SEVERITIES,
} from "../project";
import { CommandFailure } from "./failure";
import { toProjectPath } from "./project-files";
import type { ColorMode } from "./terminal";

/** How a report is written. */
export type Format = "text" | "json" | "sarif" | "github" | "concise" | "markdown";

/** The options that every command understands, as the user gave them. */
export interface CommonOptions {
  readonly target?: ProjectTarget;
  readonly format: Format;
  readonly config?: string;
  readonly failOn?: Severity;
  readonly jobs?: number;
  readonly exclude: readonly string[];
  readonly color: ColorMode;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
  readonly filesFrom?: string;
  readonly stdinFilename?: string;
}

const FORMATS: readonly Format[] = ["text", "json", "sarif", "github", "concise"];

/** Adds the common options to a command. `formats` are those that it can write. */
export function addCommonOptions(command: Command, formats: readonly Format[] = FORMATS): Command {
  return command
    .addOption(
      new Option("--target <range>", "Pythons to support: 3.8, or a range such as '>=3.8,<3.13'").argParser(
        readTarget,
      ),
    )
    .addOption(new Option("--format <format>", "how to write the report").choices(formats).default("text"))
    .option("--config <file>", "configuration to use in place of those in the project")
    .addOption(
      new Option("--fail-on <severity>", "lowest severity that makes the exit status 1").choices(SEVERITIES),
    )
    .addOption(new Option("--jobs <n>", "number of threads (default: what is fastest)").argParser(readJobs))
    .addOption(
      new Option("--exclude <glob>", "leave these files out, too (may be repeated)")
        .argParser((glob: string, globs: readonly string[]) => [...globs, glob])
        .default([], "none"),
    )
    .option("--no-cache", "accepted for scripts that pass it; every run looks at every file afresh")
    .addOption(
      new Option("--color <when>", "when to colour").choices(["auto", "always", "never"]).default("auto"),
    )
    .option("--quiet", "tell findings only")
    .option("--statistics", "count the findings by code and symbol");
}

/** Adds the options of commands that take files. */
export function addFileOptions(command: Command): Command {
  return command
    .option("--files-from <file>", "read the paths from a file, one a line (- for standard input)")
    .option("--stdin-filename <path>", "name of the file that - reads from standard input");
}

/** Reads the file that `--config` names. `undefined` when the option is not given. */
export async function openConfiguration(
  { config }: Pick<CommonOptions, "config">,
  workingFolder: string,
): Promise<ConfigurationFile | undefined> {
  if (config === undefined) return undefined;
  const file = path.resolve(workingFolder, config);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new CommandFailure(
      `--config: ${config} cannot be read (${(error as NodeJS.ErrnoException).code})`,
      {
        cause: error,
      },
    );
  }
  const table = path.basename(file) === "pyproject.toml" ? ["tool", "sincewhen"] : [];
  const folder = toProjectPath(path.dirname(file));
  const configuration = readConfiguration(text, { path: toProjectPath(file), folder, table });
  if (!configuration) throw new CommandFailure(`--config: ${config} has no table [${table.join(".")}]`);
  const [problem] = configuration.problems;
  if (problem) {
    const where = problem.line === undefined ? config : `${config}:${problem.line}`;
    throw new CommandFailure(`${where}: ${declarationProblem(problem.problem)}`);
  }
  return configuration;
}

function readTarget(text: string): ProjectTarget {
  const range = parsePythonRange(text);
  if (isRangeProblem(range)) throw new InvalidArgumentError(declarationProblem(range.problem));
  if (text.trim() === "") throw new InvalidArgumentError("a range must not be empty");
  return { range, origin: { path: COMMAND_LINE, key: "--target" } };
}

function readJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("it must be a number from 1 to 999");
  return Number(text);
}
