import type { OffsetRange } from "../engine/findings";
import { splitLines, type TextLine, trimmedPart } from "./text-lines";

/** One value of an INI file. */
export interface IniValue {
  /** Lines joined with `\n`, without what surrounds them. */
  readonly text: string;
  /** 1-based line of the key. */
  readonly line: number;
  /** The lines of the value that hold something, each without the blanks around it. */
  readonly lines: readonly TextLine[];
  /** From its first to its last character; `undefined` for an empty value. */
  readonly span: OffsetRange | undefined;
  /** 1-based line on which the same key is given again, which configparser refuses; `undefined` when it is not. */
  readonly repeatedOn: number | undefined;
}

/** An INI file as Python's configparser reads it. */
export interface IniFile {
  /** Gives a value; `undefined` when there is none. Sections are case-sensitive, keys are not. */
  get(section: string, key: string): IniValue | undefined;
  readonly sections: readonly string[];
  /** 1-based line of a value that stands before any section, which configparser refuses; `undefined` when there is none. */
  readonly strayLine: number | undefined;
}

interface RawValue {
  readonly lines: TextLine[];
  readonly line: number;
  readonly indent: number;
  repeatedOn?: number;
}

/** Reads an INI file. Comments are lines of their own; what follows a value on its line is part of it. */
export function readIni(text: string): IniFile {
  const sections = new Map<string, Map<string, RawValue>>();
  let section: Map<string, RawValue> | undefined;
  let value: RawValue | undefined;
  let strayLine: number | undefined;
  for (const [index, line] of splitLines(text).entries()) {
    if (/^\s*(?:[#;]|$)/.test(line.text)) continue;
    const indent = line.text.search(/\S/);
    // What is written further in than a key goes on with its value; another key may stand as far in.
    if (value && indent > value.indent) {
      value.lines.push(trimmedPart(line, 0));
      continue;
    }
    const header = /^\s*\[([^\]]+)\]/.exec(line.text)?.[1];
    const pair = /^\s*([^=:]+?)\s*[=:]/.exec(line.text);
    value = undefined;
    if (header !== undefined) {
      section = sections.get(header) ?? new Map();
      sections.set(header, section);
    } else if (!section) strayLine ??= index + 1;
    else if (pair) {
      value = { lines: [trimmedPart(line, pair[0].length)], line: index + 1, indent };
      const first = section.get(pair[1].toLowerCase());
      if (first) first.repeatedOn ??= index + 1;
      else section.set(pair[1].toLowerCase(), value);
    }
  }
  return {
    get(name, key) {
      const found = sections.get(name)?.get(key.toLowerCase());
      return found && toValue(found);
    },
    sections: [...sections.keys()],
    strayLine,
  };
}

function toValue({ lines, line, repeatedOn }: RawValue): IniValue {
  const filled = lines.filter(({ text }) => text !== "");
  const last = filled.at(-1);
  return {
    text: filled.map(({ text }) => text).join("\n"),
    line,
    lines: filled,
    repeatedOn,
    span: last && { start: filled[0].start, end: last.start + last.text.length },
  };
}
