import type { Entry } from "../catalogue/entry";
import { Field } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import type { Arguments } from "./calls";
import { libraryKeywordOwner } from "./class-keywords";
import { inheritedConstructor, parametersOf } from "./constructors";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { useCallTriggers } from "./triggers";
import { isClass } from "./types";
import { UNKNOWN, type Value } from "./values";

/** Tells of the parameters of a function that a call, or what stands for one, gives arguments for. */
export function useParameters(ctx: Context, node: NodeIndex, callee: Value, args: Arguments): void {
  if (ctx.lazy > 0) return;
  const entry = calledEntry(ctx, node, callee);
  if (!entry) return;
  for (const { name, start, end } of args.keywords) {
    const parameter = ctx.catalogue.parameter(entry.id, name) ?? sharedParameter(ctx, entry, name);
    if (parameter && hasHistory(parameter)) ctx.use(parameter, "keyword", start, end);
  }
  // A method taken from its class is given the object as its first argument.
  const shift = callee.tag === "symbol" && callee.entry.kind === "method" ? 1 : 0;
  const positions = args.positional.length > shift ? positionsToTell(ctx, entry) : [];
  for (let index = shift; index < args.positional.length && index - shift < positions.length; index++) {
    const position = positions[index - shift];
    if (position) useArgument(ctx, args.positional[index].node, position);
  }
  useCallTriggers(ctx, node, entry, args, shift);
}

/** `Flag("Color", "RED", boundary=KEEP)` takes what `Enum` does. */
function sharedParameter(ctx: Context, entry: Entry, name: string): Entry | undefined {
  const owner = isClass(entry) ? libraryKeywordOwner(ctx, entry) : undefined;
  return owner && ctx.catalogue.parameter(owner.id, name);
}

/** Tells of a parameter that is given by position. */
function useArgument(ctx: Context, node: NodeIndex, { parameter, forgiven }: PositionalParameter): void {
  ctx.use(parameter, "argument", ctx.tree.start(node), ctx.tree.end(node), forgiven);
}

/** A parameter that can be given by position and has a history of its own. */
interface PositionalParameter {
  readonly parameter: Entry;
  /** The minors that take the argument under another name. */
  readonly forgiven: MinorSet;
}

/** By position; most callables have none, and calls of them are many. */
const positionsByEntry = new WeakMap<Entry, readonly (PositionalParameter | undefined)[]>();

/** The positions of a callable at which an argument is to be told of. */
function positionsToTell(ctx: Context, entry: Entry): readonly (PositionalParameter | undefined)[] {
  let positions = positionsByEntry.get(entry);
  if (!positions) positionsByEntry.set(entry, (positions = findPositionsToTell(ctx, entry)));
  return positions;
}

/** A renamed parameter is taken under whichever name there is. */
function findPositionsToTell(ctx: Context, entry: Entry): readonly (PositionalParameter | undefined)[] {
  const positions: (PositionalParameter | undefined)[] = [];
  if (takesAnyNumber(entry.signature)) return positions;
  const parameters = parametersOf(ctx, entry);
  for (const { position, name } of parameters) {
    if (position === undefined || parameters.find((each) => each.position === position)?.name !== name)
      continue;
    const parameter = ctx.catalogue.parameter(entry.id, name);
    // What is as old as its function needs no word of its own at every argument.
    if (!parameter || !hasHistory(parameter) || parameter.available === entry.available) continue;
    const others = parameters.filter((each) => each.position === position).slice(1);
    const forgiven = others.reduce((set, { available }) => set | available, NO_MINORS);
    positions[position] = { parameter, forgiven: forgiven & ~parameter.available };
  }
  return positions;
}

/** Tells whether a signature ends its positional parameters with `*args`, so that every position is taken somehow. */
function takesAnyNumber(signature: string | undefined): boolean {
  return signature !== undefined && /(?:^\(|, )\*\w/.test(signature);
}

/** What lists the parameters of a call: of a class's constructor the class. */
function calledEntry(ctx: Context, node: NodeIndex, callee: Value): Entry | undefined {
  if (callee.tag === "class") return inheritedConstructor(ctx, callee);
  if (callee.tag !== "symbol" && callee.tag !== "method") return undefined;
  return callee.entry.id.endsWith(".__init__") ? constructedBy(ctx, node, callee) : callee.entry;
}

/** The class whose objects `super().__init__(...)` and `Base.__init__(self, ...)` make. */
function constructedBy(ctx: Context, node: NodeIndex, callee: Value): Entry | undefined {
  const { tree, catalogue } = ctx;
  if (callee.tag === "method") {
    const { receiver } = callee;
    return receiver.tag === "instance" ? catalogue.lookup(receiver.classId) : undefined;
  }
  const named = tree.child(tree.child(node, Field.Function), Field.Object);
  const owner = named === NO_NODE ? UNKNOWN : ctx.silently(() => evaluate(ctx, named));
  return owner.tag === "symbol" && isClass(owner.entry) ? owner.entry : undefined;
}

function hasHistory(parameter: Entry): boolean {
  return parameter.available !== ALL_MINORS || parameter.deprecated !== undefined;
}
