import type { Tree, TreeCursor } from "web-tree-sitter";

/** A walk over the parser's own tree, from its root, node by node. */
export interface TreeWalk {
  /** The grammar's number of the present node's type. */
  typeId(): number;
  /** The grammar's number of the field that the present node is of its parent; 0 for none. */
  fieldId(): number;
  /** UTF-16 offset at which the present node starts. */
  start(): number;
  /** UTF-16 offset behind its end. */
  end(): number;
  /** Each goes to a neighbour and tells whether there is one; if not, the walk stays where it is. */
  firstChild(): boolean;
  nextSibling(): boolean;
  parent(): boolean;
}

/** Walks a whole tree with web-tree-sitter's cursor and hands what `run` gives back. */
export function walkByCursor<T>(tree: Tree, run: (walk: TreeWalk) => T): T {
  const cursor = tree.walk();
  try {
    return run(cursorWalk(cursor));
  } finally {
    cursor.delete();
  }
}

function cursorWalk(cursor: TreeCursor): TreeWalk {
  return {
    typeId: () => cursor.nodeTypeId,
    fieldId: () => cursor.currentFieldId,
    start: () => cursor.startIndex,
    end: () => cursor.endIndex,
    firstChild: () => cursor.gotoFirstChild(),
    nextSibling: () => cursor.gotoNextSibling(),
    parent: () => cursor.gotoParent(),
  };
}

/**
 * The functions of the WebAssembly module that a cursor is made of. web-tree-sitter writes a cursor's four words into the
 * module's memory before each of these calls and reads them back afterwards; in a walk of many steps they can stay there,
 * which makes it about three times as fast.
 */
interface CursorFunctions {
  readonly HEAP32: Int32Array;
  _ts_init(): number;
  _ts_tree_cursor_current_node_type_id_wasm(tree: number): number;
  _ts_tree_cursor_current_field_id_wasm(tree: number): number;
  _ts_tree_cursor_start_index_wasm(tree: number): number;
  _ts_tree_cursor_end_index_wasm(tree: number): number;
  _ts_tree_cursor_goto_first_child_wasm(tree: number): number;
  _ts_tree_cursor_goto_next_sibling_wasm(tree: number): number;
  _ts_tree_cursor_goto_parent_wasm(tree: number): number;
}

const FUNCTIONS = [
  "_ts_init",
  "_ts_tree_cursor_current_node_type_id_wasm",
  "_ts_tree_cursor_current_field_id_wasm",
  "_ts_tree_cursor_start_index_wasm",
  "_ts_tree_cursor_end_index_wasm",
  "_ts_tree_cursor_goto_first_child_wasm",
  "_ts_tree_cursor_goto_next_sibling_wasm",
  "_ts_tree_cursor_goto_parent_wasm",
];

/** Words of a cursor. */
const CURSOR_WORDS = 4;

/**
 * Makes the walk that calls the module directly. `module` is the object that was given to `Parser.init`, which Emscripten
 * hangs its functions on. `undefined` when they are not there, as another version may have it; the caller must also check
 * once that both walks see the same before it relies on this one.
 */
export function directWalker(module: object): (<T>(tree: Tree, run: (walk: TreeWalk) => T) => T) | undefined {
  if (!FUNCTIONS.every((name) => typeof (module as Record<string, unknown>)[name] === "function"))
    return undefined;
  const functions = module as CursorFunctions;
  return (tree, run) => {
    const cursor = tree.walk();
    // Any step of the cursor leaves its words in the module's memory; at the root this one goes nowhere.
    cursor.gotoParent();
    try {
      return run(directWalk(functions, (tree as unknown as readonly number[])[0]));
    } finally {
      takeBack(functions, cursor);
      cursor.delete();
    }
  };
}

function directWalk(functions: CursorFunctions, tree: number): TreeWalk {
  return {
    typeId: () => functions._ts_tree_cursor_current_node_type_id_wasm(tree),
    fieldId: () => functions._ts_tree_cursor_current_field_id_wasm(tree),
    start: () => functions._ts_tree_cursor_start_index_wasm(tree),
    end: () => functions._ts_tree_cursor_end_index_wasm(tree),
    firstChild: () => functions._ts_tree_cursor_goto_first_child_wasm(tree) === 1,
    nextSibling: () => functions._ts_tree_cursor_goto_next_sibling_wasm(tree) === 1,
    parent: () => functions._ts_tree_cursor_goto_parent_wasm(tree) === 1,
  };
}

/** The walk may have moved the cursor's memory: only with its present words can it be freed. */
function takeBack(functions: CursorFunctions, cursor: TreeCursor): void {
  const address = functions._ts_init() >> 2;
  const words = cursor as unknown as number[];
  for (let word = 0; word < CURSOR_WORDS; word++) words[word] = functions.HEAP32[address + word];
}
