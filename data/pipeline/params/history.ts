import type { DocsRow, ParameterNote } from "../evidence/docs-evidence";
import type { TypeshedFact } from "../evidence/typeshed-evidence";
import type { ParameterSource } from "../../format";
import type { Evidence } from "../../../server/src/engine/catalogue/entry";
import { formatMinor, parseMinor } from "../../../server/src/engine/version";
import { compareVersions } from "../evidence/versions";
import { isGeneric, parseParameters, type SignatureParameter } from "./signature";

/** What the sources say of the parameters of one callable. */
export interface ParameterEvidence {
  /** Readable parameters by minor, of releases whose evidence is of one piece. */
  readonly signatures: ReadonlyMap<number, readonly SignatureParameter[]>;
  /** The same of the other releases, which show what was there, but not how it was given. */
  readonly doubtful: ReadonlyMap<number, readonly SignatureParameter[]>;
  readonly docs: readonly DocsRow[];
  readonly typeshed: TypeshedFact | undefined;
}

/** The signatures of one callable, taken apart. */
export type ReadSignatures = Pick<ParameterEvidence, "signatures" | "doubtful">;

/**
 * Takes the signatures apart and leaves out those that say nothing. Those of `patched` minors are doubtful unless a
 * neighbouring release has the same: a build without C accelerators shows other signatures than the release had. An
 * empty parameter list of a constructor says nothing: classes written in C that keep their parameters to themselves show
 * it too.
 */
export function readSignatures(
  texts: ReadonlyMap<number, string | undefined>,
  isPatched: (minor: number) => boolean,
  kind: "call" | "constructor",
): ReadSignatures {
  const signatures = new Map<number, SignatureParameter[]>();
  const doubtful = new Map<number, SignatureParameter[]>();
  for (const [minor, text] of [...texts].sort(([a], [b]) => a - b)) {
    if (text === undefined || (kind === "constructor" && text === "")) continue;
    const parsed = parseParameters(text);
    if (!parsed || isGeneric(parsed)) continue;
    const isDoubtful = isPatched(minor) && text !== texts.get(minor - 1) && text !== texts.get(minor + 1);
    (isDoubtful ? doubtful : signatures).set(minor, withoutReceiver(parsed));
  }
  return { signatures, doubtful };
}

/** Early releases show the methods behind `random.randint` and the like with their receiver. */
function withoutReceiver(parameters: SignatureParameter[]): SignatureParameter[] {
  return parameters[0]?.name === "self" ? parameters.slice(1) : parameters;
}

/** The lives of the parameters that have one of their own, by name. */
export function parameterHistory(evidence: ParameterEvidence): Record<string, ParameterSource> {
  const lives: Record<string, ParameterSource> = {};
  for (const name of namesOf(evidence)) {
    const life = lifeOf(name, evidence);
    if (life.added || life.removed || life.deprecated) lives[name] = life;
  }
  return lives;
}

function namesOf({ signatures, docs, typeshed }: ParameterEvidence): string[] {
  const names = new Set<string>();
  for (const parameters of signatures.values())
    for (const { name, kind } of parameters) if (isNamed(kind)) names.add(name);
  for (const { note } of notesOf(docs))
    if (["add", "remove", "deprecate"].includes(note.verb)) names.add(note.name);
  for (const name of Object.keys(typeshed?.parameters ?? {})) names.add(name);
  return [...names].filter(isPublicParameter).sort();
}

/** Names that begin with an underscore are no part of what callers may rely on. */
function isPublicParameter(name: string): boolean {
  return !name.startsWith("_");
}

function isNamed(kind: SignatureParameter["kind"]): boolean {
  return kind !== "variadic" && kind !== "any-keyword";
}

/** The notes on parameters, each with its row. */
export function notesOf(docs: readonly DocsRow[]): { readonly row: DocsRow; readonly note: ParameterNote }[] {
  return docs.flatMap((row) => row.parameters.map((note) => ({ row, note })));
}

/**
 * Decides the life of one parameter. The documentation's word counts, unless two neighbouring interpreters show that
 * the parameter came later; without it typeshed's counts, then what the signatures show.
 *
 * Example: `loop.create_server(start_serving)` is documented as new in 3.6; the signature of 3.6 lacks it, that of 3.7
 * has it: 3.7.
 */
