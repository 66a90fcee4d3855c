import type { WantedValue } from "../../engine/declaration-problems";
import type { Role, Statement } from "../declaration";
import { declareFloor, declareList, itemsNamed, type NamePiece, noPython, type ValuePlace } from "../declare";
import { type TomlDocument, type TomlValue, wrongType } from "../toml";
import { readHatchEnvironments } from "./hatch";
import { textsAt } from "./toml-texts";
import { readToxTable } from "./tox";
import { declareVermin } from "./vermin";

/**
 * How a tool writes the Python that it works for: one version; the same, where a number will do; one name such as `py38`;
 * an array of them; as Vermin does; trove classifiers.
 */
type Spelling = "version" | "number" | "name" | "names" | "vermin" | "classifiers";

interface ToolKey {
  readonly path: readonly string[];
  readonly spelling: Spelling;
  readonly role: Role;
}

/** Keys of `pyproject.toml`, the strongest first. */
const PYPROJECT_KEYS: readonly ToolKey[] = [
  { path: ["tool", "ruff", "target-version"], spelling: "name", role: "floor" },
  { path: ["tool", "black", "target-version"], spelling: "names", role: "floor" },
  { path: ["tool", "mypy", "python_version"], spelling: "number", role: "floor" },
  { path: ["tool", "pyright", "pythonVersion"], spelling: "version", role: "floor" },
  { path: ["tool", "basedpyright", "pythonVersion"], spelling: "version", role: "floor" },
  { path: ["tool", "pylint", "main", "py-version"], spelling: "version", role: "floor" },
  { path: ["tool", "pylint", "py-version"], spelling: "version", role: "floor" },
  { path: ["tool", "vermin", "targets"], spelling: "vermin", role: "floor" },
  { path: ["tool", "uv", "pip", "python-version"], spelling: "version", role: "floor" },
];

/** Classifiers come last, since nothing but a shop window reads them. */
const CLASSIFIERS: readonly ToolKey[] = [
  { path: ["project", "classifiers"], spelling: "classifiers", role: "advertised" },
  { path: ["tool", "poetry", "classifiers"], spelling: "classifiers", role: "advertised" },
];

/** Reads what `pyproject.toml` tells other tools. */
export function readToolTables(document: TomlDocument): Statement[] {
  const read = (key: ToolKey): Statement[] => readToolKey(document, key);
  return [
    ...PYPROJECT_KEYS.flatMap(read),
    ...readToxTable(document, ["tool", "tox"]),
    ...readHatchEnvironments(document, ["tool", "hatch"]),
    ...CLASSIFIERS.flatMap(read),
  ];
}

/** Reads one key of a tool, in any TOML file. */
export function readToolKey(document: TomlDocument, { path, spelling, role }: ToolKey): Statement[] {
  const given = document.get(path);
  if (given === undefined) return [];
  const line = document.locate(path)?.line;
  const value = document.span(path);
  const place: ValuePlace = { rank: "tool", role, key: path.join("."), line, value };
  const pieces = textsAt(document, path);
  switch (spelling) {
    case "version":
    case "number":
      return readVersion(given, place, spelling);
    case "name":
      if (typeof given !== "string") return complain(place, given, { kind: "string", examples: ["py38"] });
      return declareNames(pieces, place);
    case "names":
      if (!isTexts(given)) return complain(place, given, { kind: "strings" });
      return declareNames(pieces, place);
    case "vermin":
      if (typeof given !== "string" && !isTexts(given)) return complain(place, given, { kind: "names" });
      return declareVermin(pieces.map(({ text }) => text).join(","), place);
    case "classifiers":
      if (!isTexts(given)) return complain(place, given, { kind: "strings" });
      return declareList(itemsNamed(pieces, minorsClassified), place);
  }
}

/** Lists the minors that trove classifiers name: https://pypi.org/classifiers/ */
export function minorsClassified(classifiers: readonly string[]): number[] {
  return classifiers.flatMap((classifier) => {
    const match = /^Programming Language :: Python :: 3\.(\d{1,2})$/.exec(classifier.trim());
    return match ? [Number(match[1])] : [];
  });
}

/** Names of the form `py38`, which is the only one that black and ruff take; those of Python 2 say nothing. */
function declareNames(pieces: readonly NamePiece[], place: ValuePlace): Statement[] {
  const { rank, key, line, value } = place;
  const broken = pieces.filter(({ text }) => !/^py[23]\d{1,2}$/.test(text));
  const problems = broken.map(({ text, start, end }) => {
    const problem = noPython(key, text, "py38");
    return { rank, line, value: pieces.length > 1 ? { start, end } : value, problem };
  });
  const items = itemsNamed(pieces.filter((piece) => !broken.includes(piece)));
  const isList = pieces.length > 0 && place.value?.start !== pieces[0].start;
  if (isList) return [...problems, ...declareList(items, place)];
  return [...problems, ...items.flatMap(({ minor }) => declareFloor(`3.${minor}`, place))];
}

/**
 * Reads one version. A number is told, since `3.10` without quotes is 3.1; mypy takes it for the text, which is right for
 * any other. A tool that checks for one Python says nothing of newer ones.
 */
function readVersion(given: TomlValue, place: ValuePlace, spelling: "version" | "number"): Statement[] {
  if (typeof given === "string") return declareFloor(given, place);
  const isWhatItSays = spelling === "number" && typeof given === "number" && given > 3.1;
  if (isWhatItSays) return declareFloor(String(given), place);
  return complain(place, given, { kind: "string", examples: ["3.10"] });
}

function complain(
  { rank, key, line, value }: ValuePlace,
  given: TomlValue,
  wanted: WantedValue,
): Statement[] {
  return [{ rank, line, value, problem: wrongType(key, wanted, given) }];
}

function isTexts(given: TomlValue): given is readonly string[] {
  return Array.isArray(given) && given.every((item) => typeof item === "string");
}
