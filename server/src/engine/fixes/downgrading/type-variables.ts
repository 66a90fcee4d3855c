import type { TextReplacement } from "../../findings";
import { writeString } from "../../rewrites/literals";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../../version";
import type { FixInput } from "../fixer";
import { ImportPlan } from "../imports/import-plan";
import { hasOwnLines, holdsComment, joinEdits, lineEndingOf } from "../layout";
import { isBuiltinType, singleLine } from "./annotation-text";
import { nodeAround, syntaxFixer } from "./syntax-fixer";

/** A type parameter, and what makes such a variable. */
interface Parameter {
  readonly name: string;
  readonly maker: "typing.TypeVar" | "typing.TypeVarTuple" | "typing.ParamSpec";
  /** `, bound="Node"`, or nothing. */
  readonly limits: string;
}

/**
 * `def f[T](x: T)` and `class A[T]` with a variable that is made before the statement of the module around them; a class
 * inherits from `typing.Generic` then. Unsafe, since such a variable is invariant and stays when the definition goes. Not
 * offered where a parameter has a default, or its name means something else in the module.
 */
export const typeVariables = syntaxFixer("downgrade-type-parameters", ["type-parameters"], (node, input) => {
  const { tree } = input;
  const list = nodeAround(tree, node, NodeKind.TypeParameter);
  const definition = list === NO_NODE ? NO_NODE : tree.parent(list);
  const statement = definition === NO_NODE ? NO_NODE : outermost(tree, definition);
  if (statement === NO_NODE || !hasOwnLines(tree, statement)) return undefined;
  if (holdsComment(tree, tree.start(list), tree.end(list)) || tree.textOf(list).includes("="))
    return undefined;
  const parameters = tree.namedChildren(list).map((each) => readParameter(input, each));
  if (!parameters.every((each) => each !== undefined)) return undefined;
  const plan = new ImportPlan(input, statement);
  const lines: string[] = [];
  for (const parameter of parameters) {
    const line = declarationOf(parameter, input, plan);
    if (line === undefined || !isFreeFor(input, parameter.name, line, statement)) return undefined;
    if (!input.scopes.module.bindings.has(parameter.name)) lines.push(line);
  }
  const isClass = tree.kind(definition) === NodeKind.ClassDefinition;
  const base = isClass ? genericBase(input, definition, parameters, plan) : [];
  if (!base) return undefined;
  const eol = lineEndingOf(tree.text);
  const gap = isDefinition(tree, statement) ? eol + eol : "";
  const start = tree.start(statement);
  const own: TextReplacement[] = [
    { start: tree.start(list), end: tree.end(list), newText: "" },
    ...(lines.length > 0
      ? [{ start, end: start, newText: lines.map((line) => line + eol).join("") + gap }]
      : []),
  ];
  return { edits: joinEdits(plan.edits, own, base), safety: "unsafe" };
});

/** The statement of the module that a definition is, or stands in. */
function outermost(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  if (!DEFINITIONS.has(tree.kind(node))) return NO_NODE;
  let at = node;
  while (tree.parent(at) > 0) at = tree.parent(at);
  return at;
}

const DEFINITIONS = new Set([NodeKind.FunctionDefinition, NodeKind.ClassDefinition]);

function isDefinition(tree: SyntaxTree, statement: NodeIndex): boolean {
  const kind = tree.kind(statement);
  return DEFINITIONS.has(kind) || kind === NodeKind.DecoratedDefinition;
}

