/** Writes facts as JSON with one id a line, sorted by code unit, so that a changed fact is one changed line. */
export function formatLines(facts: ReadonlyMap<string, unknown>): string {
  return `{\n${formatEntries(facts)}\n}\n`;
}

/** Writes several such tables under their names. */
export function formatSections(sections: Readonly<Record<string, ReadonlyMap<string, unknown>>>): string {
  const written = Object.entries(sections).map(
    ([name, facts]) => `${JSON.stringify(name)}: {\n${formatEntries(facts)}\n}`,
  );
  return `{\n${written.join(",\n")}\n}\n`;
}

function formatEntries(facts: ReadonlyMap<string, unknown>): string {
  const sorted = [...facts].sort(([left], [right]) => (left < right ? -1 : 1));
  return sorted.map(([id, fact]) => `${JSON.stringify(id)}: ${JSON.stringify(fact)}`).join(",\n");
}
