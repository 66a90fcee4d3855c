import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type ProtocolRequestType,
} from "vscode-languageserver";
import { safely } from "./safely";
import type { Session } from "./session";

/** One request that the server answers. */
export interface Answer<Params, Result, Partial, Failure, Registration> {
  readonly type: ProtocolRequestType<Params, Result, Partial, Failure, Registration>;
  /** What the client gets when answering fails. */
  readonly empty: (params: Params) => Result;
  readonly handle: (params: Params, token: CancellationToken) => Result | Promise<Result>;
}

/** Registers the handler of a request, inside the one guard. After the session's end every request is refused. */
export function answer<Params, Result, Partial, Failure, Registration>(
  connection: Connection,
  session: Session,
  { type, empty, handle }: Answer<Params, Result, Partial, Failure, Registration>,
): void {
  const guarded = safely({ name: type.method, log: session.log, empty, handle });
  connection.onRequest(type.method, (params: Params, token: CancellationToken) => {
    if (session.isDisposed) throw new ResponseError(ErrorCodes.InvalidRequest, "the server was shut down");
    return guarded(params, token);
  });
}
