import type { TextReplacement } from "../findings";
import { type EventLoopDance, findEventLoopDances } from "../rules/event-loop-dance";
import { NO_NODE, type SyntaxTree } from "../syntax/syntax-tree";
import type { Fixer } from "./fixer";
import { hasOwnLines, holdsComment } from "./layout";

/**
 * An event loop made by hand, replaced by `asyncio.run`. Unsafe, since that runs on a fresh loop and cancels what is left
 * over. A comment behind the call is kept; not offered where
 * another one would be lost.
 */
export const loopToAsyncioRun: Fixer = {
  id: "loop-to-asyncio-run",
  appliesTo: ({ code, entryId }) => code === "modernise" && entryId === "asyncio.run",
  compute({ tree, scopes, analysis, finding }) {
    const dances = findEventLoopDances({ tree, scopes, usages: analysis.usages });
    const dance = dances.find(({ first }) => tree.start(first) === finding.subject?.start);
    const edit = dance && rewrite(tree, dance);
    return edit && { id: this.id, safety: "unsafe", details: {}, edits: [edit] };
  },
};

function rewrite(tree: SyntaxTree, dance: EventLoopDance): TextReplacement | undefined {
  const start = tree.start(dance.first);
  const end = tree.end(dance.last);
  const run = `${tree.textOf(dance.module)}.run(${tree.textOf(dance.coroutine)})`;
  if (dance.first === dance.call) return { start, end, newText: run };
  if (dance.statement === NO_NODE || !hasOwnLines(tree, dance.first, dance.last)) return undefined;
  const runEnd = tree.end(dance.statement);
  const trailing = runEnd < end ? trailingComment(tree, runEnd) : "";
  if (holdsComment(tree, start, runEnd) || holdsComment(tree, runEnd + trailing.length, end))
    return undefined;
  const before = tree.text.slice(tree.start(dance.statement), tree.start(dance.call));
  return { start, end, newText: before + run + trailing };
}

/** A comment behind the statement that runs the coroutine stays with it. */
function trailingComment(tree: SyntaxTree, offset: number): string {
  return /^[ \t]*#[^\r\n]*/.exec(tree.text.slice(offset))?.[0] ?? "";
}
