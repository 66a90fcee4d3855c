import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
} from "vscode-languageserver";
import { isDeclaringFile } from "../project";
import type { ClosedFiles } from "./closed-files";
import { diagnosticsOf } from "./publisher";
import { resultIdOf } from "./result-id";
import type { Session } from "./session";
import { fileOf } from "./uris";

/** The diagnostics of a file, or that they still are what the client has. */
export type FileReport = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** What reports are made from. */
export interface ReportParts {
  readonly session: Session;
  readonly closed: ClosedFiles;
}

/** Answers `textDocument/diagnostic`: the diagnostics of the present text, whether its timer has run out or not. */
export async function reportDocument(
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
  parts: ReportParts,
): Promise<FileReport> {
  await letMessagesIn();
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "a newer request takes the place of this one");
  }
  return reportFile(textDocument.uri, previousResultId, parts);
}

/** Reports a file, open or not. */
export async function reportFile(
  uri: string,
  previousResultId: string | undefined,
  { session, closed }: ReportParts,
): Promise<FileReport> {
  return toReport(await diagnosticsIn(uri, session, closed), previousResultId);
}

async function diagnosticsIn(
  uri: string,
  session: Session,
  closed: ClosedFiles,
): Promise<readonly Diagnostic[]> {
  if (session.declaring.get(uri)) return session.judge.diagnostics(uri);
  const analysed = await session.analyses.current(uri);
  if (!analysed) return closedDiagnostics(uri, session, closed);
  const diagnostics = diagnosticsOf(analysed, session.support);
  if (!session.judge.concerns(uri)) return diagnostics;
  return [...diagnostics, ...(await session.judge.diagnostics(uri))];
}

/** What there is to say of a file that nobody holds open. */
async function closedDiagnostics(
  uri: string,
  session: Session,
  closed: ClosedFiles,
): Promise<readonly Diagnostic[]> {
  const file = fileOf(uri) ?? uri;
  const diagnostics = /\.py[iw]?$/.test(file) ? await closed.diagnostics(uri) : [];
  if (!isDeclaringFile(file) || (await session.contextOf(uri)).excluded) return diagnostics;
  return [...diagnostics, ...(await session.judge.diagnostics(uri))];
}

/** Makes the report of known diagnostics. */
export function toReport(
  diagnostics: readonly Diagnostic[],
  previousResultId: string | undefined,
): FileReport {
  const resultId = resultIdOf(diagnostics);
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

/**
 * Lets messages that have arrived be handled first: an edit or a cancellation that waits makes the work worthless. A turn
 * of the event loop takes what has come out of the pipe, and the next one handles the first message of it. A timer would
 * wait a millisecond, a part of every keystroke; workers, which have no `setImmediate`, have no other way.
 */
export async function letMessagesIn(): Promise<void> {
  if (typeof setImmediate !== "function") return new Promise((resolve) => setTimeout(resolve));
  for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

const TURNS = 3;
