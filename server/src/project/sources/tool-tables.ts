import type { Role, Statement } from "../declaration";
import {
  declareList,
  declareLowest,
  declarePin,
  itemsNamed,
  minorsNamed,
  type NamePiece,
  type ValuePlace,
} from "../declare";
import { describeValue, type TomlDocument, type TomlValue } from "../toml";
import { parseVerminTargets } from "./vermin";

/** How a tool writes the Python that it works for. */
type Spelling = "names" | "version" | "vermin" | "classifiers";

interface ToolKey {
  readonly path: readonly string[];
  readonly spelling: Spelling;
  readonly role: Role;
}

/** Keys of `pyproject.toml`, the strongest first. Classifiers come last, since nothing but a shop window reads them. */
const PYPROJECT_KEYS: readonly ToolKey[] = [
  { path: ["tool", "ruff", "target-version"], spelling: "names", role: "floor" },
  { path: ["tool", "black", "target-version"], spelling: "names", role: "floor" },
  { path: ["tool", "mypy", "python_version"], spelling: "version", role: "floor" },
  { path: ["tool", "pyright", "pythonVersion"], spelling: "version", role: "floor" },
  { path: ["tool", "basedpyright", "pythonVersion"], spelling: "version", role: "floor" },
  { path: ["tool", "pylint", "main", "py-version"], spelling: "version", role: "floor" },
  { path: ["tool", "pylint", "py-version"], spelling: "version", role: "floor" },
  { path: ["tool", "vermin", "targets"], spelling: "vermin", role: "floor" },
  { path: ["tool", "uv", "pip", "python-version"], spelling: "version", role: "floor" },
  { path: ["tool", "tox", "env_list"], spelling: "names", role: "tested" },
  { path: ["project", "classifiers"], spelling: "classifiers", role: "advertised" },
  { path: ["tool", "poetry", "classifiers"], spelling: "classifiers", role: "advertised" },
];

/** Reads what `pyproject.toml` tells other tools. */
export function readToolTables(document: TomlDocument): Statement[] {
  return PYPROJECT_KEYS.flatMap((key) => readToolKey(document, key));
}

/** Reads one key of a tool, in any TOML file. */
export function readToolKey(document: TomlDocument, { path, spelling, role }: ToolKey): Statement[] {
  const given = document.get(path);
  if (given === undefined) return [];
  const line = document.locate(path)?.line;
  const value = document.span(path);
  const place: ValuePlace = { rank: "tool", role, key: path.join("."), line, value };
  if (spelling === "version") return readVersion(given, place);
  const pieces = piecesOf(given, document, path);
  if (!pieces) {
    const problem = `\`${place.key}\` must name Pythons, not ${describeValue(given)}`;
    return [{ rank: "tool", line, value, problem }];
  }
  if (spelling === "vermin") {
    return declareLowest(parseVerminTargets(pieces.map(({ text }) => text).join(",")), place);
  }
  const read = spelling === "names" ? minorsNamed : minorsClassified;
  if (Array.isArray(given)) return declareList(itemsNamed(pieces, read), place);
  return declareLowest(read(pieces.map(({ text }) => text)), place);
}

/** Lists the minors that trove classifiers name: https://pypi.org/classifiers/ */
export function minorsClassified(classifiers: readonly string[]): number[] {
  return classifiers.flatMap((classifier) => {
    const match = /^Programming Language :: Python :: 3\.(\d{1,2})$/.exec(classifier.trim());
    return match ? [Number(match[1])] : [];
  });
}

/** A number is told: `3.10` without quotes is 3.1. A tool that checks for one Python says nothing of newer ones. */
function readVersion(given: TomlValue, place: ValuePlace): Statement[] {
  const { rank, key, line, value } = place;
  if (typeof given === "string") {
    const [pin] = declarePin(given, place);
    return pin && "range" in pin ? declareLowest([pin.range.minimum ?? 0], place) : [];
  }
  const problem = `\`${key}\` must be a string such as "3.10", not ${describeValue(given)}: 3.10 is the number 3.1`;
  return [{ rank, line, value, problem }];
}

/** Lists the texts of a string or an array of strings with their places; `undefined` for anything else. */
function piecesOf(
  given: TomlValue,
  document: TomlDocument,
  path: readonly string[],
): readonly NamePiece[] | undefined {
  if (typeof given === "string") return [{ text: given, ...(document.span(path) ?? { start: 0, end: 0 }) }];
  if (!Array.isArray(given) || !given.every((item): item is string => typeof item === "string")) {
    return undefined;
  }
  return given.flatMap((text, index) => {
    const location = document.locate([...path, String(index)]);
    return location ? [{ text, start: location.valueStart, end: location.valueEnd }] : [];
  });
}
