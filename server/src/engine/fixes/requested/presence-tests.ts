import type { Entry } from "../../catalogue/entry";
import type { FixSafety } from "../../findings";
import { presenceTest } from "../../rewrites/presence-test";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { type MinorSet, NO_MINORS } from "../../version";
import { readVersionComparison } from "../guards/version-comparison";
import { ImportPlan } from "../imports/import-plan";
import { boundsBetween, writeOppositeTest, writeTest } from "../version-bounds";
import { type Newer, requestedFixer } from "./requested-fixer";

/** `hasattr(math, "prod")` as `sys.version_info >= (3, 8)`, which type checkers read. */
export const presenceToVersion = requestedFixer(
  { id: "presence-to-version", entryId: "sys.version_info", kinds: [NodeKind.Call] },
  (call, input): Newer | undefined => {
    const { tree, subject } = input;
    const entry = presenceTest(subject, call)?.entry;
    const minors = input.analysis.target?.range.minors ?? NO_MINORS;
    const bounds =
      entry && boundsBetween(minors & entry.available, minors & ~entry.available, entry.available);
    const place = entry && bounds ? statementOf(tree, call) : NO_NODE;
    if (!entry || !bounds || place === NO_NODE) return undefined;
    const plan = new ImportPlan(input, place);
    const info = plan.spell("sys.version_info");
    if (info === undefined) return undefined;
    const parent = tree.parent(call);
    const isNegated = tree.kind(parent) === NodeKind.NotOperator;
    const node = isNegated ? parent : call;
    const test = isNegated ? writeOppositeTest(bounds, info) : writeTest(bounds, info);
    const newText = isLoose(tree, node) ? test : `(${test})`;
    const edit = { start: tree.start(node), end: tree.end(node), newText };
    return { edits: [...plan.edits, edit], safety: safetyOf(entry, minors) };
  },
);

/** `sys.version_info >= (3, 8)` as `hasattr(math, "prod")`, where that is what the branch is for. */
export const versionToPresence = requestedFixer(
  { id: "version-to-presence", entryId: "builtins.hasattr", kinds: [NodeKind.ComparisonOperator] },
  (node, input): Newer | undefined => {
    const { tree, catalogue, subject, analysis } = input;
    const comparison = readVersionComparison(tree, node);
    const branch = comparison ? governedBy(tree, node) : NO_NODE;
    const minors = analysis.target?.range.minors ?? NO_MINORS;
    if (!comparison || branch === NO_NODE) return undefined;
    const { yes, no } = comparison.truthWith(comparison.minor);
    for (const usage of subject.references.within(tree.start(branch), tree.end(branch))) {
      const entry = catalogue.lookup(usage.entryId);
      const attribute = tree.parent(tree.innermost(usage.start, usage.end));
      if (usage.kind !== "attribute" || !entry || tree.kind(attribute) !== NodeKind.Attribute) continue;
      const object = tree.firstNamedChild(attribute);
      const value = subject.valueAt(object);
      const isOfModule = value.tag === "symbol" && value.entry.kind === "module";
      const isSame =
        (minors & yes) === (minors & entry.available) && (minors & no) === (minors & ~entry.available);
      if (!isOfModule || !isSame || entry.kind === "module") continue;
      const newText = `hasattr(${tree.textOf(object)}, "${tree.text.slice(usage.start, usage.end)}")`;
      const edit = { start: tree.start(node), end: tree.end(node), newText };
      return { edits: [edit], safety: safetyOf(entry, minors) };
    }
    return undefined;
  },
);

/** Some builds, systems and late micro releases have a name, or lack it, whatever the version says. */
function safetyOf(entry: Entry, minors: MinorSet): FixSafety {
  const isExact = !entry.platforms && !entry.micros && (entry.unpromised & minors) === NO_MINORS;
  return isExact ? "safe" : "unsafe";
}

const LOOSE = new Set([
  NodeKind.IfStatement,
  NodeKind.ElifClause,
  NodeKind.WhileStatement,
  NodeKind.AssertStatement,
  NodeKind.ReturnStatement,
  NodeKind.Assignment,
  NodeKind.ExpressionStatement,
  NodeKind.ParenthesizedExpression,
  NodeKind.BooleanOperator,
  NodeKind.NotOperator,
  NodeKind.ConditionalExpression,
  NodeKind.ArgumentList,
  NodeKind.KeywordArgument,
]);

/** Tells whether a comparison needs no parentheses in the place of an expression. */
function isLoose(tree: SyntaxTree, node: NodeIndex): boolean {
  return LOOSE.has(tree.kind(tree.parent(node)));
}

/** The statement around an expression. */
function statementOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = node; at > 0; at = tree.parent(at)) {
    const parent = tree.parent(at);
    if (parent === 0 || tree.kind(parent) === NodeKind.Block) return at;
  }
  return NO_NODE;
}

/** The code that runs where a whole condition holds. */
function governedBy(tree: SyntaxTree, condition: NodeIndex): NodeIndex {
  const parent = tree.parent(condition);
  switch (tree.kind(parent)) {
    case NodeKind.IfStatement:
    case NodeKind.ElifClause:
      return tree.field(condition) === Field.Condition ? tree.child(parent, Field.Consequence) : NO_NODE;
    case NodeKind.ConditionalExpression: {
      const [value, test] = tree.namedChildren(parent);
      return test === condition ? value : NO_NODE;
    }
    default:
      return NO_NODE;
  }
}
