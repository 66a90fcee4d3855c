import type { TypeFact } from "./type-facts";

/**
 * Gives a fact with every class that it names called by what `rename` says. Literals and names of parameters are left
 * alone.
 */
export function renameTypes(fact: TypeFact, rename: (name: string) => string): TypeFact {
  return mapTypes(fact, (type) => type.replaceAll(/(?<![@$.\w])[A-Za-z_][\w.]*/g, rename));
}

/** Gives a fact with every type in it as `inType` writes it. */
export function mapTypes(fact: TypeFact, inType: (type: string) => string): TypeFact {
  const { bases, defaults, returns, otherwise, type, returnsByLiteral, returnsByCount, returnsByType } = fact;
  return {
    ...fact,
    ...(bases ? { bases: bases.map(inType) } : {}),
    ...(defaults ? { defaults: defaults.map(inType) } : {}),
    ...(returns !== undefined ? { returns: inType(returns) } : {}),
    ...(otherwise !== undefined ? { otherwise: inType(otherwise) } : {}),
    ...(type !== undefined ? { type: inType(type) } : {}),
    ...(returnsByLiteral ? { returnsByLiteral: renameLiteralRules(returnsByLiteral, inType) } : {}),
    ...(returnsByCount
      ? {
          returnsByCount: {
            ...returnsByCount,
            rules: returnsByCount.rules.map(([from, to, each]) => [from, to, inType(each)]),
          },
        }
      : {}),
    ...(returnsByType
      ? {
          returnsByType: {
            ...returnsByType,
            rules: returnsByType.rules.map(([asked, each]) => [inType(asked), inType(each)]),
          },
        }
      : {}),
  };
}

function renameLiteralRules(
  rules: NonNullable<TypeFact["returnsByLiteral"]>,
  inType: (type: string) => string,
): NonNullable<TypeFact["returnsByLiteral"]> {
  return {
    ...rules,
    ...(rules.absent !== undefined ? { absent: inType(rules.absent) } : {}),
    rules: rules.rules.map(([values, type]) => [values, inType(type)]),
  };
}
