import type { OffsetRange } from "../../engine/findings";
import type { DeclaredItem, Statement, TargetSource } from "../declaration";
import { declareList, itemsNamed, minorsNamed } from "../declare";
import { type IniFile, readIni } from "../ini";
import { splitLines, type TextLine, trimmedPart, withEnd } from "../text-lines";
import { isTomlProblem, readToml, type TomlDocument, wrongType } from "../toml";
import { textsAt } from "./toml-texts";

/** `tox.ini`. */
export const toxSource: TargetSource = {
  files: ["tox.ini"],
  ranks: ["tool"],
  read: (text) => readToxSections(readIni(text), "tox"),
};

/** `tox.toml`, which holds what `pyproject.toml` has below `tool.tox`. */
export const toxTomlSource: TargetSource = {
  files: ["tox.toml"],
  ranks: ["tool"],
  read(text) {
    const document = readToml(text);
    return isTomlProblem(document) ? [{ rank: "tool", ...document }] : readToxTable(document, []);
  },
};

/** Reads tox's own table: its list of environments, or the INI file that a text in it holds. */
export function readToxTable(document: TomlDocument, table: readonly string[]): Statement[] {
  const path = [...table, "env_list"];
  const given = document.get(path);
  if (given !== undefined) {
    const line = document.locate(path)?.line;
    const value = document.span(path);
    const place = { rank: "tool", role: "tested", key: path.join("."), line, value } as const;
    if (!Array.isArray(given)) {
      return [{ rank: "tool", line, value, problem: wrongType(place.key, { kind: "strings" }, given) }];
    }
    const found = declareList(itemsNamed(textsAt(document, path), minorsOfEnvironment), place);
    if (found.length > 0) return found;
  }
  return readLegacyIni(document, [...table, "legacy_tox_ini"]);
}

/** `py38-django32` and `3.8-django32` name their Python among other things. */
function minorsOfEnvironment(names: readonly string[]): number[] {
  return names.flatMap((name) => name.split("-").flatMap(minorsOfFactor)).slice(0, 1);
}

/** An INI file as a text. Where escapes stand in it, its lines are not those of the file, and nothing in it is edited. */
function readLegacyIni(document: TomlDocument, path: readonly string[]): Statement[] {
  const ini = document.get(path);
  const span = document.span(path);
  const location = document.locate(path);
  if (typeof ini !== "string" || !span || !location) return [];
  const written = document.text.slice(span.start, span.end);
  const opening = /^(?:\r\n|\n)/.exec(written)?.[0].length ?? 0;
  const isVerbatim = written.slice(opening).replaceAll("\r\n", "\n") === ini.replaceAll("\r\n", "\n");
  const content = isVerbatim ? written.slice(opening) : ini;
  const offset = span.start + opening;
  const linesBefore = splitLines(document.text.slice(0, offset)).length - 1;
  return readToxSections(readIni(content), "tox").map((statement): Statement => {
    const line = isVerbatim ? (statement.line ?? 1) + linesBefore : location.line;
    const key = `${path.join(".")}.${"key" in statement ? statement.key : ""}`;
    if ("problem" in statement) return { ...statement, line, value: span };
    if (!isVerbatim) return { ...statement, key, line, value: undefined, notation: "lowest", items: [] };
    const move = <Range extends OffsetRange>(range: Range): Range => ({
      ...range,
      start: range.start + offset,
      end: range.end + offset,
    });
    return {
      ...statement,
      key,
      line,
      value: statement.value && move(statement.value),
      items: statement.items.map(move),
    };
  });
}

