import type { ScopeTable } from "../binding/scopes";
import type { TextReplacement } from "../findings";
import { callOfFunctionAt } from "../rules/capture-output";
import { holdsName } from "../syntax/contents";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, minorsFrom } from "../version";
import type { Fixer, FixInput } from "./fixer";
import { dropUnusedImports } from "./imports/drop-imports";
import { ImportPlan } from "./imports/import-plan";
import {
  hasOwnLines,
  holdsComment,
  indentationAt,
  indentationUnit,
  lineEndingOf,
  mergeAdjacent,
  startOfLine,
} from "./layout";
import { importAt, placesOf } from "./rewriting/candidates";

/** What a call of `asyncio.run` was given. */
interface RunArguments {
  readonly coroutine: string;
  readonly debug: string | undefined;
}

/**
 * `asyncio.run(main())` written out with an event loop of its own, as it was before 3.7. Unsafe, since tasks that are
 * left over are not cancelled. Offered where the call is a whole statement, or what one assigns or returns; where the
 * function itself is imported, every call of it is written out or none.
 */
export const asyncioRunToLoop: Fixer = {
  id: "asyncio-run-to-loop",
  appliesTo: ({ code, entryId }) => code === "added-later" && entryId === "asyncio.run",
  compute(input) {
    const { tree, scopes, finding } = input;
    const own: TextReplacement[] = [];
    const added = new Map<string, TextReplacement>();
    const used = new Set<string>();
    const places = placesOf(input);
    for (const place of places) {
      const call = callOfFunctionAt(tree, place.start, place.end);
      const plan = new ImportPlan(input, Math.max(call, 0));
      const edit = call === NO_NODE ? undefined : writeOut(input, call, plan);
      if (!edit) return undefined;
      own.push(edit);
      for (const each of plan.edits) added.set(`${each.start} ${each.newText}`, each);
      for (const name of plan.used) used.add(name);
    }
    if (own.length === 0) return undefined;
    const imported = importAt(tree, scopes, tree.innermost(finding.start, finding.end));
    const insertions = [...added.values()];
    const imports = imported
      ? dropUnusedImports(tree, scopes, [imported.local], {
          gone: own,
          used,
          added: insertions,
          faulty: imported.node,
        })
      : { drops: [], added: insertions };
    // The name is still imported, and still too new.
    if (imported && imports.drops.length === 0) return undefined;
    const edits = mergeAdjacent([...own, ...imports.added, ...imports.drops]);
    return { id: this.id, safety: "unsafe", details: {}, edits };
  },
};

/** The edit that writes out one call; `undefined` where there is no place for the statements, or no name for them. */
function writeOut(input: FixInput, call: NodeIndex, plan: ImportPlan): TextReplacement | undefined {
  const { tree } = input;
  const args = readArguments(tree, tree.child(call, Field.Arguments));
  const statement = wholeStatement(tree, call);
  const stretch = statement === NO_NODE ? undefined : linesFor(tree, statement);
  if (!args || !stretch || holdsComment(tree, tree.start(statement), tree.end(statement))) return undefined;
  const callee = tree.child(call, Field.Function);
  const module =
    tree.kind(callee) === NodeKind.Attribute ? tree.textOf(tree.child(callee, Field.Object)) : undefined;
  const name = (each: string): string | undefined =>
    module === undefined ? plan.spell(`asyncio.${each}`) : `${module}.${each}`;
  const [newLoop, setLoop] = [name("new_event_loop"), name("set_event_loop")];
  if (newLoop === undefined || setLoop === undefined) return undefined;
  const before = tree.text.slice(tree.start(statement), tree.start(call));
  const loop = freeName(input, statement);
  const closesGenerators = isSubset(input.subject.minors, minorsFrom(6));
  const lines = writeLoop(tree, { newLoop, setLoop, before, args, loop, closesGenerators });
  const eol = lineEndingOf(tree.text) + stretch.indentation;
  const newText = (stretch.isInline ? eol : "") + lines.join(eol);
  return { start: stretch.start, end: tree.end(statement), newText };
}

/** Where several statements can take the place of one. */
interface Stretch {
  readonly start: number;
  readonly indentation: string;
  /** It stands behind the colon of its header, so that the statements begin a line of their own. */
  readonly isInline: boolean;
}

