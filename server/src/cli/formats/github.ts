import type { Severity } from "../../engine/findings";
import { placeName } from "../report";
import { findingsOf, type RunResult } from "../run-result";

/** What the workflow log calls each severity. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/**
 * Writes findings as workflow commands, which GitHub shows beside the lines of a pull request:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubCommands(result: RunResult): string {
  const lines = findingsOf(result).map((finding) => {
    const { path, line, column, endLine, endColumn, code, severity, message, cell } = finding;
    const properties = { file: path, line, col: column, endLine, endColumn, title: `sincewhen ${code}` };
    const written = Object.entries(properties).map(
      ([name, value]) => `${name}=${escapeProperty(String(value))}`,
    );
    const told = cell === undefined ? message : `${placeName(path, finding)}: ${message}`;
    return `::${LEVELS[severity]} ${written.join(",")}::${escapeData(told)}\n`;
  });
  return lines.join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
