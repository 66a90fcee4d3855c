import type { Fix } from "../engine/findings";

/** What is different after a rewrite, by the key that the table of rewrites gives. A few words that end a title. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  "any-year": "years beyond four digits are taken too",
  "argument-wins": "an explicit method argument wins",
  "awaits-are-recorded": "awaits are recorded, and the mock counts as a coroutine function",
  aware: "the result knows its time zone",
  "broken-references": "broken character references are read in another way",
  "contiguous-only": "the buffer must be contiguous",
  "copied-data": "the data is copied",
  "copied-each-time": "directories are made anew each time, and the result is another",
  "copied-once": "directories that were made once are not made again",
  "coroutines-only": "anything but a coroutine is refused",
  "cycles-raise": "a cycle raises ValueError instead of never ending",
  "drives-escaped": "drives of Windows are escaped too",
  "drives-stay": "drives of Windows are left alone",
  "empty-gives-one": "an empty iterable gives 1 instead of TypeError",
  "error-instead": "an unknown number raises NotImplementedError instead of giving None",
  "errors-are-caught": "ValueError from the items is caught as well",
  "errors-get-through": "ValueError from the items gets through",
  "exact-root": "the root is exact where the float was off",
  "field-defaults": "`_field_defaults` is filled too",
  "first-failure-ends": "the first failure ends the test",
  "float-result": "the result is always a float",
  "float-rounding": "the last digits differ by the rounding of a float",
  "from-lines": "lines that start with From are written in another way",
  "joined-in-memory": "the buffers are joined in memory",
  "kept-by-the-function": "the function keeps values and objects",
  "kept-by-the-object": "the object keeps its value, which can be set and deleted",
  "last-bits": "the last bits and the largest numbers may differ",
  "names-go": "the names in between are gone",
  "nested-code-too": "newer Pythons show nested code too",
  "no-awaits-recorded": "awaits are not recorded any more",
  "no-field-defaults": "`_field_defaults` stays empty",
  "no-generator-coroutines": "coroutines made of generators do not count",
  "no-task-done": "there is no join, task_done or maxsize",
  "none-instead": "an unknown number gives None instead of NotImplementedError",
  "not-reentrant": "put is not re-entrant any more",
  "one-format": "one format is accepted only",
  "one-more-base": "one more class among the bases",
  "one-version": "networks of different versions raise another TypeError",
  "other-class": "it is another class object, of another name",
  "other-message": "errors have other messages",
  "other-texts": "other texts are accepted and refused",
  "plain-dict": "a plain dictionary, without move_to_end",
  "plain-methods-only": "class and static methods are not supported",
  "plist-data": "`plistlib.Data` is not supported any more",
  "read-at-run-time": "whoever reads annotations at run time sees another object",
  "sockets-only": "takes sockets only",
  "special-forms": "special forms give another result",
  "statistics-error": "empty data raises StatisticsError, and the last bits may differ",
  "unix-only": "works on Unix only",
  "while-alive": "works while the main thread is alive",
  "zero-beyond": "more items than there are give 0 instead of ValueError",
  "zero-division": "empty data raises ZeroDivisionError, and the last bits may differ",
};

/** Every key that has words, for tests that hold the table of rewrites against them. */
export const WORDED_DIFFERENCES: readonly string[] = Object.keys(DIFFERENCES);

/** Words the title of a fix that the table of rewrites tells; `undefined` for any other fix. */
export function rewriteTitle({ id, details }: Pick<Fix, "id" | "details">): string | undefined {
  const way = /^(modernise|downgrade)-/.exec(id)?.[1];
  if (way === undefined || details.name === undefined) return undefined;
  const differs = details.differs === undefined ? undefined : DIFFERENCES[details.differs];
  const note = differs === undefined ? "" : ` (${differs})`;
  return way === "modernise" ? `Use \`${details.name}\`${note}` : `Use the older \`${details.name}\`${note}`;
}
