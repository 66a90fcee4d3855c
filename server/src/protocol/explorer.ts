/** Client to server, a request without parameters: every release of Python 3, newest first. */
export const LIST_RELEASES = "sinceWhen/releases";

/** One minor release, as a list of releases shows it. */
export interface ReleaseItem {
  /** 8 for Python 3.8. */
  readonly minor: number;
  /** `Python 3.8`. */
  readonly label: string;
  /** When it came and how long it is maintained, in a few words. */
  readonly description: string;
  /** The same with little room: `Oct 2019 – Oct 2024`. Whether it is maintained is not told. */
  readonly span: string;
  readonly state: "future" | "maintained" | "ended";
  /** The page of its release notes. */
  readonly url: string;
}

/** Client to server, a request: what one release brought, changed, deprecated and took away, by heading. */
export const LIST_FEATURES = "sinceWhen/features";

export interface ListFeaturesParams {
  readonly minor: number;
}

/** The features of a release under one heading of its notes. */
export interface FeatureGroup {
  /** Category of the catalogue: `concurrency`. */
  readonly category: string;
  readonly title: string;
  /** Headlines first. */
  readonly features: readonly FeatureItem[];
}

/** One feature, as a list shows it. */
export interface FeatureItem {
  /** Canonical id of the catalogue's entry. */
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** One sentence; absent where the catalogue has facts only. */
  readonly summary?: string;
  /** What happened to it: in the release that was asked for, or that a search is about. */
  readonly event?: "added" | "changed" | "deprecated" | "removed";
  /** The event in words: `new in 3.8`; in a search without a release the life of the feature. */
  readonly eventText: string;
  /** Ids of the members to which the same happened with it. */
  readonly members: readonly string[];
  /** The line that makes it known in a module: `from math import prod`; absent for what cannot be imported. */
  readonly importText?: string;
}

/** Client to server, a request: the features that fit a question. */
export const SEARCH_FEATURES = "sinceWhen/search";

export interface SearchParams {
  /** Names, words and releases as people write them: `asyncio task`, `removed in 3.12`, `between 3.8 and 3.12`. */
  readonly query: string;
  /** The most features that are wanted. */
  readonly limit: number;
}

/** Client to server, a request: features by their ids. Ids that nobody knows are left out. */
export const DESCRIBE_FEATURES = "sinceWhen/describe";

export interface DescribeParams {
  readonly ids: readonly string[];
}

/** Client to server, a request: everything that is known of one feature, as a card. */
export const FEATURE_CARD = "sinceWhen/card";

export interface FeatureCardParams {
  /** Canonical id or alias. */
  readonly id: string;
  /** The document whose target judges it; absent: facts only. */
  readonly uri?: string;
}

/** `null` for an id that nobody knows. */
export type FeatureCardResult = {
  /** The card in Markdown. */
  readonly markdown: string;
  /** The same as a page of its own, with a heading. */
  readonly page: string;
  /** Its first line, without Markdown. */
  readonly title: string;
} | null;

/**
 * Client to server, a request: which feature stands at a place, for those who ask from the keyboard. Gives its id, `null`
 * where nothing catalogued does.
 */
export const FEATURE_AT = "sinceWhen/featureAt";

export interface FeatureAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}
