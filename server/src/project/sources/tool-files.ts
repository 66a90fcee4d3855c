import type { ValueType } from "../../engine/declaration-problems";
import type { TargetSource } from "../declaration";
import { declareFloor, declareSpecifier } from "../declare";
import { readIni } from "../ini";
import { membersOf } from "../jsonc";
import { splitLines, trimmedPart, withEnd } from "../text-lines";
import { isTomlProblem, readToml } from "../toml";
import { readToolKey } from "./tool-tables";
import { declareVermin } from "./vermin";

/** `ruff.toml`. */
export const ruffSource: TargetSource = {
  files: ["ruff.toml", ".ruff.toml"],
  ranks: ["tool"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "tool", ...document }];
    return readToolKey(document, { path: ["target-version"], spelling: "name", role: "floor" });
  },
};

/** `uv.toml`: the Python that uv resolves dependencies for. */
export const uvSource: TargetSource = {
  files: ["uv.toml"],
  ranks: ["pin"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "pin", ...document }];
    const path = ["pip", "python-version"];
    return readToolKey(document, { path, spelling: "version", role: "floor" }).map((statement) => ({
      ...statement,
      rank: "pin" as const,
    }));
  },
};

/** `pyrightconfig.json`, which may hold comments. */
export const pyrightSource: TargetSource = {
  files: ["pyrightconfig.json"],
  ranks: ["tool"],
  read(text) {
    const members = membersOf(text);
    if (!members) return [{ rank: "tool", line: undefined, problem: { kind: "invalid-json" } }];
    const key = "pythonVersion";
    const member = members.get(key);
    if (!member) return [];
    const { value, isString } = member;
    const written = text.slice(value.start, value.end);
    const line = splitLines(text.slice(0, value.start)).length;
    if (isString) return declareFloor(written, { rank: "tool", role: "floor", key, line, value });
    const wanted = { kind: "string", examples: ["3.10"] } as const;
    return [
      { rank: "tool", line, value, problem: { kind: "wrong-type", key, wanted, found: typeOf(written) } },
    ];
  },
};

function typeOf(written: string): ValueType {
  if (written.startsWith("{")) return "table";
  if (written.startsWith("[")) return "array";
  return /^[-\d]/.test(written) ? "number" : "boolean";
}

/** `vermin.ini`. */
export const verminSource: TargetSource = {
  files: ["vermin.ini", "vermin.conf"],
  ranks: ["tool"],
  read(text) {
    const value = readIni(text).get("vermin", "targets");
    if (!value) return [];
    const { line, span } = value;
    return declareVermin(value.text, {
      rank: "tool",
      role: "floor",
      key: "vermin.targets",
      line,
      value: span,
    });
  },
};

/** The metadata that a build has left: what setuptools made of a `setup.py` that had to be run. */
export const eggInfoSource: TargetSource = {
  files: ["*.egg-info/PKG-INFO", "PKG-INFO"],
  ranks: ["metadata"],
  read(text) {
    const lines = splitLines(text);
    const end = lines.findIndex((line) => line.text === "");
    const headers = end < 0 ? lines : lines.slice(0, end);
    const index = headers.findIndex((line) => /^requires-python:/i.test(line.text));
    if (index < 0) return [];
    const value = withEnd(trimmedPart(headers[index], headers[index].text.indexOf(":") + 1));
    return declareSpecifier(value.text, {
      rank: "metadata",
      role: "generated",
      key: "Requires-Python",
      line: index + 1,
      value,
    });
  },
};
