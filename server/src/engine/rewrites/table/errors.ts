import { NodeKind } from "../../syntax/node-kind";
import { builtin } from "../plain-predicates";
import { predicate } from "../predicates";
import type { Rewrite } from "../rewrite";

/** The builtin is called by another name: one of a module, or one that it had in Python 2. */
const isSecondName = predicate("not-shown", ({ roots: [root] }, { tree }) => {
  const kind = tree.kind(root);
  return kind === NodeKind.Attribute || /^(?:IOError|EnvironmentError|error)$/.test(tree.textOf(root));
});

/** Exceptions that became names of `TimeoutError`, and when. */
const TIMEOUTS: readonly (readonly [string, string, number])[] = [
  ["socket", "socket.timeout", 10],
  ["asyncio", "asyncio.TimeoutError", 11],
  ["futures", "concurrent.futures.TimeoutError", 11],
];

/** Better names of exceptions. */
export const errorRewrites: readonly Rewrite[] = [
  {
    id: "os-error",
    entry: "builtins.OSError",
    since: 3,
    names: { old: "IOError", new: "OSError" },
    forms: [{ old: "OSError", new: "$name", oldAnchor: "builtins.OSError" }],
    modernise: { when: [isSecondName], derive: (_match, subject) => builtin("OSError", subject) },
    downgrade: false,
  },
  ...TIMEOUTS.map(([id, old, since]): Rewrite => ({
    id: `timeout-error-${id}`,
    entry: "builtins.TimeoutError",
    since,
    names: { old, new: "TimeoutError" },
    forms: [{ old, new: "TimeoutError" }],
    downgrade: false,
  })),
];
