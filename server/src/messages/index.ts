/** Every sentence that a user reads about code and its target, free of any protocol. */
export {
  CODE_SUMMARIES,
  fixSummary,
  noTargetNotice,
  problemNotice,
  runSummary,
  type RunSummary,
  skippedNotice,
} from "./command-line";
export { findingMessage, targetDeclaredHere } from "./findings";
export { fixAllTitle, fixTitle, TITLED_FIXES } from "./fixes";
export { hintLabel, openFeatureTitle } from "./hints";
export { refusalReason, WORDED_REASONS } from "./refusals";
export { WORDED_DIFFERENCES } from "./rewrites";
export { floorMarkdown, floorText } from "./floor-report";
export { headlineOf, hoverCard } from "./hover";
export { type FileMinimum, minimumMarkdown, minimumReportJson, reportProgress } from "./minimum-report";
export { displayName, plainText, titleOf } from "./names";
export { categoryTitle, eventText, releaseLife, releaseState } from "./releases";
export { plural } from "./plural";
export { neededByText, requirementTitle } from "./requirements";
export { fileProblem, settingProblem, startFailure } from "./server";
export { targetStatus } from "./target";
export {
  codeNeedsHint,
  codeNeedsTooltip,
  declarationSays,
  rangeCard,
  targetFindingMessage,
  useNeeds,
} from "./target-findings";
export { timelineOf } from "./timeline";
export { formatMinors, formatMinorsShort, formatOrigin } from "./versions";
