import type { TextReplacement } from "../../findings";
import { isPure } from "../../rewrites/find";
import { holdsKind } from "../../syntax/contents";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { colonEndBefore, lineEnd, nextLine } from "../guards/branches";
import { hasOwnLines, holdsComment, indentationAt, lineEndingOf, startOfLine } from "../layout";
import { dedentLines } from "../reindent";
import { freshName } from "../rewriting/fresh-name";
import { asWholeLine, nodeAround, type Older, syntaxFixer } from "./syntax-fixer";

/** One `case`, as the branch of an `if` that it becomes. */
interface Branch {
  /** The condition; empty for what always holds. */
  readonly test: string;
  /** The name that the pattern gives the subject, to be bound before the body. */
  readonly name?: string;
}

/**
 * `match` over literals, named values, `None` and classes without arguments as a chain of `if` and `elif`. Not for
 * patterns that take their subject apart, nor where a name is caught that a guard may read.
 */
export const matchAsIf = syntaxFixer("downgrade-match", ["match-statement"], (node, { tree, scopes }) => {
  const statement = nodeAround(tree, node, NodeKind.MatchStatement);
  if (statement === NO_NODE || !hasOwnLines(tree, statement)) return undefined;
  const subjects = tree.namedChildren(statement).filter((child) => tree.field(child) === Field.Subject);
  const cases = casesOf(tree, statement);
  const [subject] = subjects;
  if (subjects.length !== 1 || /,\s*$/.test(textBetween(tree, subject, cases[0])) || cases.length === 0)
    return undefined;
  const isNamed = isPure(tree, subject) && tree.kind(subject) !== NodeKind.Tuple;
  const name = isNamed ? tree.textOf(subject) : freshName(scopes, tree, "subject");
  const branches = cases.map((clause) => branchOf(tree, clause, name));
  if (!branches.every((branch) => branch !== undefined)) return undefined;
  // Whatever comes behind a pattern that always holds is no match statement that compiles.
  if (branches.slice(0, -1).some(({ test }) => test === "") || branches[0].test === "") return undefined;
  const before = isNamed ? "" : `${name} = ${asWholeLine(tree.textOf(subject))}`;
  return edited(tree, { statement, cases, branches, name, before });
});

function edited(
  tree: SyntaxTree,
  given: {
    readonly statement: NodeIndex;
    readonly cases: readonly NodeIndex[];
    readonly branches: readonly Branch[];
    readonly name: string;
    readonly before: string;
  },
): Older | undefined {
  const { text } = tree;
  const { statement, cases, branches, name, before } = given;
  const start = tree.start(statement);
  const outer = indentationAt(text, start);
  const inner = indentationAt(text, tree.start(cases[0]));
  const header = colonEndBefore(tree, statement, tree.child(statement, Field.Body));
  const first = nextLine(text, header);
  if (!inner.startsWith(outer) || inner === outer || startOfLine(text, tree.start(cases[0])) < first)
    return undefined;
  if (holdsComment(tree, start, first)) return undefined;
  const end = lineEnd(text, tree.end(statement));
  const eol = lineEndingOf(text);
  const edits: TextReplacement[] = [
    { start, end: first, newText: before === "" ? "" : before + eol },
    ...dedentLines(tree, { start: first, end }, { kept: outer, excess: inner.slice(outer.length) }),
  ];
  // The blanks before the statement stand where the first branch's own blanks go.
  if (before === "") edits[0] = { start: start - outer.length, end: first, newText: "" };
  for (const [index, clause] of cases.entries()) {
    const head = headerOf(tree, clause, branches[index], index);
    const binding = head && bindingOf(tree, clause, { ...branches[index], subject: name });
    if (!head || !binding) return undefined;
    edits.push(head, ...binding);
  }
  return { edits: edits.filter((edit) => edit.start < edit.end || edit.newText !== "") };
}

function headerOf(
  tree: SyntaxTree,
  clause: NodeIndex,
  { test }: Branch,
  index: number,
): TextReplacement | undefined {
  const start = tree.start(clause);
  const end = colonEndBefore(tree, clause, tree.child(clause, Field.Consequence)) - 1;
  if (holdsComment(tree, start, end)) return undefined;
  const head = index === 0 ? `if ${test}` : test === "" ? "else" : `elif ${test}`;
  return { start, end, newText: head };
}

/** The line that binds a caught name; none where none is caught, and `undefined` where there is no place for it. */
function bindingOf(
  tree: SyntaxTree,
  clause: NodeIndex,
  { name, subject }: { readonly name?: string; readonly subject: string },
): TextReplacement[] | undefined {
  if (name === undefined || name === subject) return [];
  const [first] = tree.namedChildren(tree.child(clause, Field.Consequence));
  if (!hasOwnLines(tree, first)) return undefined;
  const start = tree.start(first);
  const newText = `${name} = ${subject}${lineEndingOf(tree.text)}${indentationAt(tree.text, tree.start(clause))}`;
  return [{ start, end: start, newText }];
}

