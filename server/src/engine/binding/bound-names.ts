import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** The name of a function's first parameter; `NO_NODE` when it takes none. */
export function firstParameter(tree: SyntaxTree, parameters: NodeIndex): NodeIndex {
  const first = tree.firstNamedChild(parameters);
  return first === NO_NODE ? NO_NODE : parameterName(tree, first);
}

/** The identifier that a parameter node binds; `NO_NODE` for the separators `/` and `*`. */
export function parameterName(tree: SyntaxTree, parameter: NodeIndex): NodeIndex {
  switch (tree.kind(parameter)) {
    case NodeKind.Identifier:
      return parameter;
    case NodeKind.DefaultParameter:
    case NodeKind.TypedDefaultParameter:
      return tree.child(parameter, Field.Name);
    case NodeKind.TypedParameter:
    case NodeKind.ListSplatPattern:
    case NodeKind.DictionarySplatPattern: {
      const inner = tree.firstNamedChild(parameter);
      return inner === NO_NODE ? NO_NODE : parameterName(tree, inner);
    }
    default:
      return NO_NODE;
  }
}

/** Calls `visit` with every identifier that an assignment target binds; attributes and subscripts bind no name. */
export function forEachTargetName(
  tree: SyntaxTree,
  target: NodeIndex,
  visit: (identifier: NodeIndex) => void,
): void {
  const last = tree.lastInside(target);
  for (let node = target; node <= last; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.Identifier) visit(node);
    // What is no list of targets is left out with everything in it.
    else if (!isTargetList(kind)) node = tree.lastInside(node);
  }
}

function isTargetList(kind: NodeKind): boolean {
  switch (kind) {
    case NodeKind.PatternList:
    case NodeKind.TuplePattern:
    case NodeKind.ListPattern:
    case NodeKind.ListSplatPattern:
    case NodeKind.ListSplat:
    case NodeKind.ExpressionList:
    case NodeKind.Tuple:
    case NodeKind.List:
    case NodeKind.ParenthesizedExpression:
    case NodeKind.AsPatternTarget:
      return true;
    default:
      return false;
  }
}

/**
 * The name that a `type` statement declares. The grammar takes `type(x).y = z` for one too: such an assignment to an
 * attribute of a class declares none.
 */
export function typeAliasName(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let at = tree.child(node, Field.Left);
  while (at !== NO_NODE && (tree.kind(at) === NodeKind.Type || tree.kind(at) === NodeKind.GenericType)) {
    at = tree.firstNamedChild(at);
  }
  return at !== NO_NODE && tree.kind(at) === NodeKind.Identifier ? at : NO_NODE;
}
