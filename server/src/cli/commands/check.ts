import { githubCommands } from "../formats/github";
import { checkJson } from "../formats/json";
import { sarifLog } from "../formats/sarif";
import { checkText, concise } from "../formats/text";
import type { CommonOptions } from "../options";
import type { RunResult } from "../run-result";
import { createPaint } from "../terminal";
import { VERSION } from "../version";
import { type CommandContext, runChecks, statusOf } from "./run";

/** `check`: tells what fails on some targeted Python. Gives the exit status. */
export async function check(
  paths: readonly string[],
  options: CommonOptions,
  context: CommandContext,
): Promise<number> {
  const { format, quiet } = options;
  const wants = { fixes: format === "json" || format === "sarif", lines: format === "text" && !quiet };
  const { result, status } = await runChecks(paths, options, { ...context, task: "findings", wants });
  context.terminal.out(write(result, options, context));
  return statusOf(result, status, { ...options, ...context });
}

function write(result: RunResult, options: CommonOptions, { terminal }: CommandContext): string {
  const statistics = options.statistics ?? false;
  const paint = createPaint(options.color, terminal);
  switch (options.format) {
    case "json":
      return checkJson(result, { statistics });
    case "sarif":
      return sarifLog(result, VERSION);
    case "github":
      return githubCommands(result);
    case "concise":
      return concise(result, paint);
    case "markdown":
    case "text":
      return checkText(result, { paint, quiet: options.quiet ?? false, statistics });
  }
}
