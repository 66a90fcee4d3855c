import { isSamePackage } from "../../engine/catalogue/backports";
import type { TextReplacement } from "../../engine/findings";
import { ALL_MINORS, isSubset, type MinorSet } from "../../engine/version";
import { isRangeProblem } from "../range";
import { minorsOfMarker } from "../requirement";
import { parsePoetryRange } from "../sources/poetry";
import { isTable, type TomlDocument, type TomlValue } from "../toml";
import type { Requirement } from "./add-dependency";
import { nearestOf } from "./listed-requirements";
import { endOfLine, insertKey, lineBreakOf } from "./toml-insert";
import { replaceInString } from "./toml-requirement";
import { minorsWanted, type WantedPythons, widenedRun, widenMarker } from "./widen-marker";

/**
 * Makes the edits that have Poetry's table list a package, with the Pythons beside the version: `tomli = { version = "*",
 * python = "<3.11" }`. Empty: it does. `undefined` where there is no such table.
 */
export function addToPoetry(document: TomlDocument, requirement: Requirement): TextReplacement[] | undefined {
  const path = ["tool", "poetry", "dependencies"];
  const table = document.get(path);
  if (!isTable(table)) return undefined;
  const known = Object.keys(table).filter((name) => isSamePackage(name, requirement.name));
  const constraints = known.flatMap((key) => constraintsAt(document, [...path, key]));
  const lacking = nearestOf(constraints, requirement);
  if (lacking) return widen(document, lacking.nearest, lacking.missing);
  if (constraints.length > 0) return [];
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

/** One way in which Poetry's table has a package. */
interface PoetryConstraint {
  readonly path: readonly string[];
  readonly value: TomlValue;
  readonly minors: MinorSet;
}

/** The constraints of a package: its value, or the elements of that. */
function constraintsAt(document: TomlDocument, path: readonly string[]): PoetryConstraint[] {
  const value = document.get(path);
  if (Array.isArray(value)) return value.map((each, index) => constraintOf([...path, String(index)], each));
  return [constraintOf(path, value)];
}

function constraintOf(path: readonly string[], value: TomlValue): PoetryConstraint {
  if (!isTable(value)) return { path, value, minors: ALL_MINORS };
  return { path, value, minors: pythonsOf(value.python) & markersOf(value.markers) };
}

function pythonsOf(python: TomlValue): MinorSet {
  const range = typeof python === "string" ? parsePoetryRange(python) : undefined;
  return !range || isRangeProblem(range) ? ALL_MINORS : range.minors;
}

function markersOf(markers: TomlValue): MinorSet {
  return typeof markers === "string" ? minorsOfMarker(markers) : ALL_MINORS;
}

/** Lets further Pythons have a package, by what keeps it from them. */
function widen(
  document: TomlDocument,
  { path, value }: PoetryConstraint,
  missing: WantedPythons,
): TextReplacement[] {
  if (!isTable(value)) return [];
  const { python, markers } = value;
  const wanted = minorsWanted(missing);
  const edits: TextReplacement[] = [];
  if (typeof python === "string" && !isSubset(wanted, pythonsOf(python))) {
    const range = poetryRange(python, missing);
    edits.push(...rewritten([...path, "python"], python, range));
  }
  if (typeof markers === "string" && !isSubset(wanted, markersOf(markers)))
    edits.push(...rewritten([...path, "markers"], markers, widenMarker(markers, missing)));
  return edits;

  function rewritten(at: readonly string[], text: string, newText: string): TextReplacement[] {
    if (!document.locate(at)) return [];
    return replaceInString(document, at, { text, from: 0, to: text.length, newText });
  }
}

function poetryRange(python: string, missing: WantedPythons): string {
  const run = widenedRun(pythonsOf(python), missing);
  if (!run) return `${python} || ${missing.pythons ?? "*"}`;
  const bounds = [
    ...(run.from === undefined ? [] : [`>=3.${String(run.from)}`]),
    ...(run.before === undefined ? [] : [`<3.${String(run.before)}`]),
  ];
  return bounds.length === 0 ? "*" : bounds.join(",");
}
