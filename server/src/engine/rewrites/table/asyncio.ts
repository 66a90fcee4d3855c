import { NodeKind } from "../../syntax/node-kind";
import { holdsNone, inAsync, isCoroutine, isName, isSimple, isUsedOnlyHere } from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { isNotAskedAbout, isWordNowhere, keepsName } from "../use-predicates";

/** The forms with and without an explicit loop: (`asyncio.Task.current_task`, `asyncio.current_task`). */
function withLoop(old: (loop: string) => string, now: (loop: string) => string): Form[] {
  return ["", "$loop"].map((loop) => ({
    old: old(loop),
    new: now(loop),
    when: loop === "" ? [inAsync] : [],
  }));
}

/** Better ways of `asyncio`. */
export const asyncioRewrites: readonly Rewrite[] = [
  {
    id: "asyncio-create-task",
    entry: "asyncio.create_task",
    names: { old: "asyncio.ensure_future", new: "asyncio.create_task" },
    forms: [{ old: "asyncio.ensure_future($coro)", new: "asyncio.create_task($coro)", when: [inAsync] }],
    modernise: { safety: "unsafe", differs: "coroutines-only", when: [isCoroutine("coro")] },
  },
  {
    id: "asyncio-get-running-loop",
    entry: "asyncio.get_running_loop",
    names: { old: "asyncio.get_event_loop", new: "asyncio.get_running_loop" },
    forms: [{ old: "asyncio.get_event_loop()", new: "asyncio.get_running_loop()", when: [inAsync] }],
  },
  {
    id: "asyncio-current-task",
    entry: "asyncio.current_task",
    names: { old: "asyncio.Task.current_task", new: "asyncio.current_task" },
    forms: withLoop(
      (loop) => `asyncio.Task.current_task(${loop})`,
      (loop) => `asyncio.current_task(${loop})`,
    ),
  },
  {
    id: "asyncio-all-tasks",
    entry: "asyncio.all_tasks",
    names: { old: "asyncio.Task.all_tasks", new: "asyncio.all_tasks" },
    forms: withLoop(
      (loop) => `{$task for $task in asyncio.Task.all_tasks(${loop}) if not $task.done()}`,
      (loop) => `asyncio.all_tasks(${loop})`,
    ),
    downgrade: { fresh: { task: "task" } },
  },
  {
    id: "asyncio-server-async-with",
    entry: "asyncio.Server.__aenter__",
    names: { old: "try/finally", new: "async with" },
    forms: [
      {
        old: `$server = await asyncio.start_server($$any_args)
try:
    $$$body
finally:
    $server.close()
    await $server.wait_closed()`,
        new: `$server = await asyncio.start_server($$any_args)
async with $server:
    $$$body`,
        when: [isName("server"), inAsync, keepsName("server", "body")],
      },
    ],
  },
  {
    id: "cancelled-error",
    entry: "asyncio.CancelledError",
    since: 8,
    names: { old: "except asyncio.CancelledError: raise", new: "except Exception" },
    forms: [
      {
        old: `try:
    $$$body
except asyncio.CancelledError:
    raise
except Exception:
    $$$handler`,
        new: `try:
    $$$body
except Exception:
    $$$handler`,
      },
      {
        old: `try:
    $$$body
except asyncio.CancelledError:
    raise
except Exception as $error:
    $$$handler`,
        new: `try:
    $$$body
except Exception as $error:
    $$$handler`,
      },
    ],
    downgrade: false,
  },
  {
    id: "iscoroutinefunction",
    entry: "inspect.iscoroutinefunction",
    since: 12,
    names: { old: "asyncio.iscoroutinefunction", new: "inspect.iscoroutinefunction" },
    forms: [{ old: "asyncio.iscoroutinefunction", new: "inspect.iscoroutinefunction" }],
    modernise: { safety: "unsafe", differs: "no-generator-coroutines" },
    downgrade: false,
  },
  {
    id: "asyncmock",
    entry: "unittest.mock.AsyncMock",
    names: { old: "unittest.mock.Mock", new: "unittest.mock.AsyncMock" },
    forms: [
      {
        old: `async def $function(*$args, **$kwargs):
    return $value
$mock = unittest.mock.Mock(side_effect=$function)`,
        new: "$mock = unittest.mock.AsyncMock(return_value=$value)",
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "awaits-are-recorded",
      when: [
        isUsedOnlyHere("function"),
        isSimple("value"),
        holdsNone("value", NodeKind.Identifier),
        isNotAskedAbout("mock"),
      ],
    },
    downgrade: {
      safety: "unsafe",
      differs: "no-awaits-recorded",
      fresh: { function: "answer", args: "args", kwargs: "kwargs" },
      when: [isSimple("value"), isWordNowhere(/\bassert_\w*await\w*|\bawait_(?:count|args)/)],
    },
  },
];
