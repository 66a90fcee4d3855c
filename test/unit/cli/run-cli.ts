import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const CLI = path.resolve(__dirname, "../../../dist/cli.js");

/** What a run of the program came to. */
export interface CliRun {
  readonly status: number | null;
  readonly out: string;
  /** Standard output as it came. */
  readonly bytes: Buffer;
  readonly err: string;
  /** Standard output as JSON. */
  json<Shape>(): Shape;
}

/** Runs the built program as a user does. `input` is its standard input. Fails when the program has not been built. */
export function runCli(folder: string, args: readonly string[], input: string | Uint8Array = ""): CliRun {
  if (!existsSync(CLI)) throw new Error("run `npm run build` first: the tests run dist/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    maxBuffer: 64 << 20,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const out = stdout.toString();
  return { status, out, bytes: stdout, err: stderr.toString(), json: <Shape>() => JSON.parse(out) as Shape };
}
