import type { Statement } from "../declaration";
import { declareSpecifier } from "../declare";
import { describeValue, type TomlDocument } from "../toml";

/** Where packaging tools look for a PEP 440 specifier: the standard place, and what Flit and PDM had before it. */
const SPECIFIER_KEYS = [
  ["project", "requires-python"],
  ["tool", "flit", "metadata", "requires-python"],
  ["tool", "pdm", "python_requires"],
];

/** Reads the keys of `pyproject.toml` that hold a PEP 440 specifier for packaging tools. */
export function readRequiresPython(document: TomlDocument): Statement[] {
  return SPECIFIER_KEYS.flatMap((path) => readSpecifierKey(document, path));
}

function readSpecifierKey(document: TomlDocument, path: readonly string[]): Statement[] {
  const value = document.get(path);
  if (value === undefined) return [];
  const key = path.join(".");
  const line = document.locate(path)?.line;
  const span = document.span(path);
  if (typeof value !== "string") {
    const problem = `\`${key}\` must be a string such as ">=3.8", not ${describeValue(value)}`;
    return [{ rank: "metadata", line, value: span, problem }];
  }
  return declareSpecifier(value, { rank: "metadata", role: "package", key, line, value: span });
}
