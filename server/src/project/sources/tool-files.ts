import type { TargetSource } from "../declaration";
import { declareList, declareLowest, declareSpecifier, itemsNamed, minorsNamed } from "../declare";
import { readIni } from "../ini";
import { splitLines, trimmedPart, withEnd } from "../text-lines";
import { isTomlProblem, readToml } from "../toml";
import { listItems } from "../yaml-lists";
import { readToolKey } from "./tool-tables";
import { parseVerminTargets } from "./vermin";

/** `ruff.toml`. */
export const ruffSource: TargetSource = {
  files: ["ruff.toml", ".ruff.toml"],
  ranks: ["tool"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "tool", ...document }];
    return readToolKey(document, { path: ["target-version"], spelling: "names", role: "floor" });
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
    const match = /^(?<before>[^/\r\n]*"pythonVersion"\s*:\s*")(?<version>\d+\.\d+)"/m.exec(text);
    if (!match?.groups) return [];
    const { before, version } = match.groups;
    const start = match.index + before.length;
    return declareLowest(minorsNamed([version]), {
      rank: "tool",
      role: "floor",
      key: "pythonVersion",
      line: splitLines(text.slice(0, start)).length,
      value: { start, end: start + version.length },
    });
  },
};

/** `vermin.ini`. */
export const verminSource: TargetSource = {
  files: ["vermin.ini", "vermin.conf"],
  ranks: ["tool"],
  read(text) {
    const value = readIni(text).get("vermin", "targets");
    if (!value) return [];
    return declareLowest(parseVerminTargets(value.text), {
      rank: "tool",
      role: "floor",
      key: "vermin.targets",
      line: value.line,
      value: value.span,
    });
  },
};

/** Workflows of GitHub: the Pythons of a matrix. A single version is only what some step happens to run on. */
export const workflowSource: TargetSource = {
  files: [".github/workflows/*.yml", ".github/workflows/*.yaml"],
  ranks: ["tool"],
  read(text) {
    const found = listItems(text, "python-version");
    if (found.length < 2) return [];
    const listed = new Set(found.filter(({ isListed }) => isListed).map(({ start }) => start));
    const items = itemsNamed(found).map((item) => ({ ...item, isRemovable: listed.has(item.start) }));
    return declareList(items, {
      rank: "tool",
      role: "tested",
      key: "python-version",
      line: found[0].line,
      value: { start: found[0].start, end: found.at(-1)!.end },
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
