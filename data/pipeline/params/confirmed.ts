import type { ParameterSource } from "../../format";
import type { ParameterEvidence } from "./history";
import { parseParameters, type SignatureParameter } from "./signature";

/**
 * Drops the histories of names that no signature lists though signatures are known: notes that stand below the wrong
 * thing, names of a stub, names of what stands behind stars.
 *
 * Example: the documentation's note on `fold` below `datetime.timedelta` belongs to another class.
 */
export function keepConfirmed(
  lives: Readonly<Record<string, ParameterSource>>,
  evidence: ParameterEvidence,
  newestIsReadable: boolean,
): Record<string, ParameterSource> {
  const stub = evidence.typeshed?.signature;
  const stubbed = stub === undefined ? [] : (parseParameters(stub.slice(1, -1)) ?? []);
  const shown = [...evidence.signatures.values(), ...evidence.doubtful.values()].flat();
  const all: readonly SignatureParameter[] = [...shown, ...stubbed];
  const starred = new Set(all.filter(isStarred).map(({ name }) => name));
  const named = new Set(all.filter((one) => !isStarred(one)).map(({ name }) => name));
  const takesAny = all.some(({ kind }) => kind === "any-keyword");
  return Object.fromEntries(
    Object.entries(lives).filter(([name, { evidence: sources, removed }]) => {
      if (named.has(name)) return true;
      if (starred.has(name)) return false;
      if (takesAny || shown.length === 0) return true;
      const byDocs = sources?.includes("docs") ?? false;
      return byDocs && (removed !== undefined || !newestIsReadable);
    }),
  );
}

function isStarred({ kind }: SignatureParameter): boolean {
  return kind === "variadic" || kind === "any-keyword";
}
