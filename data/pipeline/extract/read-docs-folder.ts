import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { DocumentedObject } from "./documented-object";
import { readHtmlPage } from "./read-html-page";
import { readRstPage } from "./read-rst-page";

/** A form in which documentation is had: CPython's `Doc/`, the sources that built pages ship, or the pages. */
export type DocsFormat = "rst" | "sources" | "html";

/** One release of the documentation, read whole. */
export interface DocsFolder {
  readonly format: DocsFormat;
  /** How many pages were read. */
  readonly pages: number;
  /** Hash of all that was read (SHA-256, hexadecimal), so that the input can be told again. */
  readonly sha256: string;
  readonly objects: readonly DocumentedObject[];
}

/** Parts of the documentation that describe names; the last is of releases that had it. */
const ROOMS = ["library", "reference", "distutils"];
const ENDINGS: Readonly<Record<DocsFormat, string>> = { rst: ".rst", sources: ".rst.txt", html: ".html" };

/**
 * Reads the documentation below a folder: CPython's `Doc`, or the root of built documentation, whose `_sources` are
 * preferred. Throws an `Error` when there is none of these.
 */
export function readDocsFolder(folder: string): DocsFolder {
  const root = existsSync(path.join(folder, "_sources")) ? path.join(folder, "_sources") : folder;
  const format = formatOf(root);
  if (format === undefined)
    throw new Error(
      `${folder} has no library/*.rst, *.rst.txt or *.html: name CPython's Doc or built documentation`,
    );
  const hash = createHash("sha256");
  const objects: DocumentedObject[] = [];
  let pages = 0;
  for (const room of ROOMS) {
    const below = path.join(root, room);
    for (const file of existsSync(below) ? readdirSync(below).sort() : []) {
      if (!file.endsWith(ENDINGS[format])) continue;
      const text = readFileSync(path.join(below, file), "utf8");
      const page = `${room}/${file.slice(0, -ENDINGS[format].length)}`;
      hash.update(`${page}\n${text}`);
      objects.push(...(format === "html" ? readHtmlPage(text, page) : readRstPage(text, page)));
      pages++;
    }
  }
  return { format, pages, sha256: hash.digest("hex"), objects };
}

function formatOf(root: string): DocsFormat | undefined {
  const library = path.join(root, "library");
  const files = existsSync(library) ? readdirSync(library) : [];
  return (["rst", "sources", "html"] as const).find((format) =>
    files.some((file) => file.endsWith(ENDINGS[format])),
  );
}
