import { listMinors, NO_MINORS, type MinorSet } from "../../../server/src/engine/version";
import { parseMinorSet } from "../evidence/minor-set";
import type { RuntimeRelease } from "../evidence/runtime-evidence";
import type { Sightings } from "../names/sightings";

/** What interpreters say of a thing: the minors that have it and those that lack it. The rest is not known. */
export interface Presence {
  readonly present: MinorSet;
  readonly lacking: MinorSet;
}

/** The minors whose evidence was put together from a beta and a WebAssembly build: a name missing there may be in the release. */
export function patchedMinors(releases: readonly RuntimeRelease[]): MinorSet {
  return releases.reduce(
    (set, { minor, build }) => (build.includes("wasm") ? set | (1 << minor) : set),
    NO_MINORS,
  );
}

/**
 * Modules that an interpreter here lacks, without its saying so, though the release has them: the libraries that they
 * need were not there when it was built, or a packager left them out.
 */
const LEFT_OUT: readonly { readonly module: string; readonly minors: string }[] = [
  { module: "bz2", minors: "0" },
  { module: "crypt", minors: "0" },
  { module: "nis", minors: "0" },
  { module: "readline", minors: "0" },
  { module: "zlib", minors: "0" },
  { module: "ossaudiodev", minors: "0-1" },
  { module: "ctypes.macholib", minors: "9,11,13-15" },
];

function isLeftOut(module: string, minor: number): boolean {
  return LEFT_OUT.some(
    (one) =>
      (module === one.module || module.startsWith(`${one.module}.`)) &&
      (parseMinorSet(one.minors) & (1 << minor)) !== 0,
  );
}

/** Tells of a module which releases have it; a module that a build lacks although its release has it is unknown there. */
export function modulePresence(
  module: string,
  releases: readonly RuntimeRelease[],
  sightings: Sightings,
): Presence {
  const present = sightings.modules.get(module) ?? NO_MINORS;
  let lacking = NO_MINORS;
  for (const { minor, missing } of releases) {
    const isMissing = isLeftOut(module, minor) || [...parents(module)].some((name) => missing.has(name));
    if (!isMissing && (present & (1 << minor)) === 0) lacking |= 1 << minor;
  }
  return { present, lacking };
}

function* parents(module: string): Iterable<string> {
  for (let end = module.length; end > 0; end = module.lastIndexOf(".", end - 1)) yield module.slice(0, end);
}

/** Tells of a part which releases have it, from the minors that show it and what is known of its owner. */
export function partPresence(shown: MinorSet, owner: Presence): Presence {
  return { present: shown, lacking: (owner.present | owner.lacking) & ~shown };
}

/**
 * Closes gaps that come from the evidence alone: a patched minor without a name that both its neighbours have.
 *
 * Example: `os.plock` is in 3.9 and 3.11 but not in what is known of 3.10; it counts as present in 3.10.
 */
export function closePatchedGaps({ present, lacking }: Presence, patched: MinorSet): Presence {
  let filled = present;
  for (const minor of listMinors(patched)) {
    const before = present & (1 << (minor - 1));
    const after = present & (1 << (minor + 1));
    if (before && after) filled |= 1 << minor;
  }
  return { present: filled, lacking: lacking & ~filled };
}
