import type { Statement } from "../declaration";
import { declareMinors, declarePin, minorsNamed } from "../declare";
import { describeValue, type TomlDocument, type TomlValue } from "../toml";
import { parseVerminTargets } from "./vermin";

/** How a tool writes the Python that it works for. */
type Notation = "names" | "version" | "vermin" | "classifiers";

interface ToolKey {
  readonly path: readonly string[];
  readonly notation: Notation;
}

/** Keys of `pyproject.toml`, the strongest first. Classifiers come last, since nothing but a shop window reads them. */
const PYPROJECT_KEYS: readonly ToolKey[] = [
  { path: ["tool", "ruff", "target-version"], notation: "names" },
  { path: ["tool", "black", "target-version"], notation: "names" },
  { path: ["tool", "mypy", "python_version"], notation: "version" },
  { path: ["tool", "pyright", "pythonVersion"], notation: "version" },
  { path: ["tool", "pylint", "main", "py-version"], notation: "version" },
  { path: ["tool", "pylint", "py-version"], notation: "version" },
  { path: ["tool", "vermin", "targets"], notation: "vermin" },
  { path: ["tool", "tox", "env_list"], notation: "names" },
  { path: ["project", "classifiers"], notation: "classifiers" },
  { path: ["tool", "poetry", "classifiers"], notation: "classifiers" },
];

/** Reads what `pyproject.toml` tells other tools. */
export function readToolTables(document: TomlDocument): Statement[] {
  return PYPROJECT_KEYS.flatMap((key) => readToolKey(document, key));
}

/** Reads one key of a tool, in any TOML file. */
export function readToolKey(document: TomlDocument, { path, notation }: ToolKey): Statement[] {
  const value = document.get(path);
  if (value === undefined) return [];
  const place = { rank: "tool", key: path.join("."), line: document.locate(path)?.line } as const;
  if (notation === "version") return readVersion(value, place);
  const texts = textsOf(value);
  if (!texts) {
    return [
      {
        rank: "tool",
        line: place.line,
        problem: `\`${place.key}\` must name Pythons, not ${describeValue(value)}`,
      },
    ];
  }
  if (notation === "vermin") return declareMinors(parseVerminTargets(texts.join(",")), place);
  return declareMinors(notation === "names" ? minorsNamed(texts) : minorsClassified(texts), place);
}

/** Lists the minors that trove classifiers name: https://pypi.org/classifiers/ */
export function minorsClassified(classifiers: readonly string[]): number[] {
  return classifiers.flatMap((classifier) => {
    const match = /^Programming Language :: Python :: 3\.(\d{1,2})$/.exec(classifier.trim());
    return match ? [Number(match[1])] : [];
  });
}

/** A number is told: `3.10` without quotes is 3.1. A tool that checks for one Python says nothing of newer ones. */
function readVersion(
  value: TomlValue,
  place: { rank: "tool"; key: string; line: number | undefined },
): Statement[] {
  if (typeof value === "string") {
    const [pin] = declarePin(value, place);
    return pin && "range" in pin ? declareMinors([pin.range.minimum ?? 0], place) : [];
  }
  const problem = `\`${place.key}\` must be a string such as "3.10", not ${describeValue(value)}: 3.10 is the number 3.1`;
  return [{ rank: "tool", line: place.line, problem }];
}

function textsOf(value: TomlValue): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}
