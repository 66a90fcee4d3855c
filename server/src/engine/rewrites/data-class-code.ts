import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isPure } from "./find";
import type { Match } from "./matcher";
import type { Subject } from "./predicate";
import { holeOf } from "./predicates";

/** One attribute of a class that holds data. */
interface DataField {
  readonly name: string;
  readonly type: string;
  /** Its code; `undefined` where a value must be given. */
  readonly fallback: string | undefined;
}

const STEP = "    ";

/** The methods that a class of annotated attributes gets from `dataclass`, as `$members`; nothing for other statements. */
export function methodsOfFields(match: Match, { tree }: Subject): Record<string, string> | undefined {
  const fields = holeOf(match, "body").map((statement) => readField(tree, statement));
  if (fields.length === 0 || !fields.every((field) => field !== undefined)) return undefined;
  return {
    members: methodsFor(fields)
      .map((lines) => lines.join(`\n${STEP}`))
      .join(`\n\n${STEP}`),
  };
}

/**
 * The annotated attributes of a class whose methods are those that `dataclass` writes, as `$members`; nothing for any other
 * class.
 */
export function fieldsOfMethods(match: Match, { tree }: Subject): Record<string, string> | undefined {
  const [init, ...others] = holeOf(match, "body");
  const fields = init === undefined ? undefined : readInit(tree, init);
  if (!fields || fields.length === 0) return undefined;
  const [, repr, equals, hash] = methodsFor(fields).map((lines) => bare(lines.join("\n")));
  const texts = others.map((statement) => bare(tree.textOf(statement)));
  const isWhole = texts.includes(repr) && texts.includes(equals);
  if (
    !isWhole ||
    !texts.every((text, index) => [repr, equals, hash].includes(text) && texts.indexOf(text) === index)
  )
    return undefined;
  const lines = fields.map(
    ({ name, type, fallback }) => `${name}: ${type}${fallback ? ` = ${fallback}` : ""}`,
  );
  return { members: lines.join(`\n${STEP}`) };
}

/** Code without what is there for the eye, and with one kind of quotes. */
function bare(code: string): string {
  return code.replace(/\s+/g, "").replaceAll("'", '"');
}

/** The lines of each method, as they stand in a class of the outermost level. */
function methodsFor(fields: readonly DataField[]): string[][] {
  const names = fields.map(({ name }) => name);
  const of = (owner: string): string =>
    `(${names.map((name) => `${owner}.${name}`).join(", ")}${names.length === 1 ? "," : ""})`;
  const parameters = fields.map(
    ({ name, type, fallback }) => `${name}: ${type}${fallback ? ` = ${fallback}` : ""}`,
  );
  const shown = names.map((name) => `${name}=%r`).join(", ");
  return [
    [
      `def __init__(self, ${parameters.join(", ")}):`,
      ...names.map((name) => `${STEP}self.${name} = ${name}`),
    ],
    ["def __repr__(self):", `${STEP}return self.__class__.__qualname__ + "(${shown})" % ${of("self")}`],
    [
      "def __eq__(self, other):",
      `${STEP}if other.__class__ is self.__class__:`,
      `${STEP}${STEP}return ${of("self")} == ${of("other")}`,
      `${STEP}return NotImplemented`,
    ],
    ["__hash__ = None"],
  ];
}

function readField(tree: SyntaxTree, statement: NodeIndex): DataField | undefined {
  if (tree.kind(statement) !== NodeKind.ExpressionStatement) return undefined;
  const inner = tree.firstNamedChild(statement);
  if (
    tree.kind(inner) !== NodeKind.Assignment ||
    tree.kind(tree.child(inner, Field.Left)) !== NodeKind.Identifier
  )
    return undefined;
  const name = tree.textOf(tree.child(inner, Field.Left));
  return fieldFrom(tree, name, tree.child(inner, Field.Type), tree.child(inner, Field.Right));
}

function fieldFrom(tree: SyntaxTree, name: string, type: NodeIndex, value: NodeIndex): DataField | undefined {
  const text = type === NO_NODE ? typeOf(tree, value) : tree.textOf(type);
  const fallback = value === NO_NODE ? undefined : tree.textOf(value);
  if (value !== NO_NODE && (!isPure(tree, value) || tree.kind(value) === NodeKind.ExpressionList))
    return undefined;
  if (/[\r\n]|\b(?:Class|Init)Var\b|\bKW_ONLY\b/.test(text + (fallback ?? ""))) return undefined;
  if (name === "self" || name === "other" || name.startsWith("__")) return undefined;
  return { name, type: text, fallback };
}

/** What a parameter without an annotation holds, as far as its value tells. */
function typeOf(tree: SyntaxTree, value: NodeIndex): string {
  switch (value === NO_NODE ? NodeKind.None : tree.kind(value)) {
    case NodeKind.Integer:
      return "int";
    case NodeKind.Float:
      return "float";
    case NodeKind.True:
    case NodeKind.False:
      return "bool";
    case NodeKind.String:
      return /^[bB]/.test(tree.textOf(value)) ? "bytes" : "str";
    default:
      return "object";
  }
}

/** The parameters of an `__init__` that does nothing but keep them under their names, in order. */
function readInit(tree: SyntaxTree, definition: NodeIndex): DataField[] | undefined {
  if (tree.kind(definition) !== NodeKind.FunctionDefinition) return undefined;
  if (tree.textOf(tree.child(definition, Field.Name)) !== "__init__") return undefined;
  const [self, ...rest] = tree.namedChildren(tree.child(definition, Field.Parameters));
  if (self === undefined || tree.textOf(self) !== "self") return undefined;
  const fields = rest.map((parameter) => readParameter(tree, parameter));
  if (!fields.every((field) => field !== undefined)) return undefined;
  const kept = tree.namedChildren(tree.child(definition, Field.Body)).map((each) => bare(tree.textOf(each)));
  return kept.join("\n") === fields.map(({ name }) => `self.${name}=${name}`).join("\n") ? fields : undefined;
}

function readParameter(tree: SyntaxTree, node: NodeIndex): DataField | undefined {
  switch (tree.kind(node)) {
    case NodeKind.Identifier:
      return fieldFrom(tree, tree.textOf(node), NO_NODE, NO_NODE);
    case NodeKind.TypedParameter:
      return tree.kind(tree.firstNamedChild(node)) === NodeKind.Identifier
        ? fieldFrom(tree, tree.textOf(tree.firstNamedChild(node)), tree.child(node, Field.Type), NO_NODE)
        : undefined;
    case NodeKind.DefaultParameter:
    case NodeKind.TypedDefaultParameter:
      return fieldFrom(
        tree,
        tree.textOf(tree.child(node, Field.Name)),
        tree.child(node, Field.Type),
        tree.child(node, Field.Value),
      );
    default:
      return undefined;
  }
}
