import assert from "node:assert/strict";
import { declarationProblem } from "../../../../server/src/messages";
import { findTarget } from "../../../../server/src/project";
import { memoryFiles } from "../memory-files";

/** Files of a project by their names, and what they declare together. */
export type Layout = readonly [files: Readonly<Record<string, string>>, declared: string];

/**
 * Tells what files declare for `x.py`, or for `module`, beside them: `3.8 to 3.11 setup.cfg:2 options.python_requires`,
 * then each problem behind ` ! `. The repository begins in their folder.
 */
export async function declaredBy(files: Readonly<Record<string, string>>, module = "x.py"): Promise<string> {
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/p/${name}`, text]));
  const text = files[module];
  const { target, problems } = await findTarget(
    `/p/${module}`,
    memoryFiles({ "/p/.git/HEAD": "", ...texts }),
    { base: "/p", ...(text !== undefined && { text }) },
  );
  const told = problems
    .map(({ path, line, problem }) => ` ! ${path}:${line ?? "-"}: ${declarationProblem(problem)}`)
    .join("");
  if (!target) return `nothing${told}`;
  const { range, origin } = target;
  const [low, high] = [range.minimum, range.maximum].map((minor) =>
    minor === undefined ? "…" : `3.${minor}`,
  );
  return `${low} to ${high} ${origin.path}:${origin.line} ${origin.key}${told}`;
}

/** Makes a test of each layout. */
export function testLayouts(layouts: Readonly<Record<string, Layout>>): void {
  for (const [name, [files, expected]] of Object.entries(layouts)) {
    it(name, async () => assert.equal(await declaredBy(files), expected));
  }
}

/** Makes layouts of one file. */
export function inFile(
  file: string,
  texts: Readonly<Record<string, readonly [text: string, declared: string]>>,
): Record<string, Layout> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, [text, declared]]) => [name, [{ [file]: text }, declared]]),
  );
}

/** The sentence about a value that names no Python. */
export function namesNone(key: string, written: string, example: string): string {
  return `\`${key}\`: \`${written}\` names no Python here; write it like \`${example}\``;
}
