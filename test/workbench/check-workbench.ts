import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { launchChromium } from "./chromium";
import { findLine, findWord, hoverText, openPage, untilSquiggle } from "./page";
import { ROOT } from "./paths";
import { runCommand } from "./run-command";
import type { WorkbenchServer } from "./server";

/** The members of the command line's JSON that are needed here. Lines are 1-based. */
interface CheckReport {
  readonly findings: readonly { readonly symbol: string; readonly line: number }[];
}

/**
 * Loads the workbench of a folder in Chromium and hovers over a finding of its `app.py`, as the command line reports
 * it. Gives 0 when the page shows a card for it; rejects when something does not come up.
 */
export async function checkWorkbench(server: WorkbenchServer, folder: string): Promise<number> {
  const found = await findCall(folder);
  const browser = await launchChromium();
  try {
    const page = await openPage(browser, server.urlFor(folder, found ? server.payloadFor(found) : []));
    await page.locator(".monaco-workbench .part.sidebar").waitFor();
    if (!found) {
      console.log("The workbench is up. app.py has no finding to hover over.");
      return 0;
    }
    const { symbol } = found;
    // A squiggle tells that the server has looked at the file: a hover before that shows nothing, and stays so.
    await untilSquiggle(page, symbol, "there");
    const at = await findWord(findLine(page, symbol), symbol);
    console.log(`The workbench is up. Hovering over ${symbol} shows: ${await hoverText(page, at, symbol)}`);
    return 0;
  } finally {
    await browser.close();
  }
}

/** A place in `app.py` that names the symbol of a finding in full (`asyncio.run`), so that the page shows it as well. */
async function findCall(folder: string): Promise<{ file: string; line: number; symbol: string } | undefined> {
  const file = path.join(folder, "app.py");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const args = [path.join(ROOT, "dist/cli.js"), "check", "--format", "json", "app.py"];
  const { stdout } = await runCommand(process.execPath, args, { cwd: folder });
  const { findings } = JSON.parse(stdout) as CheckReport;
  const found = findings.find(({ symbol, line }) => lines[line - 1]?.includes(symbol));
  return found && { file, line: found.line, symbol: found.symbol };
}
