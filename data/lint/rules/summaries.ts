import { entriesOf, problemAt, type Rule } from "../rule";

/** Room that a summary has on a hover card, in characters. */
export const LONGEST_SUMMARY = 160;

/** Words with a full stop that end no sentence. */
const ABBREVIATIONS = /\b(?:e\.g|i\.e|etc|vs|cf|approx|No|St)\./g;

/**
 * Flags a summary that is not one plain sentence of at most 160 characters with a full stop: cards and release notes set
 * it as running text. Markup (backticks, `:role:`, asterisks for emphasis, line breaks) betrays copied documentation.
 * Silent on a change without words, which is told from its kind and name.
 */
export const summariesRule: Rule = {
  name: "summaries",
  *check({ files }) {
    for (const file of files) {
      for (const { key, id, entry } of entriesOf(file)) {
        const texts: [string, string | null | undefined][] = [[id, entry.summary]];
        for (const [name, parameter] of Object.entries(entry.parameters ?? {})) {
          texts.push([`${id}(${name})`, parameter.summary]);
        }
        for (const change of entry.changes ?? [])
          texts.push([`${id}, ${change.version}`, change.summary || undefined]);
        for (const [owner, text] of texts) {
          const fault = text == null ? undefined : faultOf(text);
          if (fault) yield problemAt(file, key, `${owner}: the summary ${fault}.`);
        }
      }
    }
  },
};

/** Says what is wrong with a summary, so that it follows "the summary"; `undefined` when nothing is. */
function faultOf(text: string): string | undefined {
  if (text !== text.trim() || /\s{2}|[\n\t]/.test(text))
    return "has blanks at its ends, in a row, or a line break";
  if (text.length > LONGEST_SUMMARY) return `has ${text.length} characters, more than ${LONGEST_SUMMARY}`;
  if (!text.endsWith(".")) return "does not end with a full stop";
  if (
    /`|:[a-z]+:`|(?:^|\s)\*{1,2}\p{L}[^*]*\p{L}\*{1,2}(?=[\s.,;]|$)|\.\. [a-z-]+::|<\/?(?:b|i|em|code|p|br|ul|li)>/u.test(
      text,
    )
  )
    return "holds markup";
  if (/[.!?]["')]?\s+["'(]?\p{Lu}/u.test(text.replace(ABBREVIATIONS, ""))) return "is more than one sentence";
  return undefined;
}
