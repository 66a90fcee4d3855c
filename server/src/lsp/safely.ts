import { ResponseError } from "vscode-languageserver";
import { describeError, reportBug, type Log } from "./log";

/** What a guarded handler is made of. */
export interface GuardedHandler<Params, Rest extends unknown[], Result> {
  /** The method, for the log. */
  readonly name: string;
  readonly log: Log;
  /** What the client gets when the handler fails. */
  readonly empty: (params: Params) => Result;
  readonly handle: (params: Params, ...rest: Rest) => Result | Promise<Result>;
}

/**
 * Puts the one guard around a handler: whatever it throws is logged with the uri, and the client gets the empty answer.
 * A `ResponseError` is an answer, not a failure, and goes through.
 */
export function safely<Params, Rest extends unknown[], Result>(
  guarded: GuardedHandler<Params, Rest, Result>,
): (params: Params, ...rest: Rest) => Promise<Result> {
  return async (params, ...rest) => {
    try {
      return await guarded.handle(params, ...rest);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      reportBug(guarded.log, `${guarded.name} failed for ${uriOf(params)}: ${describeError(error)}`);
      return guarded.empty(params);
    }
  };
}

/** Finds the document that a message is about, in whatever shape a client sent it. */
function uriOf(params: unknown): string {
  const message = params as { textDocument?: { uri?: unknown }; data?: { uri?: unknown } } | null | undefined;
  const uri = message?.textDocument?.uri ?? message?.data?.uri;
  return typeof uri === "string" ? uri : "no document";
}
