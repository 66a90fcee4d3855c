import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { packageExtension } from "../package/package-extension";
import { launchChromium } from "./chromium";
import {
  findLine,
  findWord,
  hoverStatus,
  hoverText,
  openLightbulb,
  openPage,
  openReport,
  runCommand,
  untilSquiggle,
} from "./page";
import { RESULTS_FOLDER, SAMPLE_FOLDER, VSIX_FILE } from "./paths";
import { startServer } from "./server";
import { openLog } from "./suite-run";

/** The themes that every surface must look right in, by the folder that their pictures go to. */
const THEMES: Readonly<Record<string, string>> = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
};

/** A notebook whose cells make sense together only. */
const NOTEBOOK = {
  cells: ["import math\n\nnumbers = [3, 4]", "math.prod(numbers)", "math.dist((0, 0), numbers)"].map(
    (source) => ({ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: [source] }),
  ),
  metadata: { language_info: { name: "python" } },
  nbformat: 4,
  nbformat_minor: 5,
};

const FOLDER = path.join(RESULTS_FOLDER, "screenshots");

/** Brings a surface before the eyes. The page shows the sample's app.py at the start, and is put back to that after. */
type Show = (page: Page) => Promise<void>;

const SURFACES: Readonly<Record<string, Show>> = {
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
    await row(page, "The walrus operator").first().hover();
    await page.locator(".monaco-hover", { hasText: "new in Python 3.8" }).first().waitFor();
  },
  search: async (page) => {
    await openSearch(page);
    await page.keyboard.type("new between 3.12 and 3.14");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "3.14" }).first().waitFor();
  },
  "feature-page": async (page) => {
    await openSearch(page);
    await page.keyboard.type("asyncio.timeout");
    await page
      .locator(".quick-input-list .monaco-list-row", { hasText: "asyncio.timeout" })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".tab", { hasText: "asyncio.timeout" }).first().waitFor();
    await rendered(page).locator("strong", { hasText: "asyncio.timeout" }).first().waitFor();
  },
  "declaring-file": async (page) => {
    await openFile(page, "pyproject.toml");
    const value = await findWord(findLine(page, "requires-python"), "3.6");
    await hoverText(page, value, "3.6");
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
  },
  notebook: async (page) => {
    await openFile(page, "cells.ipynb");
    await untilSquiggle(page, "prod", "there");
    await page.locator(".notebook-editor .codelens-decoration", { hasText: "math.prod" }).first().waitFor();
  },
  walkthrough: showWalkthrough,
  // The last surface, since VS Code would ask what is to become of the text.
  "colours-and-completion": async (page) => {
    await runCommand(page, "SinceWhen: Open an Example");
    await untilSquiggle(page, "tomllib", "there");
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("print(time.time_ns())  # sincewhen: ignore[added-later]");
    await page.keyboard.press("Enter");
    await page.keyboard.type("if sys.version_info >= ");
    await page.keyboard.press("ControlOrMeta+Space");
    await page.locator(".suggest-widget .monaco-list-row", { hasText: "(3, 11)" }).first().waitFor();
  },
};

/** What the page of the editor that renders Markdown shows. */
function rendered(page: Page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** Opens a file of the workspace by its name. */
async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+p");
  await page.locator(".quick-input-widget input").first().waitFor();
  await page.keyboard.type(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: name }).first().waitFor();
}

/** Late, since it takes the room of the side bar: VS Code leaves the pages of a narrow walkthrough out. */
async function showWalkthrough(page: Page): Promise<void> {
  // The page of a step is the only one then.
  await runCommand(page, "View: Close All Editors");
  await runCommand(page, "Welcome: Open Walkthrough");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "SinceWhen" }).first().waitFor();
  await page.keyboard.type("Get Started with SinceWhen");
  await page.keyboard.press("Enter");
  await page.locator(".getting-started-step").first().waitFor();
  await page.keyboard.press("ControlOrMeta+b");
  await rendered(page).locator("h2").first().waitFor();
}

async function showReleases(page: Page): Promise<void> {
  await runCommand(page, "View: Show SinceWhen");
  const release = row(page, "Python 3.8");
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

function row(page: Page, text: string) {
  return page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
}

async function openSearch(page: Page): Promise<void> {
  await runCommand(page, "Search Python's History");
  await page.locator(".quick-input-title", { hasText: "Search Python's History" }).first().waitFor();
}

/**
 * Takes a picture of every surface in every theme, or of those that are named. Throws when a surface does not come up,
 * and leaves a picture of what came up instead.
 */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in THEMES) && !(name in SURFACES));
  if (unknown.length > 0) throw new Error(`No such theme or surface: ${unknown.join(", ")}`);
  const themes = pick(Object.keys(THEMES), names);
  const surfaces = pick(Object.keys(SURFACES), names);
  await packageExtension();
  for (const theme of themes) await shootTheme(theme, surfaces);
}

function pick(all: readonly string[], names: readonly string[]): readonly string[] {
  const named = all.filter((name) => names.includes(name));
  return named.length > 0 ? named : all;
}

async function shootTheme(theme: string, surfaces: readonly string[]): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-screenshots-"));
  const folder = path.join(work, "sample");
  cpSync(SAMPLE_FOLDER, folder, { recursive: true });
  writeFileSync(path.join(folder, "cells.ipynb"), JSON.stringify(NOTEBOOK));
  const file = path.join(folder, "app.py");
  const out = path.join(FOLDER, theme);
  mkdirSync(out, { recursive: true });
  const server = await startServer({
    extensions: [VSIX_FILE],
    settings: {
      "workbench.colorTheme": THEMES[theme],
      "editor.minimap.enabled": false,
      "editor.fontSize": 15,
      "editor.cursorBlinking": "solid",
      "sinceWhen.codeLens": true,
    },
    log: openLog(path.join(RESULTS_FOLDER, "screenshots.log")),
  });
  const browser = await launchChromium();
  try {
    const lines = readFileSync(file, "utf8").split("\n");
    const line = 1 + lines.findIndex((text) => text.includes("asyncio.run("));
    const page = await openPage(browser, server.urlFor(folder, server.payloadFor({ file, line })));
    await untilSquiggle(page, "asyncio.run", "there");
    for (const name of surfaces) {
      const picture = path.join(out, `${name}.png`);
      try {
        await SURFACES[name]?.(page);
      } finally {
        await page.screenshot({ path: picture });
      }
      console.log(path.relative(process.cwd(), picture));
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
