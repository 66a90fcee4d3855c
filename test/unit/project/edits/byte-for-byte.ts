import assert from "node:assert/strict";
import type { FileEdit } from "../../../../server/src/engine/target-findings";
import { floorFix, judgeProject, openProject } from "../../../../server/src/project";
import { readDeclaringFile } from "../../../../server/src/project/declaring-file";
import { applyEdits } from "../../../../server/src/project/edits/range-edit";

/** The texts of a project by their names. */
export type Files = Readonly<Record<string, string>>;

/** Applies the edits of one fix; the files that it leaves alone stay as they are. */
export function edited(files: Files, edits: readonly FileEdit[]): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      applyEdits(
        text,
        edits.filter(({ file }) => file === `/p/${name}`),
      ),
    ]),
  );
}

function read(files: Files): ReturnType<typeof readDeclaringFile>[] {
  return Object.entries(files).map(([name, text]) => readDeclaringFile(`/p/${name}`, text));
}

/** Moves the minimum of a project, and whatever follows it. */
export function withFloor(files: Files, minor: number): Files {
  const fix = floorFix(openProject(read(files)), minor);
  return fix ? edited(files, fix.edits) : files;
}

/** Aligns all that contradicts the promise. */
export function aligned(files: Files): Files {
  const findings = judgeProject({ files: read(files), needs: undefined, calendar: [], today: "2024-01-01" });
  const fix = findings.flatMap(({ fixes }) => fixes).find(({ id }) => id === "align-others");
  return fix ? edited(files, fix.edits) : files;
}

/** Other ways to write the same file: line ends, none behind the last line, tabs. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  "as it is written": (text) => text,
  "with carriage returns": (text) => text.replaceAll("\n", "\r\n"),
  "without a final line end": (text) => text.replace(/\n$/, ""),
  "with tabs": (text) => text.replaceAll(/^ +/gm, (blanks) => "\t".repeat(blanks.length / 2)),
};

/** Checks one file after an edit, in every variant that its format allows. */
function check(
  name: string,
  [before, after]: readonly [before: string, after: string],
  edit: (files: Files) => Files,
): void {
  for (const [variant, vary] of Object.entries(VARIANTS)) {
    // Tabs are not YAML.
    if (variant === "with tabs" && name.endsWith("yml")) continue;
    // A file that ends with its list gets a line behind the last one, which then ends the file.
    assert.deepEqual(edit({ [name]: vary(before) }), { [name]: vary(after) }, variant);
  }
}

type Rows = Readonly<Record<string, readonly [name: string, before: string, after: string]>>;

/** Makes a test of each row: a file before and after an edit. */
export function testRows(rows: Rows, edit: (files: Files) => Files): void {
  for (const [title, [name, before, after]] of Object.entries(rows)) {
    it(title, () => check(name, [before, after], edit));
  }
}
