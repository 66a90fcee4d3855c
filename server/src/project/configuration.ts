import type { DeclarationProblem, WantedValue } from "../engine/declaration-problems";
import type { BackportStyle, OffsetRange, Severity } from "../engine/findings";
import type { TargetRange } from "../engine/version";
import { isRangeProblem, parsePythonRange } from "./range";
import { isTable, isTomlProblem, readToml, type TomlDocument, type TomlValue, wrongType } from "./toml";

/** The severities that `fail-on` may name, the gravest first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

/** The forms of an import from a package that `backport-style` may name. */
export const BACKPORT_STYLES: readonly BackportStyle[] = ["version", "try"];

/** A target as SinceWhen's own configuration declares it. */
export interface ConfiguredTarget {
  readonly range: TargetRange;
  readonly key: string;
  /** 1-based line of the key. */
  readonly line: number | undefined;
  /** Where the value stands between its quotes, in UTF-16 offsets. */
  readonly value: OffsetRange | undefined;
}

/** One file of SinceWhen's own configuration. A member is `undefined` where the file does not set its key. */
export interface ConfigurationFile {
  /** Absolute path of the file. */
  readonly path: string;
  /** The folder that the patterns count from. */
  readonly folder: string;
  readonly target: ConfiguredTarget | undefined;
  /** Targets for some files only; the first pattern that matches counts. */
  readonly perFileTarget: readonly (ConfiguredTarget & { readonly glob: string })[] | undefined;
  readonly exclude: readonly string[] | undefined;
  readonly ignore: readonly string[] | undefined;
  readonly perFileIgnores:
    readonly { readonly glob: string; readonly ignore: readonly string[] }[] | undefined;
  /** Packages that the project may import in place of a newer standard library module. */
  readonly backports: readonly string[] | undefined;
  /** How fixes shall import from those packages. */
  readonly backportStyle: BackportStyle | undefined;
  readonly failOn: Severity | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** A value that could not be used. */
export interface ConfigurationProblem {
  /** 1-based. */
  readonly line: number | undefined;
  /** Where the value stands; `undefined` where it is not about one. */
  readonly value?: OffsetRange | undefined;
  readonly problem: DeclarationProblem;
}

const KEYS = [
  "target",
  "per-file-target",
  "exclude",
  "ignore",
  "per-file-ignores",
  "backports",
  "backport-style",
  "fail-on",
] as const;

type Key = (typeof KEYS)[number];

/**
 * Reads `sincewhen.toml`, or the table `tool.sincewhen` of a `pyproject.toml`, which `table` names. `undefined` when the
 * text has no such table. A text that is no TOML gives a configuration with that problem alone.
 */
export function readConfiguration(
  text: string,
  place: { readonly path: string; readonly folder: string; readonly table: readonly string[] },
): ConfigurationFile | undefined {
  const document = readToml(text);
  const { path, folder } = place;
  if (isTomlProblem(document)) {
    // A broken pyproject.toml is a matter of this room's only where it was about to say something to it.
    const concerns = place.table.every((name) => text.includes(name));
    return concerns ? { ...NOTHING_SET, path, folder, problems: [document] } : undefined;
  }
  const table = document.get(place.table);
  if (table === undefined) return undefined;
  const reader = new TableReader(document, place.table);
  if (!isTable(table)) {
    reader.complainOfType([], { kind: "table" }, table);
    return { ...NOTHING_SET, path, folder, problems: reader.problems };
  }
  reader.checkKeys(Object.keys(table));
  return {
    path,
    folder,
    target: reader.target(["target"]),
    perFileTarget: reader.perFile("per-file-target", (names, glob) => {
      const target = reader.target(names);
      return target && { glob, ...target };
    }),
    exclude: reader.texts(["exclude"]),
    ignore: reader.texts(["ignore"]),
    perFileIgnores: reader.perFile("per-file-ignores", (names, glob) => {
      const ignore = reader.texts(names);
      return ignore && { glob, ignore };
    }),
    backports: reader.texts(["backports"]),
    backportStyle: reader.choice(["backport-style"], BACKPORT_STYLES),
    failOn: reader.choice(["fail-on"], SEVERITIES),
    problems: reader.problems,
  };
}

/** Makes the configuration of a file that cannot be read: the reason is all that it holds. */
export function unreadableConfiguration(path: string, folder: string, reason: string): ConfigurationFile {
  return {
    ...NOTHING_SET,
    path,
    folder,
    problems: [{ line: undefined, problem: { kind: "unreadable-file", text: reason } }],
  };
}

const NOTHING_SET = {
  target: undefined,
  perFileTarget: undefined,
  exclude: undefined,
  ignore: undefined,
  perFileIgnores: undefined,
  backports: undefined,
  backportStyle: undefined,
  failOn: undefined,
} as const;

/** Takes the values of one table, and collects what is wrong with them. Paths of names count from the table. */
class TableReader {
  readonly problems: ConfigurationProblem[] = [];

