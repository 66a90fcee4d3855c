import { typeAliasName } from "../binding/bound-names";
import type { ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { Usage } from "../findings";
import { isImport } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, NO_MINORS } from "../version";
import { tellAwait, tellLoopClause, tellReturn, tellYield } from "./coroutine-syntax";
import { tellPlacement } from "./placement-syntax";
import { tellString } from "./string-syntax";
import { tellBrokenUnpacking, tellTypeUnpacking, tellUnpacking } from "./unpacking-syntax";

/** Tells of one piece of syntax at a stretch of text; the id is without `syntax:`. */
export type TellSyntax = (id: string, start: number, end: number) => void;

/** What syntax is looked for in. */
export interface SyntaxSource {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
}

/**
 * Adds a usage for every piece of syntax that not every Python 3 understands, at the token that makes it new; looks at the
 * nodes from `first` to `last`. No guard reaches syntax: a file that does not compile does not run at all.
 */
export function collectSyntaxUsages(
  { tree, scopes, catalogue }: SyntaxSource,
  usages: Usage[],
  first: NodeIndex = 0,
  last: NodeIndex = tree.count - 1,
): void {
  const tell: TellSyntax = (id, start, end) => {
    const entry = catalogue.lookup(`syntax:${id}`);
    if (!entry) return;
    usages.push({ entryId: entry.id, kind: "syntax", start, end, reach: ALL_MINORS, forgiven: NO_MINORS });
  };
  const visitor = new SyntaxVisitor(tree, scopes, tell);
  for (let node = first; node <= last; node++) visitor.visit(node);
}

