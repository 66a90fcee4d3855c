import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { launchChromium } from "./chromium";
import { findLine, findWord, hoverText, openPage } from "./page";
import { ROOT } from "./paths";
import { runCommand } from "./run-command";

/** The members of the command line's JSON that are needed here. Lines are 1-based. */
interface CheckReport {
  readonly findings: readonly { readonly symbol: string; readonly line: number }[];
}

/**
 * Loads a workbench in Chromium and hovers over a finding of `app.py`, as the command line reports it. Gives 0 when
 * the page shows a card for it; rejects when something does not come up.
 */
export async function checkWorkbench(url: string, folder: string): Promise<number> {
  const symbol = await findCall(folder);
  const browser = await launchChromium();
  try {
    const page = await openPage(browser, url);
    await page.locator(".monaco-workbench .part.sidebar").waitFor();
    if (!symbol) {
      console.log("The workbench is up. app.py has no finding to hover over.");
      return 0;
    }
    const at = await findWord(findLine(page, symbol), symbol);
    console.log(`The workbench is up. Hovering over ${symbol} shows: ${await hoverText(page, at, symbol)}`);
    return 0;
  } finally {
    await browser.close();
  }
}

/** The symbol of a finding whose line names it in full (`asyncio.run`), so that the page can be searched for it. */
async function findCall(folder: string): Promise<string | undefined> {
  const file = path.join(folder, "app.py");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const args = [path.join(ROOT, "dist/cli.js"), "check", "--format", "json", "app.py"];
  const { stdout } = await runCommand(process.execPath, args, { cwd: folder });
  const { findings } = JSON.parse(stdout) as CheckReport;
  return findings.find(({ symbol, line }) => lines[line - 1]?.includes(symbol))?.symbol;
}
