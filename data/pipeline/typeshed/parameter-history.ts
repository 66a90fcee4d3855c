import { formatMinor, NEWEST_MINOR, singleMinor } from "../../../server/src/engine/version";
import { judgeOf } from "./life";
import { NOWHERE, realmOn, STUB_PLATFORMS } from "./realm";
import { mergeSignatures, positionals, type Signature } from "./signature";
import { callableAt, sightingAt, sightings, type Sighting, type StubView } from "./stub-view";

/** What happened to one parameter. */
export interface ParameterLife {
  added?: string;
  removed?: string;
  /** The first minor that takes it by keyword, where an older one took it by position only. */
  keyword?: string;
  /** The first minor that takes it by position only, where an older one took it by keyword too. */
  positionalOnly?: string;
  /** The first minor that takes it by keyword only, where an older one took it by position too. */
  keywordOnly?: string;
}

/** Compares the signatures of neighbouring minors. Keys are names of parameters; empty when nothing is known to have changed. */
export function parameterHistory(
  views: readonly StubView[],
  pathId: string,
  members: readonly string[],
): Map<string, ParameterLife> {
  const history = new Map<string, ParameterLife>();
  const seen = new Map<StubView, Sighting[]>();
  for (let minor = 1; minor <= NEWEST_MINOR; minor++) {
    const judge = judgeOf(views, minor);
    if (!judge) continue;
    const found = seen.get(judge) ?? sightings(judge, pathId, members);
    seen.set(judge, found);
    const pair = signaturePair(judge, found, minor);
    if (pair) compareSignatures(pair[0], pair[1], formatMinor(minor), history);
  }
  for (const name of history.keys()) if (name.startsWith("_")) history.delete(name);
  return history;
}

/** The signatures before and after, seen on the first platform that has both. */
function signaturePair(
  view: StubView,
  found: readonly Sighting[],
  minor: number,
): [Signature, Signature] | undefined {
  for (const platform of STUB_PLATFORMS) {
    const [before, after] = [minor - 1, minor].map((each) => {
      const point = realmOn(platform, singleMinor(each));
      const definition = point === NOWHERE ? undefined : sightingAt(found, point);
      const callable = definition && callableAt(view, definition, point);
      // What `object` gives to every class says nothing about the class.
      return callable && callable.definition.owner?.key !== "builtins.object" ? callable : undefined;
    });
    if (before && after) return [mergeSignatures(before.parameters), mergeSignatures(after.parameters)];
  }
  return undefined;
}

/** Notes what is new, gone or bound otherwise in `after`. */
export function compareSignatures(
  before: Signature,
  after: Signature,
  version: string,
  history: Map<string, ParameterLife>,
): void {
  const note = (name: string, fact: ParameterLife): void => {
    const known = history.get(name) ?? {};
    // A parameter that comes twice was there in between: its first arrival is what counts.
    const added = known.added ?? fact.added;
    history.set(name, { ...known, ...fact, ...(added ? { added } : {}) });
  };
  for (const { name, old } of newNames(before, after)) {
    note(name, old?.kind === "positional-only" ? { keyword: version } : { added: version });
  }
  for (const { name, old } of newNames(after, before)) {
    note(name, old?.kind === "positional-only" ? { positionalOnly: version } : { removed: version });
  }
  noteUnnamed(before, after, (name) => note(name, { added: version }));
  noteUnnamed(after, before, (name) => note(name, { removed: version }));
  for (const parameter of after.parameters) {
    const old = before.parameters.find((each) => each.name === parameter.name);
    if (old?.kind === "standard" && parameter.kind === "keyword-only" && !hasKind(before, "var-positional"))
      note(parameter.name, { keywordOnly: version });
  }
}

/** Names that `after` takes by keyword and `before` does not, each with what stood at its place before. */
function newNames(
  before: Signature,
  after: Signature,
): { name: string; old: Signature["parameters"][number] | undefined }[] {
  if (hasKind(before, "var-keyword")) return [];
  const places = positionals(after.parameters);
  return after.parameters
    .filter(
      (each) => (each.kind === "standard" || each.kind === "keyword-only") && !takesName(before, each.name),
    )
    .map(({ name }) => {
      const place = places.findIndex((each) => each.name === name);
      return { name, old: place < 0 ? unnamed(before, name) : positionals(before.parameters)[place] };
    });
}

function unnamed(signature: Signature, name: string): Signature["parameters"][number] | undefined {
  return signature.parameters.find((each) => each.name === name && each.kind === "positional-only");
}

/** A positional-only parameter is new when there was no such place. */
function noteUnnamed(before: Signature, after: Signature, note: (name: string) => void): void {
  if (hasKind(before, "var-positional")) return;
  const places = positionals(before.parameters).length;
  for (const [place, parameter] of positionals(after.parameters).entries())
    if (
      place >= places &&
      parameter.kind === "positional-only" &&
      !before.parameters.some((each) => each.name === parameter.name)
    )
      note(parameter.name);
}

function takesName(signature: Signature, name: string): boolean {
  return signature.parameters.some(
    (each) => each.name === name && (each.kind === "standard" || each.kind === "keyword-only"),
  );
}

function hasKind(signature: Signature, kind: "var-positional" | "var-keyword"): boolean {
  return signature.parameters.some((each) => each.kind === kind);
}
