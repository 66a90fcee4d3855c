import {
  CompletionItemKind,
  type CompletionItem,
  type Position,
  type Range,
} from "vscode-languageserver-types";
import type { Catalogue } from "../engine/catalogue/catalogue";
import { type DocumentAnalysis, FINDING_CODES } from "../engine/findings";
import { placesInNeed } from "../engine/floor/requirements";
import { listMinors } from "../engine/version";
import { codeSummary, neededByText, releaseLife } from "../messages";

/** What completions depend on. */
export interface CompletionContext {
  readonly catalogue: Catalogue;
  /** `undefined` for a file that is no Python. */
  readonly analysis: DocumentAnalysis | undefined;
  /** The text of the line before the cursor. */
  readonly before: string;
  /** The text of the line behind the cursor. */
  readonly behind: string;
  /** In the client's units. */
  readonly position: Position;
  /** An ISO date. */
  readonly today: string;
}

/** Characters after which the server is asked although no word was begun. */
export const COMPLETION_TRIGGERS: readonly string[] = ["(", "[", "=", '"', "'"];

const SPACE = String.raw`[ \t]*`;
const VERSION_TEST = new RegExp(
  `\\bversion_info${SPACE}(?:\\[${SPACE}:${SPACE}[12]${SPACE}\\]${SPACE})?(?:>=|<=|==|!=|>|<)${SPACE}(\\(?[\\d, ]*)$`,
);
const RANGE_VALUE =
  /(?:^|[\s#])(?:requires-python|python_requires|tool\.poetry\.dependencies\.python|python)\s*=\s*\[?\s*(["']?)(?:[^"'#]*[\s,=<>~!^])?(3?(?:\.\d*)?)$/;
const SUPPRESSION = /#\s*sincewhen:\s*ignore\[(?:[^\]]*,)?\s*([\w.:()-]*)$/;
const SUPPRESSION_START = /#\s*sincewhen:\s*([\w-]*)$/;

/**
 * Completes what no other tool completes: the tuple behind a test of `sys.version_info`, the versions of a
 * `requires-python`, and the comments that silence findings. Everywhere else it gives nothing, so that nothing is
 * offered twice.
 */
export function toCompletions(context: CompletionContext): CompletionItem[] {
  const { before } = context;
  const test = VERSION_TEST.exec(before);
  if (test) return versionTuples(context, test[1] ?? "");
  const suppression = SUPPRESSION.exec(before);
  if (suppression) return suppressions(context, suppression[1] ?? "");
  const start = SUPPRESSION_START.exec(before);
  if (start) return suppressionStarts(context, start[1] ?? "");
  const value = RANGE_VALUE.exec(before);
  if (value && (value[1] !== "" || /python_requires|requires-python/.test(before)))
    return versions(context, value[2] ?? "");
  return [];
}

/** Tells from the text before the cursor whether there can be anything to complete, so that most keys cost nothing. */
export function mayComplete(before: string): boolean {
  return [VERSION_TEST, SUPPRESSION, SUPPRESSION_START, RANGE_VALUE].some((form) => form.test(before));
}

/** `(3, 8)` for every release, those first that the code of the file asks for. */
function versionTuples(context: CompletionContext, typed: string): CompletionItem[] {
  const closes = context.behind.startsWith(")") ? 1 : 0;
  const wanted = neededMinors(context);
  return releases(context).map(({ minor, detail }) => {
    const needs = wanted.get(minor);
    return {
      label: `(3, ${minor})`,
      kind: CompletionItemKind.Value,
      detail: needs ? neededByText(needs) : detail,
      sortText: `${needs ? 0 : 1}${String(99 - minor).padStart(2, "0")}`,
      preselect: needs !== undefined,
      filterText: `(3, ${minor})`,
      textEdit: { range: around(context.position, typed.length, closes), newText: `(3, ${minor})` },
    };
  });
}

/** `3.8` for every release, newest first. */
function versions(context: CompletionContext, typed: string): CompletionItem[] {
  return releases(context).map(({ minor, detail }) => ({
    label: `3.${minor}`,
    kind: CompletionItemKind.Value,
    detail,
    sortText: String(99 - minor).padStart(2, "0"),
    textEdit: { range: around(context.position, typed.length, 0), newText: `3.${minor}` },
  }));
}

/** The codes, and what the file uses that some Python lacks: what a comment can name. */
function suppressions(context: CompletionContext, typed: string): CompletionItem[] {
  const range = around(context.position, typed.length, 0);
  const codes = FINDING_CODES.map((code): CompletionItem => ({
    label: code,
    kind: CompletionItemKind.EnumMember,
    detail: codeSummary(code),
    sortText: `1${code}`,
    textEdit: { range, newText: code },
  }));
  const ids = new Set(needsOf(context).map(({ entryId }) => entryId));
  const names = [...ids].map((id): CompletionItem => ({
    label: id,
    kind: CompletionItemKind.Reference,
    sortText: `0${id}`,
    textEdit: { range, newText: id },
  }));
  return [...names, ...codes];
}

function suppressionStarts(context: CompletionContext, typed: string): CompletionItem[] {
  const range = around(context.position, typed.length, 0);
  return ["ignore", "ignore-file"].map((word) => ({
    label: word,
    kind: CompletionItemKind.Keyword,
    textEdit: { range, newText: word },
  }));
}

function releases({ catalogue, today }: CompletionContext): { minor: number; detail: string }[] {
  return [...catalogue.calendar]
    .reverse()
    .map((release) => ({ minor: release.minor, detail: releaseLife(release, today) }));
}

function needsOf({ analysis, catalogue }: CompletionContext): ReturnType<typeof placesInNeed> {
  return analysis ? placesInNeed(analysis.usages, catalogue) : [];
}

/** The minors from which on uses of the file work, with the ids of what asks for them. */
function neededMinors(context: CompletionContext): Map<number, string[]> {
  const promised = context.analysis?.target?.range.minors;
  const lowest = promised === undefined ? 0 : (listMinors(promised)[0] ?? 0);
  const needed = new Map<number, string[]>();
  for (const { minimum, entryId } of needsOf(context)) {
    if (minimum <= lowest) continue;
    const ids = needed.get(minimum) ?? [];
    if (!ids.includes(entryId)) ids.push(entryId);
    needed.set(minimum, ids);
  }
  return needed;
}

function around({ line, character }: Position, left: number, right: number): Range {
  return {
    start: { line, character: character - left },
    end: { line, character: character + right },
  };
}
