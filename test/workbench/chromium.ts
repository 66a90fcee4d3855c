import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where Chromium and its relatives live; `CHROMIUM` in the environment comes before them. */
const knownPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Gives the executable of a Chromium on this machine, or `undefined` when there is none. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  return [named, ...knownPlaces].find((file) => file !== undefined && existsSync(file));
}

/** Starts Chromium without a window. Throws, saying what to install, where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      "No Chromium was found: install one (Debian: apt-get install chromium), or name it in the environment " +
        "variable CHROMIUM.",
    );
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium refuses to run as root with its sandbox, and only pages of this machine are loaded.
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
