import type { TextReplacement } from "../../engine/findings";
import { nameOf } from "../paths";
import { isTable, isTomlProblem, readToml, type TomlDocument } from "../toml";
import type { StoredFile } from "./declare-target";
import { applyEdits } from "./range-edit";
import { appendToArray } from "./toml-array";
import { endOfLine, insertKey, lineBreakOf } from "./toml-insert";

/** Where a name can be silenced, and how. */
export interface Silencing {
  readonly path: string;
  readonly edits: readonly TextReplacement[];
}

/**
 * Finds the configuration that silences a code or symbol, and adds the name to its `ignore`. `files` are the
 * `sincewhen.toml` and `pyproject.toml` around a file, the nearest first: the first list that there is counts, as it
 * does when a file is checked, or else the first configuration, or else the first `pyproject.toml`, which gets a table.
 * `undefined` where the name is in the list, or no file can be edited.
 */
export function silenceInConfiguration(files: readonly StoredFile[], name: string): Silencing | undefined {
  const read = files.flatMap(({ path, text }) => {
    const document = readToml(text);
    return isTomlProblem(document) ? [] : [{ path, document, table: tableOf(path) }];
  });
  // Whoever writes into a file beside one that is broken does not know what that would say.
  if (read.length < files.length) return undefined;
  const place =
    read.find(({ document, table }) => document.get([...table, "ignore"]) !== undefined) ??
    read.find(({ document, table }) => document.get(table) !== undefined) ??
    read.at(0);
  const edits = place && editsFor(place.document, place.table, name);
  return edits && { path: place.path, edits };
}

function tableOf(path: string): readonly string[] {
  return nameOf(path) === "sincewhen.toml" ? [] : ["tool", "sincewhen"];
}

/** The first way to write it after which the file says what it shall. */
function editsFor(
  document: TomlDocument,
  table: readonly string[],
  name: string,
): readonly TextReplacement[] | undefined {
  const path = [...table, "ignore"];
  const list = document.get(path) ?? [];
  if (!Array.isArray(list) || list.includes(name)) return undefined;
  const wanted = JSON.stringify([...(list as unknown[]), name]);
  const ways = [
    appendToArray(document, path, (quote) => `${quote}${name}${quote}`),
    table.length === 0 ? insertAtTop(document, name) : insertKey(document, table, entryOf(name)),
    document.get(path) === undefined && table.length > 0 ? appendTable(document, table, name) : undefined,
  ];
  return ways.find((edits) => {
    const after = edits && readToml(applyEdits(document.text, edits));
    return after && !isTomlProblem(after) && JSON.stringify(after.get(path)) === wanted;
  });
}

function entryOf(name: string): string {
  return `ignore = ["${name}"]`;
}

/** Keys of the file itself stand before its first table. */
function insertAtTop(document: TomlDocument, name: string): TextReplacement[] {
  const { text } = document;
  const root = document.get([]);
  const keys = isTable(root) ? Object.keys(root) : [];
  const last = keys
    .filter((key) => !isTable(document.get([key])))
    .flatMap((key) => document.locate([key]) ?? [])
    .toSorted((a, b) => a.valueEnd - b.valueEnd)
    .at(-1);
  const lineBreak = lineBreakOf(text);
  if (!last)
    return [{ start: 0, end: 0, newText: `${entryOf(name)}${lineBreak}${text === "" ? "" : lineBreak}` }];
  const at = endOfLine(text, last.valueEnd);
  return [{ start: at, end: at, newText: `${lineBreak}${entryOf(name)}` }];
}

function appendTable({ text }: TomlDocument, table: readonly string[], name: string): TextReplacement[] {
  const lineBreak = lineBreakOf(text);
  const isOpen = text !== "" && !/[\r\n]$/.test(text);
  const before = text === "" ? "" : isOpen ? lineBreak.repeat(2) : lineBreak;
  const newText = `${before}[${table.join(".")}]${lineBreak}${entryOf(name)}${lineBreak}`;
  return [{ start: text.length, end: text.length, newText }];
}
