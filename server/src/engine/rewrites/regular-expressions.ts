import { writeString } from "./literals";
import type { Match } from "./matcher";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { Predicate, Subject } from "./predicate";
import { operatorOf } from "./matcher";
import { unwrap } from "./node-parts";
import { onHole } from "./predicates";
import { stringOf } from "./text-predicates";

/** `$name` are flags by their names, none of which has a pattern read in another way: `VERBOSE` has it hold comments. */
export function areFlagsOfMatching(name: string): Predicate {
  return onHole(name, "not-a-literal", isPlainFlag);
}

const PLAIN_FLAGS = new Set(
  "A ASCII I IGNORECASE L LOCALE M MULTILINE S DOTALL U UNICODE".split(" ").map((flag) => `re.${flag}`),
);

function isPlainFlag(node: NodeIndex, subject: Subject): boolean {
  const { tree, references } = subject;
  const flag = unwrap(tree, node);
  if (tree.kind(flag) !== NodeKind.BinaryOperator) return PLAIN_FLAGS.has(references.entryAt(flag) ?? "");
  const operands = [tree.child(flag, Field.Left), tree.child(flag, Field.Right)];
  return operatorOf(tree, flag) === "|" && operands.every((operand) => isPlainFlag(operand, subject));
}

/** The pattern without the group around all of it and the `\Z` at its end; `undefined` where its end is not that plain. */
export function withoutEnd(match: Match, subject: Subject): Record<string, string> | undefined {
  const pattern = stringOf(match, subject, "pattern");
  const group = pattern === undefined ? null : /^\(\?:(.*)\)\\Z$/s.exec(pattern);
  const bare = group ? group[1] : pattern?.endsWith("\\Z") ? pattern.slice(0, -2) : undefined;
  if (bare === undefined || !isBalanced(bare) || (!group && /[|]/.test(bare))) return undefined;
  if (/\(\?[a-zA-Z]*x|\(\?[=!<]|\\$|\\Z/.test(bare)) return undefined;
  return { whole: writeString(bare, '"') };
}

/** The pattern in a group with `\Z` behind it; global flags stay in front. */
export function withEnd(match: Match, subject: Subject): Record<string, string> | undefined {
  const pattern = stringOf(match, subject, "whole");
  if (pattern === undefined) return undefined;
  const flags = /^\(\?[aiLmsu]+\)/.exec(pattern)?.[0] ?? "";
  const rest = pattern.slice(flags.length);
  // Flags for the whole pattern may stand nowhere but in front.
  return /\(\?[a-zA-Z]*x|\(\?[aiLmsu]+\)/.test(rest) || /\(\?[a-zA-Z]*x/.test(pattern)
    ? undefined
    : { pattern: writeString(`${flags}(?:${rest})\\Z`, '"') };
}

/** Tells whether every parenthesis of a regular expression is closed inside of it, brackets and escapes left out. */
function isBalanced(pattern: string): boolean {
  let depth = 0;
  for (const char of pattern.replace(/\\.|\[(?:\\.|[^\]\\])+\]/gs, "")) {
    if (char === "(") depth++;
    else if (char === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

/** A set operator that a regular expression is yet to get, inside of a set; with a backslash it stays what it is. */
export function escapedSets(match: Match, subject: Subject): Record<string, string> | undefined {
  const pattern = stringOf(match, subject, "pattern");
  // A bracket with a backslash before it opens no set.
  const escaped = pattern?.replace(/\\.|\[(\^?\]?(?:\\.|[^\]\\])*)\]/gs, (all, inner: string | undefined) => {
    if (inner === undefined) return all;
    const opening = /^\^?/.exec(inner)?.[0] ?? "";
    const rest = inner.slice(opening.length).replace(/^\[/, "\\[");
    return `[${opening}${rest.replace(/(?<=[^\\])(--|&&|~~|\|\|)/g, (both: string) => `${both[0]}\\${both[1]}`)}]`;
  });
  return pattern === undefined || escaped === undefined || escaped === pattern
    ? undefined
    : { escaped: writeString(escaped, '"') };
}
