import { type ArgumentTest, NAME_TRIGGERS, type Trigger } from "../../../server/src/engine/catalogue/trigger";
import { isLanguage } from "../../../server/src/engine/literals/languages";
import type { EntrySource } from "../../format";
import { problemAt, type Rule } from "../rule";

/**
 * Flags a `when` or `older` on anything but a behaviour, a trigger with no subject or with several, a language that nothing
 * reads, and a class or name that is no entry. The build itself refuses unknown callables and parameters.
 */
export const triggersRule: Rule = {
  name: "triggers",
  *check({ merged, languages, catalogue }) {
    for (const [parameter, language] of Object.entries(languages)) {
      if (isLanguage(language)) continue;
      const message = `${parameter} is said to be written in ${language}, which nothing reads.`;
      yield { path: "data/authored/languages.json", severity: "error", message };
    }
    for (const { id, key, entry, file } of merged) {
      for (const problem of problemsOf(entry, (name) => catalogue?.lookup(name) !== undefined)) {
        yield problemAt(file, key, `${id} ${problem}`);
      }
    }
  },
};

const SUBJECTS = ["uses", "call", ...NAME_TRIGGERS] as const;
const CALL_ONLY = ["given", "keyword", "without", "positional", "atMost"] as const;

function* problemsOf(entry: EntrySource, isEntry: (id: string) => boolean): Iterable<string> {
  if ((entry.when || entry.older) && entry.kind !== "behaviour")
    yield "is no behaviour and relies on nothing.";
  if (entry.older && entry.older !== "fails" && entry.added === undefined)
    yield "tells what older Pythons do, but not since when it is there.";
  for (const trigger of entry.when ?? []) {
    const subjects = SUBJECTS.filter((subject) => trigger[subject]);
    if (subjects.length !== 1) yield `has a trigger with ${subjects.length} subjects in place of one.`;
    const stray = trigger.call ? undefined : CALL_ONLY.find((member) => trigger[member] !== undefined);
    if (stray) yield `has a trigger with ${stray}, which tells of calls only.`;
    for (const feature of trigger.uses ?? []) {
      const language = feature.slice(0, feature.indexOf(":"));
      if (!isLanguage(language)) yield `speaks of ${feature}, whose language nothing reads.`;
    }
    for (const id of namesIn(trigger)) if (!isEntry(id)) yield `speaks of ${id}, which is no entry.`;
  }
}

function namesIn({ given }: Trigger): string[] {
  return Object.values(given ?? {}).flatMap(({ type = [], items = [], symbol = [] }: ArgumentTest) =>
    [...type, ...items, ...symbol].filter((id) => id !== "None"),
  );
}
