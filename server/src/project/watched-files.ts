import { TARGET_SOURCES } from "./sources";

/**
 * Glob patterns, relative to any folder, of every file whose change can change a target. For a host that watches files
 * and calls `TargetFinder.invalidate`.
 */
export const WATCHED_FILES: readonly string[] = [
  "sincewhen.toml",
  ...new Set(TARGET_SOURCES.flatMap((source) => source.files)),
].map((pattern) => `**/${pattern}`);
