import type { TargetRange } from "../../engine/version";
import type { Statement } from "../declaration";
import { declareReading } from "../declare";
import { parseAlternatives, type RangeProblem } from "../range";
import { describeValue, isTable, type TomlDocument } from "../toml";

const KEY = ["tool", "poetry", "dependencies", "python"];

/** Reads the Python that a project of Poetry depends on; `{ version = "^3.8" }` counts like the text alone. */
export function readPoetry(document: TomlDocument): Statement[] {
  const given = document.get(KEY);
  if (given === undefined) return [];
  const path = isTable(given) ? [...KEY, "version"] : KEY;
  const value = document.get(path);
  const line = (document.locate(path) ?? document.locate(KEY))?.line;
  const span = document.span(path) ?? document.span(KEY);
  const key = KEY.join(".");
  if (typeof value !== "string") {
    const problem = `\`${key}\` must be a string such as "^3.8", not ${describeValue(value ?? given)}`;
    return [{ rank: "metadata", line, value: span, problem }];
  }
  const place = { rank: "metadata", role: "package", key, line, value: span } as const;
  return declareReading(parsePoetryRange(value), place, "poetry");
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
  return parseAlternatives(alternatives, text.trim());
}

function toSpecifier(constraint: string): string {
  if (constraint === "*") return "";
  const caret = /^\^v?(\d+)((?:\.\d+)*)/.exec(constraint);
  if (caret) return `>=${constraint.slice(1)},<${Number(caret[1]) + 1}`;
  const tilde = /^~v?(\d+)(?:\.(\d+))?/.exec(constraint);
  if (tilde) {
    const next = tilde[2] === undefined ? Number(tilde[1]) + 1 : `${tilde[1]}.${Number(tilde[2]) + 1}`;
    return `>=${constraint.slice(1)},<${next}`;
  }
  if (/^v?\d[\d.]*(?:\.\*)?$/.test(constraint)) return `==${constraint}`;
  return /^=[^=]/.test(constraint) ? `=${constraint}` : constraint;
}
