import { fileProblem } from "../messages";
import type { ProjectFiles } from "../project/files";
import {
  LIST_FILES,
  READ_FILE,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from "../protocol";
import type { HostFiles } from "./host";

/** The project's own extension, which reads what the server cannot reach. */
export interface CompanionFiles {
  read(params: ReadFileParams): Promise<ReadFileResult>;
  list(params: ListFilesParams): Promise<ListFilesResult>;
}

/** Makes the requests of a companion from whatever sends them. */
export function companionFiles(send: (method: string, params: object) => Promise<unknown>): CompanionFiles {
  return {
    read: (params) => send(READ_FILE, params) as Promise<ReadFileResult>,
    list: (params) => send(LIST_FILES, params) as Promise<ListFilesResult>,
  };
}

/**
 * The files of the workspace, by uri, each read once until it is said to have changed. The server reads them where it
 * can, or else the companion.
 */
export class WorkspaceFiles implements ProjectFiles {
  private readonly texts = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly host: HostFiles | undefined,
    private readonly companion: CompanionFiles | undefined,
  ) {}

  read(uri: string): Promise<string | undefined> {
    let text = this.texts.get(uri);
    if (!text) this.texts.set(uri, (text = this.readNow(uri)));
    return text;
  }

  /** Reads a file as it is now, and does not keep it. Answers and rejects as `read` does. */
  async readNow(uri: string): Promise<string | undefined> {
    if (this.host?.reaches(uri)) return this.host.read(uri);
    const answer = await this.companion?.read({ uri });
    if (answer?.problem !== undefined) throw new Error(fileProblem(answer.problem));
    return answer?.text ?? undefined;
  }

  /**
   * Lists the Python files below a folder. The companion comes first, since it knows what the editor hides; without one
   * only folders that the server reaches have any.
   */
  async listPython(folderUri: string): Promise<readonly string[]> {
    if (this.companion) return (await this.companion.list({ folderUri })).uris;
    return this.host?.reaches(folderUri) ? this.host.listPython(folderUri) : [];
  }

  /** Forgets every text: finding out which others depend on a changed file is not worth it. */
  drop(): void {
    this.texts.clear();
  }
}