function lifeOf(name: string, evidence: ParameterEvidence): ParameterSource {
  const documented = documentedVersion(evidence.docs, "add", name);
  const stubs = evidence.typeshed?.parameters?.[name];
  const shown = shownArrival(name, evidence);
  const sources = new Set<Evidence>();
  let added: string | undefined;
  let seen: string | undefined;
  if (documented !== undefined) {
    const isRefuted =
      shown !== undefined &&
      shown > (parseMinor(documented) ?? 0) &&
      (!stubs?.added || parseMinor(stubs.added) === shown);
    added = isRefuted ? formatMinor(shown) : documented;
    if (shown !== undefined && !isRefuted && shown < parseMinor(documented)!) seen = formatMinor(shown);
    sources.add(isRefuted ? "runtime" : "docs");
  } else if (stubs?.added !== undefined && !(shown !== undefined && shown !== parseMinor(stubs.added))) {
    added = stubs.added;
  } else if (shown !== undefined && !contradicts(name, shown, evidence.typeshed)) {
    added = formatMinor(shown);
  }
  if (added !== undefined && shown === parseMinor(added)) sources.add("runtime");
  if (added !== undefined && stubs?.added === formatMinor(parseMinor(added)!)) sources.add("typeshed");
  const departure = departureOf(name, added, evidence, sources);
  return {
    ...(added ? { added } : {}),
    ...(seen ? { seen } : {}),
    ...departure,
    ...(sources.size ? { evidence: order(sources) } : {}),
  };
}

/** Typeshed knows the parameter as older: then a change of signature is one of implementation. */
function contradicts(name: string, shown: number, typeshed: TypeshedFact | undefined): boolean {
  if (!typeshed?.signature) return false;
  const stub = parseParameters(typeshed.signature.slice(1, -1));
  return (
    shown > 8 &&
    (stub?.some((parameter) => parameter.name === name) ?? false) &&
    typeshed.parameters?.[name]?.added === undefined
  );
}

function documentedVersion(
  docs: readonly DocsRow[],
  verb: ParameterNote["verb"],
  name: string,
): string | undefined {
  const rows = notesOf(docs).filter(({ note }) => note.verb === verb && note.name === name);
  const newest = Math.max(...rows.map(({ row }) => row.lastSeen));
  const version = rows
    .filter(({ row }) => row.lastSeen === newest)
    .map(({ row }) => row.versions[0])
    .sort(compareVersions)[0];
  return version !== undefined && parseMinor(version) !== undefined ? version : undefined;
}

/**
 * The first minor whose signature has the parameter, when the signature of the release before lacks it. Where releases
 * in between keep their signature to themselves, nobody knows.
 */
function shownArrival(name: string, { signatures, doubtful }: ParameterEvidence): number | undefined {
  for (const { minor, before, after } of neighbours(signatures, doubtful)) {
    if (!after.some((parameter) => parameter.name === name && isNamed(parameter.kind))) continue;
    if (!before || isRenamed(name, before, after)) return undefined;
    return doubtful.get(minor - 1)?.some((parameter) => parameter.name === name) ? minor - 1 : minor;
  }
  return undefined;
}

/** One signature and the one of the release before; `before` is `undefined` where that cannot be read. */
export interface NeighbouringSignatures {
  readonly minor: number;
  readonly before: readonly SignatureParameter[] | undefined;
  readonly after: readonly SignatureParameter[];
}

/** Pairs each signature with that of the release before it, skipping releases of doubtful evidence. */
export function* neighbours(
  signatures: ReadonlyMap<number, readonly SignatureParameter[]>,
  doubtful: ReadonlyMap<number, unknown>,
): Iterable<NeighbouringSignatures> {
  for (const [minor, after] of signatures) {
    const previous = doubtful.has(minor - 1) ? minor - 2 : minor - 1;
    yield { minor, before: signatures.get(previous), after };
  }
}

/** A positional-only parameter has no name that a call could tell: under another name in the same place it is the same. */
function isRenamed(
  name: string,
  before: readonly SignatureParameter[],
  after: readonly SignatureParameter[],
): boolean {
  const place = after.findIndex((parameter) => parameter.name === name);
  const old = before[place];
  if (!old || after[place].kind === "keyword-only") return false;
  const isSilent = old.kind === "positional-only" || after[place].kind === "positional-only";
  return isSilent && isNamed(old.kind) && !after.some((parameter) => parameter.name === old.name);
}

