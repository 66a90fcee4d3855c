import { createRequire } from "node:module";
import { Language, Parser, type Node } from "web-tree-sitter";
import type { ClassDeclaration, Declaration, FunctionDeclaration } from "./declaration";
import { dottedParts, readDottedName, readExpression, type Expression } from "./expression";
import { readParameters } from "./parameters";
import { evaluateCondition, NOWHERE, type Realm } from "./realm";

/** Reads stub files; make one with `createStubParser` and use it for all of them. */
export interface StubParser {
  /** Gives the declarations of a stub in the order of the file, outer ones only; `realm` bounds them all. */
  parse(text: string, realm: Realm): Declaration[];
}

/** Loads the Python grammar that the project depends on. */
export async function createStubParser(): Promise<StubParser> {
  await Parser.init();
  const parser = new Parser();
  const grammar = createRequire(__filename).resolve("tree-sitter-python/tree-sitter-python.wasm");
  parser.setLanguage(await Language.load(grammar));
  return {
    parse(text, realm) {
      const tree = parser.parse(text);
      if (!tree) return [];
      try {
        return readBlock(tree.rootNode, realm);
      } finally {
        tree.delete();
      }
    },
  };
}

function readBlock(block: Node | null, realm: Realm): Declaration[] {
  if (realm === NOWHERE) return [];
  return (block?.namedChildren ?? []).flatMap((statement) => readStatement(statement, realm));
}

function readStatement(node: Node, realm: Realm): Declaration[] {
  switch (node.type) {
    case "if_statement":
      return readIf(node, realm);
    case "function_definition":
      return [readFunction(node, realm, [])];
    case "class_definition":
      return [readClass(node, realm, [])];
    case "decorated_definition":
      return readDecorated(node, realm);
    case "expression_statement":
      return node.namedChildren.flatMap((child) => readSimple(child, realm));
    case "type_alias_statement":
      return readTypeAlias(node, realm);
    case "import_statement":
      return node.namedChildren.map((child) => readImport(child, realm));
    case "import_from_statement":
      return readFrom(node, realm);
    case "try_statement":
      return readBlock(node.childForFieldName("body"), realm);
    default:
      return [];
  }
}

function readIf(node: Node, realm: Realm): Declaration[] {
  const truth = evaluateCondition(readExpression(node.childForFieldName("condition")));
  const found = readBlock(node.childForFieldName("consequence"), realm & truth.yes);
  let rest = realm & truth.no;
  for (const alternative of node.childrenForFieldName("alternative")) {
    if (alternative.type === "else_clause") {
      found.push(...readBlock(alternative.childForFieldName("body"), rest));
      continue;
    }
    const next = evaluateCondition(readExpression(alternative.childForFieldName("condition")));
    found.push(...readBlock(alternative.childForFieldName("consequence"), rest & next.yes));
    rest &= next.no;
  }
  return found;
}

function readDecorated(node: Node, realm: Realm): Declaration[] {
  const decorators = node.namedChildren
    .filter((child) => child.type === "decorator")
    .map((child) => readExpression(child.namedChild(0)));
  const definition = node.childForFieldName("definition");
  if (definition?.type === "class_definition") return [readClass(definition, realm, decorators)];
  return definition ? [readFunction(definition, realm, decorators)] : [];
}

function readFunction(node: Node, realm: Realm, decorators: readonly Expression[]): FunctionDeclaration {
  const returns = node.childForFieldName("return_type");
  return {
    kind: "function",
    name: node.childForFieldName("name")?.text ?? "",
    realm,
    isAsync: node.child(0)?.type === "async",
    parameters: readParameters(node.childForFieldName("parameters")),
    returns: returns ? readExpression(returns) : undefined,
    decorators,
  };
}

