import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry, type IRawGrammar } from "vscode-textmate";
import manifest from "../../../package.json";

/** As much of a grammar of Python as an injection can see. */
const PYTHON: IRawGrammar = parseRawGrammar(
  JSON.stringify({
    scopeName: "source.python",
    patterns: [
      { begin: "'", end: "'", name: "string.quoted.single.python" },
      { begin: "#", end: "$", name: "comment.line.number-sign.python" },
      { match: "\\b(?:if|elif|not)\\b", name: "keyword.control.python" },
    ],
  }),
  "python.json",
);

let engine: Promise<void> | undefined;

/**
 * Makes a tokenizer of Python with every grammar that the extension injects. It gives the tokens of a line that one of
 * those grammars named: the text, and its scope without the ending that they all have.
 */
export async function makeTokenizer(): Promise<(line: string) => string[]> {
  const wasm = readFileSync(createRequire(__filename).resolve("vscode-oniguruma/release/onig.wasm"));
  await (engine ??= loadWASM(wasm));
  const grammars = manifest.contributes.grammars;
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    getInjections: (scope) =>
      grammars.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
    loadGrammar: (scope) => {
      const file = grammars.find(({ scopeName }) => scopeName === scope)?.path;
      return Promise.resolve(file ? parseRawGrammar(readFileSync(file, "utf8"), file) : PYTHON);
    },
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
