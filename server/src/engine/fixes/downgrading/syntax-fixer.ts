import type { FixSafety, TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";

/** How a piece of syntax is written for older Pythons. */
export interface Older {
  readonly edits: readonly TextReplacement[];
  /** Default: `safe`. */
  readonly safety?: FixSafety;
}

/**
 * A fixer that writes some syntax as older Pythons know it. `syntax` are ids without `syntax:`; `rewrite` gets the
 * innermost node at the finding and gives `undefined` where the older form cannot be shown to do the same.
 */
export function syntaxFixer(
  id: string,
  syntax: readonly string[],
  rewrite: (node: NodeIndex, input: FixInput) => Older | undefined,
): Fixer {
  return looseSyntaxFixer(id, syntax, (node, input) =>
    isBroken(input.tree, node) ? undefined : rewrite(node, input),
  );
}

/** The same for syntax of which the parser makes errors, since it does not know it yet. */
export function looseSyntaxFixer(
  id: string,
  syntax: readonly string[],
  rewrite: (node: NodeIndex, input: FixInput) => Older | undefined,
): Fixer {
  const entries = new Set(syntax.map((each) => `syntax:${each}`));
  return {
    id,
    appliesTo: ({ code, entryId }) => code === "syntax-later" && entries.has(entryId),
    compute(input) {
      const { tree, finding } = input;
      const older = rewrite(tree.innermost(finding.start, finding.end), input);
      if (!older) return undefined;
      const edits = older.edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
      return { id, safety: older.safety ?? "safe", details: {}, edits };
    },
  };
}

/** The innermost node of a kind at or around a node; -1 for none. */
export function nodeAround(tree: SyntaxTree, node: NodeIndex, ...kinds: readonly NodeKind[]): NodeIndex {
  for (let at = node; at > 0; at = tree.parent(at)) if (kinds.includes(tree.kind(at))) return at;
  return -1;
}

/** The edits that put parentheses around a stretch. */
export function parenthesise(start: number, end: number): TextReplacement[] {
  return [
    { start, end: start, newText: "(" },
    { start: end, end, newText: ")" },
  ];
}

/** Code that has been taken out of brackets: in parentheses where a line break in it would end the statement. */
export function asWholeLine(code: string): string {
  return /[\r\n]/.test(code) ? `(${code})` : code;
}

function isBroken(tree: SyntaxTree, node: NodeIndex): boolean {
  return nodeAround(tree, node, NodeKind.Error) >= 0;
}
