import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import { parseType, type TypeExpression } from "../../../server/src/engine/evaluation/type-notation";
import type { EntrySource } from "../../format";
import { problemAt, type Rule } from "../rule";

/** Words of the notation that name no class. */
const WORDS: readonly string[] = ["self", "None", "...", "?"];

/**
 * Flags a type that does not parse, refers to what a call does not have, or names something that is no entry of a
 * module that the catalogue has. Warns of a module that it does not have. Silent on the notation's own words and
 * references: `self`, `?`, `$0`, `@1.0`, `@key.call`.
 */
export const typesRule: Rule = {
  name: "types",
  *check({ merged, catalogue }) {
    if (!catalogue) return;
    for (const { id, key, entry, file } of merged) {
      for (const written of typesOf(entry)) {
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

/** Every type that an entry writes. */
function* typesOf(entry: EntrySource): Iterable<string> {
  const { bases = [], virtualBases = [], defaults = [], returnsByLiteral: byLiteral } = entry;
  const single = [entry.returns, entry.otherwise, entry.type, byLiteral?.absent];
  yield* [...bases, ...virtualBases, ...defaults, ...single.filter((one) => one !== undefined)];
  for (const [, type] of byLiteral?.rules ?? []) yield type;
  for (const [wanted, type] of entry.returnsByType?.rules ?? []) yield* [wanted, type];
  for (const [, , type] of entry.returnsByCount?.rules ?? []) yield type;
}

/**
 * References: a type argument of the receiver; an argument by position or name, and steps from there by type argument,
 * call, await, instance or special method.
 */
const REFERENCE = /^(?:\$\d+|@(?:\d+|[A-Za-z_]\w*)(?:\.(?:\d+|call|await|new|__[a-z]+__))*)$/;

interface Doubt {
  readonly severity: "error" | "warning";
  readonly message: string;
}

function doubtAbout(name: string, catalogue: Catalogue): Doubt | undefined {
  if (WORDS.includes(name) || REFERENCE.test(name)) return undefined;
  if (/[$@]/.test(name)) return { severity: "error", message: `"${name}" refers to nothing.` };
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