function readClass(node: Node, realm: Realm, decorators: readonly Expression[]): ClassDeclaration {
  const superclasses = node.childForFieldName("superclasses");
  const bases = (superclasses?.namedChildren ?? []).filter((child) => child.type !== "comment");
  const keywords = bases.filter((child) => child.type === "keyword_argument");
  return {
    kind: "class",
    name: node.childForFieldName("name")?.text ?? "",
    realm,
    bases: bases.filter((child) => child.type !== "keyword_argument").map(readExpression),
    keywords: keywords.map((child) => ({
      name: child.childForFieldName("name")?.text ?? "",
      value: readExpression(child.childForFieldName("value")),
    })),
    typeParameters: (node.childForFieldName("type_parameters")?.namedChildren ?? []).map(
      (child) => /\w+/.exec(child.text)?.[0] ?? "",
    ),
    decorators,
    body: readBlock(node.childForFieldName("body"), realm),
  };
}

function readSimple(node: Node, realm: Realm): Declaration[] {
  if (node.type === "augmented_assignment") return readAugmented(node, realm);
  if (node.type === "call") return readExportsCall(node, realm);
  if (node.type !== "assignment") return [];
  const target = node.childForFieldName("left");
  const right = node.childForFieldName("right");
  const type = node.childForFieldName("type");
  if (target?.type !== "identifier") return [];
  if (target.text === "__all__" && right) return [exportsOf("set", readExpression(right), realm)];
  // `a = b = value` declares both names.
  const chained = right?.type === "assignment" ? readSimple(right, realm) : [];
  const last = chained.at(-1);
  const value = last?.kind === "variable" ? last.value : right ? readExpression(right) : undefined;
  const annotation = type ? readExpression(type) : undefined;
  return [{ kind: "variable", name: target.text, realm, annotation, value }, ...chained];
}

function readAugmented(node: Node, realm: Realm): Declaration[] {
  if (node.childForFieldName("left")?.text !== "__all__") return [];
  return [exportsOf("add", readExpression(node.childForFieldName("right")), realm)];
}

/** `__all__.extend([...])`, `__all__.append(...)`, `__all__.remove(...)`. */
function readExportsCall(node: Node, realm: Realm): Declaration[] {
  const call = readExpression(node);
  if (call.kind !== "call" || dottedParts(call.callee)?.[0] !== "__all__") return [];
  const method = dottedParts(call.callee)?.[1];
  const argument = call.items[0];
  if (!argument) return [];
  return [exportsOf(method === "remove" ? "remove" : "add", argument, realm)];
}

function exportsOf(change: "set" | "add" | "remove", value: Expression, realm: Realm): Declaration {
  const names: string[] = [];
  const modules: string[] = [];
  const collect = (expression: Expression): void => {
    if (expression.kind === "sequence") expression.items.forEach(collect);
    else if (expression.kind === "literal") names.push(expression.text);
    else if (expression.kind === "attribute") modules.push(dottedParts(expression.object)?.join(".") ?? "");
    else if (expression.kind === "binary") [expression.left, expression.right].forEach(collect);
  };
  collect(value);
  return { kind: "exports", realm, change, names, modules };
}

function readTypeAlias(node: Node, realm: Realm): Declaration[] {
  const name = /\w+/.exec(node.namedChild(0)?.text ?? "")?.[0];
  const annotation = readDottedName("TypeAlias");
  return name
    ? [{ kind: "variable", name, realm, annotation, value: readExpression(node.namedChild(1)) }]
    : [];
}

function readImport(node: Node, realm: Realm): Declaration {
  const aliased = node.type === "aliased_import";
  const module = aliased ? (node.childForFieldName("name")?.text ?? "") : node.text;
  return {
    kind: "import",
    realm,
    module,
    alias: aliased ? node.childForFieldName("alias")?.text : undefined,
  };
}

function readFrom(node: Node, realm: Realm): Declaration[] {
  const source = node.childForFieldName("module_name");
  const [, dots = "", module = ""] = /^(\.*)(.*)$/s.exec(source?.text.replaceAll(/\s/g, "") ?? "") ?? [];
  const from = { kind: "from", realm, level: dots.length, module } as const;
  if (node.namedChildren.some((child) => child.type === "wildcard_import"))
    return [{ ...from, name: "*", alias: undefined }];
  return node.childrenForFieldName("name").map((child) => {
    if (child.type !== "aliased_import") return { ...from, name: child.text, alias: undefined };
    const alias = child.childForFieldName("alias")?.text;
    return { ...from, name: child.childForFieldName("name")?.text ?? "", alias };
  });
}
