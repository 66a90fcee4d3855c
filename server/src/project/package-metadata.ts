import { type InstalledPackage, normalizedPackage } from "../engine/catalogue/backports";
import { ALL_MINORS } from "../engine/version";
import { readRequirements } from "./dependencies";
import { minorsOfMarker, readRequirement } from "./requirement";

/** Folders with the metadata of a package that is installed, or of one that was built here. */
const METADATA_FOLDER = /^(.+?)(?:-\d[^-]*(?:-py[\d.]+)?)?\.(?:egg-info|dist-info)$/;

/** So many packages beside each other are asked for what they hold; beyond that, only their names tell. */
const MOST_ASKED = 300;

/** Gives the text of a file below the folder that holds the metadata; `undefined` where there is none. */
type Read = (path: string) => Promise<string | undefined>;

/**
 * Finds what the package depends on that a module or package of a folder belongs to, and the package itself, by the
 * metadata that installers and build tools leave beside the code. `names` are those in the folder, `module` is the first
 * name of the file's path below it.
 */
export async function readPackageMetadata(
  names: readonly string[],
  module: string,
  read: Read,
): Promise<InstalledPackage[]> {
  const folders = names.filter((name) => METADATA_FOLDER.test(name));
  const owner = await ownerAmong(folders, module.replace(/\.pyw?i?$/, ""), read);
  if (owner === undefined) return [];
  const [metadata, requires] = await Promise.all([
    read(`${owner}/METADATA`).then((text) => text ?? read(`${owner}/PKG-INFO`)),
    read(`${owner}/requires.txt`),
  ]);
  return [...ofMetadata(metadata ?? ""), ...ofRequiresTxt(requires ?? "")];
}

/** The folder of the package that a top-level name belongs to. */
async function ownerAmong(
  folders: readonly string[],
  module: string,
  read: Read,
): Promise<string | undefined> {
  const wanted = normalizedPackage(module);
  const named = folders.find(
    (folder) => normalizedPackage(METADATA_FOLDER.exec(folder)?.[1] ?? "") === wanted,
  );
  if (named !== undefined) return named;
  for (const folder of folders.slice(0, MOST_ASKED)) {
    const listed = await read(`${folder}/top_level.txt`);
    if (listed?.split(/\s+/).includes(module)) return folder;
    const recorded = listed === undefined ? await read(`${folder}/RECORD`) : undefined;
    const belongs = recorded
      ?.split("\n")
      .some((line) => line.startsWith(`${module}/`) || line.startsWith(`${module}.py`));
    if (belongs) return folder;
  }
  return undefined;
}

/** The headers of core metadata, which end at the first empty line. */
function ofMetadata(text: string): InstalledPackage[] {
  const [headers] = text.split(/\r?\n\r?\n/, 1);
  const values = (name: string): string[] =>
    [...headers.matchAll(new RegExp(`^${name}:[ \\t]*(.*?)\\r?$`, "gm"))].map((match) => match[1]);
  const packages = values("Name").map((name) => ({ name, minors: ALL_MINORS }));
  return [...packages, ...readRequirements(values("Requires-Dist"))];
}

/** `requires.txt` of an egg: sections are `[extra]`, `[extra:marker]`, and `[:marker]` for what is always required. */
function ofRequiresTxt(text: string): InstalledPackage[] {
  let minors = ALL_MINORS;
  return text.split(/\r?\n/).flatMap((line): InstalledPackage[] => {
    const section = /^\[([^:\]]*)(?::(.*))?\]\s*$/.exec(line);
    if (section) minors = section[1] === "" ? minorsOfMarker(section[2] ?? "") : 0;
    const requirement = section || minors === 0 ? undefined : readRequirement(line);
    return requirement ? [{ ...requirement, minors: requirement.minors & minors }] : [];
  });
}
