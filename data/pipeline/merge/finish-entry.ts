import type { Evidence, Platform } from "../../../server/src/engine/catalogue/entry";
import { NO_MINORS, type MinorSet } from "../../../server/src/engine/version";
import type { EntrySource, ParameterSource } from "../../format";
import { parameterChanges } from "../params/changes";
import { parameterHistory, readSignatures } from "../params/history";
import { formatParameters } from "../params/signature";
import { uniteSignatures } from "../params/union-signature";
import { isDunder } from "../names/public-names";
import type { Decision } from "./decisions";
import type { Draft } from "./draft";
import { decideArrival, type Arrival } from "./rules/arrival";
import { decideDeparture } from "./rules/departure";
import { decideDeprecation } from "./rules/deprecation";

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
  const { note: deprecationNote, ...facts } = life;
  const note = decision?.note ?? arrival.note ?? deprecationNote;
  const entry: EntrySource = {
    kind: decision?.kind ?? draft.kind,
    ...facts,
    ...(removed ? { removed } : {}),
    ...platformsOf(draft),
    ...(draft.url ? { url: draft.url } : {}),
    ...callFacts(draft, decision, patched),
    ...(draft.bases ? { bases: draft.bases } : {}),
    ...(draft.binds ? { binds: draft.binds } : {}),
    evidence: evidenceOf(draft, facts.added),
    ...(note ? { note } : {}),
  };
  return {
    entry: applyDecision(entry, decision),
    ...(arrival.conflict && !decision ? { conflict: arrival.conflict } : {}),
  };
}

function pickLife({ added, seen, micros }: Arrival): Pick<EntrySource, "added" | "seen" | "micros"> {
  return { ...(added ? { added } : {}), ...(seen ? { seen } : {}), ...(micros ? { micros } : {}) };
}

function platformsOf({ present, typeshed }: Draft): { readonly platforms?: readonly Platform[] } {
  const platforms = typeshed?.platforms;
  if (!platforms) return {};
  const contradicts =
    present !== NO_MINORS && !platforms.some((platform) => platform === "linux" || platform === "unix");
  return contradicts ? {} : { platforms };
}

/** Signature, parameters and their changes. Of special methods, which the language calls, the names do not matter. */
function callFacts(
  draft: Draft,
  decision: Decision | undefined,
  patched: MinorSet,
): Pick<EntrySource, "signature" | "parameters" | "changes"> {
  if (draft.kind === "attribute" || draft.kind === "constant" || draft.kind === "module") return {};
  const kind = draft.kind === "class" || draft.kind === "exception" ? "constructor" : "call";
  const read = readSignatures(draft.signatures, (minor) => (patched & (1 << minor)) !== 0, kind);
  const isSpecial = isDunder(draft.key.slice(draft.key.lastIndexOf(".") + 1));
  const parameters = isSpecial
    ? {}
    : parameterHistory({ ...read, docs: draft.docs, typeshed: draft.typeshed });
  applyParameterDecisions(parameters, decision);
  const gone = new Set(Object.keys(parameters).filter((name) => parameters[name]!.removed !== undefined));
  const united = uniteSignatures(read.signatures, draft.signatures, draft.typeshed?.signature, gone);
  const changes = isSpecial ? [] : parameterChanges(draft.docs, read);
  return {
    ...(united ? { signature: formatParameters(united) } : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
}

function applyParameterDecisions(
  parameters: Record<string, ParameterSource>,
  decision: Decision | undefined,
): void {
  for (const [name, life] of Object.entries(decision?.parameters ?? {})) {
    if (life === null) delete parameters[name];
    else
      parameters[name] = {
        ...withoutNulls({ ...parameters[name], seen: null, ...life }),
        evidence: ["hand"],
      };
  }
}

function evidenceOf(draft: Draft, added: string | undefined): Evidence[] {
  const evidence: Evidence[] = [];
  if (draft.docs.length > 0 || draft.url) evidence.push("docs");
  if (
    draft.typeshed &&
    (draft.present === NO_MINORS || (added !== undefined && draft.typeshed.added === added))
  )
    evidence.push("typeshed");
  if (draft.present !== NO_MINORS) evidence.push("runtime");
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
  return changed as EntrySource;
}

function withoutNulls(life: object): ParameterSource {
  return Object.fromEntries(Object.entries(life).filter(([, value]) => value !== null)) as ParameterSource;
}
