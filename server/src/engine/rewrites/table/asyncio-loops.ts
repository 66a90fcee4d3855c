import { isArgumentOfCoroutine, isRunningLoop } from "../loop-predicates";
import { isSimple } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** What took a loop before Python 3.10, and takes the running one since. */
const WITH_LOOP = [
  "sleep",
  "wait",
  "wait_for",
  "gather",
  "shield",
  "as_completed",
  "Lock",
  "Event",
  "Condition",
  "Semaphore",
  "BoundedSemaphore",
  "Queue",
  "LifoQueue",
  "PriorityQueue",
  "open_connection",
  "start_server",
  "open_unix_connection",
  "start_unix_server",
  "create_subprocess_exec",
  "create_subprocess_shell",
] as const;

function withoutLoop(name: string): Form[] {
  const [old, now] = [`asyncio.${name}($$any, loop=$loop)`, `asyncio.${name}($$any)`];
  return [
    {
      old,
      new: now,
      oldAnchor: `asyncio.${name}(loop)`,
      modernise: { when: [isArgumentOfCoroutine, isRunningLoop("loop")], carried: ["loop"] },
    },
    {
      old,
      new: now,
      oldAnchor: `asyncio.${name}(loop)`,
      modernise: {
        safety: "unsafe",
        differs: "running-loop",
        when: [isArgumentOfCoroutine, isSimple("loop")],
      },
    },
  ];
}

/** Calls that name the loop, which runs them anyway. */
export const asyncioLoopRewrites: readonly Rewrite[] = WITH_LOOP.map((name): Rewrite => ({
  id: `asyncio-${name.toLowerCase().replaceAll("_", "-")}-loop`,
  entry: `asyncio.${name}`,
  names: { old: "loop=…", new: `asyncio.${name}` },
  forms: withoutLoop(name),
  downgrade: false,
}));
