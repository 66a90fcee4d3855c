import type { CancellationToken, Connection } from "vscode-languageserver";
import { LIST_USED, USED_CHANGED, type ListUsedParams, type ListUsedResult } from "../protocol";
import { safely } from "./safely";
import type { Session } from "./session";
import { canonicalFolder } from "./session-parts";

/** Registers the request for what the code of the workspace uses. */
export function answerUsed(connection: Connection, session: Session): void {
  // The same function for every question, so that a client that asked twice hears of a change once.
  const onChange = (): void => {
    connection
      .sendNotification(USED_CHANGED)
      .catch(() => session.log.warn("a change of what the workspace uses could not be told"));
  };
  const used = safely({
    name: LIST_USED,
    log: session.log,
    empty: (): ListUsedResult => ({ ids: [] }),
    async handle(
      { folderUri, partialResultToken }: ListUsedParams,
      token: CancellationToken,
    ): Promise<ListUsedResult> {
      const folder = folderUri === undefined ? undefined : canonicalFolder(folderUri);
      const onPart = (ids: readonly string[]): void => {
        connection
          .sendNotification("$/progress", { token: partialResultToken, value: { ids } })
          .catch(() => session.log.warn("a part of what the workspace uses could not be sent"));
      };
      const question = { folder, token, onChange, ...(partialResultToken !== undefined && { onPart }) };
      return { ids: (await session.uses.find(question)) ?? [] };
    },
  });
  // By its name alone, the request may come without parameters: then only the token is handed over.
  connection.onRequest(LIST_USED, (params: ListUsedParams | CancellationToken, token?: CancellationToken) =>
    token ? used(params as ListUsedParams, token) : used({}, params as CancellationToken),
  );
}
