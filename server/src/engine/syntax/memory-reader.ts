import type { Tree } from "web-tree-sitter";
import { type GrammarTables, readGrammarTables } from "./grammar-memory";
import { copySubtrees, ERROR_SYMBOL, NodeWord, SubtreeFrames } from "./memory-copy";
import { NodeKind } from "./node-kind";
import type { CopyTarget, KindTables, TreeReader } from "./tree-reader";

/** Words of a tree (`TSTree`): its root's subtree, and the address of its grammar. */
const enum TreeWord {
  Root = 0,
  Grammar = 2,
}

/** The memory of the WebAssembly module, for which other arrays stand each time it grows. */
interface ParserMemory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
}

/**
 * Reads trees where they lie in the memory of the WebAssembly module. Asking the module for every node, as a cursor does,
 * takes many times as long. Whether memory is laid out as this reader thinks must be seen once before it is relied upon.
 */
export class MemoryReader implements TreeReader {
  private readonly frames = new SubtreeFrames();

  private constructor(
    private readonly memory: ParserMemory,
    private readonly grammar: GrammarTables,
  ) {}

  /**
   * Makes the reader, `sample` being a tree of the grammar. `module` is the object that was given to `Parser.init`, which
   * Emscripten hangs its memory on. `undefined` when that is not there, or the grammar is laid out in another way.
   */
  static for(module: object, sample: Tree, tables: KindTables): MemoryReader | undefined {
    const { HEAPU8, HEAPU32 } = module as Partial<ParserMemory>;
    if (!(HEAPU8 instanceof Uint8Array && HEAPU32 instanceof Uint32Array)) return undefined;
    const grammar = readGrammarTables(HEAPU8, HEAPU32[wordOf(sample) + TreeWord.Grammar], tables);
    return grammar && new MemoryReader(module as ParserMemory, grammar);
  }

  hasError(tree: Tree): boolean {
    const words = this.memory.HEAPU32;
    return words[rootOf(words, tree) + NodeWord.ErrorCost] > 0;
  }

  start(tree: Tree): number {
    const words = this.memory.HEAPU32;
    return words[rootOf(words, tree) + NodeWord.PaddingBytes] >> 1;
  }

  end(tree: Tree): number {
    const words = this.memory.HEAPU32;
    const root = rootOf(words, tree);
    return (words[root + NodeWord.PaddingBytes] + words[root + NodeWord.SizeBytes]) >> 1;
  }

  copy(tree: Tree, to: CopyTarget): void {
    const words = this.memory.HEAPU32;
    const { frames, grammar } = this;
    const address = wordOf(tree) + TreeWord.Root;
    const root = rootOf(words, tree);
    const symbol = words[root + NodeWord.Symbol] & 0xffff;
    if (symbol !== ERROR_SYMBOL && grammar.kinds[symbol] === NodeKind.Module) frames.beginInside(words, root);
    // A root that is no module is a child of ours.
    else frames.beginAt(address);
    copySubtrees(words, grammar, frames, to);
  }
}

function wordOf(tree: Tree): number {
  // web-tree-sitter keeps the address of what an object stands for in its property 0.
  return (tree as unknown as readonly number[])[0] >> 2;
}

/** A root is never a small leaf. */
function rootOf(words: Uint32Array, tree: Tree): number {
  return words[wordOf(tree) + TreeWord.Root] >> 2;
}
