import type { SuiteResult } from "../extension/suite/result";
import { launchChromium } from "./chromium";
import { awaitSuite, openLog } from "./suite-run";
import { startWebServer, type WebOptions } from "./web-server";

/** Runs a suite in VS Code for the Web, which has no server side. Rejects when the suite tells no result. */
export async function runSuiteOnWeb(
  options: WebOptions & { readonly logFile: string },
): Promise<SuiteResult> {
  const log = openLog(options.logFile);
  const server = await startWebServer(options);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const result = await awaitSuite(page, server.url, log);
    if (!result) throw new Error(`The suite ended without a result; see ${options.logFile}`);
    return result;
  } finally {
    await browser.close();
    await server.stop();
  }
}
