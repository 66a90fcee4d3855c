import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";

/** What the decorators of a definition make of it. */
export interface Decorators {
  /** The expressions after `@`, in order. */
  readonly expressions: readonly NodeIndex[];
  /** False when some decorator may replace the definition by anything. */
  readonly keepsDefinition: boolean;
  readonly role: "method" | "property" | "static" | "class";
  /** The generator that it is gives what a `with` binds. */
  readonly managesContext: boolean;
}

const NONE: Decorators = { expressions: [], keepsDefinition: true, role: "method", managesContext: false };

/** Last names of decorators that leave a function or class what it is. */
const KEEPING = new Set([
  "abstractmethod",
  "asynccontextmanager",
  "cache",
  "cached_property",
  "classmethod",
  "contextmanager",
  "dataclass",
  "deleter",
  "final",
  "lru_cache",
  "override",
  "property",
  "runtime_checkable",
  "setter",
  "skip",
  "skipIf",
  "skipUnless",
  "skipif",
  "staticmethod",
  "total_ordering",
  "unique",
  "verify",
  "xfail",
  "expectedFailure",
]);

/** Reads the decorators of a function or class definition. */
export function decoratorsOf(tree: SyntaxTree, definition: NodeIndex): Decorators {
  const parent = tree.parent(definition);
  if (parent < 0 || tree.kind(parent) !== NodeKind.DecoratedDefinition) return NONE;
  const expressions: NodeIndex[] = [];
  let keepsDefinition = true;
  let role: Decorators["role"] = "method";
  let managesContext = false;
  for (const child of tree.namedChildren(parent)) {
    if (tree.kind(child) !== NodeKind.Decorator) continue;
    const expression = tree.firstNamedChild(child);
    if (expression < 0) continue;
    expressions.push(expression);
    const name = lastName(tree.textOf(expression));
    if (!KEEPING.has(name)) keepsDefinition = false;
    if (name === "contextmanager" || name === "asynccontextmanager") managesContext = true;
    if (name === "property" || name === "cached_property") role = "property";
    else if (name === "staticmethod") role = "static";
    else if (name === "classmethod") role = "class";
  }
  return { expressions, keepsDefinition, role, managesContext };
}

/** The last name before any call: `skipIf` of `unittest.skipIf(x, "y")`. */
function lastName(text: string): string {
  const path = /^[\w.]+/.exec(text)?.[0] ?? "";
  return path.slice(path.lastIndexOf(".") + 1);
}