class SyntaxVisitor {
  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: ScopeTable,
    private readonly tell: TellSyntax,
  ) {}

  visit(node: NodeIndex): void {
    const { tree } = this;
    switch (tree.kind(node)) {
      case NodeKind.String:
        return tellString(tree, node, this.tell);
      case NodeKind.Integer:
      case NodeKind.Float:
        if (tree.textOf(node).includes("_")) this.at("numeric-underscore", node);
        return;
      case NodeKind.Identifier:
        return this.visitIdentifier(node);
      case NodeKind.Assignment:
        return this.visitAssignment(node);
      case NodeKind.FunctionDefinition:
        this.atToken("async-def", node, NodeKind.TokenAsync);
        return this.visitTypeParameters(node);
      case NodeKind.ClassDefinition:
        return this.visitTypeParameters(node);
      case NodeKind.WithStatement:
        return this.visitWith(node);
      case NodeKind.ForStatement:
        this.atToken("async-for", node, NodeKind.TokenAsync);
        return tellUnpacking(tree, node, this.tell);
      case NodeKind.ForInClause:
        return tellLoopClause(tree, this.scopes, node, this.tell);
      case NodeKind.Await:
        tellPlacement(tree, node, this.tell);
        return tellAwait(tree, this.scopes, node, this.tell);
      case NodeKind.Yield:
        tellPlacement(tree, node, this.tell);
        tellYield(tree, this.scopes, node, this.tell);
        return tellUnpacking(tree, node, this.tell);
      case NodeKind.FinallyClause:
      case NodeKind.ListComprehension:
      case NodeKind.SetComprehension:
      case NodeKind.GeneratorExpression:
      case NodeKind.IfClause:
      case NodeKind.DeleteStatement:
        return tellPlacement(tree, node, this.tell);
      case NodeKind.NamedExpression:
        return this.visitWalrus(node);
      case NodeKind.PositionalSeparator:
        return this.at("positional-only-parameters", node);
      case NodeKind.MatchStatement:
        return this.atToken("match", node, NodeKind.TokenMatch);
      case NodeKind.TokenAt:
        if (tree.kind(tree.parent(node)) === NodeKind.BinaryOperator) this.at("matrix-multiplication", node);
        return;
      case NodeKind.TokenAtEqual:
        return this.at("matrix-multiplication", node);
      case NodeKind.ExceptClause:
        return this.visitExcept(node);
      case NodeKind.TypeAliasStatement:
        return this.visitTypeAlias(node);
      case NodeKind.Decorator:
        return this.visitDecorator(node);
      case NodeKind.Type:
        return tellTypeUnpacking(tree, node, this.tell);
      case NodeKind.Parameters:
      case NodeKind.LambdaParameters:
        return this.visitParameters(node);
      case NodeKind.ReturnStatement:
        tellReturn(tree, this.scopes, node, this.tell);
        return tellUnpacking(tree, node, this.tell);
      case NodeKind.ArgumentList:
      case NodeKind.Subscript:
      case NodeKind.Tuple:
      case NodeKind.List:
      case NodeKind.Set:
      case NodeKind.Dictionary:
      case NodeKind.ExpressionList:
        return tellUnpacking(tree, node, this.tell);
      case NodeKind.Error:
        return this.visitError(node);
      default:
    }
  }

  private at(id: string, node: NodeIndex): void {
    this.tell(id, this.tree.start(node), this.tree.end(node));
  }

  /** Tells at the first token of a kind directly in a node, where there is one. */
  private atToken(id: string, node: NodeIndex, kind: NodeKind): void {
    const token = this.tree.childOfKind(node, kind);
    if (token !== NO_NODE) this.at(id, token);
  }

  /**
   * `async` and `await` were ordinary names before they became keywords. In what the grammar does not understand they may
   * be either.
   */
  private visitIdentifier(node: NodeIndex): void {
    const { tree } = this;
    const length = tree.end(node) - tree.start(node);
    if (length !== "async".length) return;
    const text = tree.textOf(node);
    if (text !== "async" && text !== "await") return;
    if (tree.kind(tree.parent(node)) !== NodeKind.Error) this.at("async-as-name", node);
  }

  private visitAssignment(node: NodeIndex): void {
    const { tree } = this;
    if (tree.child(node, Field.Type) === NO_NODE) return;
    this.atToken("variable-annotation", node, NodeKind.TokenColon);
    const right = tree.child(node, Field.Right);
    if (right === NO_NODE) return;
    const bare = tree.kind(right) === NodeKind.ExpressionList || tree.kind(right) === NodeKind.Yield;
    if (bare) this.at("annotated-assignment-tuple", right);
  }

  private visitTypeParameters(node: NodeIndex): void {
    const { tree } = this;
    const list = tree.child(node, Field.TypeParameters);
    if (list === NO_NODE) return;
    this.tell("type-parameters", tree.start(list), tree.start(list) + 1);
  }

  private visitTypeAlias(node: NodeIndex): void {
    const { tree } = this;
    if (typeAliasName(tree, node) === NO_NODE) return;
    this.atToken("type-statement", node, NodeKind.TokenType);
    const named = tree.firstNamedChild(tree.child(node, Field.Left));
    const list =
      named !== NO_NODE && tree.kind(named) === NodeKind.GenericType
        ? tree.childOfKind(named, NodeKind.TypeParameter)
        : NO_NODE;
    if (list !== NO_NODE) this.tell("type-parameters", tree.start(list), tree.start(list) + 1);
  }

  private visitWith(node: NodeIndex): void {
    const { tree } = this;
    this.atToken("async-with", node, NodeKind.TokenAsync);
    const clause = tree.childOfKind(node, NodeKind.WithClause);
    const items = clause === NO_NODE ? [] : tree.namedChildren(clause);
    const [first, second] = items;
    if (first === undefined) return;
    const wrapped =
      tree.start(clause) < tree.start(first) || this.isWrappedAs(tree.child(first, Field.Value));
    const named = items.some((item) => this.holdsAs(tree.child(item, Field.Value)));
    // Without an `as` inside, the parentheses make a tuple.
    if (wrapped && named) this.atToken("parenthesized-context-managers", node, NodeKind.TokenWith);
    else if (second !== undefined && !wrapped) this.at("multiple-context-managers", second);
  }

  /** `with (a as b):` is parsed as one parenthesised expression. */
  private isWrappedAs(value: NodeIndex): boolean {
    return (
      value !== NO_NODE && this.tree.kind(value) === NodeKind.ParenthesizedExpression && this.holdsAs(value)
    );
  }

  private holdsAs(value: NodeIndex): boolean {
    if (value === NO_NODE) return false;
    const { tree } = this;
    switch (tree.kind(value)) {
      case NodeKind.AsPattern:
        return true;
      case NodeKind.ParenthesizedExpression:
        return this.holdsAs(tree.firstNamedChild(value));
      // In parentheses, the grammar gives the `as` to the last part of these.
      case NodeKind.ConditionalExpression:
      case NodeKind.Lambda:
        return this.holdsAs(tree.namedChildren(value).at(-1) ?? NO_NODE);
      default:
        return false;
    }
  }

  private visitWalrus(node: NodeIndex): void {
    const { tree } = this;
    const parent = tree.kind(tree.parent(node));
    // `f"{x:=5}"` pads: what stands behind the colon is a format specification.
    if (parent === NodeKind.Interpolation || parent === NodeKind.FormatExpression) return;
    this.atToken("walrus", node, NodeKind.TokenColonEqual);
    if (parent === NodeKind.Subscript) this.atToken("walrus-in-index", node, NodeKind.TokenColonEqual);
    if (parent === NodeKind.Set || parent === NodeKind.SetComprehension) {
      this.atToken("walrus-in-set", node, NodeKind.TokenColonEqual);
    }
  }

  private visitExcept(node: NodeIndex): void {
    const { tree } = this;
    this.atToken("except-star", node, NodeKind.TokenStar);
    const values = tree.namedChildren(node).filter((child) => tree.field(child) === Field.Value);
    if (values.length > 1) this.atToken("except-unparenthesized", node, NodeKind.TokenExcept);
  }

  private visitDecorator(node: NodeIndex): void {
    const { tree } = this;
    let expression = tree.firstNamedChild(node);
    if (expression === NO_NODE) return;
    const whole = expression;
    if (tree.kind(expression) === NodeKind.Call) expression = tree.child(expression, Field.Function);
    while (expression !== NO_NODE && tree.kind(expression) === NodeKind.Attribute) {
      expression = tree.child(expression, Field.Object);
    }
    if (expression !== NO_NODE && tree.kind(expression) !== NodeKind.Identifier)
      this.at("relaxed-decorator", whole);
  }

  private visitParameters(node: NodeIndex): void {
    const { tree } = this;
    const last = tree.namedChildren(node).at(-1);
    if (last === undefined) return;
    const inner = tree.kind(last) === NodeKind.TypedParameter ? tree.firstNamedChild(last) : last;
    const kind = tree.kind(inner);
    if (kind !== NodeKind.ListSplatPattern && kind !== NodeKind.DictionarySplatPattern) return;
    const comma = /^\s*,/.exec(tree.text.slice(tree.end(last), tree.end(node)));
    if (!comma) return;
    const end = tree.end(last) + comma[0].length;
    this.tell("trailing-comma-after-star", end - 1, end);
  }

  /** Novelties that the grammar does not know, or not in every form, leave a small error behind. */
  private visitError(node: NodeIndex): void {
    const { tree } = this;
    const next = tree.nextSibling(node);
    if (tree.textOf(node) === "lazy" && next !== NO_NODE && isImport(tree.kind(next)))
      this.at("lazy-import", node);
    tellBrokenUnpacking(tree, node, this.tell);
    if (this.isInTypeParameters(node)) this.atToken("type-parameter-default", node, NodeKind.TokenEqual);
  }

  /** The default of a parameter that has a bound may break the bound, whose kind can be any of an expression. */
  private isInTypeParameters(error: NodeIndex): boolean {
    const { tree } = this;
    let around = tree.parent(error);
    while (BOUNDS.has(tree.kind(around))) around = tree.parent(around);
    return tree.kind(around) === NodeKind.TypeParameter;
  }
}

/** What may stand between a type parameter and a mistake in its bound. */
const BOUNDS: ReadonlySet<NodeKind> = new Set([
  NodeKind.Type,
  NodeKind.ConstrainedType,
  NodeKind.UnionType,
  NodeKind.MemberType,
  NodeKind.BinaryOperator,
  NodeKind.ConcatenatedString,
  NodeKind.Attribute,
  NodeKind.Subscript,
]);
