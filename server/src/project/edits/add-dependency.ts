import type { TextReplacement } from "../../engine/findings";
import { readIni } from "../ini";
import { nameOf } from "../paths";
import { isTable, isTomlProblem, readToml, type TomlDocument } from "../toml";
import { appendToArray } from "./toml-array";
import { endOfLine, insertKey, lineBreakOf } from "./toml-insert";

/** A package that a project shall depend on. */
export interface Requirement {
  /** Name of the distribution: `importlib-metadata`. */
  readonly name: string;
  /** Versions of it, as a PEP 440 specifier: `>=4`; absent: any. */
  readonly specifier?: string;
  /** The Pythons that need it, as a PEP 440 specifier: `<3.8`; absent: all. */
  readonly pythons?: string;
}

/** A file that can declare dependencies. */
export interface DependencyFile {
  /** Path or uri; its last name tells how the file is read. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the edits that add a dependency to `pyproject.toml` (the array of PEP 621, or Poetry's table), `setup.cfg` or
 * `requirements.txt`, in the style of those already there. Empty: the file has it, whatever the versions. `undefined`:
 * the file is of another kind, cannot be read, or leaves its dependencies to a program.
 */
export function addDependency(
  { path, text }: DependencyFile,
  requirement: Requirement,
): TextReplacement[] | undefined {
  const name = nameOf(path);
  if (name === "pyproject.toml") return addToPyproject(text, requirement);
  if (name === "setup.cfg") return addToSetupCfg(text, requirement);
  return /^requirements[\w.-]*\.txt$/.test(name) ? addToRequirements(text, requirement) : undefined;
}

/** Writes a requirement as PEP 508 does; `quote` is the one for the marker. */
export function formatRequirement({ name, specifier = "", pythons }: Requirement, quote: '"' | "'"): string {
  const marker = pythons === undefined ? "" : `; ${markerOf(pythons, quote)}`;
  return `${name}${specifier}${marker}`;
}

/** `>=3.8,<3.11` gives `python_version >= "3.8" and python_version < "3.11"`. */
function markerOf(pythons: string, quote: string): string {
  const clauses = pythons.split(",").map((clause) => /^\s*([<>=!~]+)\s*(\S+)\s*$/.exec(clause));
  return clauses
    .flatMap((clause) => (clause ? [`python_version ${clause[1]} ${quote}${clause[2]}${quote}`] : []))
    .join(" and ");
}

function addToPyproject(text: string, requirement: Requirement): TextReplacement[] | undefined {
  const document = readToml(text);
  if (isTomlProblem(document)) return undefined;
  if (isTable(document.get(["tool", "poetry", "dependencies"]))) return addToPoetry(document, requirement);
  if (!isTable(document.get(["project"]))) return undefined;
  const dynamic = document.get(["project", "dynamic"]);
  if (Array.isArray(dynamic) && dynamic.includes("dependencies")) return undefined;
  return addToProject(document, requirement);
}

function addToProject(document: TomlDocument, requirement: Requirement): TextReplacement[] | undefined {
  const path = ["project", "dependencies"];
  const array = document.get(path);
  if (array === undefined) {
    const entry = `dependencies = [${quoted(requirement, '"')}]`;
    return insertKey(document, ["project"], entry);
  }
  if (!Array.isArray(array)) return undefined;
  if (array.some((item) => typeof item === "string" && isNamed(item, requirement.name))) return [];
  return appendToArray(document, path, (quote) => quoted(requirement, quote));
}

/** Poetry writes the Pythons beside the version: `tomli = { version = "*", python = "<3.11" }`. */
function addToPoetry(document: TomlDocument, requirement: Requirement): TextReplacement[] | undefined {
  const path = ["tool", "poetry", "dependencies"];
  const table = document.get(path);
  if (!isTable(table)) return undefined;
  if (Object.keys(table).some((name) => isNamed(name, requirement.name))) return [];
  const { name, specifier = "*", pythons } = requirement;
  const value =
    pythons === undefined ? `"${specifier}"` : `{ version = "${specifier}", python = "${pythons}" }`;
  const keys = Object.keys(table);
  const places = keys.flatMap((key) => document.locate([...path, key]) ?? []);
  const last = places.toSorted((a, b) => a.valueEnd - b.valueEnd).at(-1);
  const isTableOfTable = last && document.text[last.valueStart] === "[" && last.keyStart === last.valueStart;
  if (!last || isTableOfTable) return insertKey(document, path, `${name} = ${value}`);
  const at = endOfLine(document.text, last.valueEnd);
  return [{ start: at, end: at, newText: `${lineBreakOf(document.text)}${name} = ${value}` }];
}

function addToSetupCfg(text: string, requirement: Requirement): TextReplacement[] | undefined {
  const ini = readIni(text);
  if (!ini.sections.includes("options")) return undefined;
  const value = ini.get("options", "install_requires");
  const entry = formatRequirement(requirement, '"');
  const lineBreak = lineBreakOf(text);
  if (!value?.span) {
    if (value) return undefined;
    const header = /^\[options\][^\r\n]*/m.exec(text);
    if (!header) return undefined;
    const at = header.index + header[0].length;
    const newText = `${lineBreak}install_requires =${lineBreak}    ${entry}`;
    return [{ start: at, end: at, newText }];
  }
  // A value that is read from a file, `file: requirements.txt`, has its dependencies there.
  if (/^file:/.test(value.text)) return undefined;
  if (value.text.split("\n").some((line) => isNamed(line, requirement.name))) return [];
  const last = value.lines.at(-1)!;
  const lineStart =
    Math.max(text.lastIndexOf("\n", last.start - 1), text.lastIndexOf("\r", last.start - 1)) + 1;
  const indent = text.slice(lineStart, last.start);
  const at = value.span.end;
  const newText = `${lineBreak}${/^[ \t]+$/.test(indent) ? indent : "    "}${entry}`;
  return [{ start: at, end: at, newText }];
}

function addToRequirements(text: string, requirement: Requirement): TextReplacement[] {
  if (text.split(/\r\n|\n|\r/).some((line) => isNamed(line, requirement.name))) return [];
  const lineBreak = lineBreakOf(text);
  const entry = `${formatRequirement(requirement, '"')}${lineBreak}`;
  const isOpen = text !== "" && !/[\r\n]$/.test(text);
  return [{ start: text.length, end: text.length, newText: isOpen ? `${lineBreak}${entry}` : entry }];
}

function quoted(requirement: Requirement, quote: '"' | "'"): string {
  return `${quote}${formatRequirement(requirement, quote === '"' ? "'" : '"')}${quote}`;
}

/** Tells whether a requirement is for a package; `-`, `_` and `.` are one in such names, and so are cases. */
function isNamed(requirement: string, name: string): boolean {
  const [written = ""] = /^\s*[\w.-]+/.exec(requirement) ?? [];
  return normalise(written) === normalise(name);
}

function normalise(name: string): string {
  return name
    .trim()
    .replaceAll(/[-_.]+/g, "-")
    .toLowerCase();
}