function casesOf(tree: SyntaxTree, statement: NodeIndex): NodeIndex[] {
  const body = tree.child(statement, Field.Body);
  return body === NO_NODE
    ? []
    : tree.namedChildren(body).filter((child) => tree.kind(child) === NodeKind.CaseClause);
}

function textBetween(tree: SyntaxTree, left: NodeIndex, right: NodeIndex | undefined): string {
  const rest = tree.text.slice(tree.end(left), right === undefined ? tree.end(left) : tree.start(right));
  return rest.slice(0, Math.max(0, rest.indexOf(":")));
}

function branchOf(tree: SyntaxTree, clause: NodeIndex, subject: string): Branch | undefined {
  const patterns = tree.namedChildren(clause).filter((child) => tree.kind(child) === NodeKind.CasePattern);
  const guard = tree.child(clause, Field.Guard);
  const branch = patterns.length === 1 ? patternTest(tree, patterns[0], subject) : undefined;
  if (!branch || tree.child(clause, Field.Consequence) === NO_NODE) return undefined;
  if (guard === NO_NODE) return branch;
  const condition = tree.firstNamedChild(guard);
  if (
    branch.name !== undefined ||
    condition === NO_NODE ||
    holdsKind(tree, condition, NodeKind.NamedExpression)
  )
    return undefined;
  const text = tree.textOf(condition);
  if (branch.test === "") return { test: asWholeLine(text) };
  const left = / or /.test(branch.test) ? `(${branch.test})` : branch.test;
  const isLoose = LOOSE.has(tree.kind(condition)) || /[\r\n]/.test(text);
  return { test: `${left} and ${isLoose ? `(${text})` : text}` };
}

const LOOSE = new Set([NodeKind.BooleanOperator, NodeKind.ConditionalExpression, NodeKind.Lambda]);

/** What a pattern asks of its subject; `undefined` for patterns that do more than compare. */
function patternTest(tree: SyntaxTree, pattern: NodeIndex, subject: string): Branch | undefined {
  const text = tree.textOf(pattern).trim();
  const [inner, ...others] = tree.namedChildren(pattern);
  if (inner === undefined) return text === "_" ? { test: "" } : undefined;
  switch (tree.kind(inner)) {
    case NodeKind.UnionPattern: {
      const tests = alternatives(tree, inner).map((each) => simpleTest(each, subject));
      return tests.every((test) => test !== undefined) ? { test: tests.join(" or ") } : undefined;
    }
    case NodeKind.AsPattern: {
      const [left, name] = tree.namedChildren(inner);
      const branch = name === undefined ? undefined : patternTest(tree, left, subject);
      return branch && branch.name === undefined ? { ...branch, name: tree.textOf(name) } : undefined;
    }
    case NodeKind.DottedName: {
      if (/\./.test(text)) return { test: `${subject} == ${text}` };
      return others.length === 0 ? { test: "", name: text } : undefined;
    }
    default: {
      const test = others.length === 0 ? simpleTest(text, subject, tree.kind(inner)) : undefined;
      return test === undefined ? undefined : { test };
    }
  }
}

/** The alternatives of a pattern with bars; a number may have a sign in front of it. */
function alternatives(tree: SyntaxTree, union: NodeIndex): string[] {
  const parts: string[] = [];
  let start = tree.start(union);
  for (let child = tree.firstChild(union); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.kind(child) !== NodeKind.TokenPipe) continue;
    parts.push(tree.text.slice(start, tree.start(child)).trim());
    start = tree.end(child);
  }
  return [...parts, tree.text.slice(start, tree.end(union)).trim()];
}

const LITERAL = /^(?:[-+]?[\d.][\w.+-]*|[bBrRuU]{0,2}(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'))$/;

function simpleTest(text: string, subject: string, kind?: NodeKind): string | undefined {
  if (/^(?:None|True|False)$/.test(text)) return `${subject} is ${text}`;
  if (LITERAL.test(text) || kind === NodeKind.String || kind === NodeKind.ConcatenatedString)
    return `${subject} == ${text}`;
  if (kind === undefined && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(text)) return `${subject} == ${text}`;
  const isBare = /^([A-Za-z_]\w*(?:\.\w+)*)\(\s*\)$/.exec(text);
  return isBare && (kind === undefined || kind === NodeKind.ClassPattern)
    ? `isinstance(${subject}, ${isBare[1]})`
    : undefined;
}
