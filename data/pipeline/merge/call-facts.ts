import type { MinorSet } from "../../../server/src/engine/version";
import type { EntrySource, ParameterSource } from "../../format";
import { isDunder } from "../names/public-names";
import { parameterChanges } from "../params/changes";
import { keepConfirmed } from "../params/confirmed";
import { parameterHistory, readSignatures, type ParameterEvidence } from "../params/history";
import { foldRenames } from "../params/renames";
import { formatParameters } from "../params/signature";
import { uniteSignatures } from "../params/union-signature";
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
  const evidence: ParameterEvidence = { ...read, docs: draft.docs, typeshed: draft.typeshed };
  const newest = draft.signatures.get(Math.max(...draft.signatures.keys()));
  const isSpecial = isDunder(draft.key.slice(draft.key.lastIndexOf(".") + 1));
  const lives = isSpecial ? {} : keepConfirmed(parameterHistory(evidence), evidence, newest !== undefined);
  applyDecision(lives, decision);
  const isGone = (name: string): boolean => lives[name].removed !== undefined;
  const names = Object.keys(lives);
  const united = uniteSignatures(
    { ...read, texts: draft.signatures, stub: draft.typeshed?.signature },
    { present: new Set(names.filter((name) => !isGone(name))), gone: new Set(names.filter(isGone)) },
  );
  const changes = isSpecial ? [] : parameterChanges(draft.docs, read, draft.typeshed);
  const folded = foldRenames(lives, changes, united, read);
  return {
    ...(united ? { signature: formatParameters(united) } : {}),
    ...(Object.keys(folded.lives).length > 0 ? { parameters: folded.lives } : {}),
    ...(folded.changes.length > 0 ? { changes: folded.changes } : {}),
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
