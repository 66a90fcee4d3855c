import type { ClassHistory } from "./class-table";

/**
 * Decides the direct base classes of every class, nearest first. Introspection tells of the ancestors that contribute
 * members, in no order; typeshed tells the bases in order, but also some that no interpreter knows. Typeshed's bases
 * count where the interpreter has them as ancestors or where they contribute nothing that it could show; ancestors that
 * these do not lead to are bases as well.
 *
 * Example: of `subprocess.CalledProcessError` interpreters show `BaseException` alone, since the classes between add
 * nothing; typeshed names `SubprocessError`, its real base. Of `dict` typeshed names `MutableMapping`: not so.
 */
export function decideBases(
  classes: ReadonlyMap<string, ClassHistory>,
  stubBases: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const accepted = new Map<string, readonly string[]>();
  for (const [id, history] of classes) {
    const told = (stubBases.get(id) ?? []).map(plainId);
    accepted.set(
      id,
      told.filter((base) => base !== id && isRealBase(base, history, classes)),
    );
  }
  const decided = new Map<string, readonly string[]>();
  for (const [id, history] of classes) {
    const reached = reachable(id, accepted);
    const missed = history.ancestors.filter((ancestor) => ancestor !== id && !reached.has(ancestor));
    const nearest = missed.filter(
      (one) => !missed.some((other) => other !== one && classes.get(other)?.ancestors.includes(one)),
    );
    const bases = [...accepted.get(id)!, ...nearest].filter((base) => base !== "builtins.object");
    if (bases.length > 0) decided.set(id, bases);
  }
  return decided;
}

function isRealBase(
  base: string,
  { id, ancestors }: ClassHistory,
  classes: ReadonlyMap<string, ClassHistory>,
): boolean {
  // The classes of `io` derive from private twins of the abstract classes, and are registered with these.
  const isStream = id.startsWith("io.") && base.startsWith("io.");
  return ancestors.includes(base) || classes.get(base)?.members.size === 0 || isStream;
}

function reachable(id: string, bases: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const queue = [...(bases.get(id) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...(bases.get(next) ?? []));
  }
  return reached;
}

/**
 * Gives the id of the class that a type of the facts means: `builtins.Exception` for `Exception`,
 * `collections.UserDict` for `collections.UserDict[$0,$1]`.
 */
export function plainId(type: string): string {
  const name = type.replace(/\[.*$/, "");
  return name.includes(".") ? name : `builtins.${name}`;
}
