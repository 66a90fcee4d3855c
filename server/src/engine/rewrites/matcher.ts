import type { Catalogue } from "../catalogue/catalogue";
import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { matchArguments } from "./arguments";
import { isSameNumber, readString } from "./literals";
import type { Hole, Pattern } from "./pattern";
import { partsOf, unwrap } from "./node-parts";
import type { References } from "./references";

/** Code of a document that has the form of a pattern. */
export interface Match {
  readonly pattern: Pattern;
  /** The statements, or the expression without parentheses around it. */
  readonly roots: readonly NodeIndex[];
  /** What each hole stands for: the code, or the items of a list. */
  readonly holes: ReadonlyMap<string, readonly NodeIndex[]>;
  /** The node of the document for each node of the pattern that was compared with one. */
  readonly pairs: ReadonlyMap<NodeIndex, NodeIndex>;
}

/** Compares a pattern with code of one document. */
export class Matcher {
  private holes!: Map<string, readonly NodeIndex[]>;
  private pairs!: Map<NodeIndex, NodeIndex>;

  constructor(
    readonly pattern: Pattern,
    readonly tree: SyntaxTree,
    readonly references: References,
    readonly catalogue: Catalogue,
  ) {}

  /** Matches the pattern's expression with one, or its statements with those from `node` on, which has its shape. */
  matchAt(node: NodeIndex): Match | undefined {
    this.holes = new Map();
    this.pairs = new Map();
    const roots: NodeIndex[] = [];
    let at = node;
    for (const root of this.pattern.roots) {
      if (at === NO_NODE || !this.match(root, at)) return undefined;
      roots.push(this.pattern.isExpression ? unwrap(this.tree, at) : at);
      at = nextStatement(this.tree, at);
    }
    return { pattern: this.pattern, roots, holes: this.holes, pairs: this.pairs };
  }

  /** Matches one node of the pattern with one of the document. */
  match(wanted: NodeIndex, given: NodeIndex): boolean {
    const { pattern, tree } = this;
    const node = unwrap(tree, given);
    const inner = unwrap(pattern.tree, wanted);
    const hole = pattern.holes.get(inner);
    if (hole?.kind === "body") return this.bind(hole, [node]);
    // What is assigned to several targets is no expression for one of them.
    if (hole) return !ASSIGNMENTS.has(tree.kind(node)) && this.bind(hole, [node]) && this.note(inner, node);
    const entry = pattern.entries.get(inner);
    if (entry !== undefined) return this.isEntry(node, entry) && this.note(inner, node);
    return this.matchKinds(inner, node) && this.note(inner, node);
  }

  /** Matches a list with holes that stand for any number of its items. */
  matchList(
    wanted: readonly NodeIndex[],
    given: readonly NodeIndex[],
    matchItem: (wanted: NodeIndex, given: NodeIndex, index: number) => boolean = (a, b) => this.match(a, b),
    mayTake: (item: NodeIndex, hole: Hole) => boolean = () => true,
    at = { wanted: 0, given: 0 },
  ): boolean {
    if (at.wanted === wanted.length) return at.given === given.length;
    const hole = this.pattern.holes.get(wanted[at.wanted]);
    if (hole && hole.kind !== "one") {
      const least = hole.kind === "body" ? 1 : 0;
      for (let count = 0; at.given + count <= given.length; count++) {
        if (count > 0 && !mayTake(given[at.given + count - 1], hole)) return false;
        if (count < least) continue;
        const taken = given.slice(at.given, at.given + count);
        const next = { wanted: at.wanted + 1, given: at.given + count };
        if (
          this.attempt(
            () => this.bind(hole, taken) && this.matchList(wanted, given, matchItem, mayTake, next),
          )
        )
          return true;
      }
      return false;
    }
    if (at.given === given.length || !matchItem(wanted[at.wanted], given[at.given], at.given)) return false;
    return this.matchList(wanted, given, matchItem, mayTake, { wanted: at.wanted + 1, given: at.given + 1 });
  }

  /** Notes which node of the document a node of the pattern stands for. */
  note(wanted: NodeIndex, given: NodeIndex): true {
    this.pairs.set(wanted, given);
    return true;
  }

  /** Tries something; forgets what it bound where it fails. */
  attempt(run: () => boolean): boolean {
    const { holes, pairs } = this;
    this.holes = new Map(holes);
    this.pairs = new Map(pairs);
    if (run()) return true;
    this.holes = holes;
    this.pairs = pairs;
    return false;
  }

  /** Where a name is assigned to, the analysis notes no use of it: then its module tells. */
  private isEntry(node: NodeIndex, id: string): boolean {
    const { tree, references } = this;
    if (references.entryAt(node) === id) return true;
    if (tree.kind(node) !== NodeKind.Attribute || references.usageAt(node)) return false;
    const owner = references.entryAt(tree.child(node, Field.Object));
    return owner !== undefined && `${owner}.${tree.textOf(tree.child(node, Field.Attribute))}` === id;
  }

