import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { leaveCounts, type Counts } from "../counts";
import { RESULTS_FOLDER, ROOT, SAMPLE_FOLDER } from "../workbench/paths";
import { runSuite } from "../workbench/run-suite";
import { runSuiteOnWeb } from "../workbench/run-suite-on-web";
import { buildSuite, SUITE_FILE } from "./build-suite";
import { RESULT_FILE_VARIABLE, type SuiteResult } from "./suite/result";
import { missingSurfaces, SURFACES } from "./suite/surfaces";

const usage = `npm run test:extension [-- host...]

Runs the extension suite in real extension hosts; without a name in each of them.

  node     the desktop VS Code that VSCODE_EXECUTABLE names, else the newest one where it can be downloaded and shown,
           else the workbench from npm in Chromium: the extension's "main" in a Node host
  worker   the workbench from npm in Chromium: the extension's "browser" entry in a web worker
  web      VS Code for the Web 1.91 from npm in Chromium`;

/** Takes the place of VS Code's executable where VS Code itself cannot be had. */
const standIn = path.join(ROOT, "test/workbench/code.mjs");

/** Answers where desktop editions of VS Code can be downloaded. */
const downloadAddress = "https://update.code.visualstudio.com/api/releases/stable";

const hosts: Readonly<Record<string, () => Promise<SuiteResult>>> = {
  node: runOnDesktop,
  worker: () =>
    runSuite({
      host: "worker",
      extension: ROOT,
      suite: SUITE_FILE,
      folder: SAMPLE_FOLDER,
      logFile: path.join(RESULTS_FOLDER, "extension-worker.log"),
    }),
  web: () =>
    runSuiteOnWeb({
      extension: ROOT,
      suite: SUITE_FILE,
      folder: SAMPLE_FOLDER,
      logFile: path.join(RESULTS_FOLDER, "extension-web.log"),
    }),
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in hosts));
  if (unknown.length > 0) throw new Error(`No such host: ${unknown.join(", ")}\n\n${usage}`);
  await buildSuite();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, runHost] of Object.entries(hosts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const added = await countHost(name, runHost);
    counts.passed += added.passed;
    counts.failed += added.failed;
    counts.skipped += added.skipped;
  }
  leaveCounts(counts);
  if (counts.failed > 0) process.exitCode = 1;
}

/** Runs one host and prints its tests. A host that cannot run, or ran no test, counts as one failure. */
async function countHost(name: string, runHost: () => Promise<SuiteResult>): Promise<Counts> {
  console.log(`\n${name}`);
  const begun = performance.now();
  try {
    const { tests, figures } = await runHost();
    if (tests.length === 0) throw new Error("No test ran");
    for (const { title, state, error } of tests) {
      console.log(`  ${state.padEnd(7)} ${title}${error ? `\n${error.replace(/^/gm, "          ")}` : ""}`);
    }
    const missing = missingSurfaces(tests.map(({ title }) => title));
    for (const sentence of missing) console.log(`  failed  ${sentence}`);
    console.log(`  ${Object.keys(SURFACES).length} surfaces${missing.length > 0 ? ", not all of them" : ""}`);
    for (const figure of figures) console.log(`  ${figure}`);
    const count = (wanted: string): number => tests.filter(({ state }) => state === wanted).length;
    return {
      passed: count("passed"),
      failed: count("failed") + missing.length,
      skipped: count("skipped"),
    };
  } catch (error) {
    console.log(`  failed  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    console.log(`  after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
}

/** Runs the suite through VS Code's own test runner. The outcome is what the suite wrote, not how the program ended. */
async function runOnDesktop(): Promise<SuiteResult> {
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-result-"));
  const resultFile = path.join(work, "result.json");
  let ended: Error | undefined;
  try {
    await runTests({
      vscodeExecutablePath: process.env["VSCODE_EXECUTABLE"] ?? (await standInUnlessDownloadable()),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: SUITE_FILE,
      extensionTestsEnv: { [RESULT_FILE_VARIABLE]: resultFile },
      launchArgs: [SAMPLE_FOLDER],
    }).catch((error: unknown) => {
      ended = error instanceof Error ? error : new Error(String(error));
    });
    const result = JSON.parse(readFileSync(resultFile, "utf8")) as SuiteResult;
    // A host that fails although every test passed has failed all the same.
    if (ended && !result.tests.some(({ state }) => state === "failed")) throw ended;
    return result;
  } catch (error) {
    throw ended ?? (error as Error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** `undefined` lets the runner download VS Code, which takes a network and, on Linux, a display. */
async function standInUnlessDownloadable(): Promise<string | undefined> {
  const hidden = process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"];
  if (hidden) return standIn;
  const reached = await fetch(downloadAddress, { signal: AbortSignal.timeout(10_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  return reached ? undefined : standIn;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
