/** A member that an object of a JSON text has twice. */
export interface DuplicateKey {
  readonly key: string;
  /** 1-based line of the second one. */
  readonly line: number;
}

/**
 * Finds members that an object has twice, at any depth. `JSON.parse` would silently keep the last one. Expects a text
 * that is JSON.
 */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const open: Set<string>[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/\n|"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}]/g)) {
    if (token === "\n") line++;
    else if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (token.endsWith(":")) {
      const key = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) duplicates.push({ key, line });
      keys?.add(key);
    }
  }
  return duplicates;
}