  private bind({ name }: Hole, nodes: readonly NodeIndex[]): boolean {
    const known = this.holes.get(name);
    if (!known) {
      this.holes.set(name, nodes);
      return true;
    }
    return (
      known.length === nodes.length && known.every((node, index) => isSameCode(this.tree, node, nodes[index]))
    );
  }

  private matchKinds(wanted: NodeIndex, given: NodeIndex): boolean {
    const { tree, pattern } = this;
    const own = pattern.tree;
    const kind = own.kind(wanted);
    if (kind === NodeKind.Subscript && tree.kind(given) === NodeKind.GenericType)
      return this.matchGeneric(wanted, given);
    if (kind !== tree.kind(given)) return false;
    switch (kind) {
      case NodeKind.Identifier:
        return own.textOf(wanted) === tree.textOf(given);
      case NodeKind.Integer:
      case NodeKind.Float:
        return isSameNumber(own.textOf(wanted), tree.textOf(given));
      case NodeKind.String: {
        const [left, right] = [readString(own, wanted), readString(tree, given)];
        return left && right
          ? left.value === right.value && left.isBytes === right.isBytes
          : own.textOf(wanted) === tree.textOf(given);
      }
      case NodeKind.Call:
        return this.matchCall(wanted, given);
      case NodeKind.ArgumentList:
        return matchArguments(this, itemsOf(own, wanted), itemsOf(tree, given), undefined);
      case NodeKind.BinaryOperator:
      case NodeKind.AugmentedAssignment:
        return (
          operatorOf(own, wanted) === operatorOf(tree, given) &&
          this.matchField(wanted, given, Field.Left) &&
          this.matchField(wanted, given, Field.Right)
        );
      case NodeKind.UnaryOperator:
        return (
          own.text[own.start(wanted)] === tree.text[tree.start(given)] &&
          this.matchField(wanted, given, Field.Argument)
        );
      default:
        return this.matchList(partsOf(own, wanted), partsOf(tree, given));
    }
  }

  private matchField(wanted: NodeIndex, given: NodeIndex, field: Field): boolean {
    const [left, right] = [this.pattern.tree.child(wanted, field), this.tree.child(given, field)];
    return left !== NO_NODE && right !== NO_NODE && this.match(left, right);
  }

  private matchCall(wanted: NodeIndex, given: NodeIndex): boolean {
    const own = this.pattern.tree;
    if (!this.matchField(wanted, given, Field.Function)) return false;
    const callee = own.child(wanted, Field.Function);
    const id = this.pattern.entries.get(unwrap(own, callee));
    const entry = id === undefined ? undefined : this.catalogue.lookup(id);
    const list = own.child(wanted, Field.Arguments);
    const other = this.tree.child(given, Field.Arguments);
    if (other === NO_NODE) return false;
    this.note(list, other);
    return matchArguments(this, itemsOf(own, list), itemsOf(this.tree, other), entry);
  }

  /** `List[int]` in an annotation has nodes of its own. */
  private matchGeneric(wanted: NodeIndex, given: NodeIndex): boolean {
    const { tree, pattern } = this;
    const name = tree.firstNamedChild(given);
    const parameters = tree.childOfKind(given, NodeKind.TypeParameter);
    if (parameters === NO_NODE || !this.match(pattern.tree.child(wanted, Field.Value), name)) return false;
    const subscripts = pattern.tree
      .namedChildren(wanted)
      .filter((child) => pattern.tree.field(child) === Field.Subscript);
    return this.matchList(subscripts, tree.namedChildren(parameters));
  }
}

/** The arguments of a call; a generator expression may stand in the place of their list. */
export function itemsOf(tree: SyntaxTree, list: NodeIndex): NodeIndex[] {
  return tree.kind(list) === NodeKind.GeneratorExpression ? [list] : tree.namedChildren(list);
}

/** The next statement of the same block; `NO_NODE` behind the last. */
export function nextStatement(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let next = tree.nextSibling(node);
  while (next !== NO_NODE && !isNamed(tree.kind(next))) next = tree.nextSibling(next);
  return next;
}

/** Tells whether two stretches of code are the same but for white space between the tokens. */
export function isSameCode(tree: SyntaxTree, left: NodeIndex, right: NodeIndex): boolean {
  const [a, b] = [tree.textOf(left), tree.textOf(right)];
  if (a === b) return true;
  return (
    !/["'#]/.test(a) &&
    a.replace(/[\s\\]+/g, " ").replace(/ ?(\W) ?/g, "$1") ===
      b.replace(/[\s\\]+/g, " ").replace(/ ?(\W) ?/g, "$1")
  );
}

/** The operator between two operands. */
export function operatorOf(tree: SyntaxTree, node: NodeIndex): string {
  const operator = tree.child(node, Field.Operator);
  if (operator !== NO_NODE) return tree.textOf(operator);
  const between = tree.text.slice(
    tree.end(tree.child(node, Field.Left)),
    tree.start(tree.child(node, Field.Right)),
  );
  return between.replace(/#.*|[\s()\\]+/g, "");
}

const ASSIGNMENTS = new Set([NodeKind.Assignment, NodeKind.AugmentedAssignment]);
