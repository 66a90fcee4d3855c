import { unescaped } from "../literals/literal-text";
import { isFormatted, openingOf } from "../literals/string-opening";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { useFormatSpecification } from "./triggers";
import { constant, instance, UNKNOWN, type Value } from "./values";
import { deriveText } from "./version-values";

/** Literals without interpolations are constants; a prefix with `b` makes bytes. */
export function evaluateString(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const { prefix, quotes } = openingOf(tree, node);
  if (isFormatted(prefix)) return evaluateFormatted(ctx, node, prefix, quotes);
  if (prefix.includes("b")) return instance("builtins.bytes");
  const inside = tree.text.slice(
    tree.start(node) + prefix.length + quotes.length,
    tree.end(node) - quotes.length,
  );
  return constant(prefix.includes("r") ? inside : unescaped(inside));
}

/** `f"{sys.version_info[0]}.{sys.version_info[1]}"` is a version like any other. */
function evaluateFormatted(ctx: Context, node: NodeIndex, prefix: string, quotes: string): Value {
  const { tree } = ctx;
  const values: Value[] = [];
  const texts: string[] = [];
  let end = tree.start(node) + prefix.length + quotes.length;
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.kind(child) !== NodeKind.Interpolation) continue;
    values.push(evaluateInterpolation(ctx, child));
    texts.push(tree.text.slice(end, tree.start(child)));
    end = tree.end(child);
  }
  if (prefix.includes("t")) return UNKNOWN;
  texts.push(tree.text.slice(end, tree.end(node) - quotes.length));
  return deriveText(texts, values) ?? instance("builtins.str");
}

/** Evaluates what stands between the braces of an f-string; unknown where it is not put there as it is. */
function evaluateInterpolation(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const expression = tree.child(node, Field.Expression);
  const value = evaluate(ctx, expression);
  const specifier = tree.child(node, Field.FormatSpecifier);
  if (specifier !== NO_NODE) {
    useFormatSpecification(ctx, specifier, value);
    for (const inner of tree.namedChildren(specifier)) evaluate(ctx, tree.child(inner, Field.Expression));
  }
  // Nothing but the braces stands around what has neither a conversion nor `=`.
  return expression !== NO_NODE && tree.end(expression) + 1 === tree.end(node) ? value : UNKNOWN;
}
