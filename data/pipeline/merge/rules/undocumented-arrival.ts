import { formatMinor } from "../../../../server/src/engine/version";
import { compareVersions } from "../../evidence/versions";
import { isDunder } from "../../names/public-names";
import type { Draft } from "../draft";
import { isPlatformName, needsSsl } from "./hidden-by-build";

/**
 * What interpreters alone tell. Constants that a build decides on come with the build, and attributes may live on
 * instances, special methods on a private base, before the class shows them: there typeshed's word counts where it has one.
 *
 * `undefined` means older than any interpreter shows, `unknown` that nobody knows. `first` is the first minor that has it.
 *
 * Example: `ast.Raise.exc` shows on the class since 3.9, when optional fields got a default; instances always had it.
 */
export function undocumentedArrival(draft: Draft, first: number): string | undefined {
  const added = formatMinor(first);
  const stubbed = draft.typeshed?.added;
  if (isOldElsewhere(draft, first)) return undefined;
  if (isUntold(draft)) return "unknown";
  if (isSpecialOrAttribute(draft) && stubbed) return compareVersions(stubbed, added) < 0 ? stubbed : added;
  if (needsSsl(draft) && first === FIRST_WITH_SSL) return stubbed;
  const isBuildsChoice =
    first > LAST_BUILT_ALIKE && draft.kind === "constant" && isPlatformName(draft) && draft.docs.length === 0;
  if (!isBuildsChoice) return added;
  return draft.typeshed || draft.url ? stubbed : "unknown";
}

/** The interpreters up to this minor were built alike, with the same system headers. */
const LAST_BUILT_ALIKE = 8;

/** The first minor whose interpreter here was built with `ssl`. */
const FIRST_WITH_SSL = 5;

/** From this minor on, typeshed's knowing a thing without a version means that it is older. */
const FLOOR_OF_TYPESHED = 6;

/** From this minor on, the documentation's silence on an attribute's arrival means that it is older. */
const FLOOR_OF_SILENCE = 4;

/** An attribute of a class that neither the documentation nor typeshed tells of may have been on instances before. */
function isUntold({ kind, key, module, owner, typeshed, url }: Draft): boolean {
  const isConstant = /\.[A-Z][A-Z0-9_]*$/.test(key);
  return kind === "attribute" && owner !== module && !typeshed && url === undefined && !isConstant;
}

function isSpecialOrAttribute(draft: Draft): boolean {
  return draft.kind === "attribute" || isDunder(draft.key.slice(draft.key.lastIndexOf(".") + 1));
}

/** An attribute that is documented, or known to typeshed, without a version is older than the class shows it. */
function isOldElsewhere(draft: Draft, first: number): boolean {
  if (!isSpecialOrAttribute(draft) || draft.typeshed?.added !== undefined) return false;
  const isMember = draft.owner !== draft.module;
  const isDocumented = draft.url !== undefined && first >= FLOOR_OF_SILENCE;
  return isMember && (isDocumented || (draft.typeshed !== undefined && first >= FLOOR_OF_TYPESHED));
}
