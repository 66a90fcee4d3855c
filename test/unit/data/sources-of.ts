import { formatModuleSource } from "../../../data/build/format-source";
import type { CatalogueSources, SourceFile } from "../../../data/build/read-sources";
import type { AuthoredEntry, EntrySource } from "../../../data/format";

/** Source files by module and key, as a test states them. */
export interface StatedSources {
  readonly generated?: Readonly<Record<string, Readonly<Record<string, EntrySource>>>>;
  readonly authored?: Readonly<Record<string, Readonly<Record<string, AuthoredEntry>>>>;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly languages?: Readonly<Record<string, string>>;
  readonly calendar?: CatalogueSources["calendar"];
}

/** Gives sources as if they had been read from files in canonical form. */
export function sourcesOf(stated: StatedSources): CatalogueSources {
  const files = (["generated", "authored"] as const).flatMap((origin) =>
    Object.entries(stated[origin] ?? {}).map(([module, entries]) => fileOf(origin, module, entries)),
  );
  const { aliases = {}, languages = {}, calendar = [] } = stated;
  return { files, aliases, languages, calendar };
}

/** Gives one source file, with another text than the canonical one where `text` is given. */
export function fileOf(
  origin: SourceFile["origin"],
  module: string,
  entries: object,
  text?: string,
): SourceFile {
  const source = { module, entries } as SourceFile["source"];
  return { path: `data/${origin}/${module}.json`, origin, source, text: text ?? formatModuleSource(source) };
}
