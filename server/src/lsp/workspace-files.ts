import { fileProblem } from "../messages";
import { type ProjectFiles, withoutTestData } from "../project";
import {
  FIND_FILES,
  LIST_FOLDER,
  READ_FILE,
  type FindFilesResult,
  type FolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from "../protocol";
import type { HostFiles } from "./host";

/** The project's own extension, which reads what the server cannot reach. */
export interface CompanionFiles {
  read(params: ReadFileParams): Promise<ReadFileResult>;
  list(params: FolderParams): Promise<ListFolderResult>;
  find(params: FolderParams): Promise<FindFilesResult>;
}

/** Makes the requests of a companion from whatever sends them. */
export function companionFiles(send: (method: string, params: object) => Promise<unknown>): CompanionFiles {
  return {
    read: (params) => send(READ_FILE, params) as Promise<ReadFileResult>,
    list: (params) => send(LIST_FOLDER, params) as Promise<ListFolderResult>,
    find: (params) => send(FIND_FILES, params) as Promise<FindFilesResult>,
  };
}

/** The files of the workspace, by uri. The server reads them where it can, or else the companion. */
export class WorkspaceFiles implements ProjectFiles {
  constructor(
    private readonly host: HostFiles | undefined,
    private readonly companion: CompanionFiles | undefined,
    /** Gives the text of a file that the client holds open, which may be newer than what is stored. */
    private readonly opened: (uri: string) => string | undefined = () => undefined,
  ) {}

  /** Tells whether the server reads a uri without asking the client. */
  reachesItself(uri: string): boolean {
    return this.host?.reaches(uri) === true;
  }

  async read(uri: string): Promise<string | undefined> {
    const open = this.opened(uri);
    if (open !== undefined) return open;
    if (this.host?.reaches(uri)) return this.host.read(uri);
    const answer = await this.companion?.read({ uri });
    if (answer?.problem !== undefined) throw new Error(fileProblem(answer.problem));
    return answer?.text ?? undefined;
  }

  async list(folderUri: string): Promise<readonly string[] | undefined> {
    if (this.host?.reaches(folderUri)) return this.host.list(folderUri);
    return (await this.companion?.list({ folderUri }))?.names ?? undefined;
  }

  /**
   * Finds the Python files below a folder, but for those that tests read. The companion comes first, since it knows what the editor hides; without one
   * only folders that the server reaches have any.
   */
  async findPython(folderUri: string): Promise<readonly string[]> {
    return withoutTestData(await this.listPython(folderUri));
  }

  private async listPython(folderUri: string): Promise<readonly string[]> {
    if (this.companion) return (await this.companion.find({ folderUri })).uris;
    return this.host?.reaches(folderUri) ? this.host.findPython(folderUri) : [];
  }
}
