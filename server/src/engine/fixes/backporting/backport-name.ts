import { lastName } from "../../catalogue/ids";
import { ownerOf } from "../../evaluation/types";
import type { TextReplacement } from "../../findings";
import { isImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";
import { isGuardable } from "../guards/need";
import { hasOwnLines, indentationUnit, joinEdits, lineEndingOf } from "../layout";
import { writeOppositeTest, writeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
import { type BackportOffer, offerFor } from "./offer";
import { isTaken } from "./taken";

/**
 * Imports by name, from a package where the standard library has not got it yet, what the document reaches through its
 * module (`typing.Protocol`) or as a builtin (`ExceptionGroup`), and uses that name everywhere. Not offered where the name
 * means something else already. Safe where the project has the package.
 */
export const backportName: Fixer = {
  id: "backport-name",
  appliesTo: isGuardable,
  compute(input) {
    const { tree, finding, analysis } = input;
    // Few entries have a package that brings them, and only for those the whole document is looked through.
    const offer = offerFor(input);
    const uses = offer && placesOf(input);
    if (!uses || uses.length === 0 || offer.backport.module === ownerOf(finding.entryId)) return undefined;
    const name = lastName(finding.entryId);
    const isBuiltin = ownerOf(finding.entryId) === "builtins";
    const anchor = lastImport(tree);
    const first = Math.min(
      ...analysis.findings.filter((each) => each.entryId === finding.entryId).map(({ start }) => start),
    );
    if (anchor !== NO_NODE && tree.end(anchor) > first) return undefined;
    if (isTaken(input, name, isBuiltin ? uses : [])) return undefined;
    const block = importBlock(input, { name, offer, isBuiltin, anchor });
    if (!block) return undefined;
    const renamed = isBuiltin
      ? []
      : uses.map((use) => ({ start: tree.start(use), end: tree.end(use), newText: name }));
    return {
      id: this.id,
      safety: offer.safety,
      details: { package: offer.backport.package },
      edits: joinEdits(block, renamed),
      dependency: offer.dependency,
    };
  },
};

/** Where the document uses the entry; `undefined` where it does so otherwise than by its module or as a plain name. */
function placesOf({ tree, catalogue, finding, analysis }: FixInput): NodeIndex[] | undefined {
  const owner = ownerOf(finding.entryId);
  if (!catalogue.isModule(owner)) return undefined;
  const places: NodeIndex[] = [];
  for (const usage of analysis.usages) {
    if (usage.entryId !== finding.entryId) continue;
    const node = tree.innermost(usage.start, usage.end);
    const parent = tree.parent(node);
    if (owner === "builtins" && usage.kind === "name") places.push(node);
    else if (
      usage.kind === "attribute" &&
      tree.kind(parent) === NodeKind.Attribute &&
      tree.field(node) === Field.Attribute
    )
      places.push(parent);
    else return undefined;
  }
  return places;
}

/** The last import that a document begins with, where it stands on lines of its own. */
function lastImport(tree: SyntaxTree): NodeIndex {
  let last: NodeIndex = NO_NODE;
  for (const statement of tree.namedChildren(0)) {
    if (isImport(tree.kind(statement))) {
      if (hasOwnLines(tree, statement)) last = statement;
    } else if (last !== NO_NODE) break;
  }
  return last;
}

function importBlock(
  input: FixInput,
  given: {
    readonly name: string;
    readonly offer: BackportOffer;
    readonly isBuiltin: boolean;
    readonly anchor: NodeIndex;
  },
): TextReplacement[] | undefined {
  const { tree, finding, analysis } = input;
  const { name, offer, isBuiltin, anchor } = given;
  // Of `try: ExceptionGroup` and `except NameError`, Pyright says that the name is unbound, and the expression unused.
  const isTried = analysis.backportStyle === "try" && !isBuiltin;
  const next = anchor === NO_NODE ? tree.innermost(finding.start, finding.end) : tree.nextSibling(anchor);
  const info = versionInfoFor(input, next === NO_NODE ? anchor : next);
  if (!info) return undefined;
  const unit = indentationUnit(tree);
  const eol = lineEndingOf(tree.text);
  const fallback = `${unit}from ${offer.backport.module} import ${name}`;
  const lines = isBuiltin
    ? [`if ${writeOppositeTest(offer.bounds, info.text)}:`, fallback]
    : [
        isTried ? "try:" : `if ${writeTest(offer.bounds, info.text)}:`,
        `${unit}from ${ownerOf(finding.entryId)} import ${name}`,
        isTried ? "except ImportError:" : "else:",
        fallback,
      ];
  if (anchor === NO_NODE) {
    // Nothing is imported yet, so that `sys` is, at the one place for the first import.
    const [sys] = info.edits;
    const block = lines.join(eol) + eol + eol;
    const head = isTried || !sys ? "" : sys.newText.trimEnd() + eol + eol;
    return sys && [{ ...sys, newText: head + block }];
  }
  // Behind the line break, where an import of `sys` would come too, which must be first.
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(tree.text.slice(tree.end(anchor)));
  if (!rest) return undefined;
  const at = tree.end(anchor) + rest[0].length;
  return [...(isTried ? [] : info.edits), { start: at, end: at, newText: `${eol}${lines.join(eol)}${eol}` }];
}
