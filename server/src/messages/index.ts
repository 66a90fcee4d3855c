/** Every sentence that a user reads about code and its target, free of any protocol. */
export { findingMessage, type FindingContext, targetDeclaredHere } from "./findings";
export { fixAllTitle, type FixId, fixTitle, safetyNote, TITLED_FIXES } from "./fixes";
export { hintLabel } from "./hints";
export { type CardSubject, headlineOf, hoverCard, type HoverCard } from "./hover";
export { displayName, nounOf } from "./names";
export { fileProblem, settingProblem, startFailure } from "./server";
export { type TargetStatus, targetStatus } from "./target";
export { compareVersions, type TimelineRow, timelineOf } from "./timeline";
export { formatMinors, formatMinorsShort, formatOrigin, formatTarget } from "./versions";
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
