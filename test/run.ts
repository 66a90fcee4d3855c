import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { COUNTS_VARIABLE, type Counts } from "./counts";
import { RESULTS_FOLDER, ROOT } from "./workbench/paths";
import { findNpm } from "./workbench/run-command";

/** One npm script of the run. A stage that `counts` tells how many tests it ran; any other one is itself one test. */
interface Stage {
  readonly script: string;
  readonly counts?: boolean;
}

const stages: readonly Stage[] = [
  { script: "build" },
  { script: "typecheck" },
  { script: "lint" },
  { script: "deadcode" },
  { script: "catalogue:check" },
  { script: "catalogue:lint" },
  { script: "test:unit", counts: true },
  { script: "test:execution", counts: true },
  { script: "test:protocol", counts: true },
  { script: "package" },
  { script: "test:extension", counts: true },
  { script: "test:e2e", counts: true },
];

/** Runs every stage, goes on after one that failed, and closes with how many tests passed, failed and were skipped. */
async function main(): Promise<void> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed: string[] = [];
  for (const stage of stages) {
    console.log(`\n== ${stage.script}`);
    const begun = performance.now();
    const counts = await runStage(stage);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    if (counts.failed > 0) failed.push(stage.script);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`== ${stage.script}: ${counts.failed > 0 ? "FAILED" : "passed"} after ${seconds} s`);
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(", ")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function runStage({ script, counts }: Stage): Promise<Counts> {
  const file = path.join(RESULTS_FOLDER, "counts", `${script.replace(":", "-")}.json`);
  rmSync(file, { force: true });
  const status = await runScript(script, { [COUNTS_VARIABLE]: file });
  if (!counts) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  const left = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Counts) : undefined;
  // Without counts, with no test at all, or with a failure that no test accounts for, the stage itself has failed.
  if (!left || left.passed + left.failed === 0) return { passed: 0, failed: 1, skipped: left?.skipped ?? 0 };
  return status !== 0 && left.failed === 0 ? { ...left, failed: 1 } : left;
}

function runScript(script: string, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [findNpm(), "run", "--silent", script], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (status) => {
      resolve(status ?? 1);
    });
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
