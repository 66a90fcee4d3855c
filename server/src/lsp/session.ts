import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import { createTargetFinder, type DeclaringFile, type TargetFinder } from "../project";
import { Analyses } from "./analyses";
import { readClientSupport, type ClientSupport } from "./client-support";
import { DeclaringDocuments } from "./declaring-documents";
import { DeclaringSync } from "./declaring-sync";
import { DocumentStore } from "./document-store";
import { FileContexts, type FileContext } from "./file-contexts";
import { findContext, folderOf } from "./find-context";
import type { Host } from "./host";
import { Dependents } from "./dependents";
import { describeError, reportBug, type Log } from "./log";
import { OpenFiles } from "./open-files";
import { ProjectJudge } from "./project-judge";
import { Publisher } from "./publisher";
import {
  canonicalFolder,
  companionOf,
  foldersOf,
  makeSettings,
  scriptBlock,
  startEngine,
} from "./session-parts";
import type { SettingsCache } from "./settings-cache";
import { TargetAnnouncer } from "./target-announcer";
import { fileOf } from "./uris";
import { WorkspaceChanges } from "./workspace-changes";
import { WorkspaceFiles } from "./workspace-files";
import { WorkspaceModules } from "./workspace-modules";
import { WorkspaceUses } from "./workspace-uses";

/** Everything that one connected client has: made when it initialises, gone when it shuts down. */
export class Session {
  readonly support: ClientSupport;
  readonly log: Log;
  readonly documents: DocumentStore;
  /** Open documents that are no Python and declare which Pythons a project runs on. */
  readonly declaring: DeclaringDocuments;
  readonly openFiles: OpenFiles;
  readonly declaringSync: DeclaringSync;
  /** Answers for everything that declares Pythons. */
  readonly judge: ProjectJudge;
  /** What the code of the workspace uses. */
  readonly uses: WorkspaceUses;
  readonly files: WorkspaceFiles;
  readonly settings: SettingsCache;
  readonly contexts: FileContexts;
  readonly modules: WorkspaceModules;
  readonly analyses: Analyses;
  /** Tells of what can alter what is reported of files that are not open. */
  readonly changes = new WorkspaceChanges();
  /** `undefined` when the engine's parts are missing or broken, which the user was told then. */
  readonly engine: Promise<Engine | undefined>;
  private folders: readonly string[];
  private readonly targets: TargetFinder;
  private readonly publisher: Publisher;
  private readonly announcer: TargetAnnouncer;
  private readonly dependents: Dependents;
  private readonly interpreters = new Map<string, string>();
  private readonly scripts = new Map<string, string>();
  private isOver = false;

  constructor(
    private readonly connection: Connection,
    host: Host,
    params: InitializeParams,
  ) {
    this.support = readClientSupport(params);
    this.log = connection.console;
    this.documents = new DocumentStore(this.support.encoding, host.memory);
    this.declaring = new DeclaringDocuments(this.support.encoding);
    this.openFiles = new OpenFiles(this.documents, this.declaring);
    this.folders = foldersOf(params);
    this.files = new WorkspaceFiles(
      host.files,
      this.support.companion ? companionOf(connection) : undefined,
      (uri) => this.openFiles.at(uri)?.text,
    );
    this.targets = createTargetFinder(this.files);
    this.settings = makeSettings(connection, this.support, params.initializationOptions);
    this.engine = startEngine(connection, host, params.initializationOptions);
    this.judge = new ProjectJudge(this, (folder) => this.needsKnown(folder));
    this.uses = new WorkspaceUses(this);
    this.publisher = new Publisher(connection, this.support, this.judge);
    this.declaringSync = new DeclaringSync(this, this.publisher);
    this.announcer = new TargetAnnouncer(connection, this.support, this.log);
    this.contexts = new FileContexts((uri) => this.findContext(uri));
    this.modules = new WorkspaceModules({
      read: (uri) => this.files.read(uri),
      list: (folder) => this.files.list(folder),
      openText: (uri) => this.documents.get(uri)?.text,
      folderOf: (uri) => folderOf(uri, this.folders),
    });
    this.dependents = new Dependents({
      openUris: () => this.documents.uris(),
      onChanged: (file) => this.modules.documentChanged(file),
      dependsOn: (uri, file) => this.modules.dependsOn(uri, file) || this.shareNotebook(uri, file),
      refresh: (uris, files) => this.refreshDependents(uris, files),
    });
    this.analyses = new Analyses({
      modules: this.modules,
      onLateModules: (uri) => this.show([uri]),
      documents: this.documents,
      engine: this.engine,
      contextOf: (uri) => this.contextOf(uri),
      onAnalysed: (analysed) => this.publisher.publish(analysed),
      onError: (uri, error) => reportBug(this.log, `analysing ${uri} failed: ${describeError(error)}`),
    });
  }

  /** Gives every file of a folder that can declare Pythons, as the client holds it open or as it is stored. */
  declaringFiles(folder: string): Promise<readonly DeclaringFile[]> {
    return this.targets.declaringFiles(folder);
  }

  /** The client shut the session down: nothing is answered any more. */
  get isDisposed(): boolean {
    return this.isOver;
  }

  /** Uris of the workspace's folders, in the user's order. */
  get folderUris(): readonly string[] {
    return this.folders;
  }

  /**
   * Gives what applies to a file, and announces it for a document that is open. What the document's own script metadata
   * declares is read again when that was edited.
   */
  async contextOf(uri: string): Promise<FileContext> {
    const script = scriptBlock(this.documents.get(uri)?.text ?? "");
    if ((this.scripts.get(uri) ?? "") !== script) {
      this.scripts.set(uri, script);
      this.contexts.reconsider(uri);
    }
    const context = await this.contexts.of(uri);
    if (this.documents.get(uri)) this.announcer.announce(uri, context);
    return context;
  }

