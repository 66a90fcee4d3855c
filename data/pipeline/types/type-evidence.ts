import type { TypeFact } from "../typeshed/type-facts";

/** `typeshed-types.json`: what the stubs say of types, and the other names under which the described things are known. */
export interface TypeEvidence {
  readonly types: ReadonlyMap<string, TypeFact>;
  /** Another path → the id that is described. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Reads `typeshed-types.json`. */
export function parseTypeEvidence(text: string): TypeEvidence {
  const { types, aliases } = JSON.parse(text) as {
    readonly types: Readonly<Record<string, TypeFact>>;
    readonly aliases: Readonly<Record<string, string>>;
  };
  return { types: new Map(Object.entries(types)), aliases: new Map(Object.entries(aliases)) };
}
