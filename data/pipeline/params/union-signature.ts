import type { ReadSignatures } from "./history";
import { isGeneric, parseParameters, type SignatureParameter } from "./signature";

/** What the signature of a callable is made from. */
export interface SignatureEvidence extends ReadSignatures {
  /** The parameters as introspection wrote them, by minor; `undefined` where the release keeps them to itself. */
  readonly texts: ReadonlyMap<number, string | undefined>;
  /** Typeshed's signature, with parentheses. */
  readonly stub: string | undefined;
}

/** Names with a history that a signature has to list. */
export interface HistoryNames {
  /** Parameters that the newest release has. */
  readonly present: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

/**
 * Joins the signatures of all releases into one list: the newest form, with the parameters that are gone and whatever
 * else has a history. Gives `undefined` when nobody shows a signature.
 *
 * Example: `(s, *, encoding=, cls=)` in 3.6 and `(s, *, cls=)` in 3.9 give `s, *, cls=, encoding=`.
 */
export function uniteSignatures(
  evidence: SignatureEvidence,
  names: HistoryNames,
): SignatureParameter[] | undefined {
  const base = chooseBase(evidence, names.present);
  if (!base) return undefined;
  const united = [...base];
  const newestFirst = [...evidence.signatures].sort(([a], [b]) => b - a);
  for (const [, older] of newestFirst) insertGone(united, older, names.gone);
  for (const name of [...names.present, ...names.gone]) {
    if (!united.some((one) => one.name === name)) {
      united.splice(keywordPlace(united), 0, { name, kind: "keyword-only", optional: true });
    }
  }
  return united;
}

/**
 * The newest interpreter's form; typeshed's where the newest release keeps its own to itself, takes keywords that
 * typeshed names, or lacks more of the parameters with a history.
 */
function chooseBase(
  { signatures, texts, stub }: SignatureEvidence,
  wanted: ReadonlySet<string>,
): readonly SignatureParameter[] | undefined {
  const parsed = stub === undefined ? undefined : parseParameters(stub.slice(1, -1));
  const stubbed = parsed && !isGeneric(parsed) ? parsed : undefined;
  const newest = Math.max(...signatures.keys());
  const shown = signatures.get(newest);
  if (!shown || !stubbed) return shown ?? stubbed ?? lastResort(texts) ?? parsed;
  const isHidden = Math.max(...texts.keys()) > newest && texts.get(Math.max(...texts.keys())) === undefined;
  const takesAny = (list: readonly SignatureParameter[]): boolean =>
    list.some(({ kind }) => kind === "any-keyword");
  const listed = (list: readonly SignatureParameter[]): number =>
    list.filter(({ name }) => wanted.has(name)).length;
  const prefersStub = isHidden || (takesAny(shown) && !takesAny(stubbed)) || listed(stubbed) > listed(shown);
  return prefersStub ? stubbed : shown;
}

function lastResort(texts: ReadonlyMap<number, string | undefined>): SignatureParameter[] | undefined {
  for (const [, text] of [...texts].sort(([a], [b]) => b - a)) {
    const parsed = text === undefined ? undefined : parseParameters(text);
    if (parsed) return parsed;
  }
  return undefined;
}

function insertGone(
  united: SignatureParameter[],
  older: readonly SignatureParameter[],
  gone: ReadonlySet<string>,
): void {
  let place = 0;
  for (const parameter of older) {
    const index = united.findIndex((one) => one.name === parameter.name);
    if (index >= 0) place = index + 1;
    else if (!gone.has(parameter.name)) continue;
    else if (parameter.kind === "keyword-only") united.splice(keywordPlace(united), 0, parameter);
    else if (parameter.kind === "positional") {
      const fits = isEndOfPositional(united, place);
      const kind = fits ? "positional" : "keyword-only";
      united.splice(fits ? place++ : keywordPlace(united), 0, { name: parameter.name, kind, optional: true });
    }
  }
}

function keywordPlace(united: readonly SignatureParameter[]): number {
  const last = united.findIndex(({ kind }) => kind === "any-keyword");
  return last < 0 ? united.length : last;
}

/**
 * Tells whether a parameter that is gone can keep its place: behind other positional ones, and before nothing
 * that still takes arguments by position, since it would shift these.
 */
function isEndOfPositional(united: readonly SignatureParameter[], place: number): boolean {
  const isPositional = ({ kind }: SignatureParameter): boolean =>
    kind === "positional" || kind === "positional-only";
  const takesPosition = (one: SignatureParameter): boolean => isPositional(one) || one.kind === "variadic";
  return united.slice(0, place).every(isPositional) && !united.slice(place).some(takesPosition);
}