function linesFor(tree: SyntaxTree, statement: NodeIndex): Stretch | undefined {
  const start = tree.start(statement);
  const indentation = indentationAt(tree.text, start);
  if (hasOwnLines(tree, statement)) return { start, indentation, isInline: false };
  const block = tree.parent(statement);
  const others = tree.namedChildren(block).filter((each) => tree.kind(each) !== NodeKind.Comment);
  const header = tree.text.slice(startOfLine(tree.text, start), start).trimEnd();
  const isAlone = tree.kind(block) === NodeKind.Block && others.length === 1 && header.endsWith(":");
  if (!isAlone || !/^[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)/.test(tree.text.slice(tree.end(statement))))
    return undefined;
  const colon = startOfLine(tree.text, start) + header.length;
  return { start: colon, indentation: indentation + indentationUnit(tree), isInline: true };
}

/** What a loop by hand is made of. */
interface Loop {
  /** How the code calls the functions of the module. */
  readonly newLoop: string;
  readonly setLoop: string;
  /** What stands before the call in its statement. */
  readonly before: string;
  readonly args: RunArguments;
  /** The name of the loop. */
  readonly loop: string;
  /** Asynchronous generators are closed as `asyncio.run` does it: every targeted Python can, from 3.6 on. */
  readonly closesGenerators: boolean;
}

function writeLoop(
  tree: SyntaxTree,
  { newLoop, setLoop, before, args, loop, closesGenerators }: Loop,
): readonly string[] {
  const unit = indentationUnit(tree);
  return [
    `${loop} = ${newLoop}()`,
    ...(args.debug === undefined ? [] : [`${loop}.set_debug(${args.debug})`]),
    `${setLoop}(${loop})`,
    "try:",
    `${unit}${before}${loop}.run_until_complete(${args.coroutine})`,
    "finally:",
    ...(closesGenerators ? [`${unit}${loop}.run_until_complete(${loop}.shutdown_asyncgens())`] : []),
    `${unit}${setLoop}(None)`,
    `${unit}${loop}.close()`,
  ];
}

/** Reads `main(), debug=True`; `undefined` for anything that an event loop by hand has no place for. */
function readArguments(tree: SyntaxTree, list: NodeIndex): RunArguments | undefined {
  if (list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return undefined;
  let coroutine: string | undefined;
  let debug: string | undefined;
  for (const argument of tree.namedChildren(list)) {
    switch (tree.kind(argument)) {
      case NodeKind.KeywordArgument:
        if (tree.textOf(tree.child(argument, Field.Name)) !== "debug") return undefined;
        debug = tree.textOf(tree.child(argument, Field.Value));
        break;
      case NodeKind.ListSplat:
      case NodeKind.DictionarySplat:
        return undefined;
      default:
        if (coroutine !== undefined) return undefined;
        coroutine = tree.textOf(argument);
    }
  }
  return coroutine === undefined ? undefined : { coroutine, debug };
}

/** The statement that is this call, assigns it or returns it; `NO_NODE` when the call is part of more. */
function wholeStatement(tree: SyntaxTree, call: NodeIndex): NodeIndex {
  const parent = tree.parent(call);
  const statement = tree.kind(parent) === NodeKind.Assignment ? tree.parent(parent) : parent;
  const kind = tree.kind(statement);
  const whole = kind === NodeKind.ExpressionStatement || kind === NodeKind.ReturnStatement;
  return whole && tree.end(statement) === tree.end(call) ? statement : NO_NODE;
}

/** A name for the loop that means nothing else anywhere in the document. */
function freeName({ scopes, tree }: FixInput, statement: NodeIndex): string {
  const bound = boundNames(scopes);
  const taken = (name: string): boolean => bound.has(name) || holdsName(tree, statement, name);
  const candidates = ["loop", "event_loop"];
  for (let number = 2; number < 100; number++) candidates.push(`loop_${number}`);
  return candidates.find((name) => !taken(name)) ?? "loop";
}

const namesByTable = new WeakMap<ScopeTable, ReadonlySet<string>>();

/** Every name that some scope of the document binds. */
function boundNames(scopes: ScopeTable): ReadonlySet<string> {
  const known = namesByTable.get(scopes);
  if (known) return known;
  const names = new Set<string>();
  for (const scope of scopes.byNode.values()) for (const name of scope.bindings.keys()) names.add(name);
  namesByTable.set(scopes, names);
  return names;
}
