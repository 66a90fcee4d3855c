import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** How a program is run: where, with which additions to the environment, and whether its output is shown at once. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `show` passes the output on as it comes; `keep` collects it for the caller. */
  readonly output?: "show" | "keep";
}

/** How a program ended. The texts are empty where the output was shown. */
export interface CommandResult {
  readonly status: number;
  /** Standard output alone. */
  readonly stdout: string;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Runs a program to its end, without a shell. Rejects only when it cannot be started at all. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { cwd, env, output = "keep" } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === "show" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      text += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status: status ?? 1, stdout, output: text });
    });
  });
}

/**
 * Gives the JavaScript file of the npm that started us, so that it can be run by Node without a shell on every
 * platform; the one beside Node when no npm started us. Throws when there is none.
 */
export function findNpm(): string {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env["npm_execpath"],
    path.join(beside, "../lib/node_modules/npm/bin/npm-cli.js"),
    path.join(beside, "node_modules/npm/bin/npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  const found = candidates.find((file) => file?.endsWith("npm-cli.js") && existsSync(file));
  if (!found) throw new Error("npm was not found: start this through npm (npm start, npm test)");
  return found;
}
