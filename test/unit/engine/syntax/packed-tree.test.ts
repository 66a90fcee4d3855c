import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LiveSyntax } from "../../../../server/src/engine/syntax/live-syntax";
import { packTree, unpackTree } from "../../../../server/src/engine/syntax/packed-tree";
import type { PythonParser } from "../../../../server/src/engine/syntax/parser";
import type { SyntaxTree } from "../../../../server/src/engine/syntax/syntax-tree";
import { generatePython } from "../../../bench/generate-python";
import { HOSTILE_PYTHON } from "../hostile-python";
import { CONSTRUCTS } from "./constructs";
import { parserForTests } from "./parser-for-tests";

describe("packTree", function () {
  this.timeout(60_000);
  let parser: PythonParser;

  before(async () => {
    parser = await parserForTests();
  });

  const assertSame = (tree: SyntaxTree, what: string): void =>
    assert.deepEqual(unpackTree(packTree(tree.columns)), tree.columns, what);

  it("gives back every node of every construct, however the text ends its lines", () => {
    for (const [name, text] of Object.entries(CONSTRUCTS)) {
      for (const lineEnd of ["\n", "\r\n", "\r"])
        assertSame(parser.parseOnce(text.replaceAll("\n", lineEnd)), name);
    }
  });

  it("gives back the nodes of files, and of texts that are none", () => {
    const folder = "test/fixtures/python";
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith(".py")))
      assertSame(new LiveSyntax(parser, readFileSync(path.join(folder, file), "utf8")).syntax, file);
    for (const [name, text] of Object.entries(HOSTILE_PYTHON))
      assertSame(new LiveSyntax(parser, text()).syntax, name);
  });

  it("gives back the nodes of a text that was edited", () => {
    const text = generatePython({ lines: 300, seed: 4 });
    const live = new LiveSyntax(parser, text);
    const start = text.indexOf("\n\n") + 1;
    const newText = "def added(a, *b):\n    return [a for a in b if (a := 1)]\n";
    live.update(text.slice(0, start) + newText + text.slice(start), [{ start, end: start, newText }]);
    assertSame(live.syntax, "edited");
  });

  it("takes a node far behind another, and one of great length", () => {
    const tree = parser.parseOnce(`${"\n".repeat(300_000)}x = """${"y".repeat(300_000)}"""\n`);
    assertSame(tree, "far");
  });

  it("takes less than seven bytes a node in ordinary code", () => {
    const { columns } = parser.parseOnce(generatePython({ lines: 2_000, seed: 5 }));
    const { bytes, count } = packTree(columns);
    assert.equal(count, columns.kinds.length);
    assert.ok(bytes.length < 7 * count, `${bytes.length} bytes for ${count} nodes`);
  });
});
