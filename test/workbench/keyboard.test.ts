import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { packageExtension } from "../package/package-extension";
import { launchChromium } from "./chromium";
import { actUntil, findLine, openPage, TRY_MS, untilSquiggle } from "./page";
import { RESULTS_FOLDER, SAMPLE_FOLDER, VSIX_FILE } from "./paths";
import { startServer, type WorkbenchServer } from "./server";
import { openLog } from "./suite-run";

/** What a person does who has no mouse. Whatever is pressed here is what docs/accessibility.md tells to press. */
describe("the workbench without a mouse", () => {
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-keys-"));
  const folder = path.join(work, "sample");
  const file = path.join(folder, "app.py");
  let server: WorkbenchServer;
  let browser: Browser;
  let page: Page;

  before(async () => {
    cpSync(SAMPLE_FOLDER, folder, { recursive: true });
    await packageExtension();
    server = await startServer({
      extensions: [VSIX_FILE],
      settings: { "workbench.reduceMotion": "on", "sinceWhen.codeLens": true },
      log: openLog(path.join(RESULTS_FOLDER, "keyboard.log")),
    });
    browser = await launchChromium();
  });

  beforeEach(async () => {
    const lines = readFileSync(file, "utf8").split("\n");
    const line = 1 + lines.findIndex((text) => text.includes("asyncio.run("));
    page = await openPage(browser, server.urlFor(folder, server.payloadFor({ file, line })));
    await untilSquiggle(page, "asyncio.run", "there");
    const column = 1 + lines[line - 1].indexOf("(");
    const place = page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).first();
    // Keys are lost as long as the editor has not got the focus.
    await actUntil(place, () => press("Home", "ControlOrMeta+ArrowRight", "ControlOrMeta+ArrowRight"));
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      const name = this.currentTest.title.replaceAll(/\W+/g, "-");
      await page.screenshot({ path: path.join(RESULTS_FOLDER, "keyboard", `${name}.png`) });
    }
    await page.close();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** Types into the open list until the entry is the one that Enter takes, and takes it. */
  async function choose(text: string, title: string, open: () => Promise<void>): Promise<void> {
    const focused = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).first();
    await actUntil(focused, async () => {
      await press("Escape");
      await open();
      await page.locator(".quick-input-widget input").first().waitFor({ timeout: 10_000 });
      await page.keyboard.type(text);
    });
    await press("Enter");
  }

  function command(title: string): Promise<void> {
    return choose(title, title, () => press("F1"));
  }

  /** Runs a command until something shows: what it asks for may come later than the command on a busy machine. */
  function commandUntil(shown: Locator, title: string): Promise<void> {
    return actUntil(shown, () => command(title));
  }

  function row(text: string | RegExp): Locator {
    return page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  }

  /** What has the focus in the workbench, as a screen reader names it. */
  function focusedLabel(): Promise<string> {
    return page.evaluate(() => {
      const list = document.activeElement;
      const id = list?.getAttribute("aria-activedescendant");
      const element = (id && document.getElementById(id)) || list;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  }

  /** Goes on with Tab until an element has the focus. */
  async function tabTo(focused: Locator): Promise<void> {
    await actUntil(focused, async () => {
      for (let step = 0; step < 40 && !(await focused.isVisible()); step++) await press("Tab");
    });
  }

  /** Goes down the tree until the entry that begins so has the focus. */
  async function goDownTo(start: string): Promise<string> {
    for (let step = 0; step < 60; step++) {
      const label = await focusedLabel();
      if (label.startsWith(start)) return label;
      await press("ArrowDown");
    }
    throw new Error(`${start} was not reached; at last: ${await focusedLabel()}`);
  }

  it("shows the card of the name at the cursor, and its links are reached", async () => {
    const card = page.locator(".monaco-hover:not(.hidden)", { hasText: "you support 3.6" }).first();
    const link = card.locator("a:focus", { hasText: "Documentation" });
    // A card that is drawn anew loses the focus, and in the editor a Tab would go into the text.
    await actUntil(link, async () => {
      await press("ControlOrMeta+1", "ControlOrMeta+k", "ControlOrMeta+i");
      await card.waitFor({ timeout: TRY_MS });
      await press("ControlOrMeta+k", "ControlOrMeta+i");
      for (let step = 0; step < 40 && !(await link.isVisible()); step++) {
        await page.waitForFunction(() => document.activeElement?.closest(".monaco-hover"), undefined, {
          timeout: TRY_MS,
        });
        await press("Tab");
      }
    });
  });

  it("opens the page of the name at the cursor, as a click on its hint does", async () => {
    const opened = page.locator(".tab.active", { hasText: "asyncio.run" }).first();
    await commandUntil(opened, "Show What Is Known of the Name at the Cursor");
  });

  it("goes from problem to problem and takes a fix", async () => {
    await press("Home");
    await press("F8");
    await page.locator(".zone-widget .marker-widget", { hasText: "asyncio.run" }).first().waitFor();
    await press("Escape");
    const menu = page.locator(".action-widget .monaco-list-row.focused", { hasText: "event loop" }).first();
    await actUntil(menu, () => press("ControlOrMeta+."));
    await press("Enter");
    await findLine(page, /run_until_complete\(main/).waitFor();
  });

  it("walks the releases, opens a feature and copies its import", async () => {
    await commandUntil(row("Python 3.8"), "View: Show Python Releases");
    await press("Home");
    const release = await goDownTo("Python 3.8");
    assert.match(release, /Oct 2019 · ended Oct 2024/);
    await press("ArrowRight");
    await row("Numbers and mathematics").waitFor();
    await goDownTo("Numbers and mathematics");
    await press("ArrowRight");
    await row(/^math\.prod/).waitFor();
    assert.match(await goDownTo("math.prod"), /new in 3\.8/);
    const entry = page.locator(".context-view .action-label", { hasText: "Copy Import" }).first();
    await actUntil(entry, () => press("Shift+F10"));
    await press("ArrowDown", "Enter");
    await page.locator(".statusbar-item", { hasText: "from math import prod" }).first().waitFor();
    await press("Enter");
    await page.locator(".tab", { hasText: "math.prod" }).first().waitFor();
  });

  it("searches the history", async () => {
    const title = page.locator(".quick-input-title", { hasText: "Search Python's History" }).first();
    await commandUntil(title, "Search Python's History");
    await page.keyboard.type("asyncio.timeout");
    await page
      .locator(".quick-input-list .monaco-list-row.focused", { hasText: "asyncio.timeout" })
      .first()
      .waitFor();
    await press("Enter");
    await page.locator(".tab", { hasText: "asyncio.timeout" }).first().waitFor();
  });

  it("opens the report and follows a link of it to the code", async () => {
    const report = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await commandUntil(report.locator("h1").first(), "Report Which Pythons the Workspace Runs On");
    await tabTo(report.locator("a:focus", { hasText: "tools/publish.py" }));
    await press("Enter");
    await page.locator(".tab.active", { hasText: "publish.py" }).first().waitFor();
  });

  it("shows the places that a lens speaks of", async () => {
    await press("ControlOrMeta+Home");
    await page.locator(".codelens-decoration", { hasText: "Python 3.7" }).first().waitFor();
    const lens = page
      .locator(".quick-input-list .monaco-list-row.focused", { hasText: "Python 3.7" })
      .first();
    await commandUntil(lens, "Show CodeLens Commands for Current Line");
    await press("Enter");
    await page.locator(".peekview-widget").first().waitFor();
  });

  it("shows what declares the target", async () => {
    const declaring = page.locator(".tab.active", { hasText: "pyproject.toml" }).first();
    await commandUntil(declaring, "Show What Declares the Target Python");
  });

  it("goes through the walkthrough and opens its example", async () => {
    await choose("Welcome: Open Walkthrough", "Welcome: Open Walkthrough", () => press("F1"));
    const entry = page
      .locator(".quick-input-list .monaco-list-row.focused", { hasText: "Get Started with SinceWhen" })
      .first();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "SinceWhen" }).first().waitFor();
    await page.keyboard.type("Get Started with SinceWhen");
    await entry.waitFor();
    await press("Enter");
    await page.locator(".getting-started-step").first().waitFor();
    const button = page.locator(":focus", { hasText: /^Open an Example$/ });
    await tabTo(button);
    await press("Enter");
    await untilSquiggle(page, "tomllib", "there");
  });
});
