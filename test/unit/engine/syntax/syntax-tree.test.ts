import assert from "node:assert/strict";
import { Language, type Node, Parser } from "web-tree-sitter";
import { FIELDS, NAMED_KINDS, TOKEN_KINDS } from "../../../../server/src/engine/syntax/grammar-names";
import { Field, NodeKind } from "../../../../server/src/engine/syntax/node-kind";
import { isNamed, NO_NODE, SyntaxTree } from "../../../../server/src/engine/syntax/syntax-tree";
import { generatePython } from "../../../bench/generate-python";
import { gatherPython } from "../../../bench/real-python";
import { CONSTRUCTS } from "./constructs";
import { findFlaw } from "./flat-tree";
import { readPackageFile } from "../../../engine-parts";
import { parseText, parserForTests } from "./parser-for-tests";

/** One node as the parser itself tells of it, in our kinds and fields. */
interface Told {
  readonly kind: NodeKind;
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

describe("SyntaxTree", function () {
  this.timeout(20_000);

  let parser: Parser;

  before(async () => {
    await parserForTests();
    parser = new Parser();
    parser.setLanguage(await Language.load(readPackageFile("tree-sitter-python/tree-sitter-python.wasm")));
  });

  after(() => parser.delete());

  const compare = async (text: string, name: string): Promise<void> => {
    const tree = parser.parse(text);
    assert.ok(tree);
    const copied = new SyntaxTree(text, (await parserForTests()).copy(tree));
    const told = listTold(tree.rootNode);
    // Where the parser could make no module of a text, the error is inside of one.
    if (told[0].kind === NodeKind.Error) told.unshift({ ...told[0], kind: NodeKind.Module });
    tree.delete();
    assert.equal(findFlaw(copied), undefined, name);
    for (let node = 0; node < Math.max(copied.count, told.length); node++) {
      const ours = {
        kind: copied.kind(node),
        field: copied.field(node),
        start: copied.start(node),
        end: copied.end(node),
      };
      // Comparing every field of every node by `deepEqual` would take most of the time.
      const { kind, field, start, end } = told[node] ?? {};
      if (ours.kind === kind && ours.field === field && ours.start === start && ours.end === end) continue;
      assert.deepEqual(
        ours,
        told[node],
        `${name}: node ${node}, ${JSON.stringify(copied.textOf(node).slice(0, 60))}`,
      );
    }
  };

  it("has the nodes and fields that the parser tells of, in every construct", async () => {
    for (const [name, code] of Object.entries(CONSTRUCTS)) await compare(code, name);
  });

  it("knows every kind that the constructs show, and they show every kind", async () => {
    const seen = new Set<NodeKind>();
    for (const code of Object.values(CONSTRUCTS)) {
      const tree = await parseText(code);
      for (let node = 0; node < tree.count; node++) seen.add(tree.kind(node));
    }
    const unseen = Object.entries({ ...NAMED_KINDS, ...TOKEN_KINDS }).filter(([, kind]) => !seen.has(kind));
    assert.deepEqual(unseen, []);
  });

  it("has them in whole files", async () => {
    for (const { name, text } of gatherPython(4000).files) await compare(text, name);
    await compare(generatePython({ lines: 1000, seed: 3 }), "generated");
  });

  it("has them in code that is broken in every place", async () => {
    const text = generatePython({ lines: 120, seed: 5 });
    for (let cut = 0; cut < text.length; cut += 97) {
      await compare(text.slice(0, cut) + text.slice(cut + 40), `cut at ${cut}`);
      await compare(text.slice(0, cut), `ended at ${cut}`);
    }
  });

  it("counts UTF-16 code units", async () => {
    const tree = await parseText('x = "🐍é"; run()\n');
    const node = tree.innermost(tree.text.indexOf("run"), tree.text.indexOf("run") + 3);
    assert.equal(tree.textOf(node), "run");
  });

  it("finds the innermost node that holds a stretch of text", async () => {
    const tree = await parseText("a.b(c)\n");
    const kindAt = (start: number, end: number): NodeKind => tree.kind(tree.innermost(start, end));
    assert.equal(kindAt(0, 1), NodeKind.Identifier);
    assert.equal(kindAt(0, 3), NodeKind.Attribute);
    assert.equal(kindAt(3, 6), NodeKind.ArgumentList);
    assert.equal(kindAt(0, 6), NodeKind.Call);
    assert.equal(kindAt(0, 7), NodeKind.Module);
  });

  it("leaves tokens and comments out of the named children", async () => {
    const tree = await parseText("f(a, # one\n  b)\n");
    const call = tree.innermost(0, tree.text.length - 1);
    const names = tree.namedChildren(tree.child(call, Field.Arguments)).map((node) => tree.textOf(node));
    assert.deepEqual(names, ["a", "b"]);
    assert.equal(tree.textOf(tree.firstNamedChild(tree.child(call, Field.Arguments))), "a");
  });

  it("answers with no node where there is none", async () => {
    const tree = await parseText("a\n");
    const leaf = tree.innermost(0, 1);
    assert.equal(tree.firstChild(leaf), NO_NODE);
    assert.equal(tree.firstNamedChild(leaf), NO_NODE);
    assert.equal(tree.nextSibling(leaf), NO_NODE);
    assert.equal(tree.child(leaf, Field.Name), NO_NODE);
    assert.equal(tree.childOfKind(leaf, NodeKind.Call), NO_NODE);
    assert.equal(tree.parent(0), NO_NODE);
    assert.equal(tree.lastInside(leaf), leaf);
  });

  it("of an empty text is a module without children", async () => {
    const tree = await parseText("");
    assert.equal(tree.count, 1);
    assert.equal(tree.kind(0), NodeKind.Module);
  });
});

describe("isNamed", () => {
  it("tells nodes from tokens, comments and what no rule looks at", () => {
    for (const kind of [NodeKind.Module, NodeKind.Call, NodeKind.Identifier, NodeKind.Yield])
      assert.ok(isNamed(kind));
    for (const kind of [
      NodeKind.Other,
      NodeKind.Error,
      NodeKind.Comment,
      NodeKind.TokenAsync,
      NodeKind.TokenAs,
    ])
      assert.ok(!isNamed(kind));
  });
});

/** The nodes that our kinds know, parents first, read through the parser's own nodes instead of a cursor. */
function listTold(root: Node): Told[] {
  const told: Told[] = [];
  const visit = (node: Node, field: Field): void => {
    const names = node.isNamed ? NAMED_KINDS : TOKEN_KINDS;
    const kind = node.isError ? NodeKind.Error : (names[node.type] ?? NodeKind.Other);
    if (kind === NodeKind.Other) return;
    told.push({ kind, field, start: node.startIndex, end: node.endIndex });
    if (!node.isNamed || LEAVES.has(kind)) return;
    node.children.forEach((child, index) =>
      visit(child, FIELDS[node.fieldNameForChild(index) ?? ""] ?? Field.None),
    );
  };
  visit(root, Field.None);
  return told;
}

/** What stands inside of these is of no use to anybody, and is not copied. */
const LEAVES: ReadonlySet<NodeKind> = new Set([
  NodeKind.Identifier,
  NodeKind.Integer,
  NodeKind.Float,
  NodeKind.True,
  NodeKind.False,
  NodeKind.None,
  NodeKind.Comment,
  NodeKind.StringStart,
  NodeKind.StringEnd,
  NodeKind.Ellipsis,
]);
