import type { OffsetRange } from "../engine/findings";
import type { TargetFinding, TargetFix } from "../engine/target-findings";
import { declarationProblem, declarationSays, fixTitle, targetFindingMessage, useNeeds } from "../messages";
import {
  type CodeNeeds,
  createTargetFinder,
  type DeclaringFile,
  isWithin,
  judgeProject,
  openProject,
  projectFolderOf,
  relativePath,
} from "../project";
import { openCatalogue } from "./engine-host";
import type { CheckSettings } from "./file-checker";
import type { Inputs } from "./inputs";
import { createLineIndex } from "./line-index";
import type { CommonOptions } from "./options";
import { checkFiles } from "./pool";
import { nodeProjectFiles, toProjectPath } from "./project-files";
import { type FileReport, lineKey, type Place, type RelatedPlace, type ReportedFinding } from "./report";
import type { DeclaredFindings, RunResult } from "./run-result";
import { collectFiles } from "./walk";

/** What judging the declarations of a run takes. */
export interface DeclarationRun {
  readonly inputs: Inputs;
  /** Of the files that the user asked about. */
  readonly reports: readonly FileReport[];
  readonly settings: CheckSettings;
  /** Values that the user is told of anyway. */
  readonly problems: RunResult["problems"];
  readonly options: Pick<CommonOptions, "jobs" | "exclude">;
}

/**
 * Judges what the files declare that the user named or that lie in folders which were walked. Where the code of a
 * project is not among the files that were checked, it is looked at, too: without it there is no telling what it needs.
 */
export async function judgeDeclarations(run: DeclarationRun): Promise<DeclaredFindings[]> {
  const { inputs, problems, settings } = run;
  const base = toProjectPath(settings.workingFolder);
  const { calendar } = await openCatalogue();
  const finder = createTargetFinder(nodeProjectFiles);
  const today = new Date().toISOString().slice(0, 10);
  const told = new Set(
    problems.map(({ path, line, problem }) => toldKey(path, line, declarationProblem(problem))),
  );
  const declared: DeclaredFindings[] = [];
  for (const folder of new Set(inputs.declaring.flatMap((file) => projectFolderOf(file) ?? []))) {
    const files = await finder.declaringFiles(folder);
    const needs = await needsOf(files, folder, run);
    const findings = judgeProject({ files, needs, calendar, today });
    const reporter = createReporter(files, base);
    for (const file of inputs.declaring.filter((path) => projectFolderOf(path) === folder)) {
      const own = findings.filter((finding) => finding.file === file);
      const fresh = own.map(reporter.report).filter((finding) => {
        return !told.has(toldKey(finding.path, finding.line, finding.message));
      });
      if (fresh.length > 0) declared.push({ findings: fresh, lines: reporter.linesOf(file, fresh) });
    }
  }
  return declared;
}

/** A finding begins with a capital where a notice does not. */
function toldKey(path: string, line: number | undefined, message: string): string {
  return `${path}:${line} ${message.toLowerCase()}`;
}

async function needsOf(
  files: readonly DeclaringFile[],
  folder: string,
  { inputs, reports, settings, options }: DeclarationRun,
): Promise<CodeNeeds | undefined> {
  const { promise } = openProject(files);
  if (!promise) return undefined;
  const base = toProjectPath(settings.workingFolder);
  const known = new Map(inputs.files.map((file, index) => [file.path, reports[index]]));
  const finder = createTargetFinder(nodeProjectFiles);
  const { files: all } = await collectFiles([folder], {
    workingFolder: settings.workingFolder,
    exclude: options.exclude,
    isExcluded: (path) => finder.isExcluded(path),
  });
  const unseen = all.filter((path) => !known.has(path)).map((path) => ({ path }));
  const wants = { fixes: false, lines: false };
  const more = await checkFiles(unseen, { ...settings, wants }, options.jobs);
  const seen = [...known].flatMap(([path, report]) => (isWithin(path, folder) ? report : []));
  const origin = { path: relativePath(promise.file.path, base), key: promise.declaration.key };
  const judged = [...seen, ...more].filter(
    ({ target, skipped }) =>
      skipped === undefined && target?.origin.path === origin.path && target.origin.key === origin.key,
  );
  return {
    minimum: Math.max(0, ...judged.map(({ needs }) => needs.minimum)),
    files: judged.length,
    shortfalls: judged.flatMap(({ shortfalls }) => shortfalls),
  };
}

interface Reporter {
  report(finding: TargetFinding): ReportedFinding;
  linesOf(file: string, findings: readonly ReportedFinding[]): Record<string, string>;
}

function createReporter(files: readonly DeclaringFile[], base: string): Reporter {
  const display = (file: string): string => relativePath(file, base);
  const indexes = new Map(files.map(({ path, text }) => [path, createLineIndex(text)]));
  const placeOf = (file: string, { start, end }: OffsetRange): Place => {
    const from = indexes.get(file)!.positionAt(start);
    const to = indexes.get(file)!.positionAt(end);
    return { ...from, endLine: to.line, endColumn: to.column };
  };
  const relatedTo = ({ fault, uses }: TargetFinding): RelatedPlace[] => {
    const others = fault.kind === "disagrees" ? [fault.with] : fault.kind === "disputed" ? fault.by : [];
    return [
      ...uses.map((use) => {
        const { file, line, column } = use;
        return { path: display(file), line, column, message: useNeeds(use) };
      }),
      ...others.map((place) => {
        const { line, column } = placeOf(place.file, place);
        return { path: display(place.file), line, column, message: declarationSays(place) };
      }),
    ];
  };
  const reportFix = (fix: TargetFix): ReportedFinding["fixes"][number] => ({
    id: fix.id,
    title: fixTitle(fix),
    safety: fix.safety,
    edits: fix.edits.map((edit) => ({
      path: display(edit.file),
      ...placeOf(edit.file, edit),
      newText: edit.newText,
    })),
  });
  return {
    report: (finding) => ({
      path: display(finding.file),
      ...placeOf(finding.file, finding),
      code: finding.code,
      severity: finding.severity,
      symbol: finding.key,
      kind: null,
      added: null,
      deprecated: null,
      removed: null,
      failing: [],
      message: targetFindingMessage(finding, display),
      url: null,
      fixes: finding.fixes.map(reportFix),
      related: relatedTo(finding),
    }),
    linesOf: (file, findings) =>
      Object.fromEntries(findings.map((each) => [lineKey(each), indexes.get(file)!.lineText(each.line)])),
  };
}
