import type { Evidence } from "../../../server/src/engine/catalogue/entry";
import { NO_MINORS, type MinorSet } from "../../../server/src/engine/version";
import type { EntrySource } from "../../format";
import { callFacts } from "./call-facts";
import type { Decision } from "./decisions";
import type { Draft } from "./draft";
import { decideArrival, type Arrival } from "./rules/arrival";
import { decideDeparture } from "./rules/departure";
import { decideDeprecation } from "./rules/deprecation";
import { decidePlatforms } from "./rules/platforms";

/** An entry, and what no rule could settle about it. */
export interface Finished {
  readonly entry: EntrySource;
  readonly conflict?: string;
}

/** Decides everything about one draft. `patched` are the minors whose evidence was put together from two builds. */
export function finishEntry(draft: Draft, decision: Decision | undefined, patched: MinorSet): Finished {
  const arrival = decideArrival(draft, decision);
  const life = { ...pickLife(arrival), ...decideDeprecation(draft), ...decideDeparture(draft) };
  const removed = life.removed ?? (draft.present === NO_MINORS ? draft.typeshed?.removed : undefined);
  const platforms = decidePlatforms(draft);
  const note = decision?.note ?? arrival.note;
  const goes = life.deprecated !== undefined || removed !== undefined;
  const entry: EntrySource = {
    kind: decision?.kind ?? draft.kind,
    ...life,
    ...(removed ? { removed } : {}),
    ...(platforms ? { platforms } : {}),
    ...(draft.url ? { url: draft.url } : {}),
    ...(goes && draft.typeshed?.replacement ? { replacement: draft.typeshed.replacement } : {}),
    ...callFacts(draft, decision, patched),
    ...(draft.bases ? { bases: draft.bases } : {}),
    ...(draft.binds ? { binds: draft.binds } : {}),
    evidence: evidenceOf(draft, life),
    ...(note ? { note } : {}),
  };
  return {
    entry: applyDecision(entry, decision),
    ...(arrival.conflict ? { conflict: arrival.conflict } : {}),
  };
}

function pickLife({ added, seen, micros }: Arrival): Pick<EntrySource, "added" | "seen" | "micros"> {
  return { ...(added ? { added } : {}), ...(seen ? { seen } : {}), ...(micros ? { micros } : {}) };
}

/** Typeshed is evidence where it alone knows a thing, or says the same of its arrival or of its deprecation. */
function evidenceOf(
  draft: Draft,
  { added, deprecated }: Pick<EntrySource, "added" | "deprecated">,
): Evidence[] {
  const { typeshed, present } = draft;
  const agrees = (own: string | undefined, stubbed: string | undefined): boolean =>
    own !== undefined && own === stubbed;
  const evidence: Evidence[] = [];
  if (draft.docs.length > 0 || draft.url) evidence.push("docs");
  const isAlone = typeshed !== undefined && present === NO_MINORS;
  if (isAlone || agrees(added, typeshed?.added) || agrees(deprecated, typeshed?.deprecated))
    evidence.push("typeshed");
  if (present !== NO_MINORS) evidence.push("runtime");
  return evidence;
}

const DECIDED = [
  "added",
  "seen",
  "micros",
  "deprecated",
  "removed",
  "removal",
  "absent",
  "platforms",
  "provisional",
] as const;

function applyDecision(entry: EntrySource, decision: Decision | undefined): EntrySource {
  if (!decision) return entry;
  const changed: Record<string, unknown> = { ...entry };
  let isHand = decision.accept !== undefined;
  for (const key of DECIDED) {
    const value = decision[key];
    if (value === undefined) continue;
    isHand = true;
    if (value === null) delete changed[key];
    else changed[key] = value;
  }
  if (isHand) changed["evidence"] = [...(entry.evidence ?? []), "hand"];
  return changed;
}
