import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { OffsetRange } from "../engine/findings";
import type { DeclarationPlace, FileEdit, TargetFinding, TargetFix } from "../engine/target-findings";
import { declarationSays, fixTitle, plainText, targetFindingMessage, useNeeds } from "../messages";
import { DIAGNOSTIC_SOURCE, SEVERITIES } from "./diagnostics";
import type { LineIndex } from "./line-index";
import { overlaps } from "./usages";

/** A file that findings and edits speak of. */
export interface TargetFile {
  readonly uri: string;
  readonly lines: LineIndex;
  /** Version of the open document; `null` for a file on disk. */
  readonly version: number | null;
}

/** What turning judgements on declarations into protocol values takes. */
export interface TargetContext {
  /** Writes a path as its reader knows it. */
  readonly display: (file: string) => string;
  /** Finds a declaring file of the same project. */
  readonly fileAt: (file: string) => TargetFile | undefined;
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
}

/** Gives the diagnostics of one declaring file. */
export function toTargetDiagnostics(
  findings: readonly TargetFinding[],
  lines: LineIndex,
  context: TargetContext,
): Diagnostic[] {
  return findings.map((finding) => {
    const diagnostic: Diagnostic = {
      range: lines.toRange(finding),
      severity: SEVERITIES[finding.severity],
      code: finding.code,
      source: DIAGNOSTIC_SOURCE,
      message: plainText(targetFindingMessage(finding, context.display)),
    };
    const related = context.relatedInformation ? relatedPlaces(finding, context) : [];
    return related.length > 0 ? { ...diagnostic, relatedInformation: related } : diagnostic;
  });
}

/** Gives the fixes of the findings that a selection touches. */
export function toTargetActions(
  findings: readonly TargetFinding[],
  request: {
    readonly range: OffsetRange;
    readonly diagnostics: readonly Diagnostic[];
    readonly only: readonly string[] | undefined;
  },
  context: TargetContext & { readonly lines: LineIndex },
): CodeAction[] {
  const { only = [""] } = request;
  if (!only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix)) return [];
  return findings
    .filter((finding) => overlaps(finding, request.range))
    .flatMap((finding) => {
      const { start } = context.lines.toRange(finding);
      const diagnostics = request.diagnostics.filter(
        ({ code, range }) =>
          code === finding.code &&
          range.start.line === start.line &&
          range.start.character === start.character,
      );
      return finding.fixes.map((fix) => toTargetAction(fix, diagnostics, context));
    });
}

/** Gives the action of a fix that edits declaring files. */
export function toTargetAction(
  fix: TargetFix,
  diagnostics: readonly Diagnostic[],
  context: Pick<TargetContext, "fileAt" | "versionedEdits">,
): CodeAction {
  return {
    title: plainText(fixTitle(fix)),
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
    edit: toFilesEdit(fix.edits, context),
  };
}

/** Gives the protocol's form of edits to several files; those of files that are not there any more are left out. */
export function toFilesEdit(
  edits: readonly FileEdit[],
  { fileAt, versionedEdits }: Pick<TargetContext, "fileAt" | "versionedEdits">,
): WorkspaceEdit {
  const files = [...new Set(edits.map(({ file }) => file))].flatMap((file) => {
    const found = fileAt(file);
    if (!found) return [];
    const own = edits.filter((edit) => edit.file === file);
    const textEdits = own.map((edit) => ({ range: found.lines.toRange(edit), newText: edit.newText }));
    return [{ uri: found.uri, version: found.version, textEdits }];
  });
  if (versionedEdits) {
    return {
      documentChanges: files.map(({ uri, version, textEdits }) => ({
        textDocument: { uri, version },
        edits: textEdits,
      })),
    };
  }
  return { changes: Object.fromEntries(files.map(({ uri, textEdits }) => [uri, textEdits])) };
}

function relatedPlaces(finding: TargetFinding, context: TargetContext): DiagnosticRelatedInformation[] {
  const { fault, uses } = finding;
  const others = fault.kind === "disagrees" ? [fault.with] : fault.kind === "disputed" ? fault.by : [];
  const code = uses.map((use) => ({
    location: {
      uri: use.file,
      range: {
        start: { line: use.line - 1, character: use.column - 1 },
        end: { line: use.line - 1, character: use.endColumn - 1 },
      },
    },
    message: plainText(useNeeds(use)),
  }));
  return [...code, ...others.flatMap((place) => relatedDeclaration(place, context))];
}

function relatedDeclaration(place: DeclarationPlace, context: TargetContext): DiagnosticRelatedInformation[] {
  const file = context.fileAt(place.file);
  if (!file) return [];
  const location = { uri: file.uri, range: file.lines.toRange(place) };
  return [{ location, message: plainText(declarationSays(place)) }];
}
