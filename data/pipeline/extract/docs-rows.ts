import { BUILTIN_PAGES } from "../docs/symbol-ids";
import type { DocsDirective, ParameterNote } from "../evidence/docs-evidence";
import type { DocumentedObject } from "./documented-object";
import { parameterNames, readDeprecatedParameters, readParameterNotes } from "./read-parameter-notes";

/** What one release of the documentation says, as a row of `docs.tsv` without the releases that carry it. */
export interface ExtractedRow {
  readonly symbol: string;
  readonly kind: string;
  readonly directive: DocsDirective;
  readonly versions: readonly string[];
  readonly parameters: readonly ParameterNote[];
  readonly page: string;
}

/**
 * Makes rows of notes: those on one thing with one directive and the same releases become one.
 */
export function toDocsRows(objects: readonly DocumentedObject[]): ExtractedRow[] {
  const rows = new Map<string, ExtractedRow & { parameters: ParameterNote[] }>();
  for (const { symbol, kind, page, signature, notes } of objects) {
    const names = parameterNames(signature);
    for (const { directive, versions, text } of notes) {
      const isCalled = kind === "class" || kind === "exception" || signature.includes("(");
      const read = directive.startsWith("deprecated") ? readDeprecatedParameters : readParameterNotes;
      const told = isCalled ? read(text, names) : [];
      // What came with new values would not be new itself, if it had any parameter notes.
      const parameters = told.filter(
        ({ verb }) => directive === "changed" || (verb !== "accepts" && verb !== "default"),
      );
      const key = [symbol, kind, directive, versions.join(","), page].join("\t");
      const row = rows.get(key) ?? {
        symbol,
        kind,
        directive,
        versions,
        parameters: [],
        page: roomOf(page, kind),
      };
      rows.set(key, row);
      row.parameters.push(...parameters.filter((note) => !row.parameters.some((one) => isAlike(one, note))));
    }
  }
  return [...rows.values()].map((row) => ({ ...row, parameters: [...row.parameters].sort(byText) }));
}

function isAlike(a: ParameterNote, b: ParameterNote): boolean {
  return formatParameterNote(a) === formatParameterNote(b);
}

/** Writes a note on a parameter as `docs.tsv` has it: `add:x`, `rename:a>b`. */
export function formatParameterNote({ verb, name, to }: ParameterNote): string {
  return `${verb}:${name}${to === undefined ? "" : `>${to}`}`;
}

function byText(a: ParameterNote, b: ParameterNote): number {
  return formatParameterNote(a) < formatParameterNote(b) ? -1 : 1;
}

function roomOf(page: string, kind: string): string {
  const [room, name] = page.split("/") as [string, string];
  const isBuiltin = room === "library" && BUILTIN_PAGES.has(name) && kind !== "describe" && kind !== "module";
  return isBuiltin ? `builtins/${name}` : page;
}
