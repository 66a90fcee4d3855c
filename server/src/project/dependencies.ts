import { readIni } from "./ini";
import { nameOf } from "./paths";
import { isTable, isTomlProblem, readToml } from "./toml";

/** The files of a folder that are asked for what a project depends on. */
export const DEPENDENCY_FILES: readonly string[] = ["pyproject.toml", "setup.cfg", "requirements.txt"];

/**
 * Lists the packages that a file says the project depends on: the array of PEP 621 and Poetry's table in
 * `pyproject.toml`, `install_requires` of `setup.cfg`, the lines of `requirements.txt`. What it cannot read counts as
 * saying nothing.
 */
export function readDependencies({ path, text }: { readonly path: string; readonly text: string }): string[] {
  const name = nameOf(path);
  const requirements = name === "pyproject.toml" ? ofPyproject(text) : linesOf(name, text);
  return requirements.flatMap((requirement) => /^\s*([A-Za-z0-9][\w.-]*)/.exec(requirement)?.[1] ?? []);
}

function ofPyproject(text: string): string[] {
  const document = readToml(text);
  if (isTomlProblem(document)) return [];
  const array = document.get(["project", "dependencies"]);
  const table = document.get(["tool", "poetry", "dependencies"]);
  const listed = Array.isArray(array) ? array.filter((item): item is string => typeof item === "string") : [];
  return [...listed, ...(isTable(table) ? Object.keys(table) : [])];
}

function linesOf(name: string, text: string): string[] {
  const lines = name === "setup.cfg" ? readIni(text).get("options", "install_requires")?.text : text;
  return (lines ?? "").split(/\r\n|\n|\r/);
}
