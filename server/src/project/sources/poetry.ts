import type { TargetRange } from "../../engine/version";
import type { Statement } from "../declaration";
import { declareReading } from "../declare";
import { parseAlternatives, type RangeProblem } from "../range";
import { isTable, type TomlDocument, wrongType } from "../toml";

const KEY = ["tool", "poetry", "dependencies", "python"];

/**
 * Reads the Python that a project of Poetry depends on; `{ version = "^3.8" }` counts like the text alone, and of several
 * such constraints each is right somewhere.
 */
export function readPoetry(document: TomlDocument): Statement[] {
  const given = document.get(KEY);
  if (given === undefined) return [];
  const line = document.locate(KEY)?.line;
  const key = KEY.join(".");
  const constraints = (Array.isArray(given) ? given.map((_, index) => [...KEY, String(index)]) : [KEY]).map(
    (path) => (isTable(document.get(path)) ? [...path, "version"] : path),
  );
  const versions = constraints.map((path) => document.get(path));
  const broken = versions.findIndex((version) => typeof version !== "string");
  if (broken >= 0 || versions.length === 0) {
    const problem = wrongType(key, { kind: "string", examples: ["^3.8"] }, versions[broken] ?? given);
    return [{ rank: "metadata", line, value: document.span(constraints[broken] ?? KEY), problem }];
  }
  // Only what stands in one piece can be edited as one.
  const value = constraints.length === 1 ? (document.span(constraints[0]) ?? document.span(KEY)) : undefined;
  const place = { rank: "metadata", role: "package", key, line, value } as const;
  return declareReading(parsePoetryRange(versions.join(" || ")), place, "poetry");
}

/**
 * Reads a range in Poetry's syntax: `^3.8`, `~3.8`, `3.8.*`, `*`, those of PEP 440, joined by commas or blanks, and
 * alternatives with `|` or `||`: https://python-poetry.org/docs/dependency-specification/
 */
export function parsePoetryRange(text: string): TargetRange | RangeProblem {
  const alternatives = text.split(/\|\|?/).map((alternative) =>
    alternative
      .trim()
      .replaceAll(/([=!<>~^]=?)\s+/g, "$1")
      .split(/[\s,]+/)
      .filter((constraint) => constraint !== "")
      .map(toSpecifier)
      .join(","),
  );
  // An empty alternative is a slip, though the empty text alone means any Python.
  const isSlip = alternatives.length > 1 && alternatives.includes("");
  return parseAlternatives(isSlip ? ["||"] : alternatives, text.trim());
}

function toSpecifier(constraint: string): string {
  if (constraint === "*" || constraint === "x") return "";
  const caret = /^\^v?(\d+)((?:\.\d+)*)/.exec(constraint);
  if (caret) return `>=${constraint.slice(1)},<${Number(caret[1]) + 1}`;
  const tilde = /^~v?(\d+)(?:\.(\d+))?/.exec(constraint);
  if (tilde) {
    const next = tilde[2] === undefined ? Number(tilde[1]) + 1 : `${tilde[1]}.${Number(tilde[2]) + 1}`;
    return `>=${constraint.slice(1)},<${next}`;
  }
  if (/^v?\d[\d.]*(?:\.\*)?(?:(?:a|b|rc|\.?dev|\.post)\d*)?$/.test(constraint)) return `==${constraint}`;
  return /^=[^=]/.test(constraint) ? `=${constraint}` : constraint;
}
