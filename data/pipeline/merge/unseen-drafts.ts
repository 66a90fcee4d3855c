import type { EntryKind } from "../../../server/src/engine/catalogue/entry";
import { NO_MINORS } from "../../../server/src/engine/version";
import { isPublicName } from "../names/public-names";
import type { Sources } from "./collect-drafts";
import type { Draft } from "./draft";

const DOCS_KINDS: Readonly<Record<string, EntryKind>> = {
  module: "module",
  function: "function",
  class: "class",
  exception: "exception",
  data: "constant",
  attribute: "attribute",
  method: "method",
};

/**
 * Adds what no interpreter here shows: names of other platforms, attributes that only instances have, members that are
 * computed on access. The documentation or typeshed must know them, and their owner must be known. Things that a base
 * class has are the base class's: what the documentation says of them under the derived class goes there.
 */
export function addUnseenDrafts(drafts: Map<string, Draft>, sources: Sources): void {
  const modules = knownModules(sources);
  const ids = [...new Set([...sources.docs.keys(), ...sources.typeshed.keys()])].sort(
    (a, b) => a.split(".").length - b.split(".").length,
  );
  for (const id of ids) {
    if (drafts.has(id) || sources.canonical.aliases.has(id) || id.includes("*")) continue;
    const home = homeOf(id, drafts, sources);
    if (home !== undefined) {
      attachDocs(home, id, drafts, sources);
      continue;
    }
    const draft = unseenDraft(id, modules, drafts, sources);
    if (draft) drafts.set(id, draft);
  }
}

/** Finds the entry that an id means: the same member under the class's canonical name, or of a documented base class. */
function homeOf(
  id: string,
  drafts: ReadonlyMap<string, Draft>,
  { canonical, classes, docs }: Sources,
): string | undefined {
  const dot = id.lastIndexOf(".");
  const owner = canonical.aliases.get(id.slice(0, dot)) ?? id.slice(0, dot);
  const name = id.slice(dot + 1);
  if (drafts.has(`${owner}.${name}`)) return `${owner}.${name}`;
  const bases = [...(classes.get(owner)?.ancestors ?? []), ...(drafts.get(owner)?.bases ?? [])];
  return bases
    .map((base) => `${base}.${name}`)
    .find(
      (inherited) =>
        drafts.has(inherited) &&
        (docs.has(inherited) || docs.has(drafts.get(inherited)!.owner!) || !docs.has(id)),
    );
}

function attachDocs(home: string, id: string, drafts: Map<string, Draft>, { docs }: Sources): void {
  const draft = drafts.get(home)!;
  const subject = docs.get(id);
  if (!subject || draft.docs.length > 0) return;
  drafts.set(home, { ...draft, docs: subject.rows, url: draft.url ?? subject.url });
}

function unseenDraft(
  id: string,
  modules: ReadonlySet<string>,
  drafts: ReadonlyMap<string, Draft>,
  sources: Sources,
): Draft | undefined {
  const subject = sources.docs.get(id);
  const typeshed = sources.typeshed.get(id);
  const kind = typeshed?.kind ?? (subject ? DOCS_KINDS[subject.kind] : undefined);
  const module = modules.has(id) ? id : moduleOf(id, modules);
  if (kind === undefined || module === undefined || typeshed?.alias !== undefined) return undefined;
  const owner = id === module ? undefined : id.slice(0, id.lastIndexOf("."));
  if (owner !== undefined && owner !== module && !drafts.has(owner)) return undefined;
  if (subject ? isMisnamed(id, kind, module, sources) : !isWorthwhile(id, module, owner, sources))
    return undefined;
  const inherited = sources.classes.get(owner ?? "")?.usable.get(id.slice(id.lastIndexOf(".") + 1));
  const shape = kind === "attribute" && owner === module ? "constant" : id === module ? "module" : kind;
  return {
    id,
    module,
    key: id === module ? "" : id.slice(module.length + 1),
    kind: shape,
    owner,
    present: inherited ?? NO_MINORS,
    lacking: NO_MINORS,
    signatures: new Map(),
    docs: subject?.rows ?? [],
    typeshed,
    url: subject?.url,
  };
}

/**
 * A function or class that the documentation has in a module, but no interpreter and no other platform, is a slip of
 * the documentation or stands for something without a name.
 *
 * Example: `xml.dom.pulldom.PullDom`, which is `PullDOM`.
 */
function isMisnamed(id: string, kind: EntryKind, module: string, { typeshed, sightings }: Sources): boolean {
  const isTopLevel = id !== module && id.slice(0, id.lastIndexOf(".")) === module;
  const isNameable = kind === "function" || kind === "class" || kind === "exception";
  if (!isTopLevel || !isNameable || !sightings.modules.has(module)) return false;
  return isPublicName(id.slice(module.length + 1)) && typeshed.get(id)?.platforms === undefined;
}

/** Of typeshed's own names only those count that an interpreter for Linux need not show. */
function isWorthwhile(
  id: string,
  module: string,
  owner: string | undefined,
  { typeshed, sightings }: Sources,
): boolean {
  const fact = typeshed.get(id)!;
  if (!isPublicName(id.slice(id.lastIndexOf(".") + 1))) return false;
  if (owner !== undefined && owner !== module) return fact.kind === "attribute" || fact.kind === "method";
  return fact.platforms !== undefined || !sightings.modules.has(module);
}

function knownModules({ sightings, docs, typeshed }: Sources): Set<string> {
  const modules = new Set(sightings.modules.keys());
  for (const { id, kind } of docs.values()) if (kind === "module") modules.add(id);
  for (const [id, { kind, alias }] of typeshed)
    if (kind === "module" && !alias && id !== "nt" && id !== "this" && id !== "antigravity") modules.add(id);
  return modules;
}

function moduleOf(id: string, modules: ReadonlySet<string>): string | undefined {
  for (let end = id.lastIndexOf("."); end > 0; end = id.lastIndexOf(".", end - 1)) {
    if (modules.has(id.slice(0, end))) return id.slice(0, end);
  }
  return undefined;
}
