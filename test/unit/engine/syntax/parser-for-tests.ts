import { readPackageFile } from "../../../engine-parts";
import { LiveSyntax } from "../../../../server/src/engine/syntax/live-syntax";
import { PythonParser } from "../../../../server/src/engine/syntax/parser";
import type { SyntaxTree } from "../../../../server/src/engine/syntax/syntax-tree";

let shared: Promise<PythonParser> | undefined;

/** The parser, loaded once for all tests of a run. */
export function parserForTests(): Promise<PythonParser> {
  return (shared ??= PythonParser.load(
    readPackageFile("web-tree-sitter/web-tree-sitter.wasm"),
    readPackageFile("tree-sitter-python/tree-sitter-python.wasm"),
  ));
}

/** Parses a text from scratch. */
export async function parseText(text: string): Promise<SyntaxTree> {
  return new LiveSyntax(await parserForTests(), text).syntax;
}
