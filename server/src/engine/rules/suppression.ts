import type { Finding, OffsetRange } from "../findings";
import { NodeKind } from "../syntax/node-kind";
import { isNamed, type SyntaxTree } from "../syntax/syntax-tree";
import { NO_MINORS } from "../version";
import type { Judgement } from "./rule";

/** One `# sincewhen: ignore` comment. */
interface Suppression extends OffsetRange {
  /** Where the line begins that it stands on. */
  readonly lineStart: number;
  /** Codes and symbols that it silences; empty: all. */
  readonly names: readonly string[];
}

const MARKER = /#\s*sincewhen:\s*(ignore-file|ignore)(?![\w-])\s*(?:\[([^\]]*)\])?/;

/**
 * Takes away what comments and the configuration silence: `# sincewhen: ignore` at the end of a line, with codes or
 * symbols in brackets for some only, and `# sincewhen: ignore-file` before the first statement. A comment that silences
 * nothing becomes a finding (`unused-ignore`, a hint).
 */
export function suppress<T extends Judgement>(
  tree: SyntaxTree,
  judgements: readonly T[],
  ignore: readonly string[],
): (T | Judgement)[] {
  const kept = ignore.length ? judgements.filter((judgement) => !isNamedBy(judgement, ignore)) : judgements;
  if (!tree.text.includes("sincewhen:")) return [...kept];
  if (ignoresFile(tree)) return [];
  const comments = collectSuppressions(tree);
  const used = new Set<Suppression>();
  const left = kept.filter((judgement) => {
    const silencing = comments.filter((comment) => silences(comment, judgement));
    for (const comment of silencing) used.add(comment);
    return silencing.length === 0;
  });
  const unused = comments.filter((comment) => !used.has(comment));
  return [...left, ...unused.map((comment) => unusedIgnore(tree, comment))];
}

function ignoresFile(tree: SyntaxTree): boolean {
  for (let node = 1; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.Comment) {
      if (MARKER.exec(tree.textOf(node))?.[1] === "ignore-file") return true;
    } else if (isNamed(kind) || kind === NodeKind.Error) return false;
  }
  return false;
}

function collectSuppressions(tree: SyntaxTree): Suppression[] {
  const comments: Suppression[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) !== NodeKind.Comment) continue;
    const match = MARKER.exec(tree.textOf(node));
    if (match?.[1] !== "ignore") continue;
    const names = (match[2] ?? "").split(",").map((name) => name.trim());
    const start = tree.start(node) + match.index;
    comments.push({
      start,
      end: start + match[0].trimEnd().length,
      lineStart: Math.max(tree.text.lastIndexOf("\n", start), tree.text.lastIndexOf("\r", start)) + 1,
      names: names.filter((name) => name !== ""),
    });
  }
  return comments;
}

function silences(comment: Suppression, judgement: Judgement): boolean {
  if (judgement.start < comment.lineStart || judgement.start >= comment.start) return false;
  return comment.names.length === 0 || isNamedBy(judgement, comment.names);
}

/** Names are codes, canonical symbols, or symbols of builtins without their module. */
function isNamedBy({ code, entryId }: Pick<Finding, "code" | "entryId">, names: readonly string[]): boolean {
  return names.some((name) => name === code || name === entryId || `builtins.${name}` === entryId);
}

function unusedIgnore(tree: SyntaxTree, { start, end }: Suppression): Judgement {
  const entryId = tree.text.slice(start, end);
  return { code: "unused-ignore", severity: "hint", entryId, start, end, failing: NO_MINORS };
}
