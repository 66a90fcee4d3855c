import type { DeclarationProblem } from "../../engine/declaration-problems";
import type { ProjectTarget, Severity } from "../../engine/findings";
import { formatMinor } from "../../engine/version";
import { plural } from "./plural";
import { declarationProblem } from "./problems";
import { formatTarget } from "./names";

/** What the last lines of a report are made from. */
export interface RunSummary {
  readonly files: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Lowest minor that everything together needs. */
  readonly minimum: number;
  readonly targets: readonly { readonly target: ProjectTarget; readonly files: number }[];
}

/** Words the result of a run in one or two lines. */
export function runSummary({ files, bySeverity, minimum, targets }: RunSummary): string {
  const total = Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
  const parts = (Object.entries(bySeverity) as [Severity, number][])
    .filter(([, count]) => count > 0)
    .map(([severity, count]) =>
      severity === "information" ? `${count} information` : plural(count, severity),
    );
  const found = total === 0 ? "Nothing found" : `Found ${parts.join(", ")}`;
  const against = targets.map(({ target, files: judged }) =>
    targets.length > 1 ? `${formatTarget(target)} in ${plural(judged, "file")}` : formatTarget(target),
  );
  const promise = against.length === 0 ? "" : ` for ${against.join(", ")}`;
  const needs = minimum === 0 ? "" : `; the code needs Python ${formatMinor(minimum)}`;
  return `${found} in ${plural(files, "file")}${promise}${needs}.`;
}

/** Tells that files were judged against nothing. */
export function noTargetNotice(files: number): string {
  return `nobody declares which Pythons ${files === 1 ? "this file" : `these ${files} files`} must run on, so nothing is \
checked: pass --target, or set project.requires-python in pyproject.toml`;
}

/** Tells that a file was passed over. */
export function skippedNotice(path: string, reason: string): string {
  return `${path} is skipped: ${reason}`;
}

/** Tells of a value in a configuration or in project metadata that could not be used. */
export function problemNotice(problem: {
  readonly path: string;
  readonly line?: number | undefined;
  readonly problem: DeclarationProblem;
}): string {
  const { path, line } = problem;
  return `${line === undefined ? path : `${path}:${line}`}: ${declarationProblem(problem.problem)}`;
}

/** Words what a run of fixes did. */
export function fixSummary(counts: {
  readonly fixes: number;
  readonly files: number;
  readonly isDryRun: boolean;
}): string {
  const { fixes, files, isDryRun } = counts;
  if (fixes === 0) return "Nothing to fix.";
  return `${isDryRun ? "Would make" : "Made"} ${plural(fixes, "fix", "fixes")} in ${plural(files, "file")}.`;
}
