import { groupDigits } from "./group-digits";
import type { RequestedFixer } from "./requested-fixer";

/** The fixes that the table of rewrites does not know and that nobody is told of who does not ask. */
export const REQUESTED_FIXERS: readonly RequestedFixer[] = [groupDigits];
