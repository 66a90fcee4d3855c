/** Where the server tells what it does. The connection's console is one; tests bring their own. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/** Starts every line about a state that cannot be; the tests fail on it. */
export const BUG_PREFIX = "SinceWhen bug: ";

const reported = new Set<string>();

/** Logs a state that ought to be impossible, once for each wording, so that the server can carry on. */
export function reportBug(log: Log, message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  log.error(BUG_PREFIX + message);
}

/** Words whatever was thrown, with its stack where it has one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
