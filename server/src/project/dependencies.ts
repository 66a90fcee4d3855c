import type { InstalledPackage } from "../engine/catalogue/backports";
import { ALL_MINORS } from "../engine/version";
import { readIni } from "./ini";
import { nameOf } from "./paths";
import { createLiteralFinder } from "./python-literals";
import { type LiteralText, textsOf } from "./python-value";
import { tokenizePython } from "./python-tokens";
import { isRangeProblem } from "./range";
import { minorsOfMarker, readRequirement } from "./requirement";
import { parsePoetryRange } from "./sources/poetry";
import { isTable, isTomlProblem, readToml, type TomlDocument, type TomlValue } from "./toml";

/** The files of a folder that a dependency can be written into. */
export const DEPENDENCY_FILES: readonly string[] = ["pyproject.toml", "setup.cfg", "requirements.txt"];

/** The files of a folder that are asked for what a project depends on. */
export const DEPENDENT_FILES: readonly string[] = [...DEPENDENCY_FILES, "setup.py"];

/**
 * Lists the packages that a file says the project depends on, and the project itself: the tables of PEP 621 and Poetry in
 * `pyproject.toml`, `name` and `install_requires` of `setup.cfg` and of the call in `setup.py`, the lines of
 * `requirements.txt`. `forBuild` asks for what building the project needs besides. What it cannot read counts as saying
 * nothing.
 */
export function readDependencies({
  path,
  text,
  forBuild = false,
}: {
  readonly path: string;
  readonly text: string;
  readonly forBuild?: boolean;
}): InstalledPackage[] {
  switch (nameOf(path)) {
    case "pyproject.toml":
      return ofPyproject(text, forBuild);
    case "setup.cfg":
      return ofSetupCfg(text);
    case "setup.py":
      return ofSetupPy(text);
    default:
      return readRequirements(text.split(/\r\n|\n|\r/));
  }
}

/** Reads requirements of PEP 508; what is none says nothing. */
export function readRequirements(requirements: readonly string[]): InstalledPackage[] {
  return requirements.flatMap((requirement) => readRequirement(requirement) ?? []);
}

/** The project counts as installed where its own code runs. */
function itself(name: unknown): InstalledPackage[] {
  return typeof name === "string" && name !== "" ? [{ name, minors: ALL_MINORS }] : [];
}

function ofPyproject(text: string, forBuild: boolean): InstalledPackage[] {
  const document = readToml(text);
  if (isTomlProblem(document)) return [];
  const table = document.get(["tool", "poetry", "dependencies"]);
  return [
    ...itself(document.get(["project", "name"]) ?? document.get(["tool", "poetry", "name"])),
    ...readRequirements(textsAt(document, ["project", "dependencies"])),
    ...(forBuild ? readRequirements(textsAt(document, ["build-system", "requires"])) : []),
    ...(isTable(table) ? Object.entries(table).map(ofPoetry) : []),
  ];
}

function textsAt(document: TomlDocument, path: readonly string[]): string[] {
  const array = document.get(path);
  return Array.isArray(array) ? array.filter((item): item is string => typeof item === "string") : [];
}

/** Poetry's `{version = "^0.8", python = "<3.7"}`, or `markers` instead; several tables are alternatives. */
function ofPoetry([name, value]: [string, TomlValue]): InstalledPackage {
  const tables = Array.isArray(value) ? value.filter(isTable) : isTable(value) ? [value] : [];
  if (tables.length === 0) return { name, minors: ALL_MINORS };
  const minors = tables.reduce((set, { python, markers }) => {
    const range = typeof python === "string" ? parsePoetryRange(python) : undefined;
    const pythons = !range || isRangeProblem(range) ? ALL_MINORS : range.minors;
    return set | (pythons & (typeof markers === "string" ? minorsOfMarker(markers) : ALL_MINORS));
  }, 0);
  return { name, minors };
}

function ofSetupCfg(text: string): InstalledPackage[] {
  const ini = readIni(text);
  const lines = ini.get("options", "install_requires")?.text ?? "";
  return [...itself(ini.get("metadata", "name")?.text), ...readRequirements(lines.split("\n"))];
}

function ofSetupPy(text: string): InstalledPackage[] {
  if (!/install_requires|\bname\s*=/.test(text)) return [];
  const { tokens, openLine } = tokenizePython(text);
  if (openLine !== undefined) return [];
  const finder = createLiteralFinder(tokens);
  const textsGivenTo = (keyword: string): LiteralText[] => {
    const given = finder.keywordsOf("setup", keyword).at(-1);
    return given ? textsOf(given.value) : [];
  };
  const name = textsGivenTo("name").at(0)?.text;
  const required = textsGivenTo("install_requires");
  return [...itself(name), ...readRequirements(required.map((each) => each.text))];
}
