import { openingOf } from "../literals/string-opening";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../version";
import { callOfFunctionAt } from "./capture-output";
import type { Judgement, Rule } from "./rule";
import { splitTemplate, type TemplatePart } from "./template";

/** A call of `format` on a text that can be written as an f-string. */
export interface FormatCall {
  readonly call: NodeIndex;
  readonly string: NodeIndex;
  /** The text between the quotes, with the code that belongs into the braces. */
  readonly content: string;
}

/**
 * Flags `format` called on a literal text with names only, where every targeted Python knows f-strings.
 *
 * Silent where a value is more than a name or its attributes, stands twice or nowhere, where the text is a message for
 * `logging` or holds escapes that stand for braces, and where several lines would become one that is too wide.
 *
 * Why: in an f-string the values stand where they are shown.
 *
 * ```python
 * # target: >=3.6
 * print("{} of {}".format(done, total))  # modernise
 * ```
 */
export const formatCall: Rule = function* ({ tree, lists, catalogue, target }): Iterable<Judgement> {
  const syntax = catalogue.lookup("syntax:f-string");
  if (!syntax || !isSubset(target.minors, syntax.available)) return;
  for (const { entryId, start, end } of lists.watched) {
    if (entryId !== "builtins.str.format") continue;
    const found = readFormatCall(tree, callOfFunctionAt(tree, start, end));
    if (!found || becomesTooWide(tree, found)) continue;
    const subject = { start: tree.start(found.call), end: tree.end(found.call) };
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
};

/** The f-string that a call of `format` becomes. */
export function writeFString(tree: SyntaxTree, { string, content }: FormatCall): string {
  const { prefix, quotes } = openingOf(tree, string);
  return `f${prefix === "r" ? "r" : ""}${quotes}${content}${quotes}`;
}

/** Most formatters break lines at this width or before. */
const WIDEST_LINE = 88;

/** Tells whether a call on several lines would leave a line that is wider than they are, and wider than is usual. */
function becomesTooWide(tree: SyntaxTree, found: FormatCall): boolean {
  const { text } = tree;
  const { call, string } = found;
  const [start, end] = [tree.start(call), tree.end(call)];
  if (!/[\r\n]/.test(text.slice(tree.end(string), end))) return false;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const behind = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  const before = text.slice(lineStart, end) + behind;
  return (
    widest(text.slice(lineStart, start) + writeFString(tree, found) + behind) >
    Math.max(WIDEST_LINE, widest(before))
  );
}

function widest(text: string): number {
  return Math.max(...text.split(/\r?\n|\r/).map((line) => line.length));
}

/** What may stand in the braces: names and their attributes, or any code, as since Python 3.12. */
type Values = "names" | "any";

/** Reads a call of `format`; `undefined` where an f-string cannot be shown to give the same. */
export function readFormatCall(
  tree: SyntaxTree,
  call: NodeIndex,
  allowed: Values = "names",
): FormatCall | undefined {
  if (call === NO_NODE || isNested(tree, call) || isLogged(tree, call)) return undefined;
  const string = tree.child(tree.child(call, Field.Function), Field.Object);
  const list = tree.child(call, Field.Arguments);
  if (string === NO_NODE || tree.kind(string) !== NodeKind.String) return undefined;
  if (list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return undefined;
  const { prefix, quotes } = openingOf(tree, string);
  if (!["", "u", "r"].includes(prefix)) return undefined;
  const open = prefix.length + quotes.length;
  const raw = tree.textOf(string).slice(open, -quotes.length);
  if (/\\(?:[xuUN0-7]|\r|\n)/.test(raw)) return undefined;
  const values = readValues(tree, list, allowed);
  const parts = splitTemplate(raw);
  const content = values && parts && fillIn(parts, values);
  return content === undefined ? undefined : { call, string, content };
}

/** The code of each argument, by its position or its name; `undefined` where one is more than a name, or than is allowed. */
function readValues(tree: SyntaxTree, list: NodeIndex, allowed: Values): Map<string, string> | undefined {
  const values = new Map<string, string>();
  let position = 0;
  for (const argument of tree.namedChildren(list)) {
    const isKeyword = tree.kind(argument) === NodeKind.KeywordArgument;
    const value = isKeyword ? tree.child(argument, Field.Value) : argument;
    if (value === NO_NODE) return undefined;
    if (
      !isPlain(tree, value) &&
      (allowed === "names" || values.size > 0 || NOT_IN_BRACES.has(tree.kind(value)))
    )
      return undefined;
    const key = isKeyword ? tree.textOf(tree.child(argument, Field.Name)) : String(position++);
    values.set(key, inBraces(tree, value));
  }
  return values.size === 0 ? undefined : values;
}

/** What is no single value. */
const NOT_IN_BRACES = new Set([NodeKind.ListSplat, NodeKind.DictionarySplat, NodeKind.GeneratorExpression]);

/** Code as it stands in braces: in parentheses where `{`, `:` or a word would mean something else there. */
function inBraces(tree: SyntaxTree, value: NodeIndex): string {
  const text = tree.textOf(value);
  const kind = tree.kind(value);
  if (kind === NodeKind.Lambda || kind === NodeKind.NamedExpression) return `(${text})`;
  return text.startsWith("{") ? ` ${text}` : text;
}

/** A name, or attributes of one. */
function isPlain(tree: SyntaxTree, node: NodeIndex): boolean {
  const kind = tree.kind(node);
  if (kind === NodeKind.Identifier) return true;
  return (
    kind === NodeKind.Attribute &&
    isPlain(tree, tree.child(node, Field.Object)) &&
    /^[\w.]+$/.test(tree.textOf(node))
  );
}

/** Puts the values into the fields, each once and all of them. */
function fillIn(parts: readonly TemplatePart[], values: ReadonlyMap<string, string>): string | undefined {
  const used = new Set<string>();
  let content = "";
  for (const part of parts) {
    if (typeof part === "string") {
      content += part;
      continue;
    }
    const code = values.get(part.key);
    if (code === undefined || used.has(part.key)) return undefined;
    // What is more than a name is evaluated first, as among the arguments.
    if (!/^[\w.]+$/.test(code) && (used.size > 0 || part.attributes !== "")) return undefined;
    used.add(part.key);
    content += code + part.attributes;
  }
  return used.size === values.size ? content : undefined;
}

/** Inside of another f-string there may be no quotes left. */
function isNested(tree: SyntaxTree, call: NodeIndex): boolean {
  for (let at = tree.parent(call); at > 0; at = tree.parent(at))
    if (tree.kind(at) === NodeKind.String || tree.kind(at) === NodeKind.ConcatenatedString) return true;
  return false;
}

const LOGGING = new Set(["debug", "info", "warning", "error", "exception", "critical", "log"]);

/** Tells whether the text is a message that is logged: it is better left to the logger to fill in the values. */
function isLogged(tree: SyntaxTree, call: NodeIndex): boolean {
  const list = tree.parent(call);
  if (tree.kind(list) !== NodeKind.ArgumentList) return false;
  const callee = tree.child(tree.parent(list), Field.Function);
  if (callee === NO_NODE || tree.kind(callee) !== NodeKind.Attribute) return false;
  return LOGGING.has(tree.textOf(tree.child(callee, Field.Attribute)));
}
