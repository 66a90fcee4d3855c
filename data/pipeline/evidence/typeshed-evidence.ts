import type { EntryKind, Platform } from "../../../server/src/engine/catalogue/entry";

/** What typeshed's stubs say of one parameter: the minors in which it came, went, or began to be given otherwise. */
export interface TypeshedParameter {
  readonly added?: string;
  readonly removed?: string;
  readonly keywordOnly?: string;
  readonly keyword?: string;
  readonly positionalOnly?: string;
}

/** What typeshed's stubs say of one id. Versions are minors, as `3.7`. */
export interface TypeshedFact {
  readonly kind: EntryKind;
  readonly added?: string;
  readonly removed?: string;
  readonly deprecated?: string;
  /** Minor in which it is announced to go. */
  readonly removal?: string;
  /** Id of what to use instead. */
  readonly replacement?: string;
  /** The id under which the same thing is described in full. */
  readonly alias?: string;
  readonly platforms?: readonly Platform[];
  /** Parameters that came, went or changed the way they are given. */
  readonly parameters?: Readonly<Record<string, TypeshedParameter>>;
  /** As the newest release has it, with parentheses; of a class: its constructor's. */
  readonly signature?: string;
}

/** Reads `typeshed-versions.json`. */
export function parseTypeshedEvidence(text: string): Map<string, TypeshedFact> {
  return new Map(Object.entries(JSON.parse(text) as Record<string, TypeshedFact>));
}

/** Reads from `typeshed-types.json` the base classes by class, in order, in the notation of `TypeFacts`. */
export function parseTypeshedBases(text: string): Map<string, readonly string[]> {
  const { types } = JSON.parse(text) as {
    readonly types: Readonly<Record<string, { readonly bases?: readonly string[] }>>;
  };
  return new Map(Object.entries(types).flatMap(([id, { bases }]) => (bases ? [[id, bases] as const] : [])));
}
