import { annotateVariable } from "./annotate-variable";
import { assignInTest } from "./assign-in-test";
import { quoteForwardReference, unquoteAnnotation } from "./forward-reference";
import { groupDigits } from "./group-digits";
import { nameEncoding } from "./name-encoding";
import { nestInFString } from "./nest-in-f-string";
import { parenthesiseWith } from "./parenthesise-with";
import { presenceToVersion, versionToPresence } from "./presence-tests";
import type { RequestedFixer } from "./requested-fixer";

/** The fixes that the table of rewrites does not know and that nobody is told of who does not ask. */
export const REQUESTED_FIXERS: readonly RequestedFixer[] = [
  groupDigits,
  assignInTest,
  parenthesiseWith,
  annotateVariable,
  nestInFString,
  nameEncoding,
  quoteForwardReference,
  unquoteAnnotation,
  presenceToVersion,
  versionToPresence,
];
