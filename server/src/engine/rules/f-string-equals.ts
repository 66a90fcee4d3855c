import { openingOf } from "../literals/string-opening";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../version";
import type { Judgement, Rule } from "./rule";

/** A value in an f-string that is named in the text before it: `x={x!r}`. */
export interface NamedValue {
  /** Where its name begins in the text. */
  readonly start: number;
  /** The braces. */
  readonly braces: NodeIndex;
  /** The white space before and behind the equals sign. */
  readonly spaces: readonly [string, string];
}

/** What may stand in braces and be named in the text: names with attributes, indices by names and numbers, calls of none. */
const SOURCE = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\w+\]|\(\))*$/;

/**
 * Flags an f-string that names a value before it shows it, where every targeted Python knows `{x=}`.
 *
 * Silent where the text is not letter by letter what stands in the braces, or would be shown by `str` instead of `repr`.
 *
 * Why: a name that is written once cannot be misspelt.
 *
 * ```python
 * # target: >=3.8
 * print(f"x={x!r}")  # modernise
 * ```
 */
export const fStringEquals: Rule = function* ({ tree, lists, catalogue, target }): Iterable<Judgement> {
  const syntax = catalogue.lookup("syntax:f-string-equals");
  if (!syntax || !isSubset(target.minors, syntax.available)) return;
  for (const usage of lists.watched) {
    if (usage.entryId !== "syntax:f-string") continue;
    const string = stringAt(tree, usage.start);
    if (string === NO_NODE) continue;
    for (const { start, braces } of namedValues(tree, string)) {
      const end = tree.end(braces);
      const subject = { start, end };
      yield {
        code: "modernise",
        severity: "hint",
        entryId: syntax.id,
        start,
        end,
        failing: NO_MINORS,
        subject,
      };
    }
  }
};

/** The values of an f-string that are named in the text before them. */
export function namedValues(tree: SyntaxTree, string: NodeIndex): NamedValue[] {
  if (!openingOf(tree, string).prefix.includes("f")) return [];
  const found: NamedValue[] = [];
  let from = tree.end(tree.firstChild(string));
  for (const child of tree.namedChildren(string)) {
    if (tree.kind(child) !== NodeKind.Interpolation) continue;
    const value = readNamed(tree, child, tree.text.slice(from, tree.start(child)));
    if (value) found.push(value);
    from = tree.end(child);
  }
  return found;
}

function readNamed(tree: SyntaxTree, braces: NodeIndex, before: string): NamedValue | undefined {
  const expression = tree.child(braces, Field.Expression);
  if (expression === NO_NODE) return undefined;
  const code = tree.textOf(expression);
  if (!SOURCE.test(code) || !isShownAlike(tree, braces, expression)) return undefined;
  const named = /(\s*)=(\s*)$/.exec(before);
  if (!named || /[\r\n]/.test(named[0])) return undefined;
  const start = named.index - code.length;
  if (before.slice(Math.max(0, start), named.index) !== code) return undefined;
  if (start > 0 && /[\w.\\]/.test(before[start - 1])) return undefined;
  const length = before.length - start;
  return { start: tree.start(braces) - length, braces, spaces: [named[1], named[2]] };
}

/** `{x=}` shows by `repr` as `{x!r}` does, and `{x=:>4}` by the specification as `{x:>4}` does. */
function isShownAlike(tree: SyntaxTree, braces: NodeIndex, expression: NodeIndex): boolean {
  if (tree.start(expression) !== tree.start(braces) + 1) return false;
  const rest = tree.text.slice(tree.end(expression), tree.end(braces));
  return rest === "!r}" || /^:[^{}]+\}$/.test(rest);
}

function stringAt(tree: SyntaxTree, start: number): NodeIndex {
  for (let at = tree.innermost(start, start + 1); at > 0; at = tree.parent(at))
    if (tree.kind(at) === NodeKind.String) return at;
  return NO_NODE;
}
