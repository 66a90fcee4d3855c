import { operatorOf } from "../../rewrites/matcher";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";

/** How tightly something binds: the higher, the tighter. */
const enum Strength {
  Walrus = 0,
  Lambda = 1,
  Conditional = 2,
  Or = 3,
  And = 4,
  Not = 5,
  Comparison = 6,
  BitOr = 7,
  BitXor = 8,
  BitAnd = 9,
  Shift = 10,
  Sum = 11,
  Product = 12,
  Unary = 13,
  Power = 14,
  Await = 15,
  Primary = 16,
}

const BY_OPERATOR: Readonly<Record<string, Strength>> = {
  "|": Strength.BitOr,
  "^": Strength.BitXor,
  "&": Strength.BitAnd,
  "<<": Strength.Shift,
  ">>": Strength.Shift,
  "+": Strength.Sum,
  "-": Strength.Sum,
  "**": Strength.Power,
};

/** How tightly an expression binds by itself. */
function strengthOf(tree: SyntaxTree, node: NodeIndex): Strength {
  switch (tree.kind(node)) {
    case NodeKind.NamedExpression:
    case NodeKind.Yield:
      return Strength.Walrus;
    case NodeKind.Lambda:
    case NodeKind.ExpressionList:
    case NodeKind.PatternList:
      return Strength.Lambda;
    case NodeKind.ConditionalExpression:
      return Strength.Conditional;
    case NodeKind.BooleanOperator:
      return tree.childOfKind(node, NodeKind.TokenOr) >= 0 ? Strength.Or : Strength.And;
    case NodeKind.NotOperator:
      return Strength.Not;
    case NodeKind.ComparisonOperator:
      return Strength.Comparison;
    case NodeKind.BinaryOperator:
      return BY_OPERATOR[operatorOf(tree, node)] ?? Strength.Product;
    case NodeKind.UnaryOperator:
      return Strength.Unary;
    case NodeKind.Await:
      return Strength.Await;
    default:
      return Strength.Primary;
  }
}

/** How tightly what stands in the place of a node must bind to need no parentheses. */
function strengthNeeded(tree: SyntaxTree, node: NodeIndex): Strength {
  const parent = tree.parent(node);
  const field = tree.field(node);
  switch (tree.kind(parent)) {
    case NodeKind.Attribute:
    case NodeKind.Call:
      return field === Field.Arguments ? Strength.Walrus : Strength.Primary;
    case NodeKind.Subscript:
      return field === Field.Value ? Strength.Primary : Strength.Walrus;
    case NodeKind.Await:
      return Strength.Primary;
    case NodeKind.UnaryOperator:
      return Strength.Unary;
    case NodeKind.BinaryOperator:
      return neededByOperator(tree, parent, field);
    case NodeKind.ComparisonOperator:
      return Strength.BitOr;
    case NodeKind.NotOperator:
      return Strength.Not;
    case NodeKind.BooleanOperator:
      return strengthOf(tree, parent) === Strength.Or ? Strength.And : Strength.Not;
    case NodeKind.ConditionalExpression: {
      const isLast = tree.namedChildren(parent).at(-1) === node;
      return isLast ? Strength.Conditional : Strength.Or;
    }
    case NodeKind.ForInClause:
    case NodeKind.IfClause:
      return field === Field.Left ? Strength.Walrus : Strength.Or;
    case NodeKind.ListSplat:
    case NodeKind.DictionarySplat:
      return Strength.BitOr;
    case NodeKind.Decorator:
    case NodeKind.ParenthesizedExpression:
    case NodeKind.ExpressionStatement:
    case NodeKind.Block:
    case NodeKind.Module:
      return Strength.Walrus;
    default:
      return Strength.Conditional;
  }
}

function neededByOperator(tree: SyntaxTree, operation: NodeIndex, field: Field): Strength {
  const own = strengthOf(tree, operation);
  if (own === Strength.Power) return field === Field.Left ? Strength.Await : Strength.Unary;
  return field === Field.Left ? own : own + 1;
}

/** Tells whether an expression needs parentheses to stand where a node of the same or another tree stands. */
export function needsParentheses(
  inner: { readonly tree: SyntaxTree; readonly node: NodeIndex },
  place: { readonly tree: SyntaxTree; readonly node: NodeIndex },
): boolean {
  if (inner.tree.kind(inner.node) === NodeKind.Lambda && mayBeLambda(place.tree, place.node)) return false;
  return strengthOf(inner.tree, inner.node) < strengthNeeded(place.tree, place.node);
}

/** A lambda needs no parentheses among arguments and on the right of an assignment. */
function mayBeLambda(tree: SyntaxTree, node: NodeIndex): boolean {
  switch (tree.kind(tree.parent(node))) {
    case NodeKind.ArgumentList:
    case NodeKind.KeywordArgument:
    case NodeKind.Assignment:
      return true;
    default:
      return false;
  }
}

/** Tells whether a place lies inside of brackets, so that lines may break there. */
export function isInBrackets(tree: SyntaxTree, node: NodeIndex): boolean {
  let inner = node;
  for (let at = tree.parent(node); at > 0; inner = at, at = tree.parent(at)) {
    if (BRACKETS.has(tree.kind(at))) return true;
    if (tree.kind(at) === NodeKind.Subscript && tree.field(inner) === Field.Subscript) return true;
  }
  return false;
}

/** Tells whether an expression goes on in another line where no brackets of its own are open, strings aside. */
export function breaksOutsideBrackets(tree: SyntaxTree, node: NodeIndex): boolean {
  if (!BREAK.test(tree.textOf(node))) return false;
  if (BRACKETS.has(tree.kind(node)) || tree.kind(node) === NodeKind.String) return false;
  if (tree.kind(node) === NodeKind.Subscript) {
    const value = tree.child(node, Field.Value);
    const bracket = tree.text.indexOf("[", tree.end(value));
    return BREAK.test(tree.text.slice(tree.end(value), bracket)) || breaksOutsideBrackets(tree, value);
  }
  let end = tree.start(node);
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (BREAK.test(tree.text.slice(end, tree.start(child))) || breaksOutsideBrackets(tree, child))
      return true;
    end = tree.end(child);
  }
  return false;
}

const BREAK = /[\r\n]/;

const BRACKETS = new Set([
  NodeKind.ArgumentList,
  NodeKind.Parameters,
  NodeKind.ParenthesizedExpression,
  NodeKind.Tuple,
  NodeKind.List,
  NodeKind.Set,
  NodeKind.Dictionary,
  NodeKind.ListComprehension,
  NodeKind.SetComprehension,
  NodeKind.DictionaryComprehension,
  NodeKind.GeneratorExpression,
  NodeKind.TypeParameter,
]);
