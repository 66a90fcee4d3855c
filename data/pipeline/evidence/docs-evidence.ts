/** What a note of the documentation says has happened to a thing. */
export type DocsDirective = "added" | "changed" | "deprecated" | "deprecated-removed";

/** What happened to a parameter, as read from the text of a note. */
export interface ParameterNote {
  readonly verb:
    | "add"
    | "remove"
    | "rename"
    | "kwonly"
    | "anykw"
    | "posonly"
    | "deprecate"
    | "optional"
    | "accepts"
    | "default";
  /** Empty for `accepts` where the note names none. */
  readonly name: string;
  /** The new name, for `rename`; what is taken from then on, for `accepts`: `path-like`, `bytes-like`. */
  readonly to?: string;
}

/** One row of `docs.tsv`. */
export interface DocsRow {
  /** Name as the documentation gives it; builtins have no module: `str.removeprefix`, `asyncio.loop.call_soon`. */
  readonly symbol: string;
  /** Domain kind: `function`, `method`, `data`, `std opcode`, ... */
  readonly kind: string;
  readonly directive: DocsDirective;
  /** `3.7`, `3.7.2`; for `deprecated-removed` the release of the deprecation, then that of the planned removal. */
  readonly versions: readonly string[];
  readonly parameters: readonly ParameterNote[];
  /** Page without ending; `builtins/...` stands for the pages of `library/` on what needs no import. */
  readonly page: string;
  /** First and last minor whose documentation carries the row. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** Reads `docs.tsv`. Throws, naming the line, when a row has not the seven columns. */
export function parseDocsEvidence(text: string): DocsRow[] {
  return text
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line, index) => {
      const columns = line.split("\t");
      if (columns.length !== 7)
        throw new Error(`docs.tsv, line ${index + 2}: ${columns.length} columns, 7 expected`);
      const [symbol, kind, directive, versions, parameters, page, seen] = columns as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const [first, last] = seen.split("..");
      return {
        symbol,
        kind,
        directive: directive as DocsDirective,
        versions: versions.split(","),
        parameters: parameters === "" ? [] : parameters.split(",").map(parseParameterNote),
        page,
        firstSeen: minorOfRelease(first),
        lastSeen: minorOfRelease(last ?? first),
      };
    });
}

function parseParameterNote(text: string): ParameterNote {
  const [verb, rest] = text.split(":") as [ParameterNote["verb"], string];
  const [name, to] = rest.split(">");
  return to === undefined ? { verb, name: name } : { verb, name: name, to };
}

function minorOfRelease(text: string): number {
  const match = /^3\.(\d+)/.exec(text);
  if (!match) throw new Error(`not a release of Python 3: ${text}`);
  return Number(match[1]);
}
