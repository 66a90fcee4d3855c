import type { Node } from "web-tree-sitter";
import type { ParameterKind, StubParameter } from "./declaration";
import { readExpression } from "./expression";

/** Reads the `parameters` node of a function definition, the receiver included. */
export function readParameters(node: Node | null): StubParameter[] {
  const found: StubParameter[] = [];
  let kind: ParameterKind = "standard";
  for (const child of node?.namedChildren ?? []) {
    if (child.type === "positional_separator") {
      for (const [index, parameter] of found.entries())
        found[index] = { ...parameter, kind: "positional-only" };
      continue;
    }
    if (child.type === "keyword_separator") {
      kind = "keyword-only";
      continue;
    }
    const parameter = readParameter(child, kind);
    if (!parameter) continue;
    if (parameter.kind === "var-positional") kind = "keyword-only";
    found.push(parameter);
  }
  return markLegacyPositionalOnly(found);
}

function readParameter(node: Node, kind: ParameterKind): StubParameter | undefined {
  const target =
    node.type === "typed_parameter" ? node.namedChild(0) : (node.childForFieldName("name") ?? node);
  if (!target) return undefined;
  const annotation = node.childForFieldName("type");
  const value = node.childForFieldName("value");
  const rest = {
    hasDefault: value !== null,
    annotation: annotation ? readExpression(annotation) : undefined,
    default: value ? readExpression(value) : undefined,
  };
  if (target.type === "list_splat_pattern")
    return { name: splatName(target), kind: "var-positional", ...rest };
  if (target.type === "dictionary_splat_pattern")
    return { name: splatName(target), kind: "var-keyword", ...rest };
  return target.type === "identifier" ? { name: target.text, kind, ...rest } : undefined;
}

function splatName(node: Node): string {
  return node.namedChild(0)?.text ?? "";
}

/**
 * Before `/` was allowed in stubs, a leading double underscore marked a parameter as positional-only. The underscores
 * are no part of the name that CPython knows.
 */
function markLegacyPositionalOnly(parameters: readonly StubParameter[]): StubParameter[] {
  const marked: StubParameter[] = [];
  let leading = true;
  for (const [index, parameter] of parameters.entries()) {
    const legacy = parameter.kind === "standard" && /^__.*(?<!__)$/.test(parameter.name);
    const isReceiver = index === 0 && /^_{0,2}(self|cls|mcs|metacls|mcls)$/.test(parameter.name);
    if (legacy && leading)
      marked.push({ ...parameter, kind: "positional-only", name: parameter.name.slice(2) });
    else marked.push(parameter);
    leading &&= legacy || isReceiver || parameter.kind === "positional-only";
  }
  return marked;
}
