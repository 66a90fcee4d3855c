import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { packageExtension } from "../package/package-extension";
import { launchChromium } from "./chromium";
import { openPage, untilSquiggle } from "./page";
import { RESULTS_FOLDER, ROOT, SAMPLE_FOLDER, VSIX_FILE } from "./paths";
import { findNpm, runCommand } from "./run-command";
import { startServer, type WorkbenchServer } from "./server";
import { openLog } from "./suite-run";
import { FRESH, NOTEBOOK, SURFACES } from "./surfaces";

/** The themes that every surface must look right in, by the folder that their pictures go to. */
const THEMES: Readonly<Record<string, string>> = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
};

const usage = `npm run screenshots [-- name...]

Builds the extension and takes a picture of every surface in every theme, or of those that are named, into
test-results/screenshots. A surface that does not come up is tried again on a new page; one that never does leaves a
picture of what came up instead, is named at the end, and makes the exit status 1.

  themes    ${Object.keys(THEMES).join(", ")}
  surfaces  ${Object.keys(SURFACES).join(", ")}`;

const FOLDER = path.join(RESULTS_FOLDER, "screenshots");

/** A busy machine may miss a key or a glance of the mouse; what is really broken stays broken. */
const TRIES = 3;

/** What one theme's pictures are taken with. */
interface Studio {
  readonly theme: string;
  readonly server: WorkbenchServer;
  readonly browser: Browser;
  /** The copy of the sample that the page shows. */
  readonly folder: string;
}

/** Resolves with what could not be pictured, each as `theme/surface: why`. */
async function main(names: readonly string[]): Promise<readonly string[]> {
  const unknown = names.filter((name) => !(name in THEMES) && !(name in SURFACES));
  if (unknown.length > 0) throw new Error(`No such theme or surface: ${unknown.join(", ")}\n\n${usage}`);
  const themes = pick(Object.keys(THEMES), names);
  const surfaces = pick(Object.keys(SURFACES), names);
  const { status } = await runCommand(process.execPath, [findNpm(), "run", "--silent", "build"], {
    cwd: ROOT,
    output: "show",
  });
  if (status !== 0) throw new Error("The build failed.");
  await packageExtension();
  const log = openLog(path.join(RESULTS_FOLDER, "screenshots.log"));
  const missing: string[] = [];
  for (const theme of themes) missing.push(...(await shootTheme(theme, surfaces, log)));
  return missing;
}

function pick(all: readonly string[], names: readonly string[]): readonly string[] {
  const named = all.filter((name) => names.includes(name));
  return named.length > 0 ? named : all;
}

async function shootTheme(
  theme: string,
  surfaces: readonly string[],
  log: (text: string) => void,
): Promise<string[]> {
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-screenshots-"));
  const folder = path.join(work, "sample");
  cpSync(SAMPLE_FOLDER, folder, { recursive: true });
  writeFileSync(path.join(folder, "cells.ipynb"), JSON.stringify(NOTEBOOK));
  mkdirSync(path.join(FOLDER, theme), { recursive: true });
  let server: WorkbenchServer | undefined;
  let browser: Browser | undefined;
  try {
    server = await startServer({ extensions: [VSIX_FILE], settings: settingsFor(theme), log });
    browser = await launchChromium();
    return await shootSurfaces(surfaces, { theme, server, browser, folder });
  } catch (error) {
    return [`${theme}: ${messageOf(error)}`];
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

function settingsFor(theme: string): Readonly<Record<string, unknown>> {
  return {
    "workbench.colorTheme": THEMES[theme],
    // A picture must not show what is still fading in.
    "workbench.reduceMotion": "on",
    "editor.minimap.enabled": false,
    "editor.fontSize": 15,
    "editor.cursorBlinking": "solid",
    "sinceWhen.codeLens": true,
  };
}

/** Goes from surface to surface on one page; whoever does not come up begins again on a new one. */
async function shootSurfaces(surfaces: readonly string[], studio: Studio): Promise<string[]> {
  const missing: string[] = [];
  let page: Page | undefined;
  for (const name of surfaces) {
    let failure: unknown;
    if (page && FRESH.has(name)) {
      await page.close();
      page = undefined;
    }
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      try {
        page ??= await openSample(studio);
        failure = undefined;
        await shoot(name, page, studio.theme);
        break;
      } catch (error) {
        failure = error;
        console.log(`${studio.theme}/${name}: try ${String(attempt)} failed: ${messageOf(error)}`);
        await page?.close();
        page = undefined;
      }
    }
    if (failure !== undefined) missing.push(`${studio.theme}/${name}: ${messageOf(failure)}`);
  }
  return missing;
}

/** Opens a new page with the sample's app.py, and waits until the extension has looked at it. */
async function openSample({ server, browser, folder }: Studio): Promise<Page> {
  const file = path.join(folder, "app.py");
  const lines = readFileSync(file, "utf8").split("\n");
  const line = 1 + lines.findIndex((text) => text.includes("asyncio.run("));
  const page = await openPage(browser, server.urlFor(folder, server.payloadFor({ file, line })));
  await untilSquiggle(page, "asyncio.run", "there");
  return page;
}

async function shoot(name: string, page: Page, theme: string): Promise<void> {
  const picture = path.join(FOLDER, theme, `${name}.png`);
  // Out of the way of whatever shows a card when the mouse rests on it.
  await page.mouse.move(1000, 620);
  try {
    await SURFACES[name]?.(page);
  } finally {
    await page.screenshot({ path: picture, animations: "disabled" });
  }
  console.log(path.relative(process.cwd(), picture));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

/** The first line is what happened; the rest tells of the driver's tries. */
function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0];
}

main(process.argv.slice(2)).then(
  (missing) => {
    if (missing.length === 0) return;
    console.error(`\nNot pictured:\n${missing.map((each) => `  ${each}`).join("\n")}`);
    process.exitCode = 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