  /** Sees to it that a client that does not pull gets diagnostics, and the companion a target. */
  touch(uri: string): void {
    if (this.documents.get(uri)) {
      this.judge.codeChanged(uri);
      this.uses.edited();
    }
    if (!this.support.pullsDiagnostics) this.analyses.schedule(uri);
    else if (this.support.companion) {
      this.contextOf(uri).catch((error: unknown) => this.log.error(describeError(error)));
    }
  }

  /** The text of an open document changed: whatever imports it is shown anew after a while. */
  textChanged(uri: string): void {
    // What the analysis keeps from edit to edit rests on all modules: they stay the same while somebody types.
    if (this.modules.isImported(uri) || this.documents.notebookOf(uri)) this.dependents.changedText(uri);
  }

  /** A notebook came, or its cells changed their number or order. */
  notebookChanged(cells: readonly string[]): void {
    for (const cell of cells) this.touch(cell);
    if (cells.length > 0) this.askForRefresh();
  }

  /** A document was opened: from now on its text counts, and not the file's. */
  opened(uri: string): void {
    this.modules.opened(uri);
    this.textChanged(uri);
  }

  /** Forgets a document that was closed, and takes back what was published of it. */
  forget(uri: string): void {
    this.modules.closed(uri);
    this.dependents.changedText(uri);
    this.analyses.forget(uri);
    this.contexts.forget(uri);
    this.settings.forget(uri);
    this.announcer.forget(uri);
    this.scripts.delete(uri);
    this.publisher.clear(uri);
    this.changes.tell([uri]);
  }

  /**
   * Project files changed: those of the uris, or, without any, nobody knows which. Only where some came or went can an
   * import lead elsewhere: what a file says of Pythons leaves the modules of the project as they are.
   */
  projectChanged(uris: readonly string[] | undefined, cameOrWent = uris): void {
    if (uris) for (const uri of uris) this.targets.invalidate(fileOf(uri));
    else this.targets.invalidate();
    if (!cameOrWent || cameOrWent.length > 0) this.modules.invalidate(cameOrWent);
    this.refresh();
  }

  /** The editor's settings changed. `pushed` is what the notification carried. */
  settingsChanged(pushed: unknown): void {
    this.settings.change(pushed);
    this.refresh();
  }

  /** Another Python was selected for a folder; `undefined`: none counts. */
  interpreterChanged(folderUri: string, version: string | undefined): void {
    const folder = canonicalFolder(folderUri);
    if (this.interpreters.get(folder) === version) return;
    if (version === undefined) this.interpreters.delete(folder);
    else this.interpreters.set(folder, version);
    this.refresh();
  }

  /** Folders came into the workspace or left it. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(canonicalFolder));
    this.folders = [...this.folders.filter((folder) => !gone.has(folder)), ...added.map(canonicalFolder)];
    this.modules.invalidate();
    this.refresh();
  }

  /** Files that hold Python changed on disk, were made or deleted. Where some came or went, any import may lead elsewhere. */
  pythonFilesChanged(uris: readonly string[], cameOrWent: readonly string[]): void {
    this.modules.invalidate(uris);
    if (cameOrWent.length > 0) this.show(this.documents.uris());
    else for (const uri of uris) this.dependents.changedText(uri);
    this.changes.tell(uris);
  }

  /** Ends every timer and frees every tree. */
  dispose(): void {
    this.isOver = true;
    this.declaringSync.dispose();
    this.judge.dispose();
    this.uses.dispose();
    this.analyses.dispose();
    this.dependents.dispose();
    this.documents.dispose();
    this.changes.tell(undefined);
  }

  /** Has diagnostics and hints of every open document made anew, since what they rest on changed. */
  private refresh(): void {
    this.contexts.drop();
    this.show(this.documents.uris());
    this.declaringSync.publishAll();
    this.changes.tell(undefined);
  }

  private refreshDependents(uris: readonly string[], files: readonly string[]): void {
    if (uris.length > 0) this.show(uris);
    this.changes.tell(files);
  }

  /** Has diagnostics and hints of open documents made anew; a client that asks for them is told to ask again. */
  private show(uris: readonly string[]): void {
    for (const uri of uris) this.touch(uri);
    this.askForRefresh();
  }

  /** Has a client that pulls ask again for diagnostics and hints. */
  private askForRefresh(): void {
    const { diagnostics, inlayHint } = this.connection.languages;
    const ignore = (): void => {
      // A client that refuses to refresh shows what it has until it asks again.
    };
    if (this.support.pullsDiagnostics && this.support.refreshesDiagnostics)
      diagnostics.refresh().catch(ignore);
    if (this.support.refreshesInlayHints) inlayHint.refresh().catch(ignore);
  }

  /** A cell runs after the ones before it, so that a change of one can alter what is told of another. */
  private shareNotebook(uri: string, changed: string): boolean {
    const notebook = this.documents.notebookOf(uri);
    return uri !== changed && notebook !== undefined && notebook === this.documents.notebookOf(changed);
  }

  private needsKnown(folder: string): void {
    this.declaringSync.publishAll(folder);
    this.askForRefresh();
    this.changes.wake();
  }

  private findContext(uri: string): Promise<FileContext> {
    return findContext(uri, {
      targets: this.targets,
      // Asking for each file of a workspace would flood the client, and settings differ by folder at most.
      settingsOf: (resource) => {
        const folder = this.documents.get(resource) ? undefined : folderOf(resource, this.folders);
        return this.settings.of(folder ?? resource);
      },
      folders: () => this.folders,
      interpreterOf: (folder) => this.interpreters.get(folder ?? ""),
      textOf: (document) => this.documents.get(document)?.text,
    });
  }
}
