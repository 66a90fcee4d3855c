import type { EntryKind, Platform } from "../../../server/src/engine/catalogue/entry";

/**
 * What a person decided about one thing where the sources disagree or all err. `null` erases what the rules would say.
 * Every decision gives its reason.
 */
export interface Decision {
  /**
   * Whom to believe about the arrival: the documentation, the interpreters, or neither: `part` means that the notes
   * on arrival are about a parameter or a use, so that the thing itself is as old as the interpreters show.
   */
  readonly accept?: "docs" | "runtime" | "part";
  readonly added?: string | null;
  readonly seen?: string | null;
  readonly micros?: readonly string[];
  readonly deprecated?: string | null;
  readonly removed?: string | null;
  readonly removal?: string | null;
  readonly absent?: readonly string[] | null;
  readonly kind?: EntryKind;
  readonly platforms?: readonly Platform[];
  readonly provisional?: true;
  readonly note?: string;
  /** Leaves the thing out of the catalogue. */
  readonly omit?: true;
  readonly parameters?: Readonly<Record<string, ParameterDecision | null>>;
  readonly reason: string;
}

/** What a person decided about one parameter. */
export interface ParameterDecision {
  readonly added?: string | null;
  readonly micros?: readonly string[];
  readonly deprecated?: string | null;
  readonly removed?: string | null;
}

/** Looks decisions up and remembers which were of use. */
export interface Decisions {
  /** The decision on an id: the one for that id, else the one for the longest prefix that ends in `*`. */
  find(id: string): Decision | undefined;
  /** Keys that no lookup has met: they speak of nothing in the evidence. */
  unused(): readonly string[];
}

/** Opens a table of decisions by id. Throws, naming the id, when one has no reason. */
export function openDecisions(table: Readonly<Record<string, Decision>>): Decisions {
  const prefixes = Object.keys(table)
    .filter((key) => key.endsWith("*"))
    .sort((a, b) => b.length - a.length);
  for (const [id, { reason }] of Object.entries(table)) {
    if (!reason?.trim()) throw new Error(`decisions.json: ${id} has no reason`);
  }
  const used = new Set<string>();
  return {
    find(id) {
      const key = Object.hasOwn(table, id)
        ? id
        : prefixes.find((prefix) => id.startsWith(prefix.slice(0, -1)));
      if (key === undefined) return undefined;
      used.add(key);
      return table[key];
    },
    unused: () => Object.keys(table).filter((key) => !used.has(key)),
  };
}
