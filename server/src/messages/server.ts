/** Tells that an editor setting cannot be read, and what happens instead. `key` has its section: `sinceWhen.target`. */
export function settingProblem(key: string, expected: string): string {
  return `SinceWhen: the setting ${key} should be ${expected}; its default is used instead.`;
}

/** Tells that the server runs but cannot analyse anything. */
export function startFailure(reason: string): string {
  return `SinceWhen could not start: ${reason}`;
}

/** Tells why a file that is there tells nothing. */
export function fileProblem(reason: string): string {
  return `cannot be read: ${reason}`;
}
