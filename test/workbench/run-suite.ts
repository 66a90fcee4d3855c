import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { RESULT_FILE_VARIABLE, type SuiteResult } from "../extension/suite/result";
import { launchChromium } from "./chromium";
import { openLog, awaitSuite } from "./suite-run";
import { startServer, type WorkbenchServer } from "./server";

/** What a suite runs with; all paths are absolute. */
export interface SuiteOptions {
  /** `node`: the extension's `main` in a Node extension host; `worker`: its `browser` entry in a web worker. */
  readonly host: "node" | "worker";
  /** Folder of the extension under test. */
  readonly extension: string;
  /** File that exports `run`. */
  readonly suite: string;
  /** Workspace; the suite edits a copy of it. */
  readonly folder: string;
  /** File for what the workbench and its server say. */
  readonly logFile: string;
}

/** The path under which a page finds the files of the extension. */
const EXTENSION_PATH = "/__extension";

/** The suite counts as part of the extension: the workbench runs it in the host that has that extension. */
const SUITE_PATH = `${EXTENSION_PATH}/__suite.js`;

/** Runs a suite in the VS Code workbench from npm. Rejects when the suite tells no result. */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const log = openLog(options.logFile);
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-suite-"));
  const folder = path.join(work, "sample");
  const resultFile = path.join(work, "result.json");
  cpSync(options.folder, folder, { recursive: true });
  const server = await startServer({ env: { [RESULT_FILE_VARIABLE]: resultFile }, log });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const payload = options.host === "node" ? nodePayload(server, options) : [];
    if (options.host === "worker") await serveToWorker(page, server, options);
    const printed = await awaitSuite(page, server.urlFor(folder, payload), log);
    if (existsSync(resultFile)) return JSON.parse(readFileSync(resultFile, "utf8")) as SuiteResult;
    if (printed) return printed;
    throw new Error(`The suite ended without a result; see ${options.logFile}`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

function nodePayload(server: WorkbenchServer, { extension, suite }: SuiteOptions): [string, string][] {
  return [
    ["extensionDevelopmentPath", server.remoteUri(extension)],
    ["extensionTestsPath", server.remoteUri(suite)],
  ];
}

/**
 * An extension counts as local, and so goes to the worker host, only when it comes over http: the page gets its
 * files by interception, and the workbench's configuration names it.
 */
async function serveToWorker(page: Page, server: WorkbenchServer, options: SuiteOptions): Promise<void> {
  await page.route(
    (url) => url.pathname.startsWith(`${EXTENSION_PATH}/`),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const file =
        pathname === SUITE_PATH
          ? options.suite
          : path.join(options.extension, decodeURIComponent(pathname.slice(EXTENSION_PATH.length)));
      if (existsSync(file))
        await route.fulfill({ path: file, headers: { "access-control-allow-origin": "*" } });
      else await route.fulfill({ status: 404, body: "" });
    },
  );
  const at = (pathname: string): object => ({
    scheme: "http",
    authority: `127.0.0.1:${server.port}`,
    path: pathname,
  });
  const developmentOptions = { extensions: [at(EXTENSION_PATH)], extensionTestsPath: at(SUITE_PATH) };
  await page.addInitScript((added) => {
    // Rewriting the page on its way would make Chromium refuse its WebSocket; so the attribute is read differently.
    const read = Object.getOwnPropertyDescriptor(Element.prototype, "getAttribute")?.value as (
      this: Element,
      name: string,
    ) => string | null;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (value === null || name !== "data-settings") return value;
      if (this.id !== "vscode-workbench-web-configuration") return value;
      const settings = JSON.parse(value) as { developmentOptions?: object };
      return JSON.stringify({
        ...settings,
        developmentOptions: { ...settings.developmentOptions, ...added },
      });
    };
  }, developmentOptions);
}
