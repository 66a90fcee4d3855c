import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import { parseType, type TypeExpression } from "../../../server/src/engine/evaluation/type-notation";
import { problemAt, type Rule } from "../rule";

/** Words of the notation that name no class. */
const WORDS: readonly string[] = ["self", "None", "...", "?"];

/**
 * Flags a type that does not parse, or names something that is no entry of a module that the catalogue has. Warns of a
 * module that it does not have. Silent on the notation's own words and references: `self`, `$0`, `@1.0`.
 */
export const typesRule: Rule = {
  name: "types",
  *check({ merged, catalogue }) {
    if (!catalogue) return;
    for (const { id, key, entry, file } of merged) {
      for (const written of [...(entry.bases ?? []), entry.returns, entry.type]) {
        if (written === undefined) continue;
        const type = parseType(written);
        if (!type) yield problemAt(file, key, `${id}: "${written}" is no type.`);
        for (const name of type ? namesOf(type) : []) {
          const doubt = doubtAbout(name, catalogue);
          if (doubt) yield problemAt(file, key, `${id}: ${doubt.message}`, doubt.severity);
        }
      }
    }
  },
};

interface Doubt {
  readonly severity: "error" | "warning";
  readonly message: string;
}

function doubtAbout(name: string, catalogue: Catalogue): Doubt | undefined {
  if (WORDS.includes(name) || /^[$@]/.test(name)) return undefined;
  const qualified = name.includes(".") ? name : `builtins.${name}`;
  if (catalogue.lookup(qualified)) return undefined;
  return catalogue.isModule(qualified.slice(0, qualified.indexOf(".")))
    ? { severity: "error", message: `the type "${name}" is no entry.` }
    : { severity: "warning", message: `the type "${name}" is of a module that the catalogue does not have.` };
}

function namesOf(type: TypeExpression): string[] {
  switch (type.kind) {
    case "name":
      return [type.name, ...type.args.flatMap(namesOf)];
    case "union":
      return type.members.flatMap(namesOf);
    case "list":
      return type.items.flatMap(namesOf);
    case "literal":
      return [];
  }
}
