import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Answers } from "./answers";
import type { Questions } from "./facts";
import type { Interpreter } from "./interpreters";

const SCRIPT = path.join(import.meta.dirname, "introspect.py");
const PYODIDE_RUNNER = path.join(import.meta.dirname, "pyodide-runner.mjs");
/** `nobody` on Linux, the BSDs and (as -2) macOS keeps to this or maps it. */
const UNPRIVILEGED_USER = 65534;
const TIME_LIMIT_MS = 180_000;

/**
 * Runs `introspect.py` in an interpreter that sees neither site packages nor the user's environment, in an empty folder,
 * without privileges where that can be had. Throws an `Error` when it fails, says nothing, or takes three minutes.
 */
export async function ask(interpreter: Interpreter, questions: Questions): Promise<Answers> {
  const folder = mkdtempSync(path.join(tmpdir(), "catalogue-verify-"));
  const input = JSON.stringify(questions);
  const privileged = process.getuid?.() === 0;
  try {
    const unprivileged = privileged && interpreter.build === "native";
    const told = unprivileged
      ? await run(interpreter, input, folder, UNPRIVILEGED_USER).catch(() => run(interpreter, input, folder))
      : await run(interpreter, input, folder);
    return JSON.parse(told) as Answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function commandOf({ build, path: file }: Interpreter): [program: string, args: string[]] {
  if (build === "wasm") return [process.execPath, [PYODIDE_RUNNER, file, SCRIPT]];
  return [file, ["-S", "-I", "-B", "-W", "ignore", SCRIPT]];
}

function run(interpreter: Interpreter, input: string, folder: string, user?: number): Promise<string> {
  const [program, args] = commandOf(interpreter);
  const env = { PATH: "/usr/bin:/bin", HOME: folder, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env,
      timeout: TIME_LIMIT_MS,
      killSignal: "SIGKILL",
      ...(user !== undefined && { uid: user, gid: user }),
    });
    const told: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => told.push(part));
    child.stderr.on("data", (part: Buffer) => complaints.push(part));
    child.on("error", reject);
    // A child that ends before it has read everything tells why by its exit status.
    child.stdin.on("error", () => undefined);
    child.on("close", (status, signal) => {
      if (status === 0) return resolve(Buffer.concat(told).toString("utf8"));
      const why = signal ? `was stopped by ${signal}` : `ended with status ${status}`;
      reject(
        new Error(`${interpreter.path} ${why}\n${Buffer.concat(complaints).toString("utf8").slice(-2000)}`),
      );
    });
    child.stdin.end(input);
  });
}
