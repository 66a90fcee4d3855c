import type { FrameLocator, Locator, Page } from "playwright-core";
import {
  actUntil,
  findLine,
  findWord,
  hoverStatus,
  hoverText,
  openLightbulb,
  openReport,
  runCommand,
  untilSquiggle,
} from "./page";

/** Brings a surface before the eyes, and resolves when it is seen. */
export type Show = (page: Page) => Promise<void>;

/** A notebook whose cells make sense together only. */
export const NOTEBOOK = {
  cells: ["import math\n\nnumbers = [3, 4]", "math.prod(numbers)", "math.dist((0, 0), numbers)"].map(
    (source) => ({ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: [source] }),
  ),
  metadata: { language_info: { name: "python" } },
  nbformat: 4,
  nbformat_minor: 5,
};

/**
 * Every surface of the extension, by the name of its picture. Each is reached from a page that shows the sample's app.py,
 * or from the one before it.
 */
export const SURFACES: Readonly<Record<string, Show>> = {
  "findings-and-hints": async (page) => untilSquiggle(page, "asyncio.run", "there"),
  "hover-card": async (page) => {
    const at = await findWord(findLine(page, "asyncio.run"), "asyncio.run");
    await hoverText(page, at, "you support 3.6");
  },
  "target-status": async (page) => {
    await hoverStatus(page);
  },
  lightbulb: async (page) =>
    openLightbulb(page, await findWord(findLine(page, "asyncio.run"), "asyncio.run")),
  "releases-explorer": showReleases,
  "feature-card": async (page) => {
    await showReleases(page);
    const card = page.locator(".monaco-hover", { hasText: "new in Python 3.8" }).first();
    await actUntil(card, async () => {
      await row(page, "Python 3.8").hover();
      await row(page, "The walrus operator").hover();
    });
  },
  search: async (page) => {
    await openSearch(page, "new between 3.12 and 3.14");
    await quickRow(page, "3.14").waitFor();
  },
  "feature-page": async (page) => {
    await openSearch(page, "asyncio.timeout");
    await quickRow(page, "asyncio.timeout").click();
    await page.locator(".tab", { hasText: "asyncio.timeout" }).first().waitFor();
    await rendered(page).locator("h1", { hasText: "asyncio.timeout" }).first().waitFor();
  },
  "declaring-file": async (page) => {
    await openFile(page, "pyproject.toml");
    const value = await findWord(findLine(page, "requires-python"), "3.6");
    await hoverText(page, value, "promises more than the code keeps");
  },
  "minimum-report": async (page) => {
    await openReport(
      page,
      "Report Which Pythons the Workspace Runs On",
      "The Pythons that this code runs on",
    );
  },
  "explored-minimum": async (page) => {
    await openReport(page, "Explore the Minimum Python Version", "The minimum Python version");
  },
  "code-lens": async (page) => {
    await openFile(page, "report.py");
    await page.locator(".codelens-decoration", { hasText: "3.8" }).first().waitFor();
    await untilSquiggle(page, ":=", "there");
  },
  notebook: async (page) => {
    await openFile(page, "cells.ipynb");
    await untilSquiggle(page, "prod", "there");
    await page.locator(".notebook-editor .codelens-decoration", { hasText: "math.prod" }).first().waitFor();
  },
  "workspace-fixes": async (page) => {
    await runCommand(page, "Fix Everything in the Workspace");
    await quickRow(page, "Safe and unsafe fixes").click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "added-later" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".bulk-edit-panel .monaco-list-row", { hasText: "app.py" }).first().waitFor();
  },
  settings: async (page) => {
    await runCommand(page, "Preferences: Open Settings (UI)");
    await page.locator(".settings-editor .suggest-input-container").first().waitFor();
    await page.keyboard.type("@ext:sincewhen.sincewhen");
    await page.locator(".setting-item-contents", { hasText: "Inlay Hints" }).first().waitFor();
  },
  walkthrough: showWalkthrough,
  // The last surfaces, since VS Code would ask what is to become of the text.
  colours: async (page) => {
    await runCommand(page, "SinceWhen: Open an Example");
    await untilSquiggle(page, "tomllib", "there");
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("print(math.dist((0, 0), (3, 4)))  # sincewhen: ignore[added-later]");
    await page.keyboard.press("Enter");
    await untilSquiggle(page, "math.dist", "gone");
    // The script's metadata has colours, too.
    await page.keyboard.press("ControlOrMeta+Home");
  },
  completion: async (page) => {
    if (!(await findLine(page, "tomllib").isVisible())) {
      await runCommand(page, "SinceWhen: Open an Example");
      await untilSquiggle(page, "tomllib", "there");
    }
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("if sys.version_info >= ");
    const offered = page.locator(".suggest-widget .monaco-list-row", { hasText: "(3, 11)" }).first();
    // Where typing has brought the list already, the key would open its details.
    await offered.waitFor({ timeout: 5000 }).catch(() => undefined);
    await actUntil(offered, async () => {
      if (!(await offered.isVisible())) await page.keyboard.press("ControlOrMeta+Space");
    });
  },
};

/** Surfaces that need a page as it is at the start: they must not see what others opened, or leave a panel behind. */
export const FRESH: ReadonlySet<string> = new Set(["workspace-fixes", "settings"]);

/** What the page of the editor that renders Markdown shows. */
function rendered(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** Opens a file of the workspace by its name. */
async function openFile(page: Page, name: string): Promise<void> {
  const input = page.locator(".quick-input-widget input").first();
  await actUntil(quickRow(page, name), async () => {
    await page.keyboard.press("ControlOrMeta+p");
    await input.fill(name, { timeout: 10_000 });
  });
  await quickRow(page, name).click();
  await page.locator(".tab.active", { hasText: name }).first().waitFor();
}

/** Late, since it takes the room of the side bar: VS Code leaves the pages of a narrow walkthrough out. */
async function showWalkthrough(page: Page): Promise<void> {
  // The page of a step is the only one then.
  await runCommand(page, "View: Close All Editors");
  await runCommand(page, "Welcome: Open Walkthrough");
  await quickRow(page, "Get Started with SinceWhen").click();
  await page.locator(".getting-started-step").first().waitFor();
  await page.keyboard.press("ControlOrMeta+b");
  await rendered(page).locator("h2").first().waitFor();
}

async function showReleases(page: Page): Promise<void> {
  const release = row(page, "Python 3.8");
  if (!(await release.isVisible())) await runCommand(page, "View: Show Python Releases");
  await release.waitFor();
  if ((await release.getAttribute("aria-expanded")) !== "true") await release.click();
  const syntax = row(page, "Syntax");
  await syntax.waitFor();
  if ((await syntax.getAttribute("aria-expanded")) !== "true") await syntax.click();
  // The sample uses it in a file that nobody opened.
  await page
    .locator(".pane-body .monaco-list-row", { hasText: /The walrus operator.*used here/ })
    .first()
    .waitFor();
}

function row(page: Page, text: string): Locator {
  return page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
}

function quickRow(page: Page, text: string): Locator {
  return page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
}

async function openSearch(page: Page, question: string): Promise<void> {
  await runCommand(page, "Search Python's History");
  await page.locator(".quick-input-title", { hasText: "Search Python's History" }).first().waitFor();
  await page.locator(".quick-input-widget input").first().fill(question);
}
