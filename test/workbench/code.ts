import { writeFileSync } from "node:fs";
import path from "node:path";
import { RESULT_FILE_VARIABLE } from "../extension/suite/result";
import { RESULTS_FOLDER } from "./paths";
import { runSuite } from "./run-suite";

/**
 * Stands in for VS Code's executable in an extension test run: takes its arguments, runs the suite in the workbench
 * from npm, writes the result where it was told to, and ends with 1 when a test failed.
 */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string): string => {
    const found = args.find((arg) => arg.startsWith(`--${name}=`));
    if (!found) throw new Error(`--${name} is missing: this runs extension tests and nothing else`);
    return path.resolve(found.slice(name.length + 3));
  };
  const folder = args.find((arg) => !arg.startsWith("-"));
  if (folder === undefined) throw new Error("The folder to open is missing");
  const result = await runSuite({
    host: "node",
    extension: option("extensionDevelopmentPath"),
    suite: option("extensionTestsPath"),
    folder: path.resolve(folder),
    logFile: path.join(RESULTS_FOLDER, "extension-node.log"),
  });
  const file = process.env[RESULT_FILE_VARIABLE];
  if (file) writeFileSync(file, JSON.stringify(result));
  return result.tests.length === 0 || result.tests.some(({ state }) => state === "failed") ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
