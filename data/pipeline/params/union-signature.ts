import { isGeneric, parseParameters, type SignatureParameter } from "./signature";

/**
 * Joins the signatures of all releases into one list: the newest readable form, with parameters that are gone at the
 * place where they were. Where the newest takes any keyword and typeshed lists them, typeshed's form counts. Gives
 * `undefined` when nobody shows a signature.
 *
 * Example: `(s, *, encoding=, cls=)` in 3.6 and `(s, *, cls=)` in 3.9 give `s, *, encoding=, cls=`.
 */
export function uniteSignatures(
  signatures: ReadonlyMap<number, readonly SignatureParameter[]>,
  raw: ReadonlyMap<number, string | undefined>,
  stub: string | undefined,
  gone: ReadonlySet<string>,
): SignatureParameter[] | undefined {
  const newestFirst = [...signatures].sort(([a], [b]) => b - a).map(([, parameters]) => parameters);
  const stubbed = stub === undefined ? undefined : parseParameters(stub.slice(1, -1));
  const base = choose(newestFirst[0], stubbed) ?? lastResort(raw);
  if (!base) return undefined;
  const united = [...base];
  for (const older of newestFirst) insertGone(united, older, gone);
  return united;
}

/** The interpreter's form, unless it takes keywords that typeshed names. */
function choose(
  shown: readonly SignatureParameter[] | undefined,
  stubbed: readonly SignatureParameter[] | undefined,
): readonly SignatureParameter[] | undefined {
  if (!shown) return stubbed;
  if (!stubbed || isGeneric(stubbed)) return shown;
  const takesAny = (list: readonly SignatureParameter[]): boolean =>
    list.some(({ kind }) => kind === "any-keyword");
  return takesAny(shown) && !takesAny(stubbed) ? stubbed : shown;
}

function lastResort(raw: ReadonlyMap<number, string | undefined>): SignatureParameter[] | undefined {
  for (const [, text] of [...raw].sort(([a], [b]) => b - a)) {
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
      const gone: SignatureParameter = {
        ...parameter,
        kind: fits ? "positional" : "keyword-only",
        optional: true,
      };
      united.splice(fits ? place++ : keywordPlace(united), 0, gone);
    }
  }
}

function keywordPlace(united: readonly SignatureParameter[]): number {
  const last = united.findIndex(({ kind }) => kind === "any-keyword");
  return last < 0 ? united.length : last;
}

/**
 * Tells whether a parameter that is gone can keep its place: behind other positional ones, and before none that is
 * still given by position, since it would shift these.
 */
function isEndOfPositional(united: readonly SignatureParameter[], place: number): boolean {
  const isPositional = ({ kind }: SignatureParameter): boolean =>
    kind === "positional" || kind === "positional-only";
  return united.slice(0, place).every(isPositional) && !united.slice(place).some(isPositional);
}
