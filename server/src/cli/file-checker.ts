import type { Engine, ModuleSource, ParsedDocument } from "../engine/analysis";
import type { DocumentAnalysis, Finding, Fix, OffsetRange, ProjectTarget } from "../engine/findings";
import { formatMinor, listMinors } from "../engine/version";
import { findingMessage, fixTitle, guardLetsIn } from "../messages";
import { type ConfigurationFile, createTargetFinder, relativePath, type TargetAnswer } from "../project";
import { createDiskModules } from "./disk-modules";
import { nodeProjectFiles, toProjectPath } from "./project-files";
import {
  type FileReport,
  lineKey,
  type Place,
  type ReportedFinding,
  type ReportedFix,
  type ReportedFloorPlace,
  type ReportedNeeds,
} from "./report";
import { requirementsOf, shortfallsOf } from "../engine/floor/requirements";
import type { CodePlace } from "../engine/target-findings";
import { isSkipped, readSourceBytes, readSourceFile, type SourceFile } from "./source-file";

/** What the check of every file of a run shares. Plain data: it crosses threads. */
export interface CheckSettings {
  /** Absolute; paths are reported as seen from it. */
  readonly workingFolder: string;
  readonly commandLine: ProjectTarget | undefined;
  readonly configuration: ConfigurationFile | undefined;
  /** `needs`: judge against no target, tell only what the file needs. `floor`: and what each lower end would mean. */
  readonly task: "findings" | "needs" | "floor";
  /** Which parts of a report somebody will look at. */
  readonly wants: { readonly fixes: boolean; readonly lines: boolean };
}

/** A file to check: its absolute path and, where they do not come from the disk, its bytes. */
export interface FileToCheck {
  readonly path: string;
  readonly bytes?: Uint8Array;
}

/** Checks files one after another. */
export interface FileChecker {
  /** Never rejects: what goes wrong is in the report. */
  check(file: FileToCheck): Promise<FileReport>;
}

/** The report on a file that nothing was found in. */
export const NOTHING_FOUND: Omit<FileReport, "path"> = {
  target: undefined,
  problems: [],
  findings: [],
  lines: {},
  needs: { minimum: 0, maximum: null, needs: [] },
  shortfalls: [],
  floor: [],
};

/** Makes a checker. It keeps what it reads of the project, so it must not outlive a change there. */
export function createFileChecker(engine: Engine, settings: CheckSettings): FileChecker {
  const finder = createTargetFinder(nodeProjectFiles);
  const modules = createDiskModules();
  const base = toProjectPath(settings.workingFolder);
  return {
    async check(file) {
      const path = relativePath(file.path, base);
      const empty = { ...NOTHING_FOUND, path };
      const source = file.bytes
        ? readSourceBytes(Buffer.from(file.bytes), file.path)
        : await readSourceFile(file.path);
      if (isSkipped(source)) return { ...empty, skipped: source.reason };
      const { commandLine, configuration } = settings;
      const answer = await finder.find(file.path, {
        base,
        text: source.text,
        ...(commandLine && { commandLine }),
        ...(configuration && { configuration }),
      });
      try {
        return report({ engine, settings, modules, file, path, source, answer });
      } catch (error) {
        return { ...empty, skipped: `its analysis failed (${String(error)})`, isFailure: true };
      }
    },
  };
}

/** Everything that a report on one file is made from. */
interface Subject {
  readonly engine: Engine;
  readonly settings: CheckSettings;
  readonly modules: ModuleSource;
  readonly file: FileToCheck;
  readonly path: string;
  readonly source: SourceFile;
  readonly answer: TargetAnswer;
}

function report(subject: Subject): FileReport {
  const { engine, settings, modules, file, path, source, answer } = subject;
  const document = engine.parse(source.text, file.path);
  try {
    const target = settings.task === "findings" ? answer.target : undefined;
    const { ignore, packages, backportStyle } = answer;
    const analysis = engine.analyse(document, {
      uri: file.path,
      version: 0,
      target,
      ignore,
      packages,
      ...(backportStyle && { backportStyle }),
      modules,
    });
    const mostFixed = LONG_LINE.test(source.text) ? 0 : MOST_FIXED;
    const findings = analysis.findings.map((finding, index) =>
      reportFinding(finding, { ...subject, document, analysis }, index < mostFixed),
    );
    return {
      path,
      target: answer.target,
      problems: answer.problems,
      findings,
      lines: settings.wants.lines ? linesOf(analysis, findings, source) : {},
      needs: needsOf(analysis, subject),
      shortfalls: target ? shortfallPlaces(analysis, subject) : [],
      floor: settings.task === "floor" ? floorPlaces(document, subject) : [],
    };
  } finally {
    document.dispose();
  }
}

