import { isDeclaringFile, isWithin, projectFolderOf } from "../project";
import { describeError, reportBug } from "./log";
import type { Publisher } from "./publisher";
import type { Session } from "./session";
import { fileOf } from "./uris";

/** Milliseconds without an edit before the declarations in an open document count. */
const EDIT_PAUSE_MS = 50;

/**
 * Follows the open documents that declare Pythons: what the client holds open counts in place of the stored file, for
 * the document itself and for all the code that it speaks for.
 */
export class DeclaringSync {
  private readonly edited = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly publisher: Publisher,
  ) {}

  /** A document that is no Python was opened. Only one that differs from the stored file changes anything. */
  async opened(uri: string): Promise<void> {
    this.publish(uri);
    const known = await this.knownText(fileOf(uri) ?? uri);
    const open = this.session.declaring.get(uri);
    if (open && known !== open.text) this.changed(uri);
  }

  /** A document was edited, be it Python or not: before long it counts, where it declares something. */
  changed(uri: string): void {
    if (!isDeclaringFile(fileOf(uri) ?? "")) return;
    this.edited.add(uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const uris = [...this.edited];
      this.edited.clear();
      this.session.projectChanged(uris, []);
    }, EDIT_PAUSE_MS);
  }

  /** A document that is no Python was closed: the stored file counts again. */
  closed(uri: string): void {
    this.publisher.clear(uri);
    this.changed(uri);
  }

  /** Publishes what there is to say of the open documents below a folder; without one, of all. */
  publishAll(folder?: string): void {
    const { declaring, documents, analyses } = this.session;
    const isMeant = (uri: string): boolean => folder === undefined || isWithin(fileOf(uri) ?? uri, folder);
    for (const uri of declaring.uris().filter(isMeant)) this.publish(uri);
    for (const uri of documents.uris().filter(isMeant)) {
      if (!isDeclaringFile(fileOf(uri) ?? "")) continue;
      analyses
        .current(uri)
        .then((analysed) => analysed && this.publisher.publish(analysed))
        .catch((error: unknown) =>
          reportBug(this.session.log, `judging ${uri} failed: ${describeError(error)}`),
        );
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private publish(uri: string): void {
    const document = this.session.declaring.get(uri);
    if (document) this.publisher.publishDeclaring(uri, document.version);
  }

  /** The text under which a project's file is known so far. */
  private async knownText(file: string): Promise<string | undefined> {
    const folder = projectFolderOf(file);
    const files = folder === undefined ? [] : await this.session.declaringFiles(folder);
    return files.find(({ path }) => path === file)?.text;
  }
}
