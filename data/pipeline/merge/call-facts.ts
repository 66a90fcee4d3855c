import type { MinorSet } from "../../../server/src/engine/version";
import type { EntrySource, ParameterSource } from "../../format";
import { isDunder } from "../names/public-names";
import { parameterChanges } from "../params/changes";
import { keepConfirmed } from "../params/confirmed";
import {
  parameterHistory,
  readSignatures,
  type ParameterEvidence,
  type ReadSignatures,
} from "../params/history";
import { foldRenames, type Folded } from "../params/renames";
import { formatParameters } from "../params/signature";
import { uniteSignatures, type HistoryNames, type SignatureEvidence } from "../params/union-signature";
import type { Decision } from "./decisions";
import type { Draft } from "./draft";

/** What an entry says of how a thing is called. */
export type CallFacts = Pick<EntrySource, "signature" | "parameters" | "changes">;

/**
 * Gives signature, parameters and their changes of one draft; nothing for what cannot be called. Of special methods,
 * which the language calls, the names do not matter. `patched` are the minors whose evidence came from two builds.
 */
export function callFacts(draft: Draft, decision: Decision | undefined, patched: MinorSet): CallFacts {
  if (draft.kind === "attribute" || draft.kind === "constant" || draft.kind === "module") return {};
  const kind = draft.kind === "class" || draft.kind === "exception" ? "constructor" : "call";
  const read = readSignatures(draft.signatures, (minor) => (patched & (1 << minor)) !== 0, kind);
  const signature = { ...read, texts: draft.signatures, stub: draft.typeshed?.signature };
  const isSpecial = isDunder(draft.key.slice(draft.key.lastIndexOf(".") + 1));
  const { lives, changes } = isSpecial ? { lives: {}, changes: [] } : histories(draft, read, signature);
  applyDecision(lives, decision);
  const united = uniteSignatures(signature, namesOf(lives));
  return {
    ...(united ? { signature: formatParameters(united) } : {}),
    ...(Object.keys(lives).length > 0 ? { parameters: lives } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
}

/** The lives of parameters and how they began to be given differently, renamed ones told from new ones. */
function histories(draft: Draft, read: ReadSignatures, signature: SignatureEvidence): Folded {
  const evidence: ParameterEvidence = { ...read, docs: draft.docs, typeshed: draft.typeshed };
  const all = parameterHistory(evidence);
  const changes = parameterChanges(draft.docs, read, draft.typeshed);
  const folded = foldRenames(all, changes, uniteSignatures(signature, namesOf(all)), read);
  const newest = draft.signatures.get(Math.max(...draft.signatures.keys()));
  return { lives: keepConfirmed(folded.lives, evidence, newest !== undefined), changes: folded.changes };
}

function namesOf(lives: Readonly<Record<string, ParameterSource>>): HistoryNames {
  const names = Object.keys(lives);
  return {
    present: new Set(names.filter((name) => lives[name].removed === undefined)),
    gone: new Set(names.filter((name) => lives[name].removed !== undefined)),
  };
}

function applyDecision(lives: Record<string, ParameterSource>, decision: Decision | undefined): void {
  for (const [name, life] of Object.entries(decision?.parameters ?? {})) {
    if (life === null) {
      delete lives[name];
      continue;
    }
    const decided = Object.entries({ ...lives[name], seen: null, ...life }).filter(
      ([, value]) => value !== null,
    );
    lives[name] = { ...(Object.fromEntries(decided) as ParameterSource), evidence: ["hand"] };
  }
}
