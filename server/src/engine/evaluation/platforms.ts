import { NEVER, type Truth } from "../guard/truth";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import type { Value } from "./values";

/** Names of the system that the interpreter runs on; on the Java machine it never was a Python 3. */
const SYSTEMS = new Set(["sys.platform", "os.name"]);

/** What is known of `sys.platform == "java"`: that Python never was newer than 2.7. `undefined` for other systems. */
export function truthOfSystem(operator: NodeKind, left: Value, right: Value): Truth | undefined {
  return operator === NodeKind.TokenEqualEqual && isSystem(left) && isJava(right) ? NEVER : undefined;
}

/** The same of `sys.platform.startswith("java")`. */
export function truthOfSystemPrefix(ctx: Context, call: NodeIndex, prefix: Value): Truth | undefined {
  const { tree } = ctx;
  if (!isJava(prefix)) return undefined;
  const callee = tree.child(call, Field.Function);
  const object = callee === NO_NODE ? NO_NODE : tree.child(callee, Field.Object);
  return object !== NO_NODE && isSystem(ctx.silently(() => evaluate(ctx, object))) ? NEVER : undefined;
}

function isSystem(value: Value): boolean {
  return value.tag === "symbol" && SYSTEMS.has(value.entry.id);
}

function isJava(value: Value): boolean {
  return value.tag === "instance" && typeof value.constant === "string" && /^java/i.test(value.constant);
}
