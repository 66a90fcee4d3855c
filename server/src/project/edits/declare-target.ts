import type { TextReplacement } from "../../engine/findings";
import { readIni } from "../ini";
import { joinPath, nameOf } from "../paths";
import { isTable, isTomlProblem, readToml } from "../toml";
import { insertKey, lineBreakOf } from "./toml-insert";

/** A file as it is, of which the edits speak. */
export interface StoredFile {
  readonly path: string;
  readonly text: string;
}

/** Where a target is written, and how. */
export interface TargetDeclaration {
  readonly path: string;
  /** The file is not there yet; the edits then fill an empty one. */
  readonly isNew: boolean;
  readonly edits: readonly TextReplacement[];
}

/**
 * Finds the place where a project that declares no Pythons would declare them, and writes a range there: the table
 * `project` of `pyproject.toml`, Poetry's dependencies, the options of `setup.cfg`, or else `sincewhen.toml`, which it
 * makes. `range` is a PEP 440 specifier; a bare version means that one and newer ones.
 */
export function declareTarget(
  files: readonly StoredFile[],
  { folder, range }: { readonly folder: string; readonly range: string },
): TargetDeclaration {
  const specifier = /^\s*\d/.test(range) ? `>=${range.trim()}` : range.trim();
  for (const file of files) {
    const edits = editsFor(file, specifier);
    if (edits) return { path: file.path, isNew: false, edits };
  }
  const path = joinPath(folder, "sincewhen.toml");
  const own = files.find((file) => file.path === path);
  const line = `target = "${specifier}"${lineBreakOf(own?.text ?? "")}`;
  return { path, isNew: !own, edits: [{ start: 0, end: 0, newText: line }] };
}

function editsFor({ path, text }: StoredFile, specifier: string): TextReplacement[] | undefined {
  const name = nameOf(path);
  if (name === "pyproject.toml") return editsForPyproject(text, specifier);
  return name === "setup.cfg" ? editsForSetupCfg(text, specifier) : undefined;
}

function editsForPyproject(text: string, specifier: string): TextReplacement[] | undefined {
  const document = readToml(text);
  if (isTomlProblem(document)) return undefined;
  const poetry = ["tool", "poetry", "dependencies"];
  const project = document.get(["project"]);
  if (isTable(project)) {
    const { dynamic } = project;
    const isElsewhere = Array.isArray(dynamic) && dynamic.includes("requires-python");
    if ("requires-python" in project || isElsewhere) return undefined;
    return insertKey(document, ["project"], `requires-python = "${specifier}"`);
  }
  const dependencies = document.get(poetry);
  if (!isTable(dependencies) || "python" in dependencies) return undefined;
  return insertKey(document, poetry, `python = "${specifier}"`);
}

function editsForSetupCfg(text: string, specifier: string): TextReplacement[] | undefined {
  const ini = readIni(text);
  if (!ini.sections.includes("options") || ini.get("options", "python_requires")) return undefined;
  const header = /^\[options\][^\r\n]*/m.exec(text);
  if (!header) return undefined;
  const at = header.index + header[0].length;
  return [{ start: at, end: at, newText: `${lineBreakOf(text)}python_requires = ${specifier}` }];
}
