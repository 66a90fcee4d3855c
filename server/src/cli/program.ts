import { Command, CommanderError, Option } from "commander";
import { listCatalogue, type CatalogueOptions } from "./commands/catalogue";
import { check } from "./commands/check";
import { explain } from "./commands/explain";
import { fix, type FixOptions } from "./commands/fix";
import { serve } from "./commands/lsp";
import { minimum, type MinimumOptions } from "./commands/minimum";
import type { CommandContext } from "./commands/run";
import { target } from "./commands/target";
import { CommandFailure, EXIT } from "./failure";
import { addCommonOptions, addFileOptions, type CommonOptions } from "./options";
import { BACKPORT_STYLES } from "../project";
import { VERSION } from "./version";

/**
 * Runs the program with its arguments, those of `process.argv` from the third on. Gives the exit status; `undefined` when
 * a server was started, which ends by itself.
 */
export async function runProgram(
  args: readonly string[],
  context: CommandContext,
): Promise<number | undefined> {
  let status: number | undefined = EXIT.clean;
  const program = createProgram(context, (result) => (status = result));
  try {
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
    if (!(error instanceof CommandFailure)) throw error;
    context.terminal.err(`sincewhen: ${error.message}\n`);
    return EXIT.failure;
  }
}

type Finish = (status: number | undefined) => void;

function createProgram(context: CommandContext, finish: Finish): Command {
  const program = new Command("sincewhen")
    .description("Tells since when the things that Python code uses exist, and which Pythons it runs on.")
    .version(VERSION, "--version", "tell the version")
    .helpOption("--help", "tell what there is")
    .exitOverride()
    .configureOutput({ writeOut: context.terminal.out, writeErr: context.terminal.err });
  addFileCommands(program, context, finish);
  addCatalogueCommands(program, context, finish);
  inherit(
    program
      .command("lsp")
      .description("the language server, for any editor")
      .requiredOption("--stdio", "speak through standard input and output")
      .action(() => {
        serve();
        finish(undefined);
      }),
    program,
  );
  return program;
}

function addFileCommands(program: Command, context: CommandContext, finish: Finish): void {
  const command = (
    usage: string,
    description: string,
    ...formats: Parameters<typeof addCommonOptions>[1][]
  ): Command =>
    inherit(
      addFileOptions(addCommonOptions(program.command(usage).description(description), ...formats)),
      program,
    );
  command("check [paths...]", "what fails on some Python of the target").action(
    async (paths: string[], options: CommonOptions) => finish(await check(paths, options, context)),
  );
  command("min [paths...]", "the lowest Python that each file, and the whole, needs", [
    "text",
    "json",
    "markdown",
  ])
    .option("--explore", "what would break with each lower minimum, and what could go with each higher one")
    .action(async (paths: string[], options: MinimumOptions) =>
      finish(await minimum(paths, options, context)),
    );
  command("target [paths...]", "which Pythons apply to a path, and who said so", ["text", "json"]).action(
    async (paths: string[], options: CommonOptions) => finish(await target(paths, options, context)),
  );
  command("fix [paths...]", "apply the fixes that keep what the code does", ["text", "json"])
    .option("--diff", "show what would change, and write nothing")
    .option("--unsafe", "apply the fixes that may change what the code does, too")
    .addOption(
      new Option(
        "--backport-style <style>",
        "how to import from packages: under a test of the version, or by try and except ImportError",
      ).choices(BACKPORT_STYLES),
    )
    .addOption(
      new Option("--select <name>", "only these: codes of findings, ids of fixes (may be repeated)")
        .argParser((name: string, names: readonly string[]) => [...names, ...name.split(",")])
        .default([], "all"),
    )
    .action(async (paths: string[], options: FixOptions) => finish(await fix(paths, options, context)));
}

function addCatalogueCommands(program: Command, context: CommandContext, finish: Finish): void {
  const command = (usage: string, description: string): Command =>
    inherit(addCommonOptions(program.command(usage).description(description), ["text", "json"]), program);
  command("explain [symbols...]", "the history of symbols, such as asyncio.run or 'subprocess.run(text)'")
    .option("--stdin", "read symbols from standard input, one a line")
    .action(async (symbols: string[], options: CommonOptions) =>
      finish(await explain(symbols, options, context)),
    );
  command("catalogue [words...]", "everything that is known, or what words and conditions pick out of it")
    .option("--since <version>", "what came in this release")
    .option("--deprecated-in <version>", "what this release deprecated")
    .option("--removed-in <version>", "what this release no longer has")
    .option("--module <name>", "what is in this module or class")
    .action(async (words: string[], options: CatalogueOptions) =>
      finish(await listCatalogue(words, options, context)),
    );
}

/** Commander copies these to a command only if they are set before the command is made by `command`. */
function inherit(command: Command, program: Command): Command {
  return command.copyInheritedSettings(program).helpOption("--help", "tell what there is");
}
