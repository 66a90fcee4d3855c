import type { Statement } from "../declaration";
import { isRangeProblem, parsePythonRange, parseSpecifier } from "../range";
import { describeValue, type TomlDocument } from "../toml";

const BARE_VERSION = /^\s*\d+(?:\.\d+){0,2}\s*$/;

/** Reads `project.requires-python`, the standard place. */
export function readRequiresPython(document: TomlDocument): Statement[] {
  return readSpecifierKey(document, ["project", "requires-python"]);
}

/**
 * Reads a key that holds a PEP 440 specifier. A bare `3.8`, which installers refuse, is read as the lower bound that its
 * author meant, and told.
 */
export function readSpecifierKey(document: TomlDocument, path: readonly string[]): Statement[] {
  const value = document.get(path);
  if (value === undefined) return [];
  const location = document.locate(path);
  const rank = "metadata";
  const key = path.join(".");
  const line = location?.line;
  if (typeof value !== "string") {
    return [
      { rank, line, problem: `\`${key}\` must be a string such as ">=3.8", not ${describeValue(value)}` },
    ];
  }
  const range = parseSpecifier(value);
  const span = location && { start: location.valueStart, end: location.valueEnd };
  if (!isRangeProblem(range)) return [{ rank, key, line, value: span, range }];
  const misdeclaration = { rank, line, problem: `\`${key}\`: ${range.problem}` } as const;
  const meant = BARE_VERSION.test(value) ? parsePythonRange(value) : range;
  return isRangeProblem(meant)
    ? [misdeclaration]
    : [misdeclaration, { rank, key, line, value: span, range: meant }];
}
