import { CodeActionKind, type CodeAction, type Diagnostic } from "vscode-languageserver-types";
import type { Engine, ModuleSource, ParsedDocument } from "../engine/analysis";
import {
  type DocumentAnalysis,
  type Finding,
  FINDING_CODES,
  type FindingCode,
  type Fix,
  type FixDependency,
  type OffsetRange,
} from "../engine/findings";
import { withinCells } from "../engine/cell-limits";
import { fixText } from "../engine/fix-all";
import { isSilencing } from "../engine/fixes/fixes";
import { fixAllTitle, fixTitle, plainText, refusalReason } from "../messages";
import { limitsOf, mergeEdits, toWorkspaceEdit, type EditContext } from "./text-edits";
import { overlaps } from "./usages";

/** The kind of the action that applies every safe fix of a file. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.sinceWhen`;

/** The kinds of the actions that apply every safe fix of one sort of finding, by its code. */
const FIX_ALL_KINDS: readonly { readonly kind: string; readonly code: FindingCode }[] = FINDING_CODES.map(
  (code) => ({
    code,
    kind: `${FIX_ALL_KIND}.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  }),
);

/** Every kind of action that the server gives. */
export const CODE_ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
];

/** A document with its analysis, and what edits to it depend on. The tree must be of the analysed version. */
export interface FixContext extends EditContext {
  readonly version: number;
  readonly engine: Engine;
  readonly document: ParsedDocument;
  readonly analysis: DocumentAnalysis;
  /** Where the text that `lines` counts in starts in the analysed one: above 0 in a notebook's later cells only. */
  readonly base?: number;
  /** What the analysis was made with, for those of the texts between the first and the last fix. */
  readonly ignore: readonly string[];
  readonly modules?: ModuleSource;
}

/** What the client asks for. */
export interface ActionRequest {
  /** The selection; a mere cursor is empty. */
  readonly range: OffsetRange;
  /** The diagnostics that the client shows there. They may come from anybody, and may have lost their `data`. */
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds that are wanted, each with its sub-kinds; `undefined`: whatever fits. */
  readonly only: readonly string[] | undefined;
  /** The editor asks of itself, to know whether to show its light bulb. */
  readonly automatic: boolean;
  /** Leave the edits out: the client will ask for the one that is chosen. */
  readonly lazyEdits: boolean;
  /** The client shows actions that cannot be chosen, with the reason. */
  readonly showsDisabled: boolean;
}

/** What an action carries so that its edit can be found later. Offsets belong to that version. */
export interface ActionData extends OffsetRange {
  readonly uri: string;
  readonly version: number;
  /** Of an action that applies every safe fix of one sort of finding: its code. */
  readonly code?: FindingCode;
  /** Absent: the action applies every safe fix of the file. */
  readonly fix?: { readonly id: string; readonly code: string; readonly entryId: string };
}

/** The code actions for a selection. Editors show them as they come, and whoever only silences should have seen the rest. */
export interface CodeActions {
  /** The fixes of each finding, the safest first, then fix-all. */
  readonly mending: CodeAction[];
  /** What leaves the code as it is, and puts a comment there. */
  readonly silencing: CodeAction[];
}

/** Gives the code actions for a selection. */
export function toCodeActions(request: ActionRequest, context: FixContext): CodeActions {
  const { findings } = context.analysis;
  const actions: CodeActions = { mending: [], silencing: [] };
  for (const finding of findings) collectActions(finding, actions, { request, context });
  const { mending } = actions;
  mending.push(...requestedActions(request, context));
  if (wantsFixAll(request)) mending.push(...fixAllAction(request, context, undefined));
  for (const { kind, code } of FIX_ALL_KINDS) {
    if (wantsSort(kind, request)) mending.push(...fixAllAction(request, context, code));
  }
  return actions;
}

/** Fills in the edit of an action. One whose version is gone comes back without, and the client does nothing. */
export function resolveCodeAction(action: CodeAction, context: FixContext): CodeAction {
  const data = action.data as ActionData | undefined;
  if (data?.version !== context.version) return action;
  const edits = data.fix ? findFix(data, context)?.edits : safeEdits(context, data.code);
  return edits ? { ...action, edit: toWorkspaceEdit(edits, context) } : action;
}

function collectActions(
  finding: Finding,
  { mending, silencing }: CodeActions,
  { request, context }: { readonly request: ActionRequest; readonly context: FixContext },
): void {
  if (finding.fixIds.length === 0) return;
  const diagnostics = request.diagnostics.filter((diagnostic) => isAbout(diagnostic, finding, context));
  const onName = diagnostics.length > 0 || overlaps(finding, request.range);
  if (!onName && !(finding.subject && overlaps(finding.subject, request.range))) return;
  const kind = kindOf(finding, onName, request.only);
  const fixes = kind === undefined ? [] : fixesOf(finding, context);
  for (const [rank, fix] of fixes.entries()) {
    const action: CodeAction = { title: plainText(fixTitle(fix)), ...(kind !== undefined && { kind }) };
    if (diagnostics.length > 0) action.diagnostics = diagnostics;
    if (rank === 0 && fix.safety === "safe") action.isPreferred = true;
    const actions = isSilencing(fix) ? silencing : mending;
    actions.push(withEdit(action, { finding, fix }, request, context));
  }
  if (onName) mending.push(...disabledActions(finding, request, context));
}

/** What nobody is told of is offered to who asks for more than what is wrong. */
function requestedActions(request: ActionRequest, context: FixContext): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  if (request.automatic || !isWanted(kind, request.only)) return [];
  const { engine, document, analysis } = context;
  return engine.requestsAt(document, analysis, request.range).flatMap((finding) =>
    fixesOf(finding, context)
      .filter(({ id }) => finding.fixIds.includes(id))
      .map((fix) => {
        const action: CodeAction = { title: plainText(fixTitle(fix)), kind };
        return withEdit(action, { finding, fix }, request, context);
      }),
  );
}

/** The rewrites that are refused on a finding's own name, for who asks for actions: the reason may be worth mending. */
function disabledActions(finding: Finding, request: ActionRequest, context: FixContext): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  if (!request.showsDisabled || request.automatic || !isWanted(kind, request.only)) return [];
  const { engine, document, analysis } = context;
  return engine.refusalsFor(document, analysis, finding).map((refusal) => {
    const title = plainText(fixTitle(refusal));
    return { title, kind, disabled: { reason: plainText(refusalReason(refusal)) } };
  });
}

/**
 * On the flagged name a fix is a quick fix. Elsewhere in the code that it rewrites, and where the client asks for
 * refactorings only, it is a rewrite.
 */
function kindOf(finding: Finding, onName: boolean, only: ActionRequest["only"]): string | undefined {
  const isRewrite = !onName || finding.code === "modernise";
  const kinds: string[] = onName ? [CodeActionKind.QuickFix] : [];
  if (isRewrite) kinds.push(CodeActionKind.RefactorRewrite);
  return kinds.find((kind) => isWanted(kind, only));
}

function withEdit(
  action: CodeAction,
  { finding, fix }: { finding: Finding; fix: Fix },
  request: ActionRequest,
  context: FixContext,
): CodeAction {
  if (!request.lazyEdits) return { ...action, edit: toWorkspaceEdit(fix.edits, context) };
  const { start, end, code, entryId } = finding;
  const data: ActionData = {
    uri: context.uri,
    version: context.version,
    start,
    end,
    fix: { id: fix.id, code, entryId },
  };
  return { ...action, data };
}

/** Finds the package that the code of an action's fix imports, where it does. */
export function dependencyOf(action: CodeAction, context: FixContext): FixDependency | undefined {
  const data = action.data as ActionData | undefined;
  return data?.fix && data.version === context.version ? findFix(data, context)?.dependency : undefined;
}

function findFix({ start, end, fix: wanted }: ActionData, context: FixContext): Fix | undefined {
  const { engine, document, analysis } = context;
  const isMeant = (each: Finding): boolean =>
    each.start === start && each.end === end && each.code === wanted?.code && each.entryId === wanted.entryId;
  const finding =
    analysis.findings.find(isMeant) ?? engine.requestsAt(document, analysis, { start, end }).find(isMeant);
  const fixes = finding ? fixesOf(finding, context) : [];
  return fixes.find(({ id }) => id === wanted?.id);
}

/** Editors that look for light bulbs ask at every move of the cursor, and show no source actions there. */
function wantsFixAll({ only, automatic }: ActionRequest): boolean {
  return only === undefined ? !automatic : isWanted(FIX_ALL_KIND, only);
}

/** One sort alone is offered where it is asked for, or where every source action is. */
function wantsSort(kind: string, { only }: ActionRequest): boolean {
  return only?.some((asked) => asked === CodeActionKind.Source || asked === kind) ?? false;
}

function fixAllAction(
  request: ActionRequest,
  context: FixContext,
  code: FindingCode | undefined,
): CodeAction[] {
  if (!context.analysis.findings.some((finding) => hasSafeFix(finding, context, code))) return [];
  const kind = FIX_ALL_KINDS.find((each) => each.code === code)?.kind ?? FIX_ALL_KIND;
  const action: CodeAction = { title: plainText(fixAllTitle(code)), kind };
  if (!request.lazyEdits) return [{ ...action, edit: toWorkspaceEdit(safeEdits(context, code), context) }];
  const { uri, version } = context;
  const data: ActionData = { uri, version, start: 0, end: 0, ...(code && { code }) };
  return [{ ...action, data }];
}

/** The fixes of a finding, but for those that would write anew what only IPython understands. */
function fixesOf(finding: Finding, { engine, document, analysis, cells }: FixContext): readonly Fix[] {
  const limits = { text: document.text, ...limitsOf(cells) };
  return engine
    .fixesFor(document, analysis, finding)
    .filter(({ edits }) => withinCells(edits, limits) !== undefined);
}

function hasSafeFix(finding: Finding, context: FixContext, code: FindingCode | undefined): boolean {
  if (finding.fixIds.length === 0 || (code && finding.code !== code)) return false;
  return fixesOf(finding, context).some(({ safety }) => safety === "safe");
}

/** Every safe fix, and what is safe to fix after it. Where the text has errors, what can be fixed at once outside of them. */
function safeEdits(context: FixContext, code: FindingCode | undefined): Fix["edits"] {
  const { engine, document, analysis, uri, ignore, modules } = context;
  if (analysis.parseErrors.length > 0) return editsAtOnce(context, code);
  const { target, packages, backportStyle = "version" } = analysis;
  const limits = limitsOf(context.cells);
  const request = {
    path: uri,
    target,
    ignore,
    modules,
    packages,
    backportStyle,
    safety: "safe",
    ...limits,
  } as const;
  return fixText(engine, document.text, { ...request, ...(code && { select: [code] }) }).edits;
}

function editsAtOnce(context: FixContext, code: FindingCode | undefined): Fix["edits"] {
  const safe = context.analysis.findings
    .filter((finding) => finding.fixIds.length > 0 && (code === undefined || finding.code === code))
    .map((finding) => fixesOf(finding, context).find(({ safety }) => safety === "safe"))
    .filter((fix) => fix !== undefined);
  return mergeEdits(safe.map(({ edits }) => edits));
}

/** Recognises the finding's own diagnostic by place and code, the only things that every client gives back. */
function isAbout(diagnostic: Diagnostic, finding: Finding, { lines, base = 0 }: FixContext): boolean {
  if (diagnostic.code !== finding.code) return false;
  const { start, end } = lines.toOffsets(diagnostic.range);
  return start + base === finding.start && end + base === finding.end;
}

/** A kind is wanted when it, or one above it, is asked for: `quickfix` asks for `quickfix.guard` too. */
function isWanted(kind: string, only: ActionRequest["only"]): boolean {
  return (
    only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`))
  );
}
