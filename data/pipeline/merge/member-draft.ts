import type { EntryKind } from "../../../server/src/engine/catalogue/entry";
import { NO_MINORS, type MinorSet } from "../../../server/src/engine/version";
import type { MemberToken } from "../evidence/runtime-evidence";
import type { ClassHistory } from "../names/class-table";
import type { Sources } from "./collect-drafts";
import type { Draft } from "./draft";
import { closePatchedGaps, type Presence } from "./presence";

/**
 * Makes the draft of one member, or `undefined` when the member belongs to a base class: a class that overrides what
 * its base has in the same releases, with a signature that says nothing new and without a word in the documentation,
 * adds nothing.
 *
 * Example: `pathlib.Path.with_stem` is inherited from `pathlib.PurePath`, whose entry it is; `OrderedDict.popitem` takes
 * `last`, which `dict.popitem` does not, and has an entry of its own.
 */
export function memberDraft(
  history: ClassHistory,
  name: string,
  module: string,
  sources: Sources,
  patched: MinorSet,
): Draft | undefined {
  const own = history.members.get(name);
  if (!own) return undefined;
  const id = `${history.id}.${name}`;
  const subject = sources.docs.get(id);
  const classMinors = [...history.paths.keys()].reduce((set, minor) => set | (1 << minor), NO_MINORS);
  const presence = closePatchedGaps(memberPresence(history.usable.get(name)!, classMinors), patched);
  const signatures = memberSignatures(own);
  if (!subject && repeatsBase(history, name, presence.present, signatures, sources)) return undefined;
  const newest = own.get(Math.max(...own.keys()))!;
  const { kind, binds } = memberShape(newest);
  return {
    id,
    module,
    key: id.slice(module.length + 1),
    kind: kind === "attribute" && subject?.kind === "method" ? "method" : kind,
    owner: history.id,
    ...presence,
    signatures,
    ...(binds ? { binds } : {}),
    docs: subject?.rows ?? [],
    url: subject?.url,
  };
}

/** Gives a member's kind and binding from its token. */
export function memberShape(token: MemberToken): {
  readonly kind: EntryKind;
  readonly binds?: "class" | "static";
} {
  if (typeof token !== "string") return { kind: "class" };
  if (token.startsWith("m")) return { kind: "method" };
  if (token.startsWith("s")) return { kind: "method", binds: "static" };
  if (token.startsWith("c")) return { kind: "method", binds: "class" };
  return { kind: "attribute" };
}

/** A release without the class says nothing on its members. */
function memberPresence(usable: MinorSet, classMinors: MinorSet): Presence {
  return { present: usable, lacking: classMinors & ~usable };
}

function memberSignatures(tokens: ReadonlyMap<number, MemberToken>): Map<number, string | undefined> {
  const signatures = new Map<number, string | undefined>();
  for (const [minor, token] of tokens) {
    if (typeof token !== "string" || !/^[msc]/.test(token)) continue;
    signatures.set(minor, /\((.*)\)/.exec(token)?.[1]);
  }
  return signatures;
}

function repeatsBase(
  history: ClassHistory,
  name: string,
  present: MinorSet,
  signatures: ReadonlyMap<number, string | undefined>,
  { classes }: Sources,
): boolean {
  for (const ancestor of history.ancestors) {
    const base = classes.get(ancestor);
    const inherited = base?.members.get(name);
    if (!base || !inherited) continue;
    const there = base.usable.get(name)!;
    const classMinors = [...history.paths.keys()].reduce((set, minor) => set | (1 << minor), NO_MINORS);
    if ((there & classMinors) !== present) continue;
    const baseSignatures = memberSignatures(inherited);
    if ([...signatures].every(([minor, text]) => saysNothing(text) || text === baseSignatures.get(minor)))
      return true;
  }
  return false;
}

function saysNothing(signature: string | undefined): boolean {
  return signature === undefined || /^\*\w+(, \*\*\w+)?$/.test(signature);
}
