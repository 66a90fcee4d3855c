import { compileIndex } from "../../../../data/build/compile-index";
import type { EntrySource } from "../../../../data/format";
import type { Catalogue } from "../../../../server/src/engine/catalogue/catalogue";
import { loadCatalogue } from "../../../../server/src/engine/catalogue/load";

/** Compiles and loads a catalogue from entries by module and key. */
export function catalogueOf(
  modules: Readonly<Record<string, Readonly<Record<string, EntrySource>>>>,
  aliases: Readonly<Record<string, string>> = {},
): Catalogue {
  const sources = Object.entries(modules).map(([module, entries]) => ({ module, entries }));
  const calendar = [{ minor: 0, released: "2008-12-03", endOfLife: undefined }];
  return loadCatalogue(compileIndex({ modules: sources, calendar, aliases }).text);
}
