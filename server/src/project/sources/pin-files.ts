import type { Statement, TargetSource } from "../declaration";
import {
  declareList,
  declarePin,
  declareSpecifier,
  itemsNamed,
  type NamePiece,
  noPython,
  type ValuePlace,
} from "../declare";
import { splitLines, type TextLine } from "../text-lines";
import { isTomlProblem, readToml } from "../toml";
import { textsAt } from "./toml-texts";

/** What pyenv and uv read. Several versions: all are in use, the first by default. */
export const pythonVersionSource: TargetSource = {
  files: [".python-version", ".python-versions"],
  ranks: ["pin"],
  read(text) {
    const words = splitLines(text).flatMap(wordsOf);
    if (words.length === 0) return [];
    const value = { start: words[0].start, end: words.at(-1)!.end };
    const place = {
      rank: "pin",
      role: "environment",
      key: "version",
      line: lineOf(words[0], text),
      value,
    } as const;
    if (/^[<>=!~]/.test(words[0].text)) {
      return declareSpecifier(words.map((word) => word.text).join(""), place);
    }
    return declareInterpreters(words, text, place);
  },
};

/** What asdf and mise read: the versions of Python stand behind its name. */
const toolVersionsSource: TargetSource = {
  files: [".tool-versions"],
  ranks: ["pin"],
  read(text) {
    const lines = splitLines(text).map(wordsOf);
    const [, ...words] = lines.find(([name]) => name?.text === "python") ?? [];
    if (words.length === 0) return [];
    const value = { start: words[0].start, end: words.at(-1)!.end };
    const line = lineOf(words[0], text);
    return declareInterpreters(words, text, { rank: "pin", role: "environment", key: "python", line, value });
  },
};

/** What mise reads: a version, several of them, or a table with one. */
const miseSource: TargetSource = {
  files: ["mise.toml", ".mise.toml"],
  ranks: ["pin"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "pin", ...document }];
    const names = ["python", "core:python"].map((name) => ["tools", name]);
    const path = names.find((each) => document.get(each) !== undefined);
    if (!path) return [];
    const version = [...path, "version"];
    const texts = textsAt(document, document.get(version) === undefined ? path : version);
    if (texts.length === 0) return [];
    const value = { start: texts[0].start, end: texts.at(-1)!.end };
    const place = { rank: "pin", role: "environment", key: path.join("."), value } as const;
    return declareInterpreters(texts, text, { ...place, line: document.locate(path)?.line });
  },
};

/** What Heroku reads: `python-3.9.7`. */
const runtimeSource: TargetSource = {
  files: ["runtime.txt"],
  ranks: ["pin"],
  read(text) {
    const word = splitLines(text).flatMap(wordsOf).at(0);
    if (!word) return [];
    const version = /\d[\d.]*/.exec(word.text);
    const start = word.start + (version?.index ?? 0);
    const value = { start, end: version ? start + version[0].length : word.end };
    const place: ValuePlace = {
      rank: "pin",
      role: "environment",
      key: "version",
      line: lineOf(word, text),
      value,
    };
    const isNone = minorOfInterpreter(word.text) === undefined && !/^(?:python-)?2\b/.test(word.text);
    if (!isNone) return declareInterpreters([word], text, place);
    const { rank, key, line } = place;
    return [{ rank, line, value: word, problem: noPython(key, word.text, "python-3.10.4") }];
  },
};

/** The image that a container is made from. */
const dockerSource: TargetSource = {
  files: ["Dockerfile"],
  ranks: ["pin"],
  read(text) {
    const pattern = /^\s*FROM\s+(?:--\S+\s+)*(?:\S+\/)?python:(3\.\d+(?:\.\d+)*)/i;
    const lines = splitLines(text);
    const index = lines.findIndex((line) => pattern.test(line.text));
    if (index < 0) return [];
    const { 0: found, 1: version } = pattern.exec(lines[index].text)!;
    const end = lines[index].start + found.length;
    const value = { start: end - version.length, end };
    return declarePin(version, { rank: "pin", role: "environment", key: "FROM", line: index + 1, value });
  },
};

/** Files that pin an interpreter, the strongest first. */
export const pinSources: readonly TargetSource[] = [
  toolVersionsSource,
  miseSource,
  runtimeSource,
  dockerSource,
];

/** Makes the statements of interpreters that are named side by side. */
function declareInterpreters(words: readonly NamePiece[], text: string, place: ValuePlace): Statement[] {
  const { rank, key } = place;
  const problems = words.flatMap((word): Statement[] => {
    const isSlip = /^[\d^~<>=*"']/.test(word.text) && minorOfInterpreter(word.text) === undefined;
    if (!isSlip || /^2(?:\.\d+)*$/.test(word.text)) return [];
    const { start, end } = word;
    return [
      { rank, line: lineOf(word, text), value: { start, end }, problem: noPython(key, word.text, "3.10") },
    ];
  });
  const named = words.filter((word) => minorOfInterpreter(word.text) !== undefined);
  if (named.length === 1 && minorOfInterpreter(named[0].text) === "any")
    return [...problems, ...declarePin("3", place)];
  const items = itemsNamed(named, (names) =>
    names.map(minorOfInterpreter).filter((minor) => typeof minor === "number"),
  );
  const isList = words.length > 1;
  if (isList) return [...problems, ...declareList(items, place)];
  return [...problems, ...items.flatMap(({ minor }) => declarePin(`3.${minor}`, place))];
}

/**
 * Finds the minor in the name of an interpreter as pyenv and uv know them: `3.8.10`, `3.13t`, `cpython@3.10`,
 * `pypy3.9-7.3.11`, `miniconda3-3.10-22.11.1-1`; `3` is any. Other names, such as those of environments, tell nothing.
 */
function minorOfInterpreter(name: string): number | "any" | undefined {
  if (/^(?:python)?3$/.test(name)) return "any";
  const match =
    /^(?:cpython[@-]?|python-?)?3\.(\d{1,2})(?:(?:[.\-+t:/]|a\d|b\d|rc\d).*)?$/.exec(name) ??
    /^pypy[@-]?3\.(\d{1,2})(?:-|$)/.exec(name) ??
    /^(?:ana|mini)(?:conda|forge)3?-3\.(\d{1,2})-/.exec(name) ??
    /^graalpy3\.(\d{1,2})/.exec(name);
  return match ? Number(match[1]) : undefined;
}

function wordsOf(line: TextLine): NamePiece[] {
  const content = line.text.replace(/#.*$/, "");
  return [...content.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const start = line.start + index;
    return { text, start, end: start + text.length };
  });
}

function lineOf({ start }: NamePiece, text: string): number {
  return splitLines(text.slice(0, start)).length;
}
