import { Field, NodeKind } from "../syntax/node-kind";
import { minorsFrom, NO_MINORS } from "../version";
import { unwrap } from "./node-parts";
import type { Predicate } from "./predicate";
import { inAsync, onHole, predicate } from "./predicates";

/** The code stands in a coroutine, and some targeted Python warns of the argument or does not take it. */
export const isArgumentOfCoroutine: Predicate = predicate(
  "not-in-async",
  (match, subject) => (subject.minors & minorsFrom(8)) !== NO_MINORS && inAsync.holds(match, subject),
);

/** `$name` asks for the loop right there, where it is the one that runs. */
export function isRunningLoop(name: string): Predicate {
  return onHole(name, "not-shown", (node, { tree, references }) => {
    const call = unwrap(tree, node);
    if (tree.kind(call) !== NodeKind.Call || tree.namedChildren(tree.child(call, Field.Arguments)).length > 0)
      return false;
    const callee = references.entryAt(tree.child(call, Field.Function));
    return callee === "asyncio.get_event_loop" || callee === "asyncio.get_running_loop";
  });
}
