import type {
  CodeAction,
  CodeActionParams,
  Diagnostic,
  Hover,
  InlayHint,
  Position,
} from "vscode-languageserver";
import { CodeActionKind, CodeActionTriggerKind, MarkupKind } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import { placesInNeed, requirementsOf } from "../engine/floor/requirements";
import type { TargetFinding } from "../engine/target-findings";
import { LineIndex } from "../features/line-index";
import {
  type TargetContext,
  type TargetFile,
  toTargetAction,
  toTargetActions,
  toTargetDiagnostics,
} from "../features/target-diagnostics";
import { overlaps } from "../features/usages";
import { formatMinor, minorSetOf } from "../engine/version";
import { codeNeedsHint, codeNeedsTooltip, fixTitle, plainText, rangeCard } from "../messages";
import {
  type CodeNeeds,
  type DeclaringFile,
  floorFix,
  isDeclaringFile,
  judgeProject,
  nameOf,
  oldestMaintained,
  openProject,
  type Placed,
  type Project,
  projectFolderOf,
  readDeclaringFile,
  relativePath,
} from "../project";
import type { Analysed } from "./analyses";
import { declare } from "./floor-requests";
import { folderOf } from "./find-context";
import { describeError, reportBug } from "./log";
import type { Declarations } from "./publisher";
import type { Session } from "./session";
import { SCRIPT_MARK } from "./session-parts";
import { fileOf } from "./uris";
import { type AnalysedFile, WorkspaceNeeds } from "./workspace-needs";

/** A declaring document with everything that its project declares. */
interface Judged {
  readonly file: DeclaringFile;
  readonly lines: LineIndex;
  readonly project: Project;
  readonly needs: CodeNeeds | undefined;
  readonly engine: Engine;
}

/** Answers for the documents that declare Pythons: configuration files, `setup.py`, scripts with metadata. */
export class ProjectJudge implements Declarations {
  private readonly needs: WorkspaceNeeds;

  constructor(
    private readonly session: Session,
    onKnown: (folder: string) => void,
  ) {
    this.needs = new WorkspaceNeeds(session, onKnown);
  }

  /** Code was edited, so that what is known of it gets old. */
  codeChanged(uri: string): void {
    this.needs.forget([fileOf(uri) ?? uri]);
  }

  /** Gives the version of an open document; `undefined` for one that is closed. */
  versionOf(uri: string): number | undefined {
    return this.session.openFiles.get(uri)?.version;
  }

  /** Logs why a document could not be judged. */
  onError(uri: string, error: unknown): void {
    reportBug(this.session.log, `judging ${uri} failed: ${describeError(error)}`);
  }

  dispose(): void {
    this.needs.dispose();
  }

  /** Tells whether a document that is open can declare Pythons. */
  concerns(uri: string): boolean {
    const text = this.session.documents.get(uri)?.text ?? "";
    return isDeclaringFile(fileOf(uri) ?? "") || text.includes(SCRIPT_MARK);
  }

  /** Takes over what the analysis of a file on disk tells, so that nobody needs to make it again. */
  learn(uri: string, analysed: AnalysedFile): void {
    this.needs.learn(uri, analysed);
  }

  /** Gives the diagnostics on declarations in a file, open or not; none for one that declares nothing. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const judged = await this.judge(uri);
    if (!judged) return [];
    return toTargetDiagnostics(this.findingsIn(judged), judged.lines, this.contextOf(judged));
  }

  /** Gives the card of the declaration at a position; `null` where there is none. */
  async hover(uri: string, position: Position): Promise<Hover | null> {
    const judged = await this.judge(uri);
    if (!judged) return null;
    const { file, lines, project, engine } = judged;
    const offset = lines.offsetAt(position);
    const placed = project.declared.find(
      (each) => each.file === file && overlaps(hoveredStretch(each), { start: offset, end: offset }),
    );
    if (!placed) return null;
    const { key, range, items } = placed.declaration;
    const listed = minorSetOf(items.map(({ minor }) => minor));
    const needs = placed === project.promise ? judged.needs : undefined;
    const { calendar } = engine.catalogue;
    const card = rangeCard({ key, range, listed, calendar, today: today(), needs });
    const isMarkdown = this.session.support.markdownHover;
    const contents = isMarkdown
      ? { kind: MarkupKind.Markdown, value: card.markdown }
      : { kind: MarkupKind.PlainText, value: card.plain };
    return { contents, range: lines.toRange(hoveredStretch(placed)) };
  }

  /** Gives the hint behind the promise: what the code needs, once that is known. */
  async hints(uri: string): Promise<InlayHint[]> {
    const judged = await this.judge(uri);
    const promise = judged?.project.promise;
    if (!judged?.needs || judged.needs.files === 0 || promise?.file !== judged.file) return [];
    const { value } = promise.declaration;
    const { inlayHints } = await this.session.settings.of(uri);
    if (!value || inlayHints === "off") return [];
    const { minimum, files } = judged.needs;
    const quote = /^["']+/.exec(judged.file.text.slice(value.end, value.end + 3))?.[0].length ?? 0;
    return [
      {
        position: judged.lines.positionAt(value.end + quote),
        label: codeNeedsHint(minimum),
        tooltip: codeNeedsTooltip(minimum, files),
        paddingLeft: true,
      },
    ];
  }

  /** Gives the fixes of what is wrong with the declarations that a selection touches. */
  async actions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const judged = await this.judge(textDocument.uri);
    if (!judged) return [];
    const { lines } = judged;
    const request = { range: lines.toOffsets(range), diagnostics: context.diagnostics, only: context.only };
    return toTargetActions(this.findingsIn(judged), request, { ...this.contextOf(judged), lines });
  }

