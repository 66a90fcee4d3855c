import { isDeepStrictEqual } from "node:util";
import { FREE_KEYS } from "../../build/merge";
import type { EntrySource, ParameterSource } from "../../format";
import { entriesOf, problemAt, type Rule } from "../rule";

/** Members that are compared one by one, not as a whole. */
const COMPARED_WITHIN: readonly string[] = ["parameters", "changes"];

/**
 * Flags an authored fact that says otherwise than the generated one without a `reason`: the next who regenerates the
 * facts must know whether the correction still holds. Silent when both agree, on facts that the generated file does not
 * state, and on words. Flags `null`, `omit` and `reason` in a generated file too, where they mean nothing.
 */
export const reasonsRule: Rule = {
  name: "reasons",
  *check({ files }) {
    for (const file of files) {
      if (file.origin === "generated") {
        for (const { key, id, entry } of entriesOf(file)) {
          if (isCorrection(entry)) yield problemAt(file, key, `${id}: a generated file corrects nothing.`);
        }
        continue;
      }
      const generated = files.find(
        (one) => one.origin === "generated" && one.source.module === file.source.module,
      );
      for (const { key, id, entry } of entriesOf(file)) {
        const below =
          generated && Object.hasOwn(generated.source.entries, key)
            ? generated.source.entries[key]
            : undefined;
        for (const fact of unexplained(entry, below)) {
          yield problemAt(
            file,
            key,
            `${id}: says otherwise than the generated file on ${fact}: give the reason.`,
          );
        }
      }
    }
  },
};

/** Names the facts that an authored entry overrides without a reason. */
function unexplained(entry: EntrySource, below: EntrySource | undefined): string[] {
  if (entry.reason !== undefined) return [];
  if (entry.omit) return ["its existence"];
  const facts = overridden(entry, below);
  for (const [name, parameter] of Object.entries(entry.parameters ?? {})) {
    if (parameter.reason !== undefined) continue;
    const generated =
      below?.parameters && Object.hasOwn(below.parameters, name) ? below.parameters[name] : undefined;
    if (parameter.omit) facts.push(`the parameter ${name}`);
    else facts.push(...overridden(parameter, generated).map((fact) => `${fact} of ${name}`));
  }
  for (const change of entry.changes ?? []) if (change.omit) facts.push(`the change in ${change.version}`);
  if (isErased(entry.parameters)) facts.push("parameters");
  if (isErased(entry.changes)) facts.push("changes");
  return facts;
}

function overridden(
  above: EntrySource | ParameterSource,
  below: EntrySource | ParameterSource | undefined,
): string[] {
  const stated = (below ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(above)
    .filter(
      ([key, value]) =>
        !FREE_KEYS.includes(key) &&
        !COMPARED_WITHIN.includes(key) &&
        Object.hasOwn(stated, key) &&
        !isDeepStrictEqual(value, stated[key]),
    )
    .map(([key]) => key);
}

function isCorrection(entry: EntrySource | ParameterSource): boolean {
  const inner = "parameters" in entry ? Object.values(entry.parameters ?? {}) : [];
  return (
    entry.omit === true ||
    entry.reason !== undefined ||
    Object.values(entry).some(isErased) ||
    inner.some(isCorrection)
  );
}

function isErased(value: unknown): boolean {
  return value === null;
}
