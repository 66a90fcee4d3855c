import { NodeKind } from "../syntax/node-kind";

/** What has a life of its own inside of a function: a `yield`, `await` or `return` in there is not the function's. */
export const NESTED: ReadonlySet<NodeKind> = new Set([
  NodeKind.FunctionDefinition,
  NodeKind.Lambda,
  NodeKind.ClassDefinition,
]);
