import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "node:util";
import type { Page } from "playwright-core";
import { RESULT_LINE_MARK, type SuiteResult } from "../extension/suite/result";

/** How long a whole suite may take, in ms. */
const SUITE_LIMIT_MS = 300_000;

/** A file that collects what a run says, emptied at the start. Gives the function that adds to it. */
export function openLog(file: string): (text: string) => void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "");
  return (text) => {
    appendFileSync(file, text.endsWith("\n") ? text : `${text}\n`);
  };
}

/**
 * Prepares a page whose workbench is to run extension tests, loads it, and waits until the workbench tells that they
 * are over. Resolves with what the suite printed as its result, `undefined` when it printed none (in a host with a
 * file system it writes a file instead). Rejects when the page crashes or nothing comes in time.
 */
export async function awaitSuite(
  page: Page,
  url: string,
  log: (text: string) => void,
): Promise<SuiteResult | undefined> {
  let result: SuiteResult | undefined;
  let timer: NodeJS.Timeout | undefined;
  page.on("pageerror", (error) => {
    log(`[page error] ${error.stack ?? error.message}`);
  });
  const over = new Promise<void>((resolve, reject) => {
    const limit = SUITE_LIMIT_MS / 1000;
    timer = setTimeout(() => {
      reject(new Error(`the suite did not end within ${limit} s`));
    }, SUITE_LIMIT_MS);
    page.on("crash", () => {
      reject(new Error("the page crashed"));
    });
    page.on("close", () => {
      reject(new Error("the browser went away"));
    });
    page.on("console", (message) => {
      if (message.text().startsWith("No extension host found")) reject(new Error(message.text()));
    });
    // The workbench calls these two when it runs extension tests.
    const functions = [
      page.exposeFunction("codeAutomationExit", () => {
        resolve();
      }),
      page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
        log(`[${type}] ${format(...args)}`);
        const line = args.find((each) => typeof each === "string" && each.startsWith(RESULT_LINE_MARK));
        if (line) result = JSON.parse((line as string).slice(RESULT_LINE_MARK.length)) as SuiteResult;
      }),
    ];
    Promise.all(functions)
      .then(() => page.goto(url))
      .catch(reject);
  });
  try {
    await over;
  } finally {
    clearTimeout(timer);
  }
  return result;
}
