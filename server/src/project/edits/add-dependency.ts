import type { TextReplacement } from "../../engine/findings";
import type { MinorSet } from "../../engine/version";
import { readIni } from "../ini";
import { nameOf } from "../paths";
import { splitLines, type TextLine } from "../text-lines";
import { isTable, isTomlProblem, readToml, type TomlDocument } from "../toml";
import { appendToArray } from "./toml-array";
import { insertKey, lineBreakOf } from "./toml-insert";
import { type ListedRequirement, widenListed } from "./listed-requirements";
import { addToPoetry } from "./poetry-dependency";
import { listedInToml } from "./toml-requirement";

/** A package that a project shall depend on. */
export interface Requirement {
  /** Name of the distribution: `importlib-metadata`. */
  readonly name: string;
  /** Versions of it, as a PEP 440 specifier: `>=4`; absent: any. */
  readonly specifier?: string;
  /** The Pythons that need it, as a PEP 440 specifier: `<3.8`; absent: all. */
  readonly pythons?: string;
  /** Those of them that the project runs on; absent: all. */
  readonly minors?: MinorSet;
}

/** A file that can declare dependencies. */
export interface DependencyFile {
  /** Path or uri; its last name tells how the file is read. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the edits that add a dependency to `pyproject.toml` (the array of PEP 621, or Poetry's table), `setup.cfg` or
 * `requirements.txt`, in the style of those already there; one that is there for too few Pythons is widened. Empty: the file
 * has it, whatever the versions. `undefined`: the file is of another kind, cannot be read, or leaves its dependencies to a
 * program.
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
  const isListed = Array.isArray(document.get(["project", "dependencies"]));
  // Beside such a list, Poetry's table only tells more of what is in it.
  if (!isListed && isTable(document.get(["tool", "poetry", "dependencies"])))
    return addToPoetry(document, requirement);
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
  const listed = array.flatMap((item, index) =>
    typeof item === "string" ? listedInToml(document, [...path, String(index)], item) : [],
  );
  const known = widenListed(listed, requirement.name, requirement);
  if (known) return known;
  return appendToArray(document, path, (quote) => quoted(requirement, quote));
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
  const known = widenListed(value.lines.map(listedOnLine), requirement.name, requirement);
  if (known) return known;
  const last = value.lines.at(-1)!;
  const lineStart =
    Math.max(text.lastIndexOf("\n", last.start - 1), text.lastIndexOf("\r", last.start - 1)) + 1;
  const indent = text.slice(lineStart, last.start);
  const at = value.span.end;
  const newText = `${lineBreak}${/^[ \t]+$/.test(indent) ? indent : "    "}${entry}`;
  return [{ start: at, end: at, newText }];
}

function addToRequirements(text: string, requirement: Requirement): TextReplacement[] {
  const known = widenListed(
    splitLines(text).map(withoutOptions).map(listedOnLine),
    requirement.name,
    requirement,
  );
  if (known) return known;
  const lineBreak = lineBreakOf(text);
  const entry = `${formatRequirement(requirement, '"')}${lineBreak}`;
  const isOpen = text !== "" && !/[\r\n]$/.test(text);
  return [{ start: text.length, end: text.length, newText: isOpen ? `${lineBreak}${entry}` : entry }];
}

function quoted(requirement: Requirement, quote: '"' | "'"): string {
  return `${quote}${formatRequirement(requirement, quote === '"' ? "'" : '"')}${quote}`;
}

function listedOnLine({ text, start }: TextLine): ListedRequirement {
  return { text, replace: (from, to, newText) => [{ start: start + from, end: start + to, newText }] };
}

/** A line of a requirements file without a comment, options of its own, and a sign that it goes on. */
function withoutOptions({ text, start }: TextLine): TextLine {
  return { text: text.replace(/\s(?:#|--|\\$).*$/, ""), start };
}
