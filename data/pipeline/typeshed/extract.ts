import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MinorSet } from "../../../server/src/engine/version";
import { formatLines, formatSections } from "./format-lines";
import { loadLifetimes, loadStubs } from "./load-release";
import { createStubParser } from "./parse-stub";
import { PYRIGHT_RELEASES, type PyrightRelease } from "./releases";
import { viewStubs, type StubView } from "./stub-view";
import { collectTypeFacts } from "./type-facts";
import { collectVersionFacts } from "./version-facts";

/**
 * Extracts the facts of typeshed into `data/evidence`.
 *
 * usage: tsx data/pipeline/typeshed/extract.ts FOLDER
 *
 * FOLDER holds what `npm pack pyright@VERSION` gave for each of `PYRIGHT_RELEASES`, unpacked into `FOLDER/VERSION`.
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
  const lifetimes = new Map<string, MinorSet>();
  // What a newer release says of a module's lifetime counts; older ones know the modules that it has forgotten.
  for (const release of PYRIGHT_RELEASES)
    for (const [module, minors] of loadLifetimes(stdlibOf(folder, release)))
      if (!lifetimes.has(module)) lifetimes.set(module, minors);
  return PYRIGHT_RELEASES.map((release) =>
    viewStubs(release, loadStubs(stdlibOf(folder, release), lifetimes, parser)),
  );
}

function stdlibOf(folder: string, { version }: PyrightRelease): string {
  const stdlib = join(folder, version, "package/dist/typeshed-fallback/stdlib");
  if (!existsSync(stdlib)) throw new Error(`no stubs of pyright ${version}: ${stdlib} is missing`);
  return stdlib;
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