  /** Gives the actions that raise the promise to what the code at a selection needs. */
  async floorActions(
    { range, context: { diagnostics, only = [""] } }: CodeActionParams,
    analysed: Analysed,
  ): Promise<CodeAction[]> {
    const { analysis, lines, engine, context } = analysed;
    if (!only.some(isQuickFix)) return [];
    const { originUri, target } = context;
    const selected = lines.toOffsets(range);
    const findings = analysis.findings.filter(
      (finding) => /^(?:added|syntax)-later$/.test(finding.code) && overlaps(finding, selected),
    );
    const folder = originUri === undefined ? undefined : projectFolderOf(originUri);
    if (findings.length === 0 || folder === undefined) return [];
    const files = await this.session.declaringFiles(folder);
    const project = openProject(files);
    const isPromise =
      project.promise?.file.path === originUri && project.promise?.declaration.key === target?.origin.key;
    if (!isPromise) return [];
    const places = placesInNeed(analysis.usages, engine.catalogue);
    const minors = findings.flatMap(({ start, entryId }) =>
      places
        .filter((place) => place.start === start && place.entryId === entryId)
        .map(({ minimum }) => minimum),
    );
    if (minors.length === 0) return [];
    const fix = floorFix(project, Math.max(...minors));
    const about = diagnostics.filter(({ code }) => code === "added-later" || code === "syntax-later");
    return fix ? [toTargetAction(fix, about, this.filesContext(files, folder))] : [];
  }

  /**
   * Gives the action that declares a target where nobody did: from what the file needs up, but nothing that upstream gave
   * up. Only for who asks for actions; a light bulb on every line would be too much.
   */
  async declareActions(params: CodeActionParams, analysed: Analysed): Promise<CodeAction[]> {
    const { triggerKind, only = [""] } = params.context;
    const isAsked = triggerKind !== CodeActionTriggerKind.Automatic && only.some(isQuickFix);
    const { analysis, lines, context, engine } = analysed;
    if (context.target || !isAsked) return [];
    const selected = lines.toOffsets(params.range);
    if (!analysis.usages.some((usage) => overlaps(usage, selected))) return [];
    const { minimum } = requirementsOf(analysis.usages, engine.catalogue);
    const maintained = oldestMaintained(engine.catalogue.calendar, today()) ?? minimum;
    const version = formatMinor(Math.max(minimum, maintained));
    const { edit, uri } = await declare({ uri: analysis.uri, range: `>=${version}` }, this.session);
    const makesFile = edit?.documentChanges?.some((change) => "kind" in change) === true;
    const { versionedEdits, createsFiles } = this.session.support;
    if (!edit || uri === null || !versionedEdits || (makesFile && !createsFiles)) return [];
    const title = fixTitle({ id: "declare-target", details: { version, path: nameOf(uri) } });
    return [{ title: plainText(title), kind: CodeActionKind.QuickFix, edit }];
  }

  private findingsIn({ file, project, needs, engine }: Judged): TargetFinding[] {
    const { calendar } = engine.catalogue;
    const findings = judgeProject({ files: project.files, needs, calendar, today: today() });
    return findings.filter((finding) => finding.file === file.path);
  }

  private async judge(uri: string): Promise<Judged | undefined> {
    const path = fileOf(uri);
    if (path === undefined) return undefined;
    const folder = projectFolderOf(path);
    const files =
      folder === undefined ? await this.scriptAt(path) : await this.session.declaringFiles(folder);
    const engine = await this.session.engine;
    if (!engine) return undefined;
    const file = files.find((each) => each.path === path);
    if (!file) return undefined;
    const project = openProject(files);
    const { promise } = project;
    const origin = promise && { file: promise.file.path, key: promise.declaration.key };
    const needs = folder === undefined || !origin ? undefined : this.needs.of(folder, origin);
    return { file, lines: this.linesOf(file), project, needs, engine };
  }

  /** A file that only its own metadata speaks for. */
  private async scriptAt(path: string): Promise<DeclaringFile[]> {
    const text = await this.session.files.read(path).catch(() => undefined);
    return text?.includes(SCRIPT_MARK) ? [readDeclaringFile(path, text)] : [];
  }

  private contextOf({ file, project }: Judged): TargetContext {
    return this.filesContext(project.files, projectFolderOf(file.path));
  }

  private filesContext(files: readonly DeclaringFile[], folder: string | undefined): TargetContext {
    const { relatedInformation, versionedEdits } = this.session.support;
    const fileAt = (path: string): TargetFile | undefined => {
      const file = files.find((each) => each.path === path);
      if (!file) return undefined;
      const open = this.session.openFiles.at(path);
      return { uri: open?.uri ?? path, lines: this.linesOf(file), version: open?.version ?? null };
    };
    const display = (path: string): string => {
      const root = folderOf(path, this.session.folderUris) ?? folder;
      return root === undefined ? path : relativePath(path, root);
    };
    return { display, fileAt, relatedInformation, versionedEdits };
  }

  private linesOf({ text }: DeclaringFile): LineIndex {
    return LineIndex.of(text, this.session.support.encoding);
  }
}

/** Where a pointer means a declaration: on its value, or between the first and the last of its items. */
function hoveredStretch({ declaration }: Placed): { start: number; end: number } {
  return declaration.value ?? { start: -1, end: -1 };
}

function isQuickFix(kind: string): boolean {
  return kind === "" || kind === CodeActionKind.QuickFix;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
