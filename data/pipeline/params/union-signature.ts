import { isGeneric, parseParameters, type SignatureParameter } from "./signature";

/**
 * Joins the signatures of all releases into one list: the newest readable form, with parameters that are gone at the
 * place where they were. Gives `undefined` when no release shows a signature that says something.
 *
 * Example: `(s, *, encoding=, cls=)` in 3.6 and `(s, *, cls=)` in 3.9 give `s, *, encoding=, cls=`.
 */
export function uniteSignatures(
  signatures: ReadonlyMap<number, string | undefined>,
): SignatureParameter[] | undefined {
  const newestFirst = [...signatures]
    .sort(([a], [b]) => b - a)
    .map(([, text]) => (text === undefined ? undefined : parseParameters(text)));
  const readable = newestFirst.filter((one) => one !== undefined);
  const union = readable.find((one) => !isGeneric(one)) ?? readable[0];
  if (!union) return undefined;
  const united = [...union];
  for (const older of readable) if (!isGeneric(older) && older !== union) insertGone(united, older);
  return united;
}

function insertGone(united: SignatureParameter[], older: readonly SignatureParameter[]): void {
  let place = 0;
  for (const parameter of older) {
    const index = united.findIndex((one) => one.name === parameter.name);
    if (index >= 0) place = index + 1;
    else if (parameter.kind === "keyword-only") united.splice(keywordPlace(united), 0, parameter);
    else if (parameter.kind === "positional" && fitsAt(united, place))
      united.splice(place++, 0, { ...parameter, optional: true });
  }
}

function keywordPlace(united: readonly SignatureParameter[]): number {
  const last = united.findIndex(({ kind }) => kind === "any-keyword");
  return last < 0 ? united.length : last;
}

/** A positional parameter cannot stand behind stars. */
function fitsAt(united: readonly SignatureParameter[], place: number): boolean {
  return united.slice(0, place).every(({ kind }) => kind === "positional" || kind === "positional-only");
}
