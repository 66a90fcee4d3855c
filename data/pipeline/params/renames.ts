import type { Change } from "../../../server/src/engine/catalogue/entry";
import { formatMinor, parseMinor } from "../../../server/src/engine/version";
import type { ParameterSource } from "../../format";
import { KEYWORD_ONLY } from "./changes";
import { neighbours, type ReadSignatures } from "./history";
import type { SignatureParameter } from "./signature";

/** A parameter that took another's place in a call. */
interface Rename {
  readonly name: string;
  readonly old: string;
  /** Minor, as `3.13`. */
  readonly version: string;
}

/** Parameters and changes in which a renamed parameter is no new one. */
export interface Folded {
  readonly lives: Record<string, ParameterSource>;
  readonly changes: readonly Change[];
}

/**
 * Tells renamed parameters from new ones: a call that gives the argument by position works under either name, so that
 * the new name must not seem to arrive. What went under the old name by keyword is still told as removed.
 *
 * Example: `hashlib.sha256(string)` became `sha256(data, *, string)` in 3.13: `data` was called `string` before.
 */
export function foldRenames(
  lives: Readonly<Record<string, ParameterSource>>,
  changes: readonly Change[],
  signature: readonly SignatureParameter[] | undefined,
  read: ReadSignatures,
): Folded {
  const shown = shownRenames(read);
  const renames = [...shown, ...impliedRenames(lives, changes, signature ?? [], shown)];
  const folded: Record<string, ParameterSource> = { ...lives };
  const told = [...changes];
  for (const { name, old, version } of renames) {
    const life = folded[name];
    if (life?.added === undefined || formatMinor(parseMinor(life.added)!) !== version) continue;
    const { deprecated, removed, evidence } = life;
    if (removed === undefined && deprecated === undefined) delete folded[name];
    else
      folded[name] = {
        ...(deprecated ? { deprecated } : {}),
        ...(removed ? { removed } : {}),
        ...(evidence ? { evidence } : {}),
      };
    const summary = `Was called ${old}.`;
    if (!told.some((change) => change.name === name && change.summary === summary)) {
      told.push({ version, kind: "parameter", name, summary });
    }
  }
  return { lives: folded, changes: told };
}

/** Renames that neighbouring signatures show: another name in the same place. */
function shownRenames({ signatures, doubtful }: ReadSignatures): Rename[] {
  const renames: Rename[] = [];
  for (const { minor, before, after } of neighbours(signatures, doubtful)) {
    if (!before) continue;
    after.forEach((parameter, place) => {
      const old = before[place];
      if (!old || !isPositional(parameter) || !isPositional(old)) return;
      const isOther = !before.some(({ name }) => name === parameter.name) && !isPositionalIn(after, old.name);
      const version = doubtful.get(minor - 1)?.some(({ name }) => name === parameter.name)
        ? minor - 1
        : minor;
      if (isOther) renames.push({ name: parameter.name, old: old.name, version: formatMinor(version) });
    });
  }
  return renames;
}

/** Renames that follow from the facts: a name comes to a place by position in the release in which another loses one. */
function impliedRenames(
  lives: Readonly<Record<string, ParameterSource>>,
  changes: readonly Change[],
  signature: readonly SignatureParameter[],
  known: readonly Rename[],
): Rename[] {
  const taken = new Set(
    known.flatMap(({ name, old, version }) => [`${name} ${version}`, `${old} ${version}`]),
  );
  const renames: Rename[] = [];
  for (const { name } of signature.filter(isPositional)) {
    const version = lives[name]?.added;
    if (version === undefined || taken.has(`${name} ${version}`)) continue;
    const gone = Object.keys(lives).filter((other) => lives[other].removed === version);
    const displaced = changes.filter(
      (change) => change.version === version && change.summary === KEYWORD_ONLY,
    );
    const old = [...gone, ...displaced.map((change) => change.name!)].find(
      (other) => other !== name && !taken.has(`${other} ${version}`),
    );
    if (old === undefined) continue;
    taken.add(`${old} ${version}`);
    renames.push({ name, old, version });
  }
  return renames;
}

function isPositional({ kind }: SignatureParameter): boolean {
  return kind === "positional" || kind === "positional-only";
}

function isPositionalIn(parameters: readonly SignatureParameter[], name: string): boolean {
  return parameters.some((parameter) => parameter.name === name && isPositional(parameter));
}
