import type { Entry, Evidence, Parameter, Platform, TypeFacts } from "./entry";
import { entryId, parameterId } from "./ids";
import {
  BINDINGS,
  DOCUMENTATION,
  DROP_INS,
  EVIDENCE,
  KINDS,
  OLDER_PYTHONS,
  PLATFORMS,
  type StoredEntry,
  type StoredParameter,
} from "./index-format";
import { liveInside, type Life } from "./life";
import type { Place } from "./resolve";
import { parseSignature, type SignatureParameter } from "./signature";

/** What an entry is made from besides its place. */
export interface EntryContext {
  readonly life: Life;
  /** Reads a parameter's sentence when somebody asks for it. */
  readonly summaryOf: (parameterName: string) => string | undefined;
}

const NONE: readonly never[] = Object.freeze([]);

/** Builds the entry of a place that is no alias. */
export function buildEntry(place: Place, context: EntryContext): Entry {
  const { section, key, stored } = place;
  const signature = stored.s === undefined ? undefined : parseSignature(stored.s);
  return {
    id: entryId(section.module, key),
    kind: KINDS[stored.k ?? 0],
    ...context.life,
    deprecated: stored.d,
    removal: stored.x,
    replacement: stored.e,
    dropIn: dropInOf(stored),
    backport: stored.o,
    platforms: stored.f === undefined ? undefined : chosen<Platform>(PLATFORMS, stored.f),
    pep: stored.p,
    micros: stored.m,
    unpromised: stored.h0 ?? 0,
    provisional: stored.v === 1,
    hook: stored.j === 1,
    older: OLDER_PYTHONS[stored.B ?? 0],
    ...(stored.A !== undefined && { about: stored.A }),
    changes: stored.c ?? NONE,
    parameters: buildParameters(stored, signature?.parameters ?? NONE, context),
    signature: stored.s,
    anyKeyword: signature?.anyKeyword ?? false,
    url: fullUrl(place),
    sources: chosen<Evidence>(EVIDENCE, stored.g ?? 0),
    type: typeFacts(stored),
    ...(stored.i && { internal: true }),
  };
}

/** Builds the entry of an alias that has a life of its own: the facts of what it stands for under its own name and life. */
export function buildAliasEntry(place: Place, target: Entry, life: Life): Entry {
  const { section, key, stored } = place;
  const leaves = stored.r !== undefined || stored.d !== undefined;
  return {
    ...target,
    id: entryId(section.module, key),
    ...life,
    deprecated: stored.d,
    removal: stored.x,
    replacement: stored.e ?? (leaves ? target.id : undefined),
    dropIn: dropInOf(stored) ?? (leaves && (stored.e ?? target.id) === target.id ? "safe" : undefined),
    micros: stored.m,
    unpromised: stored.h0 ?? 0,
    parameters: target.parameters.map((one) => parameterOfAlias(one, target, life)),
    url: fullUrl(place) ?? target.url,
    sources: stored.g === undefined ? target.sources : chosen<Evidence>(EVIDENCE, stored.g),
  };
}

function dropInOf({ E: place }: StoredEntry): Entry["dropIn"] {
  return place === undefined ? undefined : DROP_INS[place - 1];
}

/** What was a parameter from the start of the target was one of the older name as well: `re.error(msg)`. */
function parameterOfAlias(parameter: Parameter, target: Entry, life: Life): Parameter {
  const isFromStart = parameter.added === target.added;
  const older = isFromStart ? life.available & ~target.available : 0;
  if (older === 0) return parameter;
  const facts = { available: parameter.available | older, added: life.added };
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(parameter)) as Parameter;
  return Object.assign(copy, facts);
}

/** Builds the entry of an inherited member of which a class knows another type. */
export function buildRetypedEntry({ stored }: Place, inherited: Entry): Entry {
  const binds = inherited.type?.binds;
  return { ...inherited, type: { ...(binds && { binds }), ...typeFacts(stored) } };
}

/** Builds the entry of one parameter of `callable`, which `ownerId` (a class for its constructor) is called by. */
export function buildParameterEntry(
  ownerId: string,
  callable: Entry,
  place: Place,
  parameter: Parameter,
): Entry {
  const history = historyOf(place.stored, parameter.name);
  return {
    id: parameterId(ownerId, parameter.name),
    kind: "parameter",
    available: parameter.available,
    added: parameter.added,
    deprecated: parameter.deprecated,
    removed: parameter.removed,
    removal: undefined,
    replacement: undefined,
    dropIn: undefined,
    backport: undefined,
    platforms: callable.platforms,
    pep: undefined,
    micros: history?.m,
    unpromised: history?.h0 ?? 0,
    provisional: false,
    hook: false,
    older: "fails",
    changes: callable.changes.filter((change) => change.name === parameter.name),
    parameters: NONE,
    signature: undefined,
    anyKeyword: false,
    url: callable.url,
    sources: history?.g === undefined ? callable.sources : chosen<Evidence>(EVIDENCE, history.g),
    type: undefined,
  };
}

/** Gives the history of a parameter, where it has one of its own. */
export function historyOf(stored: StoredEntry, name: string): StoredParameter | undefined {
  return stored.q && Object.hasOwn(stored.q, name) ? stored.q[name] : undefined;
}

/** The whole signature, then the parameters that only have a history. */
function buildParameters(
  stored: StoredEntry,
  listed: readonly SignatureParameter[],
  context: EntryContext,
): readonly Parameter[] {
  if (stored.q === undefined) {
    return listed.length === 0 ? NONE : listed.map((one) => buildParameter(one, undefined, context));
  }
  const names = new Set(listed.map((one) => one.name));
  const unlisted = Object.keys(stored.q).filter((name) => !names.has(name));
  const all = [...listed, ...unlisted.map((name) => ({ name, position: undefined, positionalOnly: false }))];
  return all.map((one) => buildParameter(one, historyOf(stored, one.name), context));
}

function buildParameter(
  { name, position, positionalOnly }: Pick<SignatureParameter, "name" | "position" | "positionalOnly">,
  history: StoredParameter | undefined,
  { life: owner, summaryOf }: EntryContext,
): Parameter {
  const life = history ? liveInside(owner, history) : owner;
  const { available, added, removed } = life;
  const facts = { name, position, positionalOnly, available, added, deprecated: history?.d, removed };
  if (!history?.i) return { ...facts, summary: undefined };
  return {
    ...facts,
    get summary() {
      return summaryOf(name);
    },
  };
}

function fullUrl({ section, key, stored }: Place): string | undefined {
  const url = stored.u;
  if (url === undefined || /^[a-z]+:/.test(url)) return url;
  if (!url.startsWith("#")) return DOCUMENTATION + url;
  const page = /^[^#]*/.exec(section.stored.get("")?.u ?? "")![0];
  return `${DOCUMENTATION}${page}${url === "#" ? `#${entryId(section.module, key)}` : url}`;
}

function typeFacts(stored: StoredEntry): TypeFacts | undefined {
  const { h, V, w, y, t, b, T } = stored;
  if (!h && !V && w === undefined && t === undefined && !b && !y && !T) return undefined;
  return {
    ...((h || V) && { bases: [...(h ?? NONE), ...(V ?? NONE)] }),
    ...(w !== undefined && { returns: w }),
    ...(y && { awaitable: true }),
    ...(t !== undefined && { type: t }),
    ...(b && { binds: BINDINGS[b - 1] }),
    ...T,
  };
}

function chosen<T>(all: readonly T[], mask: number): readonly T[] {
  return mask === 0 ? NONE : all.filter((_, place) => mask & (1 << place));
}
