import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { packageExtension } from "../package/package-extension";
import { launchChromium } from "./chromium";
import {
  findAction,
  findLine,
  findWord,
  hoverStatus,
  hoverText,
  openLightbulb,
  openPage,
  openReport,
  untilSquiggle,
} from "./page";
import { RESULTS_FOLDER, SAMPLE_FOLDER, VSIX_FILE } from "./paths";
import { startServer, type WorkbenchServer } from "./server";
import { openLog } from "./suite-run";

/** What a person does on the first day, with the packaged extension installed. Each step goes on from the one before. */
describe("the workbench with the packaged extension", function () {
  this.bail(true);
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-e2e-"));
  const folder = path.join(work, "sample");
  const file = path.join(folder, "app.py");
  let server: WorkbenchServer | undefined;
  let browser: Browser | undefined;
  let page: Page;

  before(async () => {
    mkdirSync(RESULTS_FOLDER, { recursive: true });
    for (const name of readdirSync(RESULTS_FOLDER)) {
      if (name.endsWith(".png")) rmSync(path.join(RESULTS_FOLDER, name));
    }
    cpSync(SAMPLE_FOLDER, folder, { recursive: true });
    await packageExtension();
    server = await startServer({
      extensions: [VSIX_FILE],
      settings: { "editor.minimap.enabled": false, "editor.fontSize": 15, "editor.cursorBlinking": "solid" },
      log: openLog(path.join(RESULTS_FOLDER, "workbench.log")),
    });
    browser = await launchChromium();
    const lines = readFileSync(file, "utf8").split("\n");
    const line = 1 + lines.findIndex((text) => text.includes("asyncio.run("));
    page = await openPage(browser, server.urlFor(folder, server.payloadFor({ file, line })));
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await shoot("failed");
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  async function shoot(name: string): Promise<void> {
    await page.screenshot({ path: path.join(RESULTS_FOLDER, `${name}.png`) });
  }

  it("underlines asyncio.run, which Python 3.6 lacks", async () => {
    await untilSquiggle(page, "asyncio.run", "there");
  });

  it("shows since when behind the name", async () => {
    await findLine(page, /asyncio\.run\s*3\.7\+/).waitFor();
    await shoot("1-squiggle-and-hint");
  });

  it("shows a card when the mouse rests on asyncio.run", async () => {
    const at = await findWord(findLine(page, "asyncio.run"), "asyncio.run");
    const text = await hoverText(page, at, "you support 3.6");
    assert.match(
      text,
      /asyncio\.run — needs 3\.7, you support 3\.6, from pyproject\.toml:\d+ · new in Python 3\.7/,
    );
    await shoot("2-hover");
  });

  it("says in the status bar which Pythons the file is for, and who says so", async () => {
    const text = await hoverStatus(page);
    assert.match(text, /Python >=3\.6/);
    assert.match(text, /requires-python in pyproject\.toml/);
    await shoot("3-target");
  });

  it("offers the way of older Pythons in the lightbulb", async () => {
    await openLightbulb(page, await findWord(findLine(page, "asyncio.run"), "asyncio.run"));
    await findAction(page, "event loop").waitFor();
    await shoot("4-lightbulb");
  });

  it("changes the file, and the squiggle goes", async () => {
    await findAction(page, "event loop").click();
    await untilSquiggle(page, "run_until_complete", "gone");
    await page.locator(".tab.active.dirty").waitFor();
    await page.keyboard.press("Control+s");
    await page.locator(".tab.active:not(.dirty)").first().waitFor();
    const text = readFileSync(file, "utf8");
    assert.match(text, /\.run_until_complete\(main\(sys\.argv\[1:\]\)\)/);
    assert.doesNotMatch(text, /asyncio\.run\(/);
    // The hint of the call that is gone goes too.
    await findLine(page, /run_until_complete\(main/).waitFor();
    await shoot("5-fixed");
  });

  it("reports what the workspace needs, with links that lead to the code", async () => {
    const report = await openReport(
      page,
      "Report Which Pythons the Workspace Runs On",
      "The Pythons that this code runs on",
    );
    await shoot("6-report");
    await report.locator("a", { hasText: "tools/publish.py" }).first().click();
    await page.locator(".tab.active", { hasText: "publish.py" }).first().waitFor();
  });
});
