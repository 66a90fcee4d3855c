import { CommandFailure, EXIT } from "./failure";
import { isCheckThread, serveChecks } from "./pool";
import { runProgram } from "./program";
import { processTerminal } from "./terminal";

/** Runs the program in the main thread. The status is set, not exited with, so that everything written gets out. */
async function main(): Promise<void> {
  // A reader such as `head` may have seen enough: that is no failure of this program.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(EXIT.clean);
  });
  const context = { terminal: processTerminal, workingFolder: process.cwd() };
  const status = await runProgram(process.argv.slice(2), context);
  if (status !== undefined) process.exitCode = status;
}

if (isCheckThread()) void serveChecks();
else {
  main().catch((error: unknown) => {
    const isExpected = error instanceof CommandFailure;
    const told =
      error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`sincewhen: ${told}\n`);
    process.exitCode = EXIT.failure;
  });
}
