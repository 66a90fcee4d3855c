/** Every sentence that a user reads about code and its target, free of any protocol, in the language that was chosen. */
export {
  fixSummary,
  noTargetNotice,
  problemNotice,
  runSummary,
  type RunSummary,
  skippedNotice,
} from "./english/command-line";
export { plural } from "./english/plural";
export {
  codeSummary,
  findingMessage,
  fixAllTitle,
  fixGroupName,
  fixTitle,
  guardLetsIn,
  refusalReason,
  sharedEditsName,
  sharedEditsSummary,
  targetDeclaredHere,
} from "./judgements";
export { floorMarkdown, floorText } from "./floor-report";
export { hintLabel, openFeatureTitle } from "./hints";
export { featurePage, headlineOf, hoverCard, titleOf } from "./hover";
export { languageOf, useLanguage, WORDINGS } from "./language";
export { type FileMinimum, minimumMarkdown, minimumReportJson, reportProgress } from "./minimum-report";
export { formatMinorsShort } from "./minor-runs";
export { displayName, plainText } from "./names";
export { categoryTitle, eventText, releaseLife, releaseSpan, releaseState } from "./releases";
export { neededByText, requirementTitle } from "./requirements";
export { fileProblem, settingProblem, startFailure } from "./server";
export { targetStatus } from "./target";
export {
  codeNeedsHint,
  codeNeedsTooltip,
  declarationProblem,
  declarationSays,
  rangeCard,
  targetFindingMessage,
  useNeeds,
} from "./target-findings";
export { timelineOf } from "./timeline";
export { formatMinors, formatOrigin } from "./versions";
export type { FileProblem, SettingKind } from "./wording";
