import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  DESCRIBE_FEATURES,
  FEATURE_AT,
  FEATURE_CARD,
  LIST_FEATURES,
  LIST_RELEASES,
  LIST_USED,
  SEARCH_FEATURES,
  type FeatureAtParams,
  type FeatureCardParams,
  type FeatureCardResult,
  type FeatureGroup,
  type FeatureItem,
  type ListUsedParams,
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

  /** The id of the feature at a place in a document; `undefined` where none stands. */
  async featureAt(document: vscode.TextDocument, position: vscode.Position): Promise<string | undefined> {
    const client = await this.client();
    const params: FeatureAtParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      position: client.code2ProtocolConverter.asPosition(position),
    };
    return (await client.sendRequest<string | null>(FEATURE_AT, params)) ?? undefined;
  }

  /** Ids of what the workspace uses; `onPart` hears of some before the rest is found. Rejects when it is cancelled. */
  async used(
    onPart: (ids: readonly string[]) => void,
    token: vscode.CancellationToken,
  ): Promise<ReadonlySet<string>> {
    const client = await this.client();
    const { ProgressType } = await import("vscode-languageclient");
    const partialResultToken = `sincewhen-used-${String(++questions)}`;
    const params: ListUsedParams = { partialResultToken };
    const listening = client.onProgress(new ProgressType<ListUsedResult>(), partialResultToken, ({ ids }) =>
      onPart(ids),
    );
    try {
      const { ids } = await client.sendRequest<ListUsedResult>(LIST_USED, params, token);
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      return new Set(ids);
    } finally {
      listening.dispose();
    }
  }
}

/** Numbers the questions, so that what is sent ahead of each answer can be told apart. */
let questions = 0;
