import type { DeclaredItem, Statement, TargetSource } from "../declaration";
import { declareList, itemsNamed, minorsNamed } from "../declare";
import { type IniFile, readIni } from "../ini";
import { type TextLine, trimmedPart, withEnd } from "../text-lines";

/** `tox.ini`. */
export const toxSource: TargetSource = {
  files: ["tox.ini"],
  ranks: ["tool"],
  read: (text) => readToxSections(readIni(text), "tox"),
};

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
      return declareList(itemsNamed(pieces), {
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
    const [, before, inside, after] = /^([^{]*)\{([^}]*)\}([^{]*)$/.exec(factor.text) ?? [];
    if (inside === undefined) {
      const { start, end } = withEnd(entry);
      return minorsNamed([factor.text]).map((minor) => ({ minor, start, end, isRemovable: true }));
    }
    const within = { text: inside, start: factor.start + before.length + 1 };
    return piecesOf(within, /[^,]+/g).flatMap((part) => itemsOfAlternative(part, before, after));
  });
}

/** Reads one alternative of a pair of braces, with what stands around them: `38`, `py38`, `8-11`. */
function itemsOfAlternative(part: TextLine, before: string, after: string): DeclaredItem[] {
  const { start, end } = withEnd(part);
  const range = /^(\d{1,3})(-)(\d{1,3})$/.exec(part.text);
  if (!range) {
    return minorsNamed(part.text.split("-").map((name) => `${before}${name}${after}`)).map((minor) => ({
      minor,
      start,
      end,
      isRemovable: true,
    }));
  }
  const [low, high] = [Number(range[1]), Math.min(Number(range[3]), Number(range[1]) + 50)];
  const items: DeclaredItem[] = [];
  for (let number = low; number <= high; number++) {
    const [minor] = minorsNamed([`${before}${number}${after}`]);
    // Only the ends of a range are written out; what is between them has no stretch of its own.
    const [from, to] =
      number === low
        ? [start, start + range[1].length]
        : [end - range[3].length, number === high ? end : end - range[3].length];
    if (minor !== undefined) items.push({ minor, start: from, end: to, isRemovable: false });
  }
  return items;
}

function piecesOf(line: TextLine, pattern: RegExp): TextLine[] {
  return [...line.text.matchAll(pattern)]
    .map(({ 0: piece, index }) => trimmedPart(line, index, index + piece.length))
    .filter(({ text }) => text !== "");
}
