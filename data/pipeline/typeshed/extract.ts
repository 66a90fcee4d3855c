import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MinorSet } from "../../../server/src/engine/version";
import { formatLines, formatSections } from "./format-lines";
import { fetchStubs } from "./fetch-release";
import { loadLifetimes, loadStubs } from "./load-release";
import { createStubParser } from "./parse-stub";
import { PYRIGHT_RELEASES } from "./releases";
import { viewStubs, type StubView } from "./stub-view";
import { collectTypeFacts } from "./type-facts";
import { collectVersionFacts } from "./version-facts";

/**
 * Extracts the facts of typeshed into `data/evidence`.
 *
 * usage: tsx data/pipeline/typeshed/extract.ts FOLDER
 *
 * FOLDER keeps the packages between runs; those of `PYRIGHT_RELEASES` that it lacks are fetched with `npm pack`.
 */
async function main(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error("usage: tsx data/pipeline/typeshed/extract.ts FOLDER");
  const views = await loadViews(folder);
  const evidence = join(__dirname, "../../evidence");
  const versions = collectVersionFacts(views);
  writeFileSync(join(evidence, "typeshed-versions.json"), formatLines(versions));
  const { aliases, types } = collectTypeFacts(views);
  writeFileSync(join(evidence, "typeshed-types.json"), formatSections({ aliases, types }));
}

async function loadViews(folder: string): Promise<StubView[]> {
  const parser = await createStubParser();
  const folders = PYRIGHT_RELEASES.map((release) => fetchStubs(folder, release));
  const lifetimes = new Map<string, MinorSet>();
  // What a newer release says of a module's lifetime counts; older ones know the modules that it has forgotten.
  for (const stdlib of folders)
    for (const [module, minors] of loadLifetimes(stdlib))
      if (!lifetimes.has(module)) lifetimes.set(module, minors);
  return PYRIGHT_RELEASES.map((release, index) =>
    viewStubs(release, loadStubs(folders[index] ?? "", lifetimes, parser)),
  );
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
