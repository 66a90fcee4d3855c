import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Engine, ModuleSource } from "../../server/src/engine/analysis";
import type { Finding, Fix, ProjectTarget } from "../../server/src/engine/findings";
import { type FixedText, fixText } from "../../server/src/engine/fix-all";
import { createDiskModules } from "../../server/src/cli/disk-modules";
import { isSkipped, readSourceBytes } from "../../server/src/cli/source-file";
import { isRangeProblem, parsePythonRange } from "../../server/src/project";
import type { ChangedProgram } from "./compare-programs";

/** Where code is, and for which Pythons. */
export interface Project {
  readonly name: string;
  readonly folder: string;
  readonly target: ProjectTarget;
  readonly modules: ModuleSource | undefined;
}

/** What fixes made of a project. */
export interface Outcome {
  readonly changed: readonly ChangedProgram[];
  readonly texts: ReadonlyMap<string, string>;
  readonly fixes: number;
  readonly failures: readonly string[];
}

/** Fixes every file of a project; tells where a second run would change more, or findings appear. */
export function fixProject(
  engine: Engine,
  { folder, target, modules }: Project,
  safety: "safe" | "unsafe",
): Outcome {
  const changed: ChangedProgram[] = [];
  const texts = new Map<string, string>();
  const failures: string[] = [];
  let fixes = 0;
  for (const file of listPrograms(folder)) {
    const full = path.join(folder, file);
    const source = readSourceBytes(readFileSync(full), full);
    if (isSkipped(source)) continue;
    const request = { path: full, target, ignore: [], safety, ...(modules && { modules }) } as const;
    texts.set(file, source.text);
    const result = fixText(engine, source.text, request);
    if (result.applied.length === 0) continue;
    fixes += result.applied.length;
    changed.push({ file, before: source.text, after: result.text });
    const again = fixText(engine, result.text, request);
    if (again.text !== result.text)
      failures.push(`${file}: a second run applies ${again.applied.join(", ")}`);
    const before = findingsIn(engine, source.text, request);
    const after = result.analysis.findings.filter(
      (finding) =>
        !wasHidden(finding, before, result) &&
        !isLesser(finding, before, engine.catalogue) &&
        !isTrueSinceGuard(finding, result),
    );
    failures.push(...appeared(before, after).map((name) => `${file}: new finding ${name}`));
  }
  return { changed, texts, fixes, failures };
}

function findingsIn(
  engine: Engine,
  text: string,
  { path: uri, target, modules }: { path: string; target: ProjectTarget; modules?: ModuleSource },
): readonly Finding[] {
  const document = engine.parse(text);
  try {
    return engine.analyse(document, { uri, version: 0, target, ...(modules && { modules }) }).findings;
  } finally {
    document.dispose();
  }
}

/** One place tells of one better way at a time: where it was taken, the next one shows. */
export function wasHidden(
  { code, start }: Finding,
  before: readonly Finding[],
  { edits }: Pick<Fix, "edits">,
): boolean {
  if (code !== "modernise") return false;
  let shift = 0;
  for (const edit of edits) {
    if (edit.start + shift > start) break;
    shift += edit.newText.length - (edit.end - edit.start);
  }
  return before.some((finding) => finding.code === code && finding.start === start - shift);
}

/**
 * Where a name was imported in two ways, it may have been one of two things; once one of them is gone, what is said of the
 * other shows wherever the name is used.
 */
function isTrueSinceGuard(
  finding: Finding,
  { edits, applied }: Pick<FixedText, "edits" | "applied">,
): boolean {
  if (!applied.includes("remove-guard") && !applied.includes("remove-fallback")) return false;
  if (finding.code !== "deprecated" && finding.code !== "removed") return false;
  return shiftOf(finding, edits) !== undefined;
}

/** How far edits moved a place that they left as it was, in UTF-16 code units; `undefined` for one that they wrote. */
export function shiftOf({ start, end }: Finding, edits: Fix["edits"]): number | undefined {
  let shift = 0;
  for (const edit of edits) {
    const at = edit.start + shift;
    if (at >= end) break;
    if (start < at + edit.newText.length) return undefined;
    shift += edit.newText.length - (edit.end - edit.start);
  }
  return shift;
}

/** Of what is gone, its other name may go some day, too: `typing.Match` of `typing.re.Match`. */
export function isLesser(
  { code, entryId }: Finding,
  before: readonly Finding[],
  catalogue: Engine["catalogue"],
): boolean {
  if (code !== "deprecated") return false;
  return before.some(
    (each) => each.code === "removed" && catalogue.lookup(each.entryId)?.replacement === entryId,
  );
}

/** Kinds of findings of which there are more than before. */
export function appeared(before: readonly Finding[], after: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  const keyOf = ({ code, entryId }: Finding): string => `${code} ${entryId}`;
  for (const finding of before) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const names = new Set<string>();
  for (const finding of after) {
    const left = (counts.get(keyOf(finding)) ?? 0) - 1;
    counts.set(keyOf(finding), left);
    if (left < 0) names.add(keyOf(finding));
  }
  return [...names];
}

/** The files of the library, as far as they are no modules of the catalogue, and for who wants to know what imports what. */
export function libraryModules(): ModuleSource {
  const files = createDiskModules();
  return { version: 0, find: (request) => (request.isLibrary ? undefined : files.find(request)) };
}

/** Reads a range of Pythons. Throws for what is none. */
export function targetOf(text: string): ProjectTarget {
  const range = parsePythonRange(text);
  if (isRangeProblem(range)) throw new Error(`${text} is no range of Pythons`);
  return { range, origin: { path: "command line", key: "--target" } };
}

export function listPrograms(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
