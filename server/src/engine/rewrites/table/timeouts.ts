import { NodeKind } from "../../syntax/node-kind";
import { holdsNone, inAsync } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** One `await` with a limit, and what becomes of its result. */
const HEADS = ["return ", "$result = ", ""] as const;

/** Better ways of time limits in coroutines. */
export const timeoutRewrites: readonly Rewrite[] = [
  {
    id: "asyncio-timeout",
    entry: "asyncio.timeout",
    names: { old: "asyncio.wait_for", new: "asyncio.timeout" },
    forms: HEADS.map((head): Form => ({
      old: `${head}await asyncio.wait_for($awaited, $seconds)`,
      new: `async with asyncio.timeout($seconds):\n    ${head}await $awaited`,
      when: [inAsync, holdsNone("awaited", NodeKind.Await, NodeKind.Yield)],
    })),
    modernise: { onRequest: true, safety: "unsafe", differs: "in-the-same-task" },
    downgrade: { safety: "unsafe", differs: "in-another-task" },
  },
];
