import { compareText } from "../../server/src/engine/compare-text";
import type { ChangeSource, EntrySource, ModuleSource, ParameterSource } from "../format";

/** Order of an entry's members in a file. The compiler sees to it that the format has no other. */
export const ENTRY_KEYS = Object.keys({
  kind: true,
  alias: true,
  omit: true,
  added: true,
  seen: true,
  micros: true,
  deprecated: true,
  removed: true,
  removal: true,
  absent: true,
  provisional: true,
  hook: true,
  when: true,
  older: true,
  platforms: true,
  pep: true,
  url: true,
  replacement: true,
  dropIn: true,
  backport: true,
  signature: true,
  parameters: true,
  changes: true,
  internal: true,
  bases: true,
  virtualBases: true,
  params: true,
  defaults: true,
  enum: true,
  returns: true,
  awaitable: true,
  otherwise: true,
  returnsByLiteral: true,
  returnsByType: true,
  returnsByCount: true,
  type: true,
  binds: true,
  evidence: true,
  summary: true,
  category: true,
  example: true,
  note: true,
  reason: true,
} satisfies Record<keyof EntrySource, true>);

/** Order of a parameter's members in a file. */
export const PARAMETER_KEYS = Object.keys({
  omit: true,
  added: true,
  seen: true,
  micros: true,
  deprecated: true,
  removed: true,
  evidence: true,
  summary: true,
  category: true,
  example: true,
  note: true,
  reason: true,
} satisfies Record<keyof ParameterSource, true>);

/** Order of a change's members in a file. */
export const CHANGE_KEYS = Object.keys({
  version: true,
  kind: true,
  name: true,
  omit: true,
  summary: true,
} satisfies Record<keyof ChangeSource, true>);
const BACKPORT_KEYS = ["package", "module", "pythons"];
const EXAMPLE_KEYS = ["old", "new"];

/**
 * Writes a source file in its canonical form: one entry a line, entries in catalogue order, members in the order of the
 * format, parameters by name, changes by version, kind and name; a newline at the end. Members that the format does not
 * know keep their place behind the others. What is written reads back as the same source, and writing it again gives
 * the same text.
 */
export function formatModuleSource(source: ModuleSource): string {
  const keys = Object.keys(source.entries).sort(compareText);
  const lines = keys.map((key) => `    ${JSON.stringify(key)}: ${formatEntry(source.entries[key])}`);
  const entries = lines.length > 0 ? `{\n${lines.join(",\n")}\n  }` : "{}";
  return `{\n  "module": ${JSON.stringify(source.module)},\n  "entries": ${entries}\n}\n`;
}

/** Writes a flat table such as `aliases.json`: one pair a line, sorted by key. */
export function formatTable(table: Readonly<Record<string, unknown>>): string {
  const lines = Object.keys(table)
    .sort()
    .map((key) => `  ${JSON.stringify(key)}: ${formatValue(table[key])}`);
  return lines.length > 0 ? `{\n${lines.join(",\n")}\n}\n` : "{}\n";
}

function formatEntry(entry: EntrySource): string {
  return formatObject(entry, ENTRY_KEYS, (key, value) => {
    if (value === null) return "null";
    if (key === "parameters") return formatParameters(value as NonNullable<EntrySource["parameters"]>);
    if (key === "changes") return formatChanges(value as readonly ChangeSource[]);
    return formatMember(key, value);
  });
}

function formatParameters(parameters: NonNullable<EntrySource["parameters"]>): string {
  const pairs = Object.keys(parameters)
    .sort()
    .map((name) => {
      const parameter = formatObject(parameters[name], PARAMETER_KEYS, formatMember);
      return `${JSON.stringify(name)}: ${parameter}`;
    });
  return `{${pairs.join(", ")}}`;
}

function formatChanges(changes: readonly ChangeSource[]): string {
  const sorted = changes.toSorted((left, right) => compareChanges(left, right));
  return `[${sorted.map((change) => formatObject(change, CHANGE_KEYS, formatMember)).join(", ")}]`;
}

/** By version, kind and name; those that agree in all keep their order. */
function compareChanges(left: ChangeSource, right: ChangeSource): number {
  const byVersion = versionParts(left.version) - versionParts(right.version);
  if (byVersion !== 0) return byVersion;
  const [leftText, rightText] = [left, right].map((one) => `${one.kind} ${one.name ?? ""}`) as [
    string,
    string,
  ];
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0;
}

function versionParts(version: string): number {
  const [, minor = "0", micro = "0"] = /^3\.(\d+)(?:\.(\d+))?$/.exec(version) ?? [];
  return Number(minor) * 1000 + Number(micro);
}

function formatMember(key: string, value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (key === "backport") return formatObject(value, BACKPORT_KEYS, formatMember);
  if (key === "example") return formatObject(value, EXAMPLE_KEYS, formatMember);
  return formatValue(value);
}

function formatObject(
  value: object,
  order: readonly string[],
  format: (key: string, member: unknown) => string,
): string {
  const members = value as Readonly<Record<string, unknown>>;
  const known = order.filter((key) => members[key] !== undefined);
  const unknown = Object.keys(members).filter((key) => !order.includes(key) && members[key] !== undefined);
  const pairs = [...known, ...unknown].map((key) => `${JSON.stringify(key)}: ${format(key, members[key])}`);
  return `{${pairs.join(", ")}}`;
}

function formatValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatValue).join(", ")}]`;
  if (value !== null && typeof value === "object")
    return formatObject(value, [], (_, member) => formatValue(member));
  return JSON.stringify(value);
}
