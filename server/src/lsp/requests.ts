import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  CodeLensRequest,
  CompletionRequest,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  HoverRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  WorkspaceDiagnosticRequest,
  type CodeActionParams,
  type CodeLens,
  type Connection,
  type DocumentDiagnosticReport,
  type Hover,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver";
import type { OffsetRange } from "../engine/findings";
import {
  dependencyOf,
  resolveCodeAction,
  toCodeActions,
  type CodeActions,
  type ActionData,
  type FixContext,
} from "../features/code-actions";
import { toCodeLenses } from "../features/code-lens";
import { mayComplete, toCompletions } from "../features/completion";
import { toHover } from "../features/hover";
import { resolveInlayHint, toInlayHints, type HintData } from "../features/inlay-hints";
import type { Analysed } from "./analyses";
import { answer } from "./answer";
import { ClosedFiles } from "./closed-files";
import { withDependency } from "./dependency-edit";
import { reportDocument } from "./document-report";
import type { Session } from "./session";
import { silenceActions } from "./silence-actions";
import { workspaceProgress } from "./workspace-progress";
import { reportWorkspace } from "./workspace-report";

/** Registers every request that the server answers. */
export function answerRequests(connection: Connection, session: Session): void {
  answer(connection, session, {
    type: HoverRequest.type,
    empty: () => null,
    async handle({ textDocument, position }) {
      const { uri } = textDocument;
      const analysed = await session.analyses.current(uri);
      const hover = analysed && hoverAt(position, analysed, session);
      return hover ?? (session.judge.concerns(uri) ? session.judge.hover(uri, position) : null);
    },
  });
  answerDiagnostics(connection, session);
  answerCodeActions(connection, session);
  answerInlayHints(connection, session);
  answerCompletion(connection, session);
  answerCodeLens(connection, session);
}

function answerCompletion(connection: Connection, session: Session): void {
  answer(connection, session, {
    type: CompletionRequest.type,
    empty: () => [],
    async handle({ textDocument, position }) {
      const document = session.openFiles.get(textDocument.uri);
      if (!document) return [];
      const offset = document.lines.offsetAt(position);
      const { before, behind } = splitLine(document.text, offset);
      if (!mayComplete(before)) return [];
      const analysed = await session.analyses.current(textDocument.uri);
      const catalogue = (await session.engine)?.catalogue;
      if (!catalogue) return [];
      const today = new Date().toISOString().slice(0, 10);
      return toCompletions({ catalogue, analysis: analysed?.analysis, before, behind, position, today });
    },
  });
}

/** Gives the line around an offset, cut there. */
function splitLine(text: string, offset: number): { before: string; behind: string } {
  const end = text.slice(offset).search(/[\r\n]/);
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - LONGEST_LINE), offset))?.[0] ?? "";
  return { before, behind: end < 0 ? text.slice(offset) : text.slice(offset, offset + end) };
}

/** Nothing that is completed stands further from the start of its line. */
const LONGEST_LINE = 1000;

function answerCodeLens(connection: Connection, session: Session): void {
  answer(connection, session, {
    type: CodeLensRequest.type,
    empty: () => [],
    async handle({ textDocument }) {
      const analysed = await session.analyses.current(textDocument.uri);
      if (!analysed?.context.settings.codeLens || analysed.context.excluded) return [];
      return codeLensesOf(textDocument.uri, analysed, session.support.companion);
    },
  });
}

/** The lens of a file, or of a whole notebook at the head of its first cell. */
function codeLensesOf(uri: string, analysed: Analysed, companion: boolean): CodeLens[] {
  const { notebook, lines, engine } = analysed;
  const { analysis } = notebook?.whole ?? analysed;
  const cells = notebook?.cells ?? [{ uri, lines, start: 0 }];
  const [first] = cells;
  if (first.uri !== uri) return [];
  const locate = ({ start, end }: OffsetRange): Location => {
    const cell = cells.findLast((each) => each.start <= start) ?? first;
    return { uri: cell.uri, range: cell.lines.toRange({ start: start - cell.start, end: end - cell.start }) };
  };
  const head = { uri, position: first.lines.positionAt(0) };
  return toCodeLenses(analysis, { catalogue: engine.catalogue, head, locate, companion });
}

function hoverAt(position: Position, { analysis, lines, engine }: Analysed, session: Session): Hover | null {
  const markdown = session.support.markdownHover;
  return toHover(analysis, lines.offsetAt(position), { lines, catalogue: engine.catalogue, markdown });
}

