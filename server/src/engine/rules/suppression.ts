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
  readonly names: readonly ListedName[];
}

/** One name of the list, and where it stands. */
interface ListedName extends OffsetRange {
  readonly name: string;
}

const MARKER = /#\s*sincewhen:\s*(ignore-file|ignore)(?![\w-])\s*(?:\[([^\]]*)\])?/;

/**
 * Takes away what comments and the configuration silence: `# sincewhen: ignore` at the end of a line, with codes or
 * symbols in brackets for some only, and `# sincewhen: ignore-file` before the first statement. A comment that silences
 * nothing becomes a finding (`unused-ignore`, a hint), and so does a name of a list that does not, where others do.
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
  const unused = comments.flatMap((comment): readonly OffsetRange[] =>
    used.has(comment) ? unusedNames(comment, kept) : [comment],
  );
  return [...left, ...unused.map((range) => unusedIgnore(tree, range))];
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
    const start = tree.start(node) + match.index;
    const list = start + match[0].indexOf("[") + 1;
    comments.push({
      start,
      end: start + match[0].trimEnd().length,
      lineStart: Math.max(tree.text.lastIndexOf("\n", start), tree.text.lastIndexOf("\r", start)) + 1,
      names: listNames(match[2] ?? "", list),
    });
  }
  return comments;
}

function unusedNames(comment: Suppression, judgements: readonly Judgement[]): ListedName[] {
  const silenced = judgements.filter((judgement) => silences(comment, judgement));
  return comment.names.filter(({ name }) => !silenced.some((judgement) => isNamedBy(judgement, [name])));
}

/** Reads the names between the brackets. */
function listNames(list: string, start: number): ListedName[] {
  const names: ListedName[] = [];
  for (const match of list.matchAll(/[^,]+/g)) {
    const name = match[0].trim();
    const at = start + match.index + match[0].length - match[0].trimStart().length;
    if (name !== "") names.push({ name, start: at, end: at + name.length });
  }
  return names;
}

function silences(comment: Suppression, judgement: Judgement): boolean {
  if (judgement.start < comment.lineStart || judgement.start >= comment.start) return false;
  const { names } = comment;
  return names.length === 0 || names.some(({ name }) => isNamedBy(judgement, [name]));
}

/** Names are codes, canonical symbols, or symbols of builtins without their module. */
function isNamedBy({ code, entryId, about }: NamedFinding, names: readonly string[]): boolean {
  return names.some((name) => {
    const id = `builtins.${name}`;
    return name === code || name === entryId || id === entryId || name === about || id === about;
  });
}

type NamedFinding = Pick<Finding, "code" | "entryId" | "about">;

function unusedIgnore(tree: SyntaxTree, { start, end }: OffsetRange): Judgement {
  const entryId = tree.text.slice(start, end);
  return { code: "unused-ignore", severity: "hint", entryId, start, end, failing: NO_MINORS };
}
