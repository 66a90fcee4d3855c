import type { Statement } from "../declaration";
import { declareSpecifier } from "../declare";
import { isTable, type TomlDocument, wrongType } from "../toml";

/** Where packaging tools look for a PEP 440 specifier: the standard place, and what Flit and PDM had before it. */
const SPECIFIER_KEYS = [
  ["project", "requires-python"],
  ["tool", "flit", "metadata", "requires-python"],
  ["tool", "pdm", "python_requires"],
];

/** Reads the keys of `pyproject.toml` that hold a PEP 440 specifier for packaging tools. */
export function readRequiresPython(document: TomlDocument): Statement[] {
  const project = document.get(["project"]);
  if (project !== undefined && !isTable(project)) {
    const line = document.locate(["project"])?.line;
    const first = line === undefined ? document.locate(["project", "0"])?.line : line;
    return [{ rank: "metadata", line: first, problem: wrongType("project", { kind: "table" }, project) }];
  }
  return SPECIFIER_KEYS.flatMap((path) => readSpecifierKey(document, path));
}

function readSpecifierKey(document: TomlDocument, path: readonly string[]): Statement[] {
  const value = document.get(path);
  if (value === undefined) return [];
  const key = path.join(".");
  const line = document.locate(path)?.line;
  const span = document.span(path);
  if (typeof value !== "string") {
    const problem = wrongType(key, { kind: "string", examples: [">=3.8"] }, value);
    return [{ rank: "metadata", line, value: span, problem }];
  }
  return declareSpecifier(value, { rank: "metadata", role: "package", key, line, value: span });
}
