import type { TextReplacement } from "../../findings";
import { COMPREHENSIONS } from "../../syntax/comprehensions";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../../version";
import { ImportPlan } from "../imports/import-plan";
import { indentationAt, joinEdits, lineEndingOf } from "../layout";
import { nodeAround, syntaxFixer } from "./syntax-fixer";
import { NESTED } from "../own-scopes";

/**
 * `async def` as a generator under `asyncio.coroutine`, with `yield from` for `await`. Only where every targeted Python has
 * that decorator, and nobody but a person can see that whoever awaits the function goes the same way. Not offered for
 * asynchronous loops, context managers, comprehensions and generators.
 */
export const generatorCoroutine = syntaxFixer("downgrade-async-def", ["async-def"], (node, input) => {
  const { tree, catalogue, subject } = input;
  const definition = nodeAround(tree, node, NodeKind.FunctionDefinition);
  const word = definition === NO_NODE ? NO_NODE : tree.childOfKind(definition, NodeKind.TokenAsync);
  const available = catalogue.lookup("asyncio.coroutine")?.available ?? NO_MINORS;
  if (word === NO_NODE || !isSubset(subject.minors, available)) return undefined;
  const yields = yieldsFor(tree, definition);
  const plan = new ImportPlan(input, definition);
  const decorator = plan.spell("asyncio.coroutine");
  if (!yields || decorator === undefined) return undefined;
  const start = tree.start(word);
  const newText = `@${decorator}${lineEndingOf(tree.text)}${indentationAt(tree.text, start)}`;
  const words = /^async[ \t]+(?=def\b)/.exec(tree.text.slice(start, start + 40));
  if (!words) return undefined;
  const end = start + words[0].length;
  return { edits: joinEdits(plan.edits, [{ start, end, newText }], yields), safety: "manual" };
});

/** `await` of a function's own body as `yield from`; `undefined` where anything else of it is asynchronous. */
function yieldsFor(tree: SyntaxTree, definition: NodeIndex): TextReplacement[] | undefined {
  const edits: TextReplacement[] = [];
  const last = tree.lastInside(definition);
  for (let node = tree.child(definition, Field.Body); node <= last; node++) {
    const kind = tree.kind(node);
    if (NESTED.has(kind)) {
      node = tree.lastInside(node);
      continue;
    }
    if (kind === NodeKind.TokenAsync || kind === NodeKind.Yield) return undefined;
    if (kind !== NodeKind.Await) continue;
    if (nodeAround(tree, node, ...COMPREHENSIONS) > definition) return undefined;
    const operand = tree.firstNamedChild(node);
    if (operand === NO_NODE) return undefined;
    const isFree = tree.kind(tree.parent(node)) === NodeKind.ExpressionStatement;
    edits.push({
      start: tree.start(node),
      end: tree.start(operand),
      newText: isFree ? "yield from " : "(yield from ",
    });
    if (!isFree) edits.push({ start: tree.end(node), end: tree.end(node), newText: ")" });
  }
  return edits;
}
