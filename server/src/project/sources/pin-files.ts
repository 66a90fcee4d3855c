import type { TargetSource } from "../declaration";
import { declareList, declarePin, declareSpecifier, itemsNamed, type NamePiece } from "../declare";
import { splitLines, type TextLine } from "../text-lines";

/** What pyenv and uv read. Several versions: all are in use, the first by default. */
export const pythonVersionSource: TargetSource = {
  files: [".python-version", ".python-versions"],
  ranks: ["pin"],
  read(text) {
    const words = splitLines(text).flatMap(wordsOf);
    if (words.length === 0) return [];
    const value = { start: words[0].start, end: words.at(-1)!.end };
    const place = { rank: "pin", role: "environment", key: "version", line: 1, value } as const;
    if (/^[<>=!~]/.test(words[0].text)) {
      return declareSpecifier(words.map((word) => word.text).join(""), place);
    }
    const items = itemsNamed(words, (names) => names.flatMap(minorOfInterpreter));
    return words.length > 1
      ? declareList(items, place)
      : items.flatMap(({ minor }) => declarePin(`3.${minor}`, place));
  },
};

/** Files with one line that pins an interpreter, and what stands before its version. */
export const pinSources: readonly TargetSource[] = [
  pinnedBy([".tool-versions"], "python", /^python\s+(3\.\d+(?:\.\d+)*)/),
  pinnedBy(["mise.toml", ".mise.toml"], "tools.python", /^\s*python\s*=\s*(?:\[\s*)?["'](3\.\d+(?:\.\d+)*)/),
  pinnedBy(["runtime.txt"], "version", /^python-(3\.\d+(?:\.\d+)*)/),
  pinnedBy(["Dockerfile"], "FROM", /^FROM\s+(?:--\S+\s+)?(?:\S+\/)?python:(3\.\d+(?:\.\d+)*)/i),
];

function pinnedBy(files: readonly string[], key: string, pattern: RegExp): TargetSource {
  return {
    files,
    ranks: ["pin"],
    read(text) {
      const lines = splitLines(text);
      const index = lines.findIndex((line) => pattern.test(line.text));
      if (index < 0) return [];
      const { 0: found, 1: version } = pattern.exec(lines[index].text)!;
      const end = lines[index].start + found.length;
      const value = { start: end - version.length, end };
      return declarePin(version, { rank: "pin", role: "environment", key, line: index + 1, value });
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

function wordsOf(line: TextLine): NamePiece[] {
  const content = line.text.replace(/#.*$/, "");
  return [...content.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const start = line.start + index;
    return { text, start, end: start + text.length };
  });
}
