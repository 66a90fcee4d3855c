import { minorSetOf } from "../../../server/src/engine/version";
import type { EntrySource } from "../../format";
import { nameKind, type Sources } from "./collect-drafts";
import type { Draft } from "./draft";
import { closePatchedGaps, modulePresence, partPresence, patchedMinors } from "./presence";
import { decideArrival } from "./rules/arrival";
import { decideDeparture } from "./rules/departure";

/** Gives the entries of all aliases by id; one that came or went at another time than its target says so. */
export function finishAliases(
  sources: Sources,
  finished: ReadonlyMap<string, EntrySource>,
): Map<string, EntrySource> {
  const { releases, sightings, canonical } = sources;
  const patched = patchedMinors(releases);
  const entries = new Map<string, EntrySource>();
  for (const [id, target] of canonical.aliases) {
    const sighting = sightings.names.get(id)!;
    const shown = minorSetOf([...sighting.tokens.keys()]);
    const presence = closePatchedGaps(
      partPresence(shown, modulePresence(sighting.module, releases, sightings)),
      patched,
    );
    const draft: Draft = {
      id,
      module: sighting.module,
      key: sighting.name,
      kind: nameKind(sighting, sources.docs.get(id)),
      owner: sighting.module,
      ...presence,
      signatures: new Map(),
      docs: [],
      typeshed: undefined,
      url: undefined,
    };
    const life = { added: decideArrival(draft).added, ...decideDeparture(draft) };
    const other = finished.get(target);
    const targetSighting = sightings.names.get(target);
    const isTwin = targetSighting !== undefined && sameKeys(sighting.tokens, targetSighting.tokens);
    const same =
      isTwin ||
      (life.added === other?.added && life.removed === other?.removed && !life.absent && !other?.absent);
    entries.set(id, {
      alias: target,
      ...(same
        ? {}
        : {
            added: life.added ?? "3.0",
            ...(life.removed ? { removed: life.removed } : {}),
            ...(life.absent ? { absent: life.absent } : {}),
            evidence: ["runtime" as const],
          }),
    });
  }
  return entries;
}

/** Two names that the same releases have live alike, whatever was decided on the one. */
function sameKeys(one: ReadonlyMap<number, unknown>, other: ReadonlyMap<number, unknown>): boolean {
  return one.size === other.size && [...one.keys()].every((minor) => other.has(minor));
}
