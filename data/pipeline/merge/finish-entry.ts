import type { Evidence } from "../../../server/src/engine/catalogue/entry";
import type { EntrySource } from "../../format";
import { formatParameters } from "../params/signature";
import { uniteSignatures } from "../params/union-signature";
import type { Draft } from "./draft";
import { decideArrival } from "./rules/added";
import { decideDeparture } from "./rules/departure";
import { decideDeprecation } from "./rules/deprecation";

/** Decides everything about one draft. */
export function finishEntry(draft: Draft): EntrySource {
  const arrival = decideArrival(draft);
  const departure = decideDeparture(draft);
  const deprecation = decideDeprecation(draft);
  const signature = uniteSignatures(draft.signatures);
  const evidence: Evidence[] = [];
  if (draft.docs.length > 0 || draft.url) evidence.push("docs");
  if (draft.present !== 0) evidence.push("runtime");
  return {
    kind: draft.kind,
    ...(arrival.added ? { added: arrival.added } : {}),
    ...(arrival.seen ? { seen: arrival.seen } : {}),
    ...deprecation,
    ...departure,
    ...(draft.url ? { url: draft.url } : {}),
    ...(signature ? { signature: formatParameters(signature) } : {}),
    ...(draft.bases ? { bases: draft.bases } : {}),
    ...(draft.binds ? { binds: draft.binds } : {}),
    evidence,
  };
}
