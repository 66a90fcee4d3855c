import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { isWordPart } from "../syntax/statement-splitter";
import { type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** An outermost function. */
export interface OuterFunction {
  readonly node: NodeIndex;
  readonly scope: Scope;
}

/** A place that mentions a name. */
export interface Mention {
  /** The outermost function that it is in, its parameters and the annotation of its result included. */
  readonly scope: Scope | undefined;
  /** It is looked at while the module is loaded. */
  readonly isLoaded: boolean;
  /** What depends on it need not mention anything: a base class, or a test that decides which names there are. */
  readonly isFarReaching: boolean;
}

/** Strings longer than this are no names and no annotations. */
const LONGEST_TYPE = 500;

/**
 * Finds where names are mentioned. The text is what is searched: whatever looks a name up must have it from there, be it in
 * code, in the string of an annotation or in an argument of `getattr`.
 */
export class Mentions {
  private readonly functions: readonly OuterFunction[];

  /** `functions` in any order. */
  constructor(
    private readonly tree: SyntaxTree,
    functions: readonly OuterFunction[],
  ) {
    this.functions = [...functions].sort((left, right) => left.node - right.node);
  }

  /** Gives the outermost function that a node is in, itself included. */
  functionAround(node: NodeIndex): OuterFunction | undefined {
    let low = 0;
    let high = this.functions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.functions[middle].node <= node) low = middle + 1;
      else high = middle;
    }
    const found = this.functions.at(low - 1);
    return low > 0 && found && node <= this.tree.lastInside(found.node) ? found : undefined;
  }

  /** Finds the places that may look up a name of the module, or else an attribute. */
  *of(word: string, isName: boolean): Iterable<Mention> {
    const { text } = this.tree;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (isWordPart(text.charCodeAt(at - 1)) || isWordPart(text.charCodeAt(end))) continue;
      const node = this.tree.innermost(at, end);
      if (this.canLookUp(node, at, isName)) {
        const mention = this.mentionAt(node, word, isName);
        if (mention) yield mention;
      }
    }
  }

  private canLookUp(node: NodeIndex, at: number, isName: boolean): boolean {
    const { tree } = this;
    switch (tree.kind(node)) {
      case NodeKind.Comment:
        return false;
      case NodeKind.Identifier: {
        const isAttribute = tree.field(node) === Field.Attribute || isBehindDot(tree.text, at);
        // In a pattern, a keyword is the name of an attribute.
        return isAttribute !== isName || tree.kind(tree.parent(node)) === NodeKind.KeywordPattern;
      }
      default:
        return tree.end(node) - tree.start(node) <= LONGEST_TYPE || !isString(tree.kind(node));
    }
  }

  private mentionAt(node: NodeIndex, word: string, isName: boolean): Mention | undefined {
    const { tree } = this;
    const around = this.functionAround(node);
    const body = around ? tree.child(around.node, Field.Body) : -1;
    const isLoaded = !around || body < 0 || node < body;
    if (isName && around && !isLoaded && bindsItself(tree, around, word)) return undefined;
    return { scope: around?.scope, isLoaded, isFarReaching: this.isFarReaching(node, isLoaded) };
  }

  private isFarReaching(node: NodeIndex, isLoaded: boolean): boolean {
    const { tree } = this;
    for (let at = node; at > 0; at = tree.parent(at)) {
      if (tree.field(at) === Field.Superclasses) return true;
      const parent = tree.kind(tree.parent(at));
      const isTest = parent === NodeKind.IfStatement || parent === NodeKind.ElifClause;
      if (isLoaded && isTest && tree.field(at) === Field.Condition) return true;
    }
    return false;
  }
}

/** The name is one of the function's own, all over its body. */
function bindsItself(tree: SyntaxTree, { node, scope }: OuterFunction, name: string): boolean {
  if (!scope.bindings.has(name)) return false;
  return !/\bglobal\b/.test(tree.textOf(node));
}

function isString(kind: NodeKind): boolean {
  return kind === NodeKind.String || kind === NodeKind.StringContent || kind === NodeKind.ConcatenatedString;
}

function isBehindDot(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[\s\\]/.test(text[before])) before--;
  return text[before] === ".";
}
