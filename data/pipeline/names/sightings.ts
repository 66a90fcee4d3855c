import type { NameToken, RuntimeRelease } from "../evidence/runtime-evidence";
import { listMinors, NO_MINORS, type MinorSet } from "../../../server/src/engine/version";
import { isPublicModule, isPublicName } from "./public-names";

/** One name of one public module, in every release that has it. */
export interface Sighting {
  readonly module: string;
  readonly name: string;
  /** Token by minor. */
  readonly tokens: ReadonlyMap<number, NameToken>;
  /** The newest minor that has it. */
  readonly newest: number;
}

interface MutableSighting extends Sighting {
  readonly tokens: Map<number, NameToken>;
  newest: number;
}

/** Everything public that any interpreter holds. */
export interface Sightings {
  /** By `module.name`. */
  readonly names: ReadonlyMap<string, Sighting>;
  /** The minors whose interpreter has a module, by module. */
  readonly modules: ReadonlyMap<string, MinorSet>;
}

/**
 * Collects the public names of all public modules over all releases. Left out are modules that a module merely imported
 * (`subprocess.os`) and, unless `documented` has them, names that begin with an underscore.
 */
export function collectSightings(
  releases: readonly RuntimeRelease[],
  documented: ReadonlySet<string>,
): Sightings {
  const names = new Map<string, MutableSighting>();
  const modules = new Map<string, MinorSet>();
  const submodules = new Set(releases.flatMap(({ modules: held }) => [...held.keys()]));
  for (const { missing } of releases) for (const module of missing) submodules.add(module);
  for (const { minor, modules: held } of releases) {
    for (const [module, tokens] of held) {
      if (!isPublicModule(module)) continue;
      modules.set(module, (modules.get(module) ?? NO_MINORS) | (1 << minor));
      for (const [name, token] of tokens) {
        const id = `${module}.${name}`;
        if (token.startsWith("m") || isFailedImport(token, submodules.has(id) || submodules.has(name)))
          continue;
        if (!isPublicName(name) && !documented.has(id)) continue;
        let sighting = names.get(id);
        if (!sighting) names.set(id, (sighting = { module, name, tokens: new Map(), newest: minor }));
        sighting.tokens.set(minor, token);
        sighting.newest = minor;
      }
    }
  }
  for (const [id, sighting] of names) uncoverName(sighting, modules.get(id) ?? NO_MINORS);
  return { names, modules };
}

/** What a name shows that was not looked at: it is there. */
const UNSEEN: NameToken = "z";

/**
 * Introspection takes the name of a submodule for the submodule, even where a package has something else under it.
 *
 * Example: `unittest.main` is a class, and `unittest/main.py` the module that defines it.
 */
function uncoverName(sighting: MutableSighting, covered: MinorSet): void {
  for (const minor of listMinors(covered)) {
    if (sighting.tokens.has(minor)) continue;
    sighting.tokens.set(minor, UNSEEN);
    sighting.newest = Math.max(sighting.newest, minor);
  }
}

/** `None` under the name of a module stands for an import that failed in this build. */
function isFailedImport(token: NameToken, isModule: boolean): boolean {
  return isModule && /^v.*:NoneType$/.test(token);
}
