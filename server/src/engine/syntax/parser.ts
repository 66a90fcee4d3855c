import { Language, Parser, type Tree } from "web-tree-sitter";
import type { OffsetRange } from "../findings";
import { listBodyStatements } from "./body-statements";
import { copyTree, type KindTables, TreeBuilder } from "./copy-tree";
import { FIELDS, NAMED_KINDS, NodeKind, TOKEN_KINDS } from "./node-kind";
import { type NodeColumns, SyntaxTree } from "./syntax-tree";
import { directWalker, type TreeWalk, walkByCursor } from "./tree-walk";

/** The one owner of parser memory: makes syntax trees and forgets the parser's own ones. */
export class PythonParser {
  private readonly builder = new TreeBuilder();
  private readonly bodyBuilder = new TreeBuilder();

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
    // What was compiled needs its bytes no more.
    delete runtimeModule.wasmBinary;
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

  /** Parses a text. The caller owns the tree, which holds memory that only `delete` gives back. */
  parse(text: string): Tree {
    const tree = this.parser.parse(withKnownLineEnds(text));
    if (!tree) throw new Error("the parser gave no tree although nothing cancels it");
    return tree;
  }

  /** Parses a text that nobody will edit, be it correct or not. */
  parseOnce(text: string): SyntaxTree {
    const tree = this.parse(text);
    const columns = this.copy(tree);
    tree.delete();
    return new SyntaxTree(text, columns);
  }

  /** Copies a tree of this parser into plain arrays. */
  copy(tree: Tree, { builder = this.builder, instead }: CopyOptions = {}): NodeColumns {
    return this.walk(tree, (walk) => {
      builder.begin(walk.start(), walk.end());
      copyTree(builder, walk, this.tables, 0, instead);
      return builder.finish();
    });
  }

  /** Parses a text as one. `undefined` when the grammar cannot make sense of all of it. */
  read(text: string): NodeColumns | undefined {
    const tree = this.parse(text);
    try {
      return tree.rootNode.hasError ? undefined : this.copy(tree);
    } finally {
      tree.delete();
    }
  }

  /**
   * Parses the stretches of a text that start at some offsets, each by itself, the last one up to `end`, and makes one
   * module of them. Also gives the first node of each stretch.
   */
  readStretches(text: string, starts: readonly number[], end: number): Stretches {
    const { builder } = this;
    const firstNodes: number[] = [];
    starts.forEach((start, index) => {
      const { tree, instead } = this.parseStretch(text.slice(start, starts[index + 1] ?? end));
      this.walk(tree, (walk) => {
        if (index === 0) builder.begin(start + walk.start(), end);
        firstNodes.push(builder.count);
        copyTree(builder, walk, this.tables, start, instead);
      });
      tree.delete();
    });
    return { columns: builder.finish(), firstNodes };
  }

  /**
   * Parses a text that begins with a statement. In a class or a function, an error ends where the statement of the body ends
   * that it is in: each that has one is read by itself.
   */
  private parseStretch(text: string): ParsedStretch {
    const tree = this.parse(text);
    if (!tree.rootNode.hasError) return { tree };
    const broken = new Map<number, NodeColumns>();
    let masked = text;
    for (const { start, end } of listBodyStatements(text)) {
      const columns = this.readBroken(text.slice(start, end));
      if (!columns) continue;
      broken.set(start, columns);
      // A name that is as long keeps the place of everything else.
      masked = masked.slice(0, start) + "_".repeat(end - start) + masked.slice(end);
    }
    if (broken.size === 0) return { tree };
    const whole = this.parse(masked);
    const isWhole = !whole.rootNode.hasError;
    (isWhole ? tree : whole).delete();
    return isWhole ? { tree: whole, instead: broken } : { tree };
  }

  /** Parses a statement of a body; `undefined` when the grammar can make sense of all of it. */
  private readBroken(text: string): NodeColumns | undefined {
    const { tree, instead } = this.parseStretch(text);
    try {
      if (!instead && !tree.rootNode.hasError) return undefined;
      return this.copy(tree, { builder: this.bodyBuilder, instead });
    } finally {
      tree.delete();
    }
  }
}

/** The parser's tree of a stretch, and by where they start what is to be read instead of some names that are statements. */
interface ParsedStretch {
  readonly tree: Tree;
  readonly instead?: ReadonlyMap<number, NodeColumns>;
}

interface CopyOptions extends Pick<ParsedStretch, "instead"> {
  readonly builder?: TreeBuilder;
}

/** Stretches of a text as nodes of one module. */
export interface Stretches {
  readonly columns: NodeColumns;
  /** By stretch: its first node, or where it would be. */
  readonly firstNodes: readonly number[];
}

/**
 * To Python and to editors a lone carriage return ends a line; to the grammar it is a blank. A line feed is as long, so
 * that no offset changes.
 */
function withKnownLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
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

let runtimeModule: { wasmBinary?: Uint8Array; locateFile(file: string): string } | undefined;

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
