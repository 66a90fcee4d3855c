import type { BaseLanguageClient } from "vscode-languageclient";
import {
  DESCRIBE_FEATURES,
  FEATURE_CARD,
  LIST_FEATURES,
  LIST_RELEASES,
  LIST_USED,
  SEARCH_FEATURES,
  type FeatureCardParams,
  type FeatureCardResult,
  type FeatureGroup,
  type FeatureItem,
  type ListUsedResult,
  type ReleaseItem,
} from "../../../server/src/protocol";

/** Gives the client of the present server once that answers. Rejects when there is none. */
export type RunningClient = () => Promise<BaseLanguageClient>;

/** What the explorer asks the server. Every question rejects when there is no server. */
export class ExplorerRequests {
  constructor(private readonly client: RunningClient) {}

  /** Every release, newest first. */
  async releases(): Promise<readonly ReleaseItem[]> {
    return (await this.client()).sendRequest<ReleaseItem[]>(LIST_RELEASES);
  }

  /** What one release did, by heading. */
  async features(minor: number): Promise<readonly FeatureGroup[]> {
    return (await this.client()).sendRequest<FeatureGroup[]>(LIST_FEATURES, { minor });
  }

  /** What fits a question, best first. */
  async search(query: string, limit: number): Promise<readonly FeatureItem[]> {
    return (await this.client()).sendRequest<FeatureItem[]>(SEARCH_FEATURES, { query, limit });
  }

  /** Features by id. */
  async describe(ids: readonly string[]): Promise<readonly FeatureItem[]> {
    return (await this.client()).sendRequest<FeatureItem[]>(DESCRIBE_FEATURES, { ids });
  }

  /** The card of a feature. */
  async card(params: FeatureCardParams): Promise<FeatureCardResult> {
    return (await this.client()).sendRequest<FeatureCardResult>(FEATURE_CARD, params);
  }

  /** Ids of what the open files use. */
  async used(): Promise<ReadonlySet<string>> {
    const { ids } = await (await this.client()).sendRequest<ListUsedResult>(LIST_USED);
    return new Set(ids);
  }
}