/** Reads the Pythons that tox tests on: those of its list of environments, else those that environments name. */
export function readToxSections(ini: IniFile, section: string): Statement[] {
  const list = ini.get(section, "env_list") ?? ini.get(section, "envlist");
  if (list) {
    const { line, span } = list;
    const key = `${section}.env_list`;
    const found = declareList(itemsOfEnvironments(list.lines), {
      rank: "tool",
      role: "tested",
      key,
      line,
      value: span,
    });
    if (found.length > 0) return found;
  }
  const prefix = section === "tox" ? "" : section.replace(/tox$/, "");
  return ini.sections
    .filter((name) => name === `${prefix}testenv` || name.startsWith(`${prefix}testenv:`))
    .flatMap((name) => {
      const base = ini.get(name, "base_python") ?? ini.get(name, "basepython");
      if (!base) return [];
      const pieces = base.lines.flatMap((line) => piecesOf(line, /[^\s,]+/g)).map(withEnd);
      const key = `${name}.basepython`;
      // What is left without its Python is broken, so that one can only be exchanged for another.
      const items = itemsNamed(pieces).map((item) => ({ ...item, isRemovable: false }));
      return declareList(items, {
        rank: "tool",
        role: "tested",
        key,
        line: base.line,
        value: base.span,
      });
    })
    .slice(0, 1);
}

/** Lists the Pythons of environments such as `py{38,310}-django{32,40}`, `py3{8-11}` and `3.9, docs`. */
function itemsOfEnvironments(lines: readonly TextLine[]): DeclaredItem[] {
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+[;#].*$/, "") }))
    .flatMap((line) => piecesOf(line, /(?:\{[^}]*\}|[^,{])+/g))
    .flatMap(itemsOfEnvironment);
}

/** Finds the Pythons of one entry of the list, whose braces may stand for many environments. */
function itemsOfEnvironment(entry: TextLine): DeclaredItem[] {
  const factors = piecesOf(entry, /(?:\{[^}]*\}|[^-{])+/g);
  return factors.flatMap((factor) => {
    const groups = [...factor.text.matchAll(/\{([^}]*)\}/g)];
    if (groups.length === 0) {
      const { start, end } = withEnd(entry);
      return minorsOfFactor(factor.text).map((minor) => ({ minor, start, end, isRemovable: true }));
    }
    return groups.flatMap(({ 0: group, 1: inside, index }) => {
      const before = withoutGroups(factor.text.slice(0, index));
      const after = withoutGroups(factor.text.slice(index + group.length));
      const within = { text: inside, start: factor.start + index + 1 };
      return piecesOf(within, /[^,]+/g).flatMap((part) => itemsOfAlternative(part, before, after));
    });
  });
}

/** Of groups beside another, such as in `{py,pypy}{38,39}{,-cov}`, only the name of an interpreter matters to it. */
function withoutGroups(text: string): string {
  return text.replaceAll(/\{([^}]*)\}/g, (_, inside: string) => /^[a-z]+(?=,|$)/i.exec(inside)?.[0] ?? "");
}

/** A factor that is a number alone is the version of something else. */
function minorsOfFactor(factor: string): number[] {
  return /^\d+$/.test(factor) ? [] : minorsNamed([factor]);
}

/** Reads one alternative of a pair of braces, with what stands around them: `38`, `py38`, `8-11`. */
function itemsOfAlternative(part: TextLine, before: string, after: string): DeclaredItem[] {
  const { start, end } = withEnd(part);
  const range = /^(\d{1,3})(-)(\d{1,3})$/.exec(part.text);
  if (!range) {
    const names = part.text.split("-").map((name) => `${before}${name}${after}`);
    return names.flatMap(minorsOfFactor).map((minor) => ({ minor, start, end, isRemovable: true }));
  }
  const [low, high] = [Number(range[1]), Math.min(Number(range[3]), Number(range[1]) + 50)];
  const items: DeclaredItem[] = [];
  for (let number = low; number <= high; number++) {
    const [minor] = minorsOfFactor(`${before}${number}${after}`);
    // Only the ends of a range are written out; what is between them has no stretch of its own.
    const [from, to] =
      number === low
        ? [start, start + range[1].length]
        : [end - range[3].length, number === high ? end : end - range[3].length];
    if (minor !== undefined)
      items.push({ minor, start: from, end: to, isRemovable: false, isRangeEnd: to > from });
  }
  return items;
}

function piecesOf(line: TextLine, pattern: RegExp): TextLine[] {
  return [...line.text.matchAll(pattern)]
    .map(({ 0: piece, index }) => trimmedPart(line, index, index + piece.length))
    .filter(({ text }) => text !== "");
}
