import * as vscode from "vscode";
import { reportResult, type SuiteResult } from "./result";
import { api } from "./support";

/** What is used of mocha: its build for browsers, which runs in every kind of extension host alike. */
interface BrowserMocha {
  setup(options: { ui: "bdd"; timeout: number; reporter: new () => object }): void;
  run(done: (failures: number) => void): MochaRunner;
}

interface MochaRunner {
  on(event: "pass" | "pending", listener: (test: { fullTitle(): string }) => void): void;
  on(event: "fail", listener: (test: { fullTitle(): string }, error: Error) => void): void;
}

/**
 * What VS Code calls as the extension tests, whichever host it runs them in: Node, web worker, desktop or web.
 * Rejects when a test failed, and when there was none.
 */
export async function run(): Promise<void> {
  const mocha = await loadMocha();
  mocha.setup({ ui: "bdd", timeout: 60_000, reporter: class {} });
  // Only now, since the files describe their tests to the globals that mocha has just set up.
  await Promise.all([
    import("./activation.test"),
    import("./code-lens.test"),
    import("./completion.test"),
    import("./deference.test"),
    import("./explorer.test"),
    import("./findings.test"),
    import("./fixes.test"),
    import("./hints.test"),
    import("./languages.test"),
    import("./notebooks.test").then(({ describeShownNotebooks }) => {
      if (!isOnlyInBrowser()) describeShownNotebooks();
    }),
    import("./settings.test"),
    import("./status.test"),
    import("./targets.test"),
  ]);
  const result: SuiteResult = { tests: [], figures: [] };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", (test) => result.tests.push({ title: test.fullTitle(), state: "passed" }));
    runner.on("pending", (test) => result.tests.push({ title: test.fullTitle(), state: "skipped" }));
    runner.on("fail", (test, error) => {
      result.tests.push({ title: test.fullTitle(), state: "failed", error: error.stack ?? String(error) });
    });
  });
  result.figures.push(...(await startFigures()));
  await reportResult(result);
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (result.tests.length === 0) throw new Error("No test ran");
}

/** How long the extension took to start; nothing where it did not, of which its tests tell. */
async function startFigures(): Promise<string[]> {
  const started = await api().catch(() => undefined);
  if (!started) return [];
  const { activated, initialised } = await started.startTimes;
  return [
    `activated in ${activated.toFixed(1)} ms of its own work`,
    `server answered after ${initialised.toFixed(0)} ms`,
  ];
}

function isOnlyInBrowser(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;
}

async function loadMocha(): Promise<BrowserMocha> {
  const globals = globalThis as { location?: unknown; mocha?: BrowserMocha };
  // Mocha's browser build reads the address of its page, and a worker or Node process has none.
  globals.location ??= { search: "" };
  await import("mocha/mocha.js");
  if (!globals.mocha) throw new Error("Mocha did not load");
  return globals.mocha;
}
