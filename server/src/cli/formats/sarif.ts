import { FINDING_CODES, type Severity } from "../../engine/findings";
import { codeSummary } from "../../messages";
import type { Place, RelatedPlace, ReportedFinding, ReportedFix } from "../report";
import { findingsOf, type RunResult } from "../run-result";
import { toJson } from "./json";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** Writes a SARIF 2.1.0 log: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifLog(result: RunResult, version: string): string {
  return toJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "SinceWhen",
            version,
            rules: FINDING_CODES.map((id) => ({ id, shortDescription: { text: codeSummary(id) } })),
          },
        },
        columnKind: "unicodeCodePoints",
        results: findingsOf(result).map(toResult),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: result.skipped.map(({ path, reason }) => ({
              level: "warning",
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
      },
    ],
  });
}

function toResult(finding: ReportedFinding): Record<string, unknown> {
  // The regions of a notebook count from a cell, and nobody could apply them to the file.
  const fixes = finding.cell === undefined ? finding.fixes.filter(({ safety }) => safety !== "manual") : [];
  const { related = [] } = finding;
  return {
    ruleId: finding.code,
    ruleIndex: FINDING_CODES.indexOf(finding.code),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(finding.path), region: region(finding) },
        logicalLocations: [{ fullyQualifiedName: finding.symbol }],
      },
    ],
    ...(related.length > 0 && { relatedLocations: related.map(toRelated) }),
    ...(fixes.length > 0 && { fixes: fixes.map(toFix) }),
    properties: { failing: finding.failing, ...(finding.cell !== undefined && { cell: finding.cell }) },
  };
}

function toRelated({ path, line, column, cell, message }: RelatedPlace): Record<string, unknown> {
  const place = { artifactLocation: artifact(path), region: { startLine: line, startColumn: column } };
  return {
    physicalLocation: place,
    message: { text: message },
    ...(cell !== undefined && { properties: { cell } }),
  };
}

function toFix({ title, edits }: ReportedFix): Record<string, unknown> {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifact(path),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } })),
    })),
  };
}

function region({ line, column, endLine, endColumn }: Place): Record<string, number> {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Names a file by a URI, relative where the path is. */
function artifact(path: string): { readonly uri: string } {
  return { uri: path.split("/").map(encodeURIComponent).join("/") };
}