/** Reads `T`, `T: int`, `T: (int, str)`, `*Ts` and `**P`. What limits a variable may come later, so that it is quoted. */
function readParameter(input: FixInput, node: NodeIndex): Parameter | undefined {
  const { tree } = input;
  const inner = tree.kind(node) === NodeKind.Type ? tree.firstNamedChild(node) : node;
  const text = tree.textOf(inner);
  const stars = /^\*{0,2}/.exec(text)![0].length;
  if (tree.kind(inner) === NodeKind.ConstrainedType) {
    const [left, right] = tree.namedChildren(inner);
    const limit = right === undefined ? NO_NODE : unwrapType(tree, right);
    if (limit === NO_NODE || !/^[^\W\d]\w*$/.test(tree.textOf(left))) return undefined;
    const isTuple = tree.kind(limit) === NodeKind.Tuple;
    const types = (isTuple ? tree.namedChildren(limit) : [limit]).map((each) =>
      limitText(input, unwrapType(tree, each)),
    );
    if (!types.every((type) => type !== undefined)) return undefined;
    const limits = isTuple ? `, ${types.join(", ")}` : `, bound=${types[0]}`;
    return { name: tree.textOf(left), maker: "typing.TypeVar", limits };
  }
  const name = text.slice(stars).trim();
  if (!/^[^\W\d]\w*$/.test(name)) return undefined;
  return { name, maker: MAKERS[stars], limits: "" };
}

const MAKERS = ["typing.TypeVar", "typing.TypeVarTuple", "typing.ParamSpec"] as const;

function unwrapType(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  return tree.kind(node) === NodeKind.Type ? tree.firstNamedChild(node) : node;
}

function limitText(input: FixInput, node: NodeIndex): string | undefined {
  const text = singleLine(input.tree, node);
  if (input.tree.kind(node) === NodeKind.String) return text;
  if (text === undefined || isBuiltinType(input, text)) return text;
  return /["']/.test(text) ? undefined : writeString(text, '"');
}

function declarationOf(
  { name, maker, limits }: Parameter,
  { catalogue, subject }: FixInput,
  plan: ImportPlan,
): string | undefined {
  if (!isSubset(subject.minors, catalogue.lookup(maker)?.available ?? NO_MINORS)) return undefined;
  const spelled = plan.spell(maker);
  return spelled === undefined ? undefined : `${name} = ${spelled}("${name}"${limits})`;
}

/** A name may be bound by that very line before the statement, or nowhere in the module. */
function isFreeFor({ tree, scopes }: FixInput, name: string, line: string, statement: NodeIndex): boolean {
  for (const scope of scopes.byNode.values()) {
    for (const node of scope.bindings.get(name) ?? []) {
      if (nodeAround(tree, node, NodeKind.TypeParameter) !== NO_NODE) continue;
      const assignment = tree.parent(node);
      const isSame = tree.kind(assignment) === NodeKind.Assignment && tree.textOf(assignment) === line;
      if (scope !== scopes.module || !isSame || node > statement) return false;
    }
  }
  return true;
}

/** The edit that has a class inherit from `Generic`, or its `Protocol` take the parameters. */
function genericBase(
  { tree, subject }: FixInput,
  definition: NodeIndex,
  parameters: readonly Parameter[],
  plan: ImportPlan,
): TextReplacement[] | undefined {
  const names = parameters
    .map(({ name, maker }) => (maker === "typing.TypeVarTuple" ? `*${name}` : name))
    .join(", ");
  const bases = tree.child(definition, Field.Superclasses);
  const items = bases === NO_NODE ? [] : tree.namedChildren(bases);
  const kinds = items.map((item) => tree.kind(item));
  if (kinds.some((kind) => kind === NodeKind.ListSplat || kind === NodeKind.DictionarySplat))
    return undefined;
  const protocol = items.find((item) => subject.references.entryAt(item) === "typing.Protocol");
  if (protocol !== undefined) {
    const end = tree.end(protocol);
    return [{ start: end, end, newText: `[${names}]` }];
  }
  const generic = plan.spell("typing.Generic");
  if (generic === undefined || items.some((item) => /\bGeneric\b/.test(tree.textOf(item)))) return undefined;
  const text = `${generic}[${names}]`;
  if (bases === NO_NODE) {
    const end = tree.end(tree.child(definition, Field.TypeParameters));
    return [{ start: end, end, newText: `(${text})` }];
  }
  const plain = items.filter(
    (_, index) => kinds[index] !== NodeKind.KeywordArgument && kinds[index] !== NodeKind.Comment,
  );
  const last = plain.at(-1);
  if (last !== undefined) return [{ start: tree.end(last), end: tree.end(last), newText: `, ${text}` }];
  const start = tree.start(bases) + 1;
  return [{ start, end: start, newText: items.length > 0 ? `${text}, ` : text }];
}
