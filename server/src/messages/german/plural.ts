/** Counts things in words: `1 Datei`, `3 Dateien`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Counts files: `1 Datei`, `3 Dateien`. */
export function files(count: number): string {
  return plural(count, "Datei", "Dateien");
}
