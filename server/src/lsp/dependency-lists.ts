import type { FixDependency } from "../engine/findings";
import type { EditContext } from "../features/text-edits";
import { LineIndex } from "../features/line-index";
import {
  AddedDependencies,
  type ExtendedFile,
  joinPath,
  listingFilesFor,
  type NewDependency,
} from "../project";
import { folderOf } from "./find-context";
import type { Session } from "./session";
import { fileOf } from "./uris";

/** A file that lists dependencies, with the edits that add some, and what those count in. */
export interface ExtendedList extends Pick<ExtendedFile, "edits" | "added"> {
  readonly place: EditContext;
}

/**
 * The files of a workspace that list what projects depend on, open or not, with what fixes add to them. Each is read once, as it
 * is when somebody first asks.
 */
export class DependencyLists {
  private readonly texts = new Map<string, string | undefined>();
  private readonly added: AddedDependencies;

  constructor(private readonly session: Session) {
    this.added = new AddedDependencies({
      read: (path) => this.texts.get(path),
      isTop: (folder) => this.isTop(folder),
    });
  }

  /** Reads what may list the dependencies of a document; gives the path that it goes by here. */
  async load(uri: string): Promise<string> {
    const file = this.placeOf(uri);
    for (const path of listingFilesFor(file, (folder) => this.isTop(folder)))
      if (!this.texts.has(path)) this.texts.set(path, await this.read(path));
    return file;
  }

  /** Tells whether a package can be added for a document; its lists must have been loaded. */
  canAdd(file: string, dependency: FixDependency): boolean {
    return this.added.canAdd(file, dependency);
  }

  /** Adds a package for a document. */
  async add(uri: string, dependency: NewDependency): Promise<void> {
    this.added.add(await this.load(uri), dependency);
  }

  /** The files with what was added. */
  extended(): ExtendedList[] {
    const { openFiles, support } = this.session;
    return this.added.extended().map(({ path, before, edits, added }) => {
      const open = openFiles.at(path);
      const place = {
        uri: open?.uri ?? path,
        version: open?.version ?? null,
        lines: LineIndex.of(before, support.encoding),
        versionedEdits: support.versionedEdits,
      };
      return { place, edits, added };
    });
  }

  /** What lies nowhere counts as if it lay at the top of the workspace, if there is one. */
  private placeOf(uri: string): string {
    const folder = folderOf(uri, this.session.folderUris);
    return fileOf(uri) ?? (folder === undefined ? "" : joinPath(folder, "untitled"));
  }

  /** What lies above a folder of the workspace is not its business. */
  private isTop(folder: string): boolean {
    return this.session.folderUris.includes(folder);
  }

  private async read(path: string): Promise<string | undefined> {
    try {
      return await this.session.files.read(path);
    } catch {
      // A file that cannot be read is one that cannot be edited.
      return undefined;
    }
  }
}