interface Analysed extends Subject {
  readonly document: ParsedDocument;
  readonly analysis: DocumentAnalysis;
}

/** Findings of one file whose fixes are reported. Beyond that it is generated code, which nobody mends by hand. */
const MOST_FIXED = 2000;
/** A line that no hand has written: each fix on it would go over the whole of it. */
const LONG_LINE = /[^\r\n]{50000}/;

function reportFinding(finding: Finding, subject: Analysed, withFixes: boolean): ReportedFinding {
  const { engine, settings, path, source, document, analysis } = subject;
  const entry = engine.catalogue.lookup(finding.entryId);
  const { summary } = entry?.kind === "behaviour" ? engine.catalogue.prose(entry.id) : {};
  const fixes = settings.wants.fixes && withFixes ? engine.fixesFor(document, analysis, finding) : [];
  return {
    path,
    ...placeOf(finding, source),
    code: finding.code,
    severity: finding.severity,
    symbol: finding.about ?? finding.entryId,
    kind: entry?.kind ?? null,
    added: entry ? arrivalOf(entry.added) : null,
    deprecated: entry?.deprecated ?? null,
    removed: entry?.removed ?? null,
    failing: listMinors(finding.failing).map(formatMinor),
    message: findingMessage(finding, { entry, summary, target: analysis.target }),
    url: entry?.url ?? null,
    fixes: fixes.map((fix) => reportFix(fix, path, source)),
    ...(finding.guard && {
      related: [{ path, ...source.positionAt(finding.guard.start), message: guardLetsIn(finding) }],
    }),
  };
}

/** Tells the arrival as reports do: `3.0` for what is in every Python 3, `null` where nobody knows. */
export function arrivalOf(added: string | undefined): string | null {
  if (added === undefined) return formatMinor(0);
  return added === "unknown" ? null : added;
}

function reportFix(fix: Fix, path: string, source: SourceFile): ReportedFix {
  return {
    id: fix.id,
    title: fixTitle(fix),
    safety: fix.safety,
    edits: fix.edits.map((edit) => ({ path, ...placeOf(edit, source), newText: edit.newText })),
  };
}

function placeOf({ start, end }: OffsetRange, source: SourceFile): Place {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return { ...from, endLine: to.line, endColumn: to.column };
}

function linesOf(
  analysis: DocumentAnalysis,
  findings: readonly ReportedFinding[],
  source: SourceFile,
): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const [index, { start }] of analysis.findings.entries()) {
    lines[lineKey(findings[index])] ??= source.lines.lineText(source.lines.positionAt(start).line);
  }
  return lines;
}

function shortfallPlaces(analysis: DocumentAnalysis, { engine, file, source }: Subject): CodePlace[] {
  return shortfallsOf(analysis, engine.catalogue).map(({ start, end, entryId, minimum }) => {
    const { line, column } = source.positionAt(start);
    return { file: file.path, line, column, endColumn: column + (end - start), entryId, minimum };
  });
}

function floorPlaces(
  document: ParsedDocument,
  { engine, file, source, modules, answer }: Subject,
): ReportedFloorPlace[] {
  const { target, ignore } = answer;
  const request = { uri: file.path, version: 0, target, ignore, modules };
  const { needs, gains } = engine.floorFacts(document, request);
  const lacks = needs.map(({ entryId, minimum, start }): ReportedFloorPlace => {
    return { kind: "need", symbol: entryId, minor: minimum, ...source.positionAt(start) };
  });
  const frees = gains.map(({ kind, entryId, from, start }): ReportedFloorPlace => {
    return { kind, symbol: entryId, minor: from, ...source.positionAt(start) };
  });
  return [...lacks, ...frees];
}

function needsOf(analysis: DocumentAnalysis, { engine, source }: Subject): ReportedNeeds {
  const { minimum, maximum, needs } = requirementsOf(analysis.usages, engine.catalogue);
  return {
    minimum,
    maximum: maximum ?? null,
    needs: needs.map((need) => ({
      symbol: need.entry.about ?? need.entry.id,
      added: arrivalOf(need.entry.added),
      removed: need.entry.removed ?? null,
      minimum: need.minimum,
      maximum: need.maximum ?? null,
      ...source.positionAt(need.start),
    })),
  };
}