  constructor(
    private readonly document: TomlDocument,
    private readonly table: readonly string[],
  ) {}

  checkKeys(names: readonly string[]): void {
    for (const name of names) {
      if (KEYS.includes(name as Key)) continue;
      const near = KEYS.find((key) => distance(key, name.replaceAll("_", "-").toLowerCase()) <= 2);
      this.complain([name], { kind: "unknown-key", key: this.keyOf([name]), near });
    }
  }

  target(names: readonly string[]): ConfiguredTarget | undefined {
    const value = this.value(names);
    if (value === undefined) return undefined;
    if (typeof value !== "string") {
      this.complainOfType(names, { kind: "string", examples: ["3.8", ">=3.8,<3.13"] }, value);
      return undefined;
    }
    const range = parsePythonRange(value);
    if (!isRangeProblem(range)) {
      const path = [...this.table, ...names];
      return { range, key: this.keyOf(names), line: this.lineOf(names), value: this.document.span(path) };
    }
    this.complain(names, { ...range.problem, key: this.keyOf(names) });
    return undefined;
  }

  texts(names: readonly string[]): readonly string[] | undefined {
    const value = this.value(names);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every((item): item is string => typeof item === "string")) return value;
    if (Array.isArray(value)) this.complain(names, { kind: "wrong-elements", key: this.keyOf(names) });
    else this.complainOfType(names, { kind: "strings" }, value);
    return undefined;
  }

  choice<Choice extends string>(names: readonly string[], choices: readonly Choice[]): Choice | undefined {
    const value = this.value(names);
    const choice = choices.find((name) => name === value);
    if (value !== undefined && choice === undefined)
      this.complain(names, { kind: "no-choice", key: this.keyOf(names), choices });
    return choice;
  }

  /** Reads a table whose keys are patterns; entries that `read` gives `undefined` for are left out. */
  perFile<Item>(
    name: string,
    read: (names: readonly string[], glob: string) => Item | undefined,
  ): Item[] | undefined {
    const value = this.value([name]);
    if (value === undefined) return undefined;
    if (!isTable(value)) {
      this.complainOfType([name], { kind: "patterns" }, value);
      return undefined;
    }
    return Object.keys(value).flatMap((glob) => {
      const item = read([name, glob], glob);
      return item === undefined ? [] : [item];
    });
  }

  complainOfType(names: readonly string[], wanted: WantedValue, value: TomlValue): void {
    this.complain(names, wrongType(this.keyOf(names), wanted, value));
  }

  complain(names: readonly string[], problem: DeclarationProblem): void {
    const value = names.length > 0 ? this.document.span([...this.table, ...names]) : undefined;
    this.problems.push({ line: this.lineOf(names), value, problem });
  }

  private value(names: readonly string[]): TomlValue {
    return this.document.get([...this.table, ...names]);
  }

  private keyOf(names: readonly string[]): string {
    return [...this.table, ...names]
      .map((name) => (/^[\w-]+$/.test(name) ? name : JSON.stringify(name)))
      .join(".");
  }

  private lineOf(names: readonly string[]): number | undefined {
    return this.document.locate([...this.table, ...names])?.line;
  }
}

/** How many letters must be put in, taken out or exchanged to make one word of the other. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let line = 1; line <= left.length; line++) {
    const next = [line];
    for (let column = 1; column <= right.length; column++) {
      const exchange = row[column - 1] + (left[line - 1] === right[column - 1] ? 0 : 1);
      next.push(Math.min(exchange, row[column] + 1, next[column - 1] + 1));
    }
    row = next;
  }
  return row[right.length];
}
