import { Language, Parser, type Tree } from "web-tree-sitter";
import type { OffsetRange } from "../findings";
import type { AbridgedText } from "./abridged-text";
import { listBodyStatements } from "./body-statements";
import { CursorReader } from "./cursor-reader";
import { MemoryReader } from "./memory-reader";
import { NodeKind } from "./node-kind";
import { kindSet, NO_NODE, type NodeColumns, type NodeIndex, SyntaxTree } from "./syntax-tree";
import { TreeBuilder } from "./tree-builder";
import { makeKindTables, type TreeReader } from "./tree-reader";

/** The one owner of parser memory: makes syntax trees and forgets the parser's own ones. */
export class PythonParser {
  private readonly builder = new TreeBuilder();
  private readonly bodyBuilder = new TreeBuilder();

  private constructor(
    private readonly parser: Parser,
    private reader: TreeReader,
  ) {}

  /**
   * Loads the two WebAssembly modules. Rejects when one is not what it should be; nothing else in this class fails.
   */
  static async load(runtimeWasm: Uint8Array, grammarWasm: Uint8Array): Promise<PythonParser> {
    // web-tree-sitter keeps one runtime for the whole process, made from what the first caller gave it.
    runtimeModule ??= { wasmBinary: runtimeWasm, locateFile: (file: string) => file };
    const module = runtimeModule;
    await Parser.init(module);
    // What was compiled needs its bytes no more.
    delete module.wasmBinary;
    const language = await Language.load(grammarWasm);
    const parser = new Parser();
    parser.setLanguage(language);
    const tables = makeKindTables(language);
    const python = new PythonParser(parser, new CursorReader(tables));
    python.trySpeed((sample) => MemoryReader.for(module, sample, tables));
    return python;
  }

  /** Takes a fast way to read trees where it is there and sees what the plain one sees. */
  private trySpeed(make: (sample: Tree) => TreeReader | undefined): void {
    const tree = this.parse(PROBE);
    const plain = this.reader;
    const fast = make(tree);
    const seen = JSON.stringify(this.copy(tree));
    if (fast) this.reader = fast;
    if (fast?.hasError(tree) !== plain.hasError(tree) || JSON.stringify(this.copy(tree)) !== seen)
      this.reader = plain;
    tree.delete();
  }

  /** Whether trees are read where they lie, which is many times as fast. */
  get readsMemory(): boolean {
    return this.reader instanceof MemoryReader;
  }

  /** Parses a text. The caller owns the tree, which holds memory that only `delete` gives back. */
  parse(text: string): Tree {
    return this.parseKnown(withKnownLineEnds(text));
  }

  private parseKnown(text: string): Tree {
    const tree = this.parser.parse(text);
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
    builder.begin(this.reader.start(tree), this.reader.end(tree));
    this.reader.copy(tree, { builder, base: 0, instead });
    return builder.finish();
  }

  /**
   * Parses a text as one, in its abridged form where it has one. `undefined` when the grammar cannot make sense of all of
   * it, or the abridged form is wrong.
   */
  read(text: string, abridged?: AbridgedText): NodeColumns | undefined {
    const whole = withKnownLineEnds(text);
    const short = abridged?.of(whole);
    const tree = this.parseKnown(short ?? whole);
    try {
      if (this.reader.hasError(tree)) return undefined;
      const columns = this.copy(tree);
      return short === undefined || abridged?.restore(columns) ? columns : undefined;
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
      if (index === 0) builder.begin(start + this.reader.start(tree), end);
      firstNodes.push(builder.count);
      this.reader.copy(tree, { builder, base: start, instead });
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
    if (!this.reader.hasError(tree)) return { tree };
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
    const isWhole = !this.reader.hasError(whole);
    (isWhole ? tree : whole).delete();
    return isWhole ? { tree: whole, instead: broken } : { tree };
  }

  /** Parses a statement of a body; `undefined` when the grammar can make sense of all of it. */
  private readBroken(text: string): NodeColumns | undefined {
    const { tree, instead } = this.parseStretch(text);
    try {
      if (!instead && !this.reader.hasError(tree)) return undefined;
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

/** A text with nodes of many kinds, shown and not shown, renamed, deep, long and short, and with a mistake. */
const PROBE = `async def f(a, *b: int, **c) -> "x":
    return [g(y)[1:-2] for y in (((((((((({"k": (1, 2.5)}))))))))))]
class C(D, metaclass=E): x = f"{a!r:>{w}}"  # é
match a:
    case {"b": [c, *d]} | None if e: print >>f, g; import h.i as j, k
if a_name_of_more_than_two_hundred_and_fifty_five_bytes_which_does_not_fit_into_a_leaf_that_is_its_own_subtree_because_that_has_a_byte_for_its_length:
    x = (1
y = 2 +\n`;

let runtimeModule: { wasmBinary?: Uint8Array; locateFile(file: string): string } | undefined;

/** Lists the places that the grammar could not make sense of, outermost first. */
export function listParseErrors(syntax: SyntaxTree): OffsetRange[] {
  const errors: OffsetRange[] = [];
  let last: NodeIndex = NO_NODE;
  for (const node of syntax.nodesOf(ERRORS)) {
    if (node <= last) continue;
    errors.push({ start: syntax.start(node), end: syntax.end(node) });
    last = syntax.lastInside(node);
  }
  return errors;
}

const ERRORS = kindSet([NodeKind.Error]);
