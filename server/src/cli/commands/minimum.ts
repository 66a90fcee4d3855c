import { reportFloor } from "../../engine/floor/report";
import { floorMarkdown, floorText } from "../../messages";
import { openCatalogue } from "../engine-host";
import { CommandFailure } from "../failure";
import { floorJson } from "../formats/floor-json";
import { minimumJson } from "../formats/json";
import { minimumText } from "../formats/text";
import type { CommonOptions } from "../options";
import type { RunResult } from "../run-result";
import { createPaint } from "../terminal";
import { type CommandContext, runChecks } from "./run";

/** What `min` is asked to do. */
export interface MinimumOptions extends CommonOptions {
  /** Tell what each lower end of the target would mean. */
  readonly explore?: boolean;
}

/** `min`: tells the lowest Python that each file and the whole need. Gives the exit status. */
export async function minimum(
  paths: readonly string[],
  options: MinimumOptions,
  context: CommandContext,
): Promise<number> {
  if (options.format === "markdown" && !options.explore) {
    throw new CommandFailure("--format markdown is for min --explore");
  }
  const task = options.explore ? "floor" : "needs";
  const wants = { fixes: false, lines: false };
  const { result, status } = await runChecks(paths, options, { ...context, task, wants });
  context.terminal.out(options.explore ? await writeFloor(result, options) : write(result, options, context));
  return status;
}

function write(result: RunResult, options: CommonOptions, { terminal }: CommandContext): string {
  if (options.format === "json") return minimumJson(result);
  const paint = createPaint(options.color, terminal);
  return minimumText(result, { paint, quiet: options.quiet ?? false, statistics: false });
}

/** The lower end is that of the target which most files have. */
async function writeFloor(result: RunResult, { format }: CommonOptions): Promise<string> {
  const catalogue = await openCatalogue();
  const places = result.reports.flatMap(({ path, floor }) =>
    floor.map(({ kind, symbol, minor, line }) => ({ kind, symbol, minor, path, line })),
  );
  const declared = result.targets[0]?.target.range.minimum;
  const report = reportFloor(places, { declared, files: result.reports.length });
  if (format === "json") return floorJson(report, catalogue);
  return format === "markdown" ? floorMarkdown(report, { catalogue }) : floorText(report, { catalogue });
}
