import { Edit, Language, Parser, type Tree } from "web-tree-sitter";
import type { TextEdit } from "../analysis";
import type { OffsetRange } from "../findings";
import { FIELDS, NAMED_KINDS, NodeKind, TOKEN_KINDS } from "./node-kind";
import { copyTree, type KindTables, type SyntaxTree } from "./syntax-tree";
import { directWalker, type TreeWalk, walkByCursor } from "./tree-walk";

/** The one owner of parser memory: makes syntax trees and forgets the parser's own ones. */
export class PythonParser {
  private constructor(
    private readonly parser: Parser,
    private readonly tables: KindTables,
    private walk: typeof walkByCursor,
  ) {}

  /**
   * Loads the two WebAssembly modules. Rejects when one is not what it should be; nothing else in this class fails.
   */
  static async load(runtimeWasm: Uint8Array, grammarWasm: Uint8Array): Promise<PythonParser> {
    // web-tree-sitter keeps one runtime for the whole process, made from what the first caller gave it.
    runtimeModule ??= { wasmBinary: runtimeWasm, locateFile: (file: string) => file };
    await Parser.init(runtimeModule);
    const language = await Language.load(grammarWasm);
    const parser = new Parser();
    parser.setLanguage(language);
    const python = new PythonParser(parser, makeKindTables(language), walkByCursor);
    python.trySpeed(runtimeModule);
    return python;
  }

  /** Takes the fast way to walk a tree where it is there and sees what the plain one sees. */
  private trySpeed(module: object): void {
    const direct = directWalker(module);
    if (!direct) return;
    const tree = this.parse(PROBE);
    const expected = this.walk(tree, describeWalk);
    const seen = direct(tree, describeWalk);
    tree.delete();
    if (seen === expected) this.walk = direct;
  }

  /** Parses a text; with `previous`, a tree that was told of every edit since, only what changed. */
  parse(text: string, previous?: Tree): Tree {
    const tree = this.parser.parse(text, previous);
    if (!tree) throw new Error("the parser gave no tree although nothing cancels it");
    return tree;
  }

  /** Parses a text that nobody will edit. */
  parseOnce(text: string): SyntaxTree {
    const tree = this.parse(text);
    const copied = this.copy(text, tree);
    tree.delete();
    return copied;
  }

  /** Copies a tree of this parser into plain arrays. */
  copy(text: string, tree: Tree): SyntaxTree {
    return this.walk(tree, (walk) => copyTree(text, walk, this.tables));
  }
}

/** A text with nodes of many kinds, nested deeply enough that a cursor's memory must grow. */
const PROBE = `async def f(a, *b: int, **c) -> "x":
    return [g(y)[1:-2] for y in (((((((((({"k": (1, 2.5)}))))))))))]
class C(D, metaclass=E): x = f"{a!r:>{w}}"  # é\n`;

function describeWalk(walk: TreeWalk): string {
  const steps: number[] = [];
  for (;;) {
    steps.push(walk.typeId(), walk.fieldId(), walk.start(), walk.end());
    if (walk.firstChild()) continue;
    while (!walk.nextSibling()) if (!walk.parent()) return steps.join();
  }
}

let runtimeModule: { readonly wasmBinary: Uint8Array; locateFile(file: string): string } | undefined;

/** A text under edit: keeps the parser's tree between edits, so that only what changed is parsed again. */
export class LiveSyntax {
  private tree: Tree;
  private copied: SyntaxTree | undefined;

  constructor(
    private readonly parser: PythonParser,
    private current: string,
  ) {
    this.tree = parser.parse(current);
  }

  get text(): string {
    return this.current;
  }

  /** The tree of the present text, copied when first asked for. */
  get syntax(): SyntaxTree {
    return (this.copied ??= this.parser.copy(this.current, this.tree));
  }

  /** Takes the text after `edits`, which are in the order in which they were made. */
  update(text: string, edits: readonly TextEdit[]): void {
    let before = this.current;
    for (const edit of edits) {
      const after = before.slice(0, edit.start) + edit.newText + before.slice(edit.end);
      this.tree.edit(describeEdit(before, after, edit));
      before = after;
    }
    const old = this.tree;
    // Edits that do not lead to the text are the caller's mistake; parsing from scratch still gives the right tree.
    this.tree = this.parser.parse(text, before === text ? old : undefined);
    old.delete();
    this.current = text;
    this.copied = undefined;
  }

  /** Frees the parser's memory. The text and a tree that was handed out stay usable. */
  dispose(): void {
    this.tree.delete();
  }
}

/** Lists the places that the grammar could not make sense of, outermost first. */
export function listParseErrors(syntax: SyntaxTree): OffsetRange[] {
  const errors: OffsetRange[] = [];
  for (let node = 0; node < syntax.count; node++) {
    if (syntax.kind(node) !== NodeKind.Error) continue;
    errors.push({ start: syntax.start(node), end: syntax.end(node) });
    node = syntax.lastInside(node);
  }
  return errors;
}

function makeKindTables(language: Language): KindTables {
  const count = language.nodeTypeCount;
  const kinds = new Uint8Array(count);
  const leaves = new Uint8Array(count);
  for (let id = 0; id < count; id++) {
    const name = language.nodeTypeForId(id);
    if (name === null) continue;
    if (language.nodeTypeIsNamed(id)) {
      kinds[id] = NAMED_KINDS[name] ?? NodeKind.Other;
      leaves[id] = LEAVES.has(name) ? 1 : 0;
    } else {
      kinds[id] = TOKEN_KINDS[name] ?? NodeKind.Other;
      leaves[id] = 1;
    }
  }
  const fields = new Uint8Array(language.fieldCount + 1);
  for (let id = 1; id <= language.fieldCount; id++)
    fields[id] = FIELDS[language.fieldNameForId(id) ?? ""] ?? 0;
  return { kinds, leaves, fields };
}

const LEAVES = new Set([
  "identifier",
  "integer",
  "float",
  "true",
  "false",
  "none",
  "comment",
  "string_start",
  "string_end",
  "ellipsis",
]);

function describeEdit(before: string, after: string, edit: TextEdit): Edit {
  const newEndIndex = edit.start + edit.newText.length;
  return new Edit({
    startIndex: edit.start,
    oldEndIndex: edit.end,
    newEndIndex,
    startPosition: positionAt(before, edit.start),
    oldEndPosition: positionAt(before, edit.end),
    newEndPosition: positionAt(after, newEndIndex),
  });
}

function positionAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
