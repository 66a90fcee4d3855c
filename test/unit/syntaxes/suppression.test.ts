import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry, type IRawGrammar } from "vscode-textmate";
import manifest from "../../../package.json";

const [contribution] = manifest.contributes.grammars;

/** As much of a grammar of Python as an injection into its comments can see. */
const PYTHON: IRawGrammar = parseRawGrammar(
  JSON.stringify({
    scopeName: "source.python",
    patterns: [
      { begin: "'", end: "'", name: "string.quoted.single.python" },
      { begin: "#", end: "$", name: "comment.line.number-sign.python" },
    ],
  }),
  "python.json",
);

async function makeTokenizer(): Promise<(line: string) => string[]> {
  const wasm = readFileSync(createRequire(__filename).resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    getInjections: (scope) => (contribution.injectTo.includes(scope) ? [contribution.scopeName] : []),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === "source.python"
          ? PYTHON
          : parseRawGrammar(readFileSync(contribution.path, "utf8"), contribution.path),
      ),
  });
  const grammar = await registry.loadGrammar("source.python");
  assert.ok(grammar);
  return (line) =>
    grammar
      .tokenizeLine(line, INITIAL)
      .tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.at(-1)!])
      .filter(([, scope]) => scope.endsWith(".sincewhen"))
      .map(([text, scope]) => `${text} ${scope.replace(/\.sincewhen$/, "")}`);
}

describe("the grammar of suppression comments", () => {
  let tokens: (line: string) => string[];

  before(async () => {
    tokens = await makeTokenizer();
  });

  it("colours the comment's parts", () => {
    assert.deepEqual(tokens("math.prod([1])  # sincewhen: ignore[added-later, math.prod]"), [
      "sincewhen storage.type",
      ": punctuation.separator",
      "ignore keyword.control",
      "[ punctuation.definition.list.begin",
      "added-later constant.other",
      ", punctuation.separator.list",
      "math.prod constant.other",
      "] punctuation.definition.list.end",
    ]);
  });

  it("knows the comment for a whole file, and writing without blanks", () => {
    assert.deepEqual(tokens("#sincewhen:ignore-file"), [
      "sincewhen storage.type",
      ": punctuation.separator",
      "ignore-file keyword.control",
    ]);
  });

  it("leaves other comments and strings alone", () => {
    assert.deepEqual(tokens("# sincewhen: ignored"), []);
    assert.deepEqual(tokens("# since when: ignore"), []);
    assert.deepEqual(tokens("x = '# sincewhen: ignore'"), []);
  });
});
