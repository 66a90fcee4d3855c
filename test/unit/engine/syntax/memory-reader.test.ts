import assert from "node:assert/strict";
import { Language, Parser } from "web-tree-sitter";
import { CursorReader } from "../../../../server/src/engine/syntax/cursor-reader";
import { MemoryReader } from "../../../../server/src/engine/syntax/memory-reader";
import type { PythonParser } from "../../../../server/src/engine/syntax/parser";
import { TreeBuilder } from "../../../../server/src/engine/syntax/tree-builder";
import { makeKindTables } from "../../../../server/src/engine/syntax/tree-reader";
import { generatePython } from "../../../bench/generate-python";
import { CONSTRUCTS } from "./constructs";
import { readPackageFile } from "../../../engine-parts";
import { parserForTests } from "./parser-for-tests";

describe("MemoryReader", function () {
  this.timeout(20_000);

  let python: PythonParser;
  let language: Language;
  let parser: Parser;

  before(async () => {
    python = await parserForTests();
    language = await Language.load(readPackageFile("tree-sitter-python/tree-sitter-python.wasm"));
    parser = new Parser();
    parser.setLanguage(language);
  });

  after(() => parser.delete());

  /** Copies the tree of a text with what the parser took, and with the cursor. */
  const compare = (text: string, name: string): void => {
    const tree = parser.parse(text);
    assert.ok(tree);
    const cursor = new CursorReader(makeKindTables(language));
    const builder = new TreeBuilder();
    builder.begin(cursor.start(tree), cursor.end(tree));
    cursor.copy(tree, { builder, base: 0 });
    const expected = builder.finish();
    const copied = python.copy(tree);
    tree.delete();
    for (const [column, values] of Object.entries(copied))
      assert.deepEqual(values, expected[column as keyof typeof expected], `${name}: ${column}`);
  };

  it("reads the trees of the grammar that is shipped", () => {
    assert.ok(python.readsMemory);
  });

  it("sees what a cursor sees, in every construct", () => {
    for (const [name, code] of Object.entries(CONSTRUCTS)) compare(code, name);
  });

  it("sees it in code that is broken in every place", () => {
    const text = generatePython({ lines: 100, seed: 8 });
    for (let cut = 0; cut < text.length; cut += 131) compare(text.slice(cut, cut + 400), `from ${cut}`);
  });

  it("sees it however deep nodes nest", () => {
    compare(`x = ${"a + ".repeat(5_000)}a\n`, "operators");
    compare(`x = ${"(".repeat(700)}a${")".repeat(700)}\n`, "parentheses");
  });

  it("is not there where memory is not, or does not hold a grammar of the known layout", () => {
    const tree = parser.parse("a\n");
    assert.ok(tree);
    const tables = makeKindTables(language);
    const empty = { HEAPU8: new Uint8Array(1 << 24), HEAPU32: new Uint32Array(1 << 22) };
    assert.equal(MemoryReader.for({}, tree, tables), undefined);
    assert.equal(MemoryReader.for(empty, tree, tables), undefined);
    tree.delete();
  });
});
