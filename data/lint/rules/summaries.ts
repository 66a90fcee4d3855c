import type { EntrySource } from "../../format";
import { entriesOf, problemAt, type Rule } from "../rule";

/** Room that a summary has on a hover card, in characters. */
const LONGEST_SUMMARY = 160;

/** Words with a full stop that end no sentence. */
const ABBREVIATIONS = /\b(?:e\.g|i\.e|etc|vs|cf|approx|No|St)\./g;

/** What running text never holds: code marks, roles, emphasis, directives, tags. */
const MARKUP: readonly RegExp[] = [
  /`/,
  /:[a-z]+:`/,
  /(?:^|\s)\*{1,2}\p{L}[^*]*\p{L}\*{1,2}(?=[\s.,;]|$)/u,
  /\.\. [a-z-]+::/,
  /<\/?(?:b|i|em|code|p|br|ul|li)>/,
];

/** The one mark that the sentence of a change may bear, since it is about a name: `` `strict` ``. */
const MARKED_NAME = /(?<!`)`[\w.*]+`(?!`)/g;

/**
 * Flags a summary that is not one plain sentence of at most 160 characters with a full stop: cards and release notes set
 * it as running text. Markup betrays copied documentation; only the sentence of a change may set a name in backticks.
 * Silent on a change without words, which is told from its kind and name.
 */
export const summariesRule: Rule = {
  name: "summaries",
  *check({ files }) {
    for (const file of files) {
      for (const { key, id, entry } of entriesOf(file)) {
        for (const [owner, text] of summariesOf(id, entry)) {
          const fault = text ? faultOf(text) : undefined;
          if (fault) yield problemAt(file, key, `${owner}: the summary ${fault}.`);
        }
      }
    }
  },
};

/** Lists the sentences of an entry with what they are about. */
function summariesOf(id: string, entry: EntrySource): [string, string | null | undefined][] {
  const parameters = Object.entries(entry.parameters ?? {});
  return [
    [id, entry.summary],
    ...parameters.map(([name, parameter]): [string, typeof parameter.summary] => [
      `${id}(${name})`,
      parameter.summary,
    ]),
    ...(entry.changes ?? []).map(({ version, summary }): [string, string] => [
      `${id}, ${version}`,
      summary.replace(MARKED_NAME, "name"),
    ]),
  ];
}

/** Says what is wrong with a summary, so that it follows "the summary"; `undefined` when nothing is. */
function faultOf(text: string): string | undefined {
  if (text !== text.trim() || /\s{2}|[\n\t]/.test(text))
    return "has blanks at its ends, in a row, or a line break";
  if (text.length > LONGEST_SUMMARY) return `has ${text.length} characters, more than ${LONGEST_SUMMARY}`;
  if (!text.endsWith(".")) return "does not end with a full stop";
  if (MARKUP.some((mark) => mark.test(text))) return "holds markup";
  if (/[.!?]["')]?\s+["'(]?\p{Lu}/u.test(text.replace(ABBREVIATIONS, ""))) return "is more than one sentence";
  return undefined;
}
