import type { EntrySource } from "../../format";
import { plainId } from "../names/bases";

/**
 * Lays what the stubs say of the bases of a class over those that interpreters have: real ones get their type
 * arguments, the others are classes that it stands for only.
 *
 * Example: `collections.OrderedDict` has the base `builtins.dict`, of which the stubs know `dict[$0,$1]`. Of `dict` they
 * say `collections.abc.MutableMapping[$0,$1]`, which gives it no members.
 */
export function layBases(
  real: readonly string[] | undefined,
  told: readonly string[] | undefined,
): Pick<EntrySource, "bases" | "virtualBases"> {
  const argued = new Map((told ?? []).map((base) => [plainId(base), base]));
  const bases = (real ?? []).map((base) => withArguments(base, argued.get(plainId(base))));
  const realIds = new Set(bases.map(plainId));
  const virtual = [...argued].filter(([id]) => !realIds.has(id)).map(([, base]) => base);
  return {
    ...(bases.length > 0 ? { bases } : {}),
    ...(virtual.length > 0 ? { virtualBases: virtual } : {}),
  };
}

function withArguments(base: string, told: string | undefined): string {
  const bracket = told?.indexOf("[") ?? -1;
  return told === undefined || bracket < 0 ? base : base + told.slice(bracket);
}
