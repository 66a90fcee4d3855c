import type { Browser, FrameLocator, Locator, Page } from "playwright-core";

/** Long enough for a cold start on a busy machine; nothing waits that long when all is well. */
const PATIENCE_MS = 90_000;

/** So long the workbench has for what it was asked, before it is asked again. */
export const TRY_MS = 10_000;

/** A pixel of the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Does something that a busy workbench may miss, again and again, until that shows. */
export async function actUntil(shown: Locator, act: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const isLast = Date.now() > end;
    try {
      await act();
      await shown.waitFor({ timeout: TRY_MS });
      return;
    } catch (error) {
      if (isLast) throw error;
    }
  }
}

/** Opens an address in a page as large as a laptop's screen. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  return page;
}

/** The first line of the editor that shows `text`, which must be without blanks: the editor draws them its own way. */
export function findLine(page: Page, text: string | RegExp): Locator {
  return page.locator(".view-line", { hasText: text }).first();
}

/**
 * Gives the middle of the last character of `word` in a line of the editor. Coloured tokens split words, so the
 * place is taken from the text and not from an element. Throws when the line does not show the word.
 */
export async function findWord(line: Locator, word: string): Promise<Point> {
  await line.waitFor();
  return line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: { start: number; node: Text }[] = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      pieces.push({ start: text.length, node });
      text += node.data;
    }
    const found = text.indexOf(wanted);
    if (found < 0) throw new Error(`"${wanted}" is not in the line "${text}"`);
    const last = found + wanted.length - 1;
    const piece = pieces.filter(({ start }) => start <= last).pop()!;
    const range = document.createRange();
    range.setStart(piece.node, last - piece.start);
    range.setEnd(piece.node, last - piece.start + 1);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, word);
}

/** Rests the mouse on a place and gives the text of the hover card that mentions `mention`, blanks folded. */
export async function hoverText(page: Page, at: Point, mention: string): Promise<string> {
  const card = page.locator(".monaco-hover:not(.hidden)", { hasText: mention }).first();
  await actUntil(card, async () => {
    // The editor shows a card only after the mouse has moved over the word, and drops it when the lines are drawn anew.
    await page.mouse.move(at.x, at.y - 60);
    await page.mouse.move(at.x, at.y, { steps: 5 });
  });
  return (await card.innerText()).replace(/\s+/g, " ").trim();
}

/** Rests the mouse on the `{}` of the status bar and gives what it tells about the language of the file. */
export async function hoverStatus(page: Page): Promise<string> {
  await page.locator("#status\\.languageStatus").hover();
  const status = page.locator(".hover-language-status").first();
  await status.waitFor();
  return (await status.innerText()).replace(/\s+/g, " ").trim();
}

/** Puts the cursor at a place and opens the menu of the lightbulb. */
export async function openLightbulb(page: Page, at: Point): Promise<void> {
  await page.keyboard.press("Escape");
  await page.mouse.click(at.x, at.y);
  await page.locator('.lightBulbWidget, [class*="codicon-gutter-lightbulb"]').first().waitFor();
  // A menu that is asked for while the actions are asked for anew does not stay.
  await actUntil(page.locator(".action-widget .monaco-list-row").first(), () =>
    page.keyboard.press("Control+."),
  );
}

/** The entry of the open lightbulb menu that shows `title`. */
export function findAction(page: Page, title: string | RegExp): Locator {
  return page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
}

/**
 * Waits until the first line that shows `text` has a squiggle of an error or a warning, or has none any more. The
 * editor draws squiggles in a layer of their own, so that they are found by where they are.
 */
export async function untilSquiggle(page: Page, text: string, state: "there" | "gone"): Promise<void> {
  await findLine(page, text).waitFor();
  await page.waitForFunction(
    ({ text, wanted }) => {
      // Looked up each time: the editor replaces its lines whenever it draws them anew.
      const lines = [...document.querySelectorAll(".view-line")];
      const line = lines.find((each) => each.textContent.includes(text))?.getBoundingClientRect();
      if (!line) return false;
      const middle = line.top + line.height / 2;
      const drawn = [...document.querySelectorAll(".squiggly-warning, .squiggly-error")];
      const boxes = drawn.map((each) => each.getBoundingClientRect());
      return boxes.some(({ top, bottom }) => top <= middle && middle <= bottom) === wanted;
    },
    { text, wanted: state === "there" },
  );
}

/** Runs a command as one does without knowing its key. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator(".quick-input-widget input").first();
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  await actUntil(row, async () => {
    await page.keyboard.press("F1");
    await input.fill(`>${title}`, { timeout: TRY_MS });
  });
  await row.click();
}

/** Runs a command that opens a report, waits until its heading is rendered, and gives the page that it is on. */
export async function openReport(page: Page, command: string, heading: string): Promise<FrameLocator> {
  await runCommand(page, command);
  const report = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await report.locator("h1", { hasText: heading }).first().waitFor();
  return report;
}
