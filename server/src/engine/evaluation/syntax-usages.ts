import type { Catalogue } from "../catalogue/catalogue";
import type { Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, NO_MINORS } from "../version";

/** Tells of one piece of syntax at a stretch of text; the id is without `syntax:`. */
type Tell = (id: string, start: number, end: number) => void;

/**
 * Adds a usage for every piece of syntax that not every Python 3 understands, at the token that makes it new. No guard
 * reaches syntax: a file that does not compile does not run at all.
 */
export function collectSyntaxUsages(tree: SyntaxTree, catalogue: Catalogue, usages: Usage[]): void {
  const tell: Tell = (id, start, end) => {
    const entry = catalogue.lookup(`syntax:${id}`);
    if (!entry) return;
    usages.push({ entryId: entry.id, kind: "syntax", start, end, reach: ALL_MINORS, forgiven: NO_MINORS });
  };
  for (let node = 0; node < tree.count; node++) visit(tree, node, tell);
}

function visit(tree: SyntaxTree, node: NodeIndex, tell: Tell): void {
  const kind = tree.kind(node);
  const at = (id: string, from: NodeIndex): void => tell(id, tree.start(from), tree.end(from));
  switch (kind) {
    case NodeKind.StringStart:
      return tellString(tree, node, tell);
    case NodeKind.Integer:
    case NodeKind.Float:
      if (tree.textOf(node).includes("_")) at("numeric-underscore", node);
      return;
    case NodeKind.Assignment:
      return tellAnnotation(tree, node, tell);
    case NodeKind.FunctionDefinition:
      return withToken(tree, node, NodeKind.TokenAsync, (token) => at("async-def", token));
    case NodeKind.WithStatement:
      return withToken(tree, node, NodeKind.TokenAsync, (token) => at("async-with", token));
    case NodeKind.ForStatement:
      return withToken(tree, node, NodeKind.TokenAsync, (token) => at("async-for", token));
    case NodeKind.ForInClause:
      return withToken(tree, node, NodeKind.TokenAsync, (token) => at("async-comprehension", token));
    case NodeKind.Await:
      return tell("await", tree.start(node), tree.start(node) + "await".length);
    case NodeKind.NamedExpression:
      return withToken(tree, node, NodeKind.TokenColonEqual, (token) => at("walrus", token));
    case NodeKind.PositionalSeparator:
      return at("positional-only-parameters", node);
    case NodeKind.MatchStatement:
      return withToken(tree, node, NodeKind.TokenMatch, (token) => at("match-statement", token));
    case NodeKind.TokenAt:
      if (tree.kind(tree.parent(node)) === NodeKind.BinaryOperator) at("matrix-multiplication", node);
      return;
    case NodeKind.TokenAtEqual:
      return at("matrix-multiplication", node);
    case NodeKind.ExceptClause:
      return withToken(tree, node, NodeKind.TokenStar, (token) => at("except-star", token));
    case NodeKind.TypeAliasStatement:
      return withToken(tree, node, NodeKind.TokenType, (token) => at("type-statement", token));
    default:
  }
}

function tellString(tree: SyntaxTree, opening: NodeIndex, tell: Tell): void {
  const prefix = /^[A-Za-z]*/.exec(tree.textOf(opening))?.[0].toLowerCase() ?? "";
  const start = tree.start(opening);
  if (prefix.includes("f")) tell("f-string", start, start + prefix.length);
  else if (prefix.includes("t")) tell("template-string", start, start + prefix.length);
}

/** `name: Type = value`; the colon stands behind the name. */
function tellAnnotation(tree: SyntaxTree, node: NodeIndex, tell: Tell): void {
  if (tree.child(node, Field.Type) === NO_NODE) return;
  withToken(tree, node, NodeKind.TokenColon, (token) =>
    tell("variable-annotation", tree.start(token), tree.end(token)),
  );
}

function withToken(tree: SyntaxTree, node: NodeIndex, kind: NodeKind, run: (token: NodeIndex) => void): void {
  const token = tree.childOfKind(node, kind);
  if (token !== NO_NODE) run(token);
}
