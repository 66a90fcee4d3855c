/** Every sentence that a user reads about code and its target, free of any protocol. */
export {
  CODE_SUMMARIES,
  fixSummary,
  noTargetNotice,
  plural,
  problemNotice,
  runSummary,
  type RunSummary,
  skippedNotice,
} from "./command-line";
export { findingMessage, targetDeclaredHere } from "./findings";
export { fixAllTitle, fixTitle, TITLED_FIXES } from "./fixes";
export { hintLabel } from "./hints";
export { WORDED_DIFFERENCES } from "./rewrites";
export { headlineOf, hoverCard } from "./hover";
export { displayName, plainText, titleOf } from "./names";
export { categoryTitle, eventText, releaseLife, releaseState } from "./releases";
export { fileProblem, settingProblem, startFailure } from "./server";
export { targetStatus } from "./target";
export { timelineOf } from "./timeline";
export { formatMinors, formatMinorsShort, formatOrigin } from "./versions";
