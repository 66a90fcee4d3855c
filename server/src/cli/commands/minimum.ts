import { minimumJson } from "../formats/json";
import { minimumText } from "../formats/text";
import type { CommonOptions } from "../options";
import { createPaint } from "../terminal";
import { type CommandContext, runChecks } from "./run";

/** `min`: tells the lowest Python that each file and the whole need. Gives the exit status. */
export async function minimum(
  paths: readonly string[],
  options: CommonOptions,
  context: CommandContext,
): Promise<number> {
  const wants = { fixes: false, lines: false };
  const { result, status } = await runChecks(paths, options, { ...context, task: "needs", wants });
  const paint = createPaint(options.color, context.terminal);
  const layout = { paint, quiet: options.quiet ?? false, statistics: false };
  context.terminal.out(options.format === "json" ? minimumJson(result) : minimumText(result, layout));
  return status;
}
