import type { TargetSource } from "../declaration";
import { declareMinors, declarePin, declareSpecifier, minorsNamed } from "../declare";
import { readIni } from "../ini";
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
    return readToolKey(document, { path: ["target-version"], notation: "names" });
  },
};

/** `pyrightconfig.json`, which may hold comments. */
export const pyrightSource: TargetSource = {
  files: ["pyrightconfig.json"],
  ranks: ["tool"],
  read(text) {
    const match = /^[^/\n]*"pythonVersion"\s*:\s*"(\d+\.\d+)"/m.exec(text);
    if (!match) return [];
    const line = text.slice(0, match.index).split("\n").length;
    return declareMinors(minorsNamed([match[1]]), { rank: "tool", key: "pythonVersion", line });
  },
};

/** `vermin.ini`. */
export const verminSource: TargetSource = {
  files: ["vermin.ini", "vermin.conf"],
  ranks: ["tool"],
  read(text) {
    const value = readIni(text).get("vermin", "targets");
    if (!value) return [];
    return declareMinors(parseVerminTargets(value.text), {
      rank: "tool",
      key: "vermin.targets",
      line: value.line,
    });
  },
};

/** Workflows of GitHub: the Pythons of a matrix. A single version is only what some step happens to run on. */
export const workflowSource: TargetSource = {
  files: [".github/workflows/*.yml", ".github/workflows/*.yaml"],
  ranks: ["tool"],
  read(text) {
    const items = listItems(text, "python-version");
    if (items.length < 2) return [];
    const minors = minorsNamed(items.map((item) => item.text));
    return declareMinors(minors, { rank: "tool", key: "python-version", line: items[0].line });
  },
};

/** The metadata that a build has left: what setuptools made of a `setup.py` that had to be run. */
export const eggInfoSource: TargetSource = {
  files: ["*.egg-info/PKG-INFO", "PKG-INFO"],
  ranks: ["metadata"],
  read(text) {
    const headers = text.split(/\r?\n\r?\n/, 1)[0].split(/\r?\n/);
    const index = headers.findIndex((header) => /^requires-python:/i.test(header));
    if (index < 0) return [];
    const value = headers[index].slice(headers[index].indexOf(":") + 1);
    return declareSpecifier(value, { rank: "metadata", key: "Requires-Python", line: index + 1 });
  },
};

/** What pyenv and uv read. Several versions: all are in use, the first by default. */
export const pythonVersionSource: TargetSource = {
  files: [".python-version", ".python-versions"],
  ranks: ["pin"],
  read(text) {
    const place = { rank: "pin", key: "version", line: 1 } as const;
    const words = text
      .split(/\r?\n/)
      .flatMap((line) => line.replace(/#.*$/, "").trim().split(/\s+/))
      .filter(Boolean);
    const [first] = words;
    if (first === undefined) return [];
    if (/^[<>=!~]/.test(first)) return declareSpecifier(words.join(""), place);
    const minors = words.flatMap(minorOfInterpreter);
    return words.length > 1
      ? declareMinors(minors, place)
      : minors.flatMap((minor) => declarePin(`3.${minor}`, place));
  },
};

/** Files with one line that pins an interpreter, and what stands before its version. */
export const pinSources: readonly TargetSource[] = [
  pinnedBy([".tool-versions"], "python", /^python\s+(3\.\d+)/),
  pinnedBy(["mise.toml", ".mise.toml"], "tools.python", /^\s*python\s*=\s*(?:\[\s*)?["'](3\.\d+)/),
  pinnedBy(["runtime.txt"], "version", /^python-(3\.\d+)/),
  pinnedBy(["Dockerfile"], "FROM", /^FROM\s+(?:--\S+\s+)?(?:\S+\/)?python:(3\.\d+)/i),
];

function pinnedBy(files: readonly string[], key: string, pattern: RegExp): TargetSource {
  return {
    files,
    ranks: ["pin"],
    read(text) {
      const lines = text.split(/\r?\n/);
      const index = lines.findIndex((line) => pattern.test(line));
      if (index < 0) return [];
      return declarePin(pattern.exec(lines[index])![1], { rank: "pin", key, line: index + 1 });
    },
  };
}

/**
 * Finds the minor in the name of an interpreter as pyenv and uv know them: `3.8.10`, `3.13t`, `cpython@3.10`,
 * `pypy3.9-7.3.11`, `miniconda3-3.10-22.11.1-1`. Other names, such as those of environments, tell nothing.
 */
function minorOfInterpreter(name: string): number[] {
  const match =
    /^(?:cpython[@-]?|python)?3\.(\d{1,2})(?:[.\-+t]|$)/.exec(name) ??
    /^pypy[@-]?3\.(\d{1,2})(?:-|$)/.exec(name) ??
    /^(?:ana|mini)(?:conda|forge)3?-3\.(\d{1,2})-/.exec(name) ??
    /^graalpy3\.(\d{1,2})/.exec(name);
  return match ? [Number(match[1])] : [];
}
