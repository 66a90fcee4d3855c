import type { Node } from "web-tree-sitter";

/** An expression of a stub file, detached from its syntax tree. Only what stubs use of Python's expressions is told apart. */
export type Expression =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly object: Expression; readonly name: string }
  | { readonly kind: "subscript"; readonly object: Expression; readonly items: readonly Expression[] }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "boolean";
      readonly operator: "and" | "or";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "not"; readonly operand: Expression }
  | {
      readonly kind: "compare";
      readonly operands: readonly Expression[];
      readonly operators: readonly string[];
    }
  | { readonly kind: "literal"; readonly type: LiteralType; readonly text: string }
  | { readonly kind: "sequence"; readonly items: readonly Expression[] }
  | {
      readonly kind: "call";
      readonly callee: Expression;
      readonly items: readonly Expression[];
      readonly keywords: readonly Keyword[];
    }
  | { readonly kind: "ellipsis" }
  | { readonly kind: "other" };

/** The builtin class of a literal. */
export type LiteralType = "int" | "float" | "complex" | "bool" | "str" | "bytes" | "None";

/** One `name=value` of a call. */
export interface Keyword {
  readonly name: string;
  readonly value: Expression;
}

const OTHER: Expression = { kind: "other" };

type Reader = (node: Node) => Expression;

const READERS: Readonly<Record<string, Reader>> = {
  identifier: (node) => ({ kind: "name", name: node.text }),
  attribute: (node) => readAttribute(node.childForFieldName("object"), node.childForFieldName("attribute")),
  member_type: (node) => readAttribute(node.namedChild(0), node.namedChild(1)),
  dotted_name: (node) => readDottedName(node.text),
  subscript: (node) => readSubscript(node.childForFieldName("value"), operands(node).slice(1)),
  generic_type: (node) =>
    readSubscript(node.namedChild(0), node.namedChild(1) ? operands(node.namedChild(1)!) : []),
  type: (node) => readExpression(node.namedChild(0)),
  parenthesized_expression: (node) => readExpression(operands(node)[0]),
  union_type: (node) => readBinary("|", node.namedChild(0), node.namedChild(1)),
  binary_operator: readBinaryOperator,
  unary_operator: readUnary,
  boolean_operator: readBoolean,
  not_operator: (node) => ({ kind: "not", operand: readExpression(node.childForFieldName("argument")) }),
  comparison_operator: readComparison,
  list: readSequence,
  tuple: readSequence,
  set: readSequence,
  expression_list: readSequence,
  call: readCall,
  ellipsis: () => ({ kind: "ellipsis" }),
  string: readString,
  concatenated_string: (node) => readConcatenation(node),
  integer: (node) => literal("int", node.text),
  float: (node) => literal(/j$/i.test(node.text) ? "complex" : "float", node.text),
  true: () => literal("bool", "True"),
  false: () => literal("bool", "False"),
  none: () => literal("None", "None"),
};

/** Reads a node of the syntax tree; anything that stubs do not use in types or conditions is `other`. */
export function readExpression(node: Node | null | undefined): Expression {
  if (!node) return OTHER;
  return READERS[node.type]?.(node) ?? OTHER;
}

/** Gives `["a", "b"]` for the expression `a.b`, and `undefined` when it is not a plain dotted name. */
export function dottedParts(expression: Expression): string[] | undefined {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind !== "attribute") return undefined;
  const parts = dottedParts(expression.object);
  return parts && [...parts, expression.name];
}

/** Gives the last name of a dotted name: `overload` for `typing.overload`; a call or a subscript counts as what it is made on. */
export function lastName(expression: Expression): string | undefined {
  if (expression.kind === "call") return lastName(expression.callee);
  if (expression.kind === "subscript") return lastName(expression.object);
  return expression.kind === "name" || expression.kind === "attribute" ? expression.name : undefined;
}

/** Makes the expression of a dotted name. */
export function readDottedName(text: string): Expression {
  const [first = "", ...rest] = text.split(".");
  return rest.reduce<Expression>((object, name) => ({ kind: "attribute", object, name }), {
    kind: "name",
    name: first,
  });
}

function literal(type: LiteralType, text: string): Expression {
  return { kind: "literal", type, text };
}

/** Comments may stand between the parts of any expression. */
function operands(node: Node): Node[] {
  return node.namedChildren.filter((child) => child.type !== "comment");
}

function readAttribute(object: Node | null, name: Node | null): Expression {
  return name ? { kind: "attribute", object: readExpression(object), name: name.text } : OTHER;
}

function readSubscript(object: Node | null, items: readonly Node[]): Expression {
  const read = items.map(readExpression);
  const only = read.length === 1 ? read[0] : undefined;
  const isTuple = only?.kind === "sequence" && items[0]?.type === "tuple";
  return { kind: "subscript", object: readExpression(object), items: isTuple ? only.items : read };
}

function readBinary(operator: string, left: Node | null, right: Node | null): Expression {
  return { kind: "binary", operator, left: readExpression(left), right: readExpression(right) };
}

function readBinaryOperator(node: Node): Expression {
  const operator = node.childForFieldName("operator")?.text ?? "";
  return readBinary(operator, node.childForFieldName("left"), node.childForFieldName("right"));
}

function readUnary(node: Node): Expression {
  const operand = readExpression(node.childForFieldName("argument"));
  if (operand.kind !== "literal") return operand;
  const sign = node.childForFieldName("operator")?.text === "-" ? "-" : "";
  return literal(operand.type, sign + operand.text);
}

function readBoolean(node: Node): Expression {
  const operator = node.childForFieldName("operator")?.text === "or" ? "or" : "and";
  const left = readExpression(node.childForFieldName("left"));
  return { kind: "boolean", operator, left, right: readExpression(node.childForFieldName("right")) };
}

function readComparison(node: Node): Expression {
  const operators = node.childrenForFieldName("operators").map((operator) => operator.text);
  return { kind: "compare", operands: operands(node).map(readExpression), operators };
}

function readSequence(node: Node): Expression {
  return { kind: "sequence", items: operands(node).map(readExpression) };
}

function readCall(node: Node): Expression {
  const items: Expression[] = [];
  const keywords: Keyword[] = [];
  for (const argument of operands(node.childForFieldName("arguments") ?? node)) {
    const name = argument.type === "keyword_argument" ? argument.childForFieldName("name") : undefined;
    if (name) keywords.push({ name: name.text, value: readExpression(argument.childForFieldName("value")) });
    else items.push(readExpression(argument));
  }
  return { kind: "call", callee: readExpression(node.childForFieldName("function")), items, keywords };
}

function readString(node: Node): Expression {
  const prefix = /^[a-z]*/i.exec(node.text)?.[0].toLowerCase() ?? "";
  const content = node.namedChildren
    .filter((child) => child.type === "string_content")
    .map((child) => child.text);
  return literal(prefix.includes("b") ? "bytes" : "str", content.join(""));
}

function readConcatenation(node: Node): Expression {
  const parts = operands(node).map(readString);
  return literal("str", parts.map((part) => (part.kind === "literal" ? part.text : "")).join(""));
}
