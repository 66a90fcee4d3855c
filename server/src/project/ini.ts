/** One value of an INI file. */
export interface IniValue {
  /** Lines joined with `\n`, without what surrounds them. */
  readonly text: string;
  /** 1-based line of the key. */
  readonly line: number;
}

/** An INI file as Python's configparser reads it. */
export interface IniFile {
  /** Gives a value; `undefined` when there is none. Sections are case-sensitive, keys are not. */
  get(section: string, key: string): IniValue | undefined;
  readonly sections: readonly string[];
  /** 1-based line of a value that stands before any section, which configparser refuses; `undefined` when there is none. */
  readonly strayLine: number | undefined;
}

/** Reads an INI file. Comments are lines of their own; what follows a value on its line is part of it. */
export function readIni(text: string): IniFile {
  const sections = new Map<string, Map<string, { lines: string[]; line: number }>>();
  let section: Map<string, { lines: string[]; line: number }> | undefined;
  let value: { lines: string[]; line: number } | undefined;
  let strayLine: number | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    if (value && /^\s/.test(line)) {
      value.lines.push(line.trim());
      continue;
    }
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    const pair = /^\s*([^=:]+?)\s*[=:]\s*(.*)$/.exec(line);
    value = undefined;
    if (header !== undefined) {
      section = sections.get(header) ?? new Map();
      sections.set(header, section);
    } else if (!section) strayLine ??= index + 1;
    else if (pair) {
      value = { lines: [pair[2].trim()], line: index + 1 };
      section.set(pair[1].toLowerCase(), value);
    }
  }
  return {
    get(name, key) {
      const found = sections.get(name)?.get(key.toLowerCase());
      return found && { text: found.lines.filter(Boolean).join("\n"), line: found.line };
    },
    sections: [...sections.keys()],
    strayLine,
  };
}
