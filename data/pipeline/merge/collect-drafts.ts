import type { EntryKind } from "../../../server/src/engine/catalogue/entry";
import { lowestMinor, minorSetOf } from "../../../server/src/engine/version";
import { rowsOf, type DocsSubject } from "../docs/docs-index";
import type { RuntimeRelease } from "../evidence/runtime-evidence";
import type { TypeshedFact } from "../evidence/typeshed-evidence";
import type { CanonicalNames } from "../names/canonical";
import type { ClassHistory } from "../names/class-table";
import type { Sighting, Sightings } from "../names/sightings";
import type { TypeEvidence } from "../types/type-evidence";
import { parseToken } from "../names/token";
import type { Draft } from "./draft";
import { memberDraft } from "./member-draft";
import { closePatchedGaps, modulePresence, partPresence, patchedMinors, type Presence } from "./presence";

/** All that the sources hold, brought into one shape. */
export interface Sources {
  readonly releases: readonly RuntimeRelease[];
  readonly sightings: Sightings;
  readonly canonical: CanonicalNames;
  readonly classes: ReadonlyMap<string, ClassHistory>;
  readonly docs: ReadonlyMap<string, DocsSubject>;
  readonly typeshed: ReadonlyMap<string, TypeshedFact>;
  /** Direct base classes by class. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
  /** What the analysis must know of types. */
  readonly types: TypeEvidence;
}

/** One draft per canonical name and per member that is worth an entry, by id. */
export function collectDrafts(sources: Sources): Map<string, Draft> {
  const { releases, sightings, canonical } = sources;
  const patched = patchedMinors(releases);
  const drafts = new Map<string, Draft>();
  const modules = new Map<string, Presence>();
  for (const module of sightings.modules.keys()) {
    const presence = closePatchedGaps(modulePresence(module, releases, sightings), patched);
    modules.set(module, presence);
    drafts.set(module, moduleDraft(module, presence, sources));
  }
  for (const [id, sighting] of sightings.names) {
    const shown = minorSetOf([...sighting.tokens.keys()]);
    const presence = closePatchedGaps(partPresence(shown, modules.get(sighting.module)!), patched);
    if (canonical.aliases.has(id)) continue;
    drafts.set(id, nameDraft(id, sighting, presence, sources));
    const history = sources.classes.get(id);
    if (!history) continue;
    for (const name of history.usable.keys()) {
      const draft = memberDraft(history, name, sighting.module, sources);
      if (draft) drafts.set(draft.id, draft);
    }
  }
  return drafts;
}

function moduleDraft(module: string, presence: Presence, { docs, typeshed }: Sources): Draft {
  const subject = docs.get(module);
  return {
    id: module,
    module,
    key: "",
    kind: "module",
    owner: module.includes(".") ? module.slice(0, module.lastIndexOf(".")) : undefined,
    ...presence,
    signatures: new Map(),
    docs: subject?.rows ?? [],
    typeshed: typeshed.get(module),
    url: subject?.url,
  };
}

function nameDraft(id: string, sighting: Sighting, presence: Presence, sources: Sources): Draft {
  const subject = sources.docs.get(id);
  const stubbed = sources.typeshed.get(id);
  const history = sources.classes.get(id);
  const kind = nameKind(sighting, subject);
  const isClass = kind === "class" || kind === "exception";
  const sibling = sources.canonical.siblings.get(id);
  const isCopy = sibling !== undefined && sources.classes.has(sibling);
  const bases = !isClass ? undefined : isCopy ? [sibling] : sources.bases.get(id);
  return {
    id,
    module: sighting.module,
    key: sighting.name,
    kind,
    owner: sighting.module,
    ...presence,
    signatures: isClass ? constructorSignatures(history) : functionSignatures(sighting),
    ...(bases && bases.length > 0 ? { bases } : {}),
    docs: rowsOf(id, sources.docs, lowestMinor(presence.present)),
    typeshed: isClass && stubbed?.alias !== undefined ? sources.typeshed.get(stubbed.alias) : stubbed,
    url: subject?.url,
  };
}

const DOCS_KINDS: Readonly<Record<string, EntryKind>> = {
  function: "function",
  class: "class",
  exception: "exception",
  data: "constant",
  attribute: "constant",
};

/** Gives the kind of a name of a module from its newest token, with the documentation's help for wrappers. */
export function nameKind(sighting: Sighting, subject: DocsSubject | undefined): EntryKind {
  const tokens = [...sighting.tokens].sort(([a], [b]) => b - a).map(([, token]) => parseToken(token));
  const newest = tokens.find((token) => token.kind !== "lazy") ?? tokens[0];
  const documentedKind = subject && DOCS_KINDS[subject.kind];
  if (newest.kind === "class") return "class";
  if (newest.kind === "exception") return "exception";
  if (newest.kind === "variable") return documentedKind === "class" ? "class" : "constant";
  if (newest.kind === "lazy") return documentedKind ?? "constant";
  const isWrapper = /^\*\w+, \*\*\w+$/.test(newest.parameters ?? "");
  return isWrapper && (documentedKind === "class" || documentedKind === "constant")
    ? documentedKind
    : "function";
}

function functionSignatures(sighting: Sighting): Map<number, string | undefined> {
  const signatures = new Map<number, string | undefined>();
  for (const [minor, token] of sighting.tokens) {
    const { kind, parameters } = parseToken(token);
    if (kind === "function") signatures.set(minor, parameters);
  }
  return signatures;
}

/** Enumerations are called with a value; what introspection shows is how the classes themselves are made. */
function constructorSignatures(history: ClassHistory | undefined): Map<number, string | undefined> {
  if (history?.ancestors.includes("enum.Enum")) return new Map();
  return new Map([...(history?.constructors ?? [])].map(([minor, text]) => [minor, text ?? undefined]));
}
