import type { FindingCode } from "../engine/findings";
import type { FixWording } from "./wording";

/** Names that a title mentions, as the fix tells them. */
export type Details = Readonly<Record<string, string>>;

/** The tables from which a language words its actions. */
export interface ActionTables {
  readonly titles: Readonly<Record<string, (details: Details) => string>>;
  /** What is different after a rewrite, in a few words that end a title. */
  readonly differences: Readonly<Record<string, string>>;
  /** Why a rewrite is refused. */
  readonly reasons: Readonly<Record<string, string>>;
  rewriteTitle(way: "modernise" | "downgrade", name: string): string;
  all(code: FindingCode | undefined): string;
  group(code: FindingCode, mayChange: boolean): string;
  readonly shared: FixWording["shared"];
}

/** Words actions from the tables of a language. */
export function actionsIn({
  titles,
  differences,
  reasons,
  rewriteTitle,
  all,
  group,
  shared,
}: ActionTables): FixWording {
  return {
    title({ id, details }) {
      const way = /^(modernise|downgrade)-/.exec(id)?.[1] as "modernise" | "downgrade" | undefined;
      const differs = details.differs === undefined ? undefined : differences[details.differs];
      const note = differs === undefined ? "" : ` (${differs})`;
      if (way !== undefined && details.name !== undefined) return `${rewriteTitle(way, details.name)}${note}`;
      if (!Object.hasOwn(titles, id)) throw new Error(`no title is written for the fix “${id}”`);
      return `${titles[id](details)}${note}`;
    },
    all,
    group,
    shared,
    refusal({ reason }) {
      if (!Object.hasOwn(reasons, reason)) {
        throw new Error(`no words are written for the reason “${reason}”`);
      }
      return reasons[reason];
    },
    worded: {
      titles: Object.keys(titles),
      differences: Object.keys(differences),
      reasons: Object.keys(reasons),
    },
  };
}