/** A decorator may take what the signature behind it does not show: then typeshed lists it. */
function stubLists(name: string, typeshed: TypeshedFact | undefined): boolean {
  const stub =
    typeshed?.signature === undefined ? undefined : parseParameters(typeshed.signature.slice(1, -1));
  return stub?.some((parameter) => parameter.name === name && isNamed(parameter.kind)) ?? false;
}

/** When a parameter went. One that went before it came has come back; that it was there before is not told. */
function departureOf(
  name: string,
  added: string | undefined,
  evidence: ParameterEvidence,
  sources: Set<Evidence>,
): ParameterSource {
  const documented = documentedVersion(evidence.docs, "remove", name);
  const stubs = evidence.typeshed?.parameters?.[name]?.removed;
  const shown = stubLists(name, evidence.typeshed) ? undefined : shownDeparture(name, evidence);
  const last = documented ?? stubs ?? (shown === undefined ? undefined : formatMinor(shown));
  const isBack = last !== undefined && added !== undefined && parseMinor(last)! <= parseMinor(added)!;
  const removed = isBack ? undefined : last;
  if (removed !== undefined) {
    if (documented) sources.add("docs");
    if (stubs === removed) sources.add("typeshed");
    if (shown === parseMinor(removed)) sources.add("runtime");
  }
  const deprecated = deprecationOf(name, removed, evidence.docs);
  if (deprecated) sources.add("docs");
  return { ...(deprecated ? { deprecated } : {}), ...(removed ? { removed } : {}) };
}

/**
 * The first minor whose signature lacks a parameter that the one before had, and takes no unnamed keywords either. A
 * parameter whose place another name has taken is gone in any case.
 *
 * Example: `TestCase.assertRaises(excClass)` became `assertRaises(expected_exception, *args, **kwargs)` in 3.5.
 */
function shownDeparture(name: string, { signatures, doubtful }: ParameterEvidence): number | undefined {
  let gone: number | undefined;
  for (const { minor, before, after } of neighbours(signatures, doubtful)) {
    const has = after.some((parameter) => parameter.name === name);
    const had = before?.some((parameter) => parameter.name === name && isNamed(parameter.kind)) ?? false;
    if (has) gone = undefined;
    else if (had && !mayTakeUnnamed(name, before!, after) && !isRenamedAway(name, before!, after))
      gone = minor;
  }
  const earlier = gone === undefined ? undefined : doubtful.get(gone - 1);
  return earlier && !earlier.some((parameter) => parameter.name === name) ? gone! - 1 : gone;
}

function mayTakeUnnamed(
  name: string,
  before: readonly SignatureParameter[],
  after: readonly SignatureParameter[],
): boolean {
  if (!after.some(({ kind }) => kind === "any-keyword")) return false;
  const place = before.findIndex((parameter) => parameter.name === name);
  const successor = after[place];
  const isReplaced =
    before[place].kind === "positional" &&
    successor?.kind === "positional" &&
    !before.some((parameter) => parameter.name === successor.name);
  return !isReplaced;
}

function isRenamedAway(
  name: string,
  before: readonly SignatureParameter[],
  after: readonly SignatureParameter[],
): boolean {
  return isRenamed(name, after, before);
}

/**
 * Since when a parameter is deprecated: a note that names it, or a note on the whole callable that the documentation
 * carried until the release in which the parameter went.
 *
 * Example: `asyncio.sleep` was noted as "deprecated in 3.8, removed in 3.10" until its parameter `loop` went in 3.10.
 */
function deprecationOf(
  name: string,
  removed: string | undefined,
  docs: readonly DocsRow[],
): string | undefined {
  const named = documentedVersion(docs, "deprecate", name);
  if (named !== undefined || removed === undefined) return named;
  const minor = parseMinor(removed)!;
  const isDocumented = documentedVersion(docs, "remove", name) !== undefined;
  const row = docs.find(
    ({ directive, parameters, versions, lastSeen }) =>
      isDocumented &&
      parameters.length === 0 &&
      ((directive === "deprecated-removed" && parseMinor(versions[1]) === minor) ||
        (directive === "deprecated" && (lastSeen === minor - 1 || lastSeen === minor))),
  );
  return row && (parseMinor(row.versions[0]) ?? -1) >= 0 ? row.versions[0] : undefined;
}

function order(sources: ReadonlySet<Evidence>): Evidence[] {
  return (["docs", "typeshed", "runtime"] as const).filter((source) => sources.has(source));
}
