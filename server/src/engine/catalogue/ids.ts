/** Source files that stand for no module: what they list has ids of its own form (`syntax:walrus`). */
export const PSEUDO_MODULES: readonly string[] = ["interpreter", "syntax"];

/** Start of the keys and ids of behaviours: key `behaviour:split-empty-match` of module `re`. */
export const BEHAVIOUR_PREFIX = "behaviour:";

/**
 * Gives the canonical id of a key of a source file. The empty key is the module itself: (`re`, ``) gives `re`,
 * (`re`, `Match.group`) `re.Match.group`, (`re`, `behaviour:slug`) `behaviour:re.slug`, (`syntax`, `walrus`)
 * `syntax:walrus`.
 */
export function entryId(module: string, key: string): string {
  if (key === "") return module;
  if (key.startsWith(BEHAVIOUR_PREFIX)) {
    return `${BEHAVIOUR_PREFIX}${module}.${key.slice(BEHAVIOUR_PREFIX.length)}`;
  }
  return PSEUDO_MODULES.includes(module) ? `${module}:${key}` : `${module}.${key}`;
}

/** Gives the id of one parameter: `subprocess.run(text)`. */
export function parameterId(callableId: string, name: string): string {
  return `${callableId}(${name})`;
}

/** Takes `subprocess.run(text)` apart; `undefined` for an id that names no parameter. */
export function splitParameterId(id: string): { callable: string; name: string } | undefined {
  if (!id.endsWith(")")) return undefined;
  const open = id.lastIndexOf("(");
  return open <= 0 ? undefined : { callable: id.slice(0, open), name: id.slice(open + 1, -1) };
}

/** Gives what stands after the last dot or colon: `run` of `asyncio.run`, `walrus` of `syntax:walrus`. */
export function lastName(id: string): string {
  return id.slice(Math.max(id.lastIndexOf("."), id.lastIndexOf(":")) + 1);
}

/** Gives the key of the owner inside the same file: `Task` for `Task.current_task`, the module (empty) for `Task`. */
export function ownerKey(key: string): string {
  const dot = key.startsWith(BEHAVIOUR_PREFIX) ? -1 : key.lastIndexOf(".");
  return dot < 0 ? "" : key.slice(0, dot);
}
