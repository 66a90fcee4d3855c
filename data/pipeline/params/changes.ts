import type { Change } from "../../../server/src/engine/catalogue/entry";
import { formatMinor, parseMinor } from "../../../server/src/engine/version";
import type { DocsRow, ParameterNote } from "../evidence/docs-evidence";
import type { TypeshedFact } from "../evidence/typeshed-evidence";
import { neighbours, notesOf, type ReadSignatures } from "./history";
import type { SignatureParameter } from "./signature";

/**
 * Lists how parameters began to be given differently: renamed, or by position or keyword only, or by keyword as well,
 * or optional. What the documentation tells comes first, then what neighbouring signatures show, then typeshed.
 *
 * Example: `str.replace` takes `count` by keyword since 3.13.
 */
export function parameterChanges(
  docs: readonly DocsRow[],
  { signatures, doubtful }: ReadSignatures,
  typeshed: TypeshedFact | undefined,
): Change[] {
  const changes = new Map<string, Change>();
  const add = (change: Change): void => {
    const key = `${change.name} ${change.summary}`;
    if (!changes.has(key)) changes.set(key, change);
  };
  for (const { row, note } of notesOf(docs)) {
    const change = toldChange(note);
    if (change) add({ version: formatMinor(parseMinor(row.versions[0])!), ...change });
  }
  for (const { minor, before, after } of neighbours(signatures, doubtful)) {
    if (before) for (const change of compareSignatures(before, after, formatMinor(minor))) add(change);
  }
  for (const change of stubbedChanges(typeshed)) add(change);
  return [...changes.values()].filter(({ name }) => !name?.startsWith("_"));
}

/** Words what a note of the documentation tells; `undefined` for what comes, goes or is deprecated. */
function toldChange({ verb, name, to }: ParameterNote): Omit<Change, "version"> | undefined {
  const named = name === "" ? {} : { name };
  switch (verb) {
    case "rename":
      return { kind: "parameter", name: to ?? name, summary: `Was called ${name}.` };
    case "kwonly":
      return { kind: "parameter", name, summary: KEYWORD_ONLY };
    case "anykw":
      return { kind: "parameter", name, summary: KEYWORD };
    case "posonly":
      return { kind: "parameter", name, summary: POSITION_ONLY };
    case "optional":
      return { kind: "parameter", name, summary: "May be left out." };
    case "accepts":
      return { kind: "accepts", ...named, summary: ACCEPTED[to ?? ""] };
    case "default":
      return { kind: "default", ...named, summary: "Has another default value." };
    default:
      return undefined;
  }
}

function stubbedChanges(typeshed: TypeshedFact | undefined): Change[] {
  return Object.entries(typeshed?.parameters ?? {}).flatMap(
    ([name, { keyword, keywordOnly, positionalOnly }]) => {
      const told = [
        { version: keyword, summary: KEYWORD },
        { version: keywordOnly, summary: KEYWORD_ONLY },
        { version: positionalOnly, summary: POSITION_ONLY },
      ];
      return told.flatMap(({ version, summary }) =>
        version ? [{ version, kind: "parameter" as const, name, summary }] : [],
      );
    },
  );
}

function compareSignatures(
  before: readonly SignatureParameter[],
  after: readonly SignatureParameter[],
  version: string,
): Change[] {
  const changes: Change[] = [];
  for (const parameter of after) {
    const old = before.find(({ name }) => name === parameter.name);
    const summary = old && old.kind !== parameter.kind ? describeKind(parameter, old) : undefined;
    if (summary) changes.push({ version, kind: "parameter", name: parameter.name, summary });
  }
  after.forEach((parameter, place) => {
    const isOpened = parameter.kind === "positional" && before[place]?.kind === "positional-only";
    if (!isOpened || before.some(({ name }) => name === parameter.name)) return;
    changes.push({
      version,
      kind: "parameter",
      name: parameter.name,
      summary: KEYWORD,
    });
  });
  before.forEach((parameter, place) => {
    const successor = after[place];
    const isHidden = parameter.kind === "positional" && successor?.kind === "positional-only";
    if (!isHidden || after.some(({ name }) => name === parameter.name)) return;
    changes.push({
      version,
      kind: "parameter",
      name: parameter.name,
      summary: POSITION_ONLY,
    });
  });
  return changes;
}

function describeKind({ kind }: SignatureParameter, old: SignatureParameter): string | undefined {
  if (kind === "keyword-only" && old.kind === "positional") return KEYWORD_ONLY;
  if (kind === "positional" && old.kind === "positional-only") return KEYWORD;
  if (kind === "positional" && old.kind === "keyword-only") return "Can be given by position.";
  if (kind === "positional-only" && old.kind === "positional") return POSITION_ONLY;
  return undefined;
}

const ACCEPTED: Readonly<Record<string, string>> = {
  "path-like": "Takes path objects, too.",
  "bytes-like": "Takes any object that holds bytes.",
};
const KEYWORD = "Can be given by keyword.";
/** Tells that a parameter cannot be given by position any more. */
export const KEYWORD_ONLY = "Can be given by keyword only.";
const POSITION_ONLY = "Can be given by position only.";
