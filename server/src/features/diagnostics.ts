import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Location,
} from "vscode-languageserver-types";
import type { Catalogue } from "../engine/catalogue/catalogue";
import type { DocumentAnalysis, Finding, OffsetRange, ProjectTarget, Severity } from "../engine/findings";
import { findingMessage, guardLetsIn, plainText, targetDeclaredHere } from "../messages";
import type { LineIndex } from "./line-index";

/** Names the server in every diagnostic. */
export const DIAGNOSTIC_SOURCE = "sincewhen";

/** What turning findings into diagnostics takes besides the findings. */
export interface DiagnosticContext {
  readonly catalogue: Catalogue;
  /** Lines of the analysed version. */
  readonly lines: LineIndex;
  /** Where the file that declares the target can be opened; `undefined` for settings and where nobody declared one. */
  readonly originUri: string | undefined;
  /** Where a stretch of the program stands, which may be another cell of the same notebook. */
  locate(range: OffsetRange): Location;
  readonly relatedInformation: boolean;
  readonly deprecatedTag: boolean;
  readonly codeDescription: boolean;
}

/** The protocol's names of the severities. */
export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Gives the diagnostics of an analysis, in document order. */
export function toDiagnostics(analysis: DocumentAnalysis, context: DiagnosticContext): Diagnostic[] {
  return analysis.findings.map((finding) => toDiagnostic(finding, analysis, context));
}

function toDiagnostic(finding: Finding, analysis: DocumentAnalysis, context: DiagnosticContext): Diagnostic {
  const entry = context.catalogue.lookup(finding.entryId);
  const { summary } = entry?.kind === "behaviour" ? context.catalogue.prose(entry.id) : {};
  const diagnostic: Diagnostic = {
    range: context.lines.toRange(finding),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    source: DIAGNOSTIC_SOURCE,
    message: plainText(findingMessage(finding, { entry, summary, target: analysis.target })),
  };
  if (context.codeDescription && entry?.url !== undefined) diagnostic.codeDescription = { href: entry.url };
  if (context.deprecatedTag && isStruckOut(finding)) diagnostic.tags = [DiagnosticTag.Deprecated];
  const related = relatedPlaces(finding, analysis, context);
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** What is gone somewhere is as little to be used as what is deprecated: editors strike both out. */
function isStruckOut({ code }: Finding): boolean {
  return code === "deprecated" || code === "removed";
}

/** Points at the guard that does not guard enough, and at the declaration that makes the code fail. */
function relatedPlaces(
  finding: Finding,
  { target }: DocumentAnalysis,
  context: DiagnosticContext,
): DiagnosticRelatedInformation[] {
  if (!context.relatedInformation || !target) return [];
  const guard = finding.guard
    ? [{ location: context.locate(finding.guard), message: plainText(guardLetsIn(finding)) }]
    : [];
  return [...guard, ...originOf(target, context)];
}

function originOf(target: ProjectTarget, context: DiagnosticContext): DiagnosticRelatedInformation[] {
  if (context.originUri === undefined) return [];
  const line = Math.max(0, (target.origin.line ?? 1) - 1);
  const start = { line, character: 0 };
  return [
    {
      location: { uri: context.originUri, range: { start, end: start } },
      message: plainText(targetDeclaredHere(target)),
    },
  ];
}
