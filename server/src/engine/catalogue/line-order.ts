/**
 * Puts a class and its bases in the order in which Python looks for members: C3, as `type.mro()` has it. Where the
 * bases admit no such order, or form a circle, the order is depth first with every class once, so that facts about
 * half-known hierarchies still answer.
 *
 * `identity` gives what two mentions of the same class have in common.
 */
export function lineOrder<T>(
  start: T,
  basesOf: (one: T) => readonly T[],
  identity: (one: T) => unknown,
): readonly T[] {
  const lines = new Map<unknown, readonly T[]>();
  const open = new Set<unknown>();

  const lineOf = (one: T): readonly T[] => {
    const known = lines.get(identity(one));
    if (known) return known;
    open.add(identity(one));
    const bases = basesOf(one).filter((base) => !open.has(identity(base)));
    const line = [one, ...mergeLines([...bases.map(lineOf), bases], identity)];
    open.delete(identity(one));
    lines.set(identity(one), line);
    return line;
  };

  return lineOf(start);
}

/** Takes the head that stands in no other line's tail, again and again; without one, the first head that is left. */
function mergeLines<T>(lines: readonly (readonly T[])[], identity: (one: T) => unknown): T[] {
  const merged: T[] = [];
  let left = lines.filter((line) => line.length > 0);
  while (left.length > 0) {
    const inTail = (one: T) =>
      left.some((line) => line.some((other, at) => at > 0 && identity(other) === identity(one)));
    const head = (left.find((line) => !inTail(line[0])) ?? left[0])[0];
    merged.push(head);
    left = left
      .map((line) => line.filter((one) => identity(one) !== identity(head)))
      .filter((line) => line.length > 0);
  }
  return merged;
}
