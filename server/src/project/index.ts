/** Which Pythons a file targets, and who said so. */
export {
  AddedDependencies,
  type ExtendedFile,
  listingFilesFor,
  type ListingFiles,
  type NewDependency,
} from "./added-dependencies";
export { COMMAND_LINE } from "./answer";
export { BACKPORT_STYLES, type ConfigurationFile, readConfiguration, SEVERITIES } from "./configuration";
export { decodeProjectFile } from "./decode-file";
export { addDependency } from "./edits/add-dependency";
export { type DeclaringFile, isDeclaringFile, projectFolderOf, readDeclaringFile } from "./declaring-file";
export { declareTarget } from "./edits/declare-target";
export { rewriteDeclared } from "./edits/rewrite-declared";
export { silenceInConfiguration } from "./edits/silence";
export type { ProjectFiles } from "./files";
export { matchesGlob } from "./globs";
export { type CodeNeeds, floorFix, judgeProject, oldestMaintained } from "./judge/judge";
export { openProject, type Placed, type Project } from "./judge/project";
export { createModuleFinder, type ModuleFiles } from "./modules";
export { isWithin, joinPath, nameOf, parentOf, relativePath } from "./paths";
export { isRangeProblem, parsePythonRange } from "./range";
export {
  createTargetFinder,
  type FindOptions,
  findTarget,
  type TargetAnswer,
  type TargetFinder,
  type TargetProblem,
} from "./target";
export { isTestData, withoutTestData } from "./test-data";
export { WATCHED_FILES } from "./watched-files";