function answerDiagnostics(connection: Connection, session: Session): void {
  const closed = new ClosedFiles(session);
  answer(connection, session, {
    type: DocumentDiagnosticRequest.type,
    empty: (): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }),
    handle: (params, token) => reportDocument(params, token, { session, closed }),
  });
  answer(connection, session, {
    type: WorkspaceDiagnosticRequest.type,
    empty: () => ({ items: [] }),
    handle(params, token) {
      const { partialResultToken } = params;
      const send =
        partialResultToken === undefined
          ? undefined
          : (part: WorkspaceDiagnosticReport) => {
              connection
                .sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, part)
                .catch(() => session.log.warn("a part of the workspace's diagnostics could not be sent"));
            };
      const progress = workspaceProgress(params, connection, session);
      return reportWorkspace(params, token, { session, closed, send, progress });
    },
  });
}

function answerCodeActions(connection: Connection, session: Session): void {
  answer(connection, session, {
    type: CodeActionRequest.type,
    empty: () => [],
    async handle(params) {
      if (!session.support.codeActionLiterals) return [];
      const { uri } = params.textDocument;
      const analysed = await session.analyses.current(uri);
      const own = analysed ? actionsFor(params, analysed, session) : undefined;
      return [
        ...(own?.mending ?? []),
        ...(analysed ? await session.judge.floorActions(params, analysed) : []),
        ...(analysed ? await session.judge.declareActions(params, analysed) : []),
        ...(session.judge.concerns(uri) ? await session.judge.actions(params) : []),
        ...(own?.silencing ?? []),
        ...(analysed ? await silenceActions(params, analysed, session) : []),
      ];
    },
  });
  answer(connection, session, {
    type: CodeActionResolveRequest.type,
    empty: (action) => action,
    async handle(action) {
      const analysed = await analysedOf(action.data as Partial<ActionData> | undefined, session);
      if (!analysed) return action;
      const context = fixContext(analysed, session);
      const resolved = resolveCodeAction(action, context);
      const dependency = dependencyOf(action, context);
      return dependency ? withDependency(resolved, dependency, { session, uri: context.uri }) : resolved;
    },
  });
}

function actionsFor(params: CodeActionParams, analysed: Analysed, session: Session): CodeActions {
  const { diagnostics, only, triggerKind } = params.context;
  const { start, end } = analysed.lines.toOffsets(params.range);
  const base = analysed.notebook?.start ?? 0;
  const request = {
    range: { start: start + base, end: end + base },
    diagnostics,
    only,
    automatic: triggerKind === CodeActionTriggerKind.Automatic,
    lazyEdits: session.support.lazyEdits,
    showsDisabled: session.support.disabledActions,
  };
  return toCodeActions(request, fixContext(analysed, session));
}

function fixContext(analysed: Analysed, session: Session): FixContext {
  const { analysis, lines, engine, notebook } = analysed;
  const { uri } = analysis;
  const { versionedEdits } = session.support;
  const whole = notebook?.whole ?? analysed;
  return {
    engine,
    document: whole.document.parse(engine),
    analysis: whole.analysis,
    lines,
    uri,
    version: whole.analysis.version,
    versionedEdits,
    ignore: analysed.context.ignore,
    modules: session.modules,
    ...(notebook && { cells: notebook.cells, base: notebook.start }),
  };
}

function answerInlayHints(connection: Connection, session: Session): void {
  answer(connection, session, {
    type: InlayHintRequest.type,
    empty: () => [],
    async handle({ textDocument, range }) {
      const { uri } = textDocument;
      const analysed = await session.analyses.current(uri);
      const hints = analysed ? hintsFor(range, analysed, session) : [];
      return session.judge.concerns(uri) ? [...hints, ...(await session.judge.hints(uri))] : hints;
    },
  });
  answer(connection, session, {
    type: InlayHintResolveRequest.type,
    empty: (hint) => hint,
    async handle(hint) {
      const analysed = await analysedOf(hint.data as Partial<HintData> | undefined, session);
      if (!analysed) return hint;
      const { analysis, engine } = analysed;
      const markdown = session.support.markdownHover;
      return resolveInlayHint(hint, analysis, { catalogue: engine.catalogue, markdown });
    },
  });
}

function hintsFor(
  range: Range,
  { analysis, lines, context, engine }: Analysed,
  session: Session,
): InlayHint[] {
  if (context.excluded) return [];
  return toInlayHints(analysis, {
    catalogue: engine.catalogue,
    lines,
    mode: context.settings.inlayHints,
    shown: lines.toOffsets(range),
    today: new Date().toISOString().slice(0, 10),
    lazyTooltips: session.support.lazyHintTooltips,
    markdown: session.support.markdownHover,
    companion: session.support.companion,
  });
}

/** Finds the analysis that an action or a hint was made from, by what it carries. */
async function analysedOf(
  data: { readonly uri?: string } | undefined,
  session: Session,
): Promise<Analysed | undefined> {
  return data?.uri === undefined ? undefined : session.analyses.current(data.uri);
}
