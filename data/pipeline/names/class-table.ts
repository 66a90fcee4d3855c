import {
  BASES_KEY,
  CONSTRUCTOR_KEY,
  type MemberToken,
  type RuntimeRelease,
} from "../evidence/runtime-evidence";
import { isPublicMember } from "./public-names";
import type { CanonicalNames } from "./canonical";
import { parseToken } from "./token";
import type { Sightings } from "./sightings";
import { NO_MINORS, type MinorSet } from "../../../server/src/engine/version";

/** One class over all releases. */
export interface ClassHistory {
  readonly id: string;
  /** The path that the class gives itself, by minor. */
  readonly paths: ReadonlyMap<number, string>;
  /** Constructor parameters by minor; `null` when they cannot be read. */
  readonly constructors: ReadonlyMap<number, string | null>;
  /** Ids of all public ancestors in the newest release that has the class. */
  readonly ancestors: readonly string[];
  /** Own members, with those of private base classes: token by minor. */
  readonly members: ReadonlyMap<string, ReadonlyMap<number, MemberToken>>;
  /** The minors in which a member can be used on the class, inherited or not. */
  readonly usable: ReadonlyMap<string, MinorSet>;
}

/** Stands for a member of which nothing is known but that it is there. */
const UNSEEN_MEMBER: MemberToken = "p";

/** Follows every public class through the releases, by canonical id. */
export function buildClassTable(
  releases: readonly RuntimeRelease[],
  sightings: Sightings,
  canonical: CanonicalNames,
  documented: ReadonlySet<string>,
): Map<string, ClassHistory> {
  const idOfPath = mapPaths(releases, sightings, canonical);
  const table = new Map<string, ClassHistory>();
  for (const [id, group] of canonical.groups) {
    const paths = classPaths(group, sightings);
    if (paths.size > 0) table.set(id, followClass(id, paths, releases, idOfPath, documented));
  }
  return table;
}

function classPaths(group: readonly string[], sightings: Sightings): Map<number, string> {
  const paths = new Map<number, string>();
  for (const id of group) {
    for (const [minor, token] of sightings.names.get(id)?.tokens ?? []) {
      const { kind, path } = parseToken(token);
      if ((kind === "class" || kind === "exception") && path !== undefined && !paths.has(minor))
        paths.set(minor, path);
    }
  }
  return paths;
}

/** Maps, minor by minor, the path of a class to its canonical id. */
function mapPaths(
  releases: readonly RuntimeRelease[],
  sightings: Sightings,
  canonical: CanonicalNames,
): Map<number, Map<string, string>> {
  const idOfPath = new Map(releases.map(({ minor }) => [minor, new Map<string, string>()]));
  for (const [id, group] of canonical.groups) {
    if (canonical.siblings.has(id)) continue;
    for (const [minor, path] of classPaths(group, sightings)) {
      const known = idOfPath.get(minor)!;
      if (!known.has(path) || path === id) known.set(path, id);
    }
  }
  return idOfPath;
}

function followClass(
  id: string,
  paths: ReadonlyMap<number, string>,
  releases: readonly RuntimeRelease[],
  idOfPath: ReadonlyMap<number, ReadonlyMap<string, string>>,
  documented: ReadonlySet<string>,
): ClassHistory {
  const constructors = new Map<number, string | null>();
  const members = new Map<string, Map<number, MemberToken>>();
  const usable = new Map<string, MinorSet>();
  let ancestors: readonly string[] = [];
  for (const { minor, classes } of releases) {
    const path = paths.get(minor);
    const held = path === undefined ? undefined : classes.get(path);
    if (!held) continue;
    const ids = idOfPath.get(minor)!;
    const bases = Object.entries((held.get(BASES_KEY) ?? {}) as Readonly<Record<string, string>>);
    const note = (name: string, token: MemberToken | undefined): void => {
      if (!isPublicMember(name) && !documented.has(`${id}.${name}`)) return;
      usable.set(name, (usable.get(name) ?? NO_MINORS) | (1 << minor));
      if (token === undefined) return;
      const tokens = members.get(name) ?? new Map<number, MemberToken>();
      if (!tokens.has(minor)) members.set(name, tokens.set(minor, token));
    };
    for (const [name, token] of held) {
      if (name === CONSTRUCTOR_KEY) constructors.set(minor, token as string | null);
      else if (name !== BASES_KEY) note(name, token as MemberToken);
    }
    for (const [base, contributed] of bases) {
      const isPublic = ids.has(base);
      for (const name of contributed.split(" ")) {
        if (name !== "")
          note(name, isPublic ? undefined : ((classes.get(base)?.get(name) as MemberToken) ?? UNSEEN_MEMBER));
      }
      for (const [name, token] of classes.get(base) ?? []) {
        if (name !== CONSTRUCTOR_KEY && name !== BASES_KEY)
          note(name, isPublic ? undefined : (token as MemberToken));
      }
    }
    ancestors = bases
      .map(([base]) => ids.get(base))
      .filter((base) => base !== undefined && base !== id) as string[];
  }
  return { id, paths, constructors, ancestors, members, usable };
}
