import type { EntryKind } from "../../../server/src/engine/catalogue/entry";
import {
  highestMinor,
  lowestMinor,
  minorsBefore,
  minorsFrom,
  NO_MINORS,
  type MinorSet,
} from "../../../server/src/engine/version";
import type { MemberToken } from "../evidence/runtime-evidence";
import type { ClassHistory } from "../names/class-table";
import { isPublicMember } from "../names/public-names";
import type { Sources } from "./collect-drafts";
import type { Draft } from "./draft";
import type { Presence } from "./presence";

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
): Draft | undefined {
  const own = history.members.get(name);
  if (!own) return undefined;
  const id = `${history.id}.${name}`;
  const subject = sources.docs.get(id);
  const classMinors = [...history.paths.keys()].reduce((set, minor) => set | (1 << minor), NO_MINORS);
  const presence = memberPresence(name, history.usable.get(name)!, classMinors);
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
    typeshed: sources.typeshed.get(id),
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

/**
 * A release without the class says nothing on its members. Gaps come from how a class was made in that release, as
 * with the accelerated `xml.etree.ElementTree.Element`, whose attributes did not show from 3.3 to 3.5: they are closed.
 */
function memberPresence(name: string, usable: MinorSet, classMinors: MinorSet): Presence {
  const present = minorsFrom(lowestMinor(usable)!) & minorsBefore(highestMinor(usable)! + 1);
  return { present, lacking: isPublicMember(name) ? classMinors & ~present : NO_MINORS };
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
