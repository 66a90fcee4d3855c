import { actionsIn } from "../action-titles";
import { fixAllTitle, fixGroup, SHARED_EDITS, TITLES } from "./fixes";
import { REASONS } from "./refusals";
import { DIFFERENCES, rewriteTitle } from "./rewrites";

export const FIXES = actionsIn({
  titles: TITLES,
  differences: DIFFERENCES,
  reasons: REASONS,
  rewriteTitle,
  all: fixAllTitle,
  group: fixGroup,
  shared: SHARED_EDITS,
});
