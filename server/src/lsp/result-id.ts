/**
 * Names a value by its content, so that a client can tell whether anything changed: equal values get equal ids, also
 * after a restart of the server. 64 bits of FNV-1a over the value's JSON; nobody attacks it, so that is enough.
 */
export function resultIdOf(value: unknown): string {
  const text = JSON.stringify(value);
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(36)).join("-");
}
