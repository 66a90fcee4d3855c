/** What the evidence of one release was extracted from, so that it can be had again and told apart. */
export interface ReleaseInputs {
  readonly docs?: {
    /** `rst`, `sources` or `html`. */
    readonly format: string;
    readonly pages: number;
    /** Of all pages, hexadecimal. */
    readonly sha256: string;
    readonly rows: number;
  };
  /** Build that was asked: `3.16.0 native`. */
  readonly runtime?: string;
}

/** `evidence/sources.json`: inputs by release, `3.16`. */
export type ExtractedSources = Readonly<Record<string, ReleaseInputs>>;

/** Adds what was read of a release to what was recorded, releases in order. */
export function recordInputs(
  sources: ExtractedSources,
  release: string,
  inputs: ReleaseInputs,
): ExtractedSources {
  const merged = { ...sources, [release]: { ...sources[release], ...inputs } };
  return Object.fromEntries(
    Object.entries(merged).sort(([a], [b]) => Number(a.split(".")[1]) - Number(b.split(".")[1])),
  );
}
