import { RequestType, RequestType0, type Connection } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import type { Catalogue } from "../engine/catalogue/catalogue";
import { createReleaseHistory, type ReleaseHistory } from "../engine/catalogue/release-history";
import { parseQuery } from "../engine/catalogue/query";
import type { CatalogueSearch } from "../engine/catalogue/search";
import {
  createFeatureSearch,
  describeFeatures,
  toFeatureCard,
  toFeatureGroups,
  toReleaseItems,
  toSearchItems,
} from "../features/explorer";
import { usageAt } from "../features/usages";
import {
  DESCRIBE_FEATURES,
  FEATURE_AT,
  FEATURE_CARD,
  LIST_FEATURES,
  LIST_RELEASES,
  SEARCH_FEATURES,
  type DescribeParams,
  type FeatureAtParams,
  type FeatureCardParams,
  type FeatureCardResult,
  type FeatureGroup,
  type FeatureItem,
  type ListFeaturesParams,
  type ReleaseItem,
  type SearchParams,
} from "../protocol";
import { safely } from "./safely";
import type { Session } from "./session";
import { Slices } from "./slices";

/** The whole catalogue, sorted for those who browse it. Made at the first question. */
interface Browser {
  readonly engine: Engine;
  readonly history: ReleaseHistory;
  readonly search: CatalogueSearch;
}

/** Registers the requests of the releases explorer and of the search over the catalogue. */
export function answerExplorer(connection: Connection, session: Session): void {
  let browser: Promise<Browser | undefined> | undefined;
  const browse = (): Promise<Browser | undefined> => (browser ??= session.engine.then(makeBrowser));

  connection.onRequest(
    new RequestType0<ReleaseItem[], void>(LIST_RELEASES),
    guard(session, LIST_RELEASES, async () => {
      const catalogue = (await session.engine)?.catalogue;
      return catalogue ? toReleaseItems(catalogue, new Date().toISOString().slice(0, 10)) : [];
    }),
  );
  connection.onRequest(
    new RequestType<ListFeaturesParams, FeatureGroup[], void>(LIST_FEATURES),
    guard(session, LIST_FEATURES, async ({ minor }: ListFeaturesParams) => {
      const found = await browse();
      return found ? toFeatureGroups(found.history.featuresOf(minor), minor, found.engine.catalogue) : [];
    }),
  );
  connection.onRequest(
    new RequestType<SearchParams, FeatureItem[], void>(SEARCH_FEATURES),
    guard(session, SEARCH_FEATURES, async ({ query, limit }: SearchParams) => {
      const found = await browse();
      return found ? toSearchItems(found.search.find(parseQuery(query), limit), found.engine.catalogue) : [];
    }),
  );
  connection.onRequest(
    new RequestType<DescribeParams, FeatureItem[], void>(DESCRIBE_FEATURES),
    guard(session, DESCRIBE_FEATURES, async ({ ids }: DescribeParams) => {
      const engine = await session.engine;
      return engine ? describeFeatures(ids, engine.catalogue) : [];
    }),
  );
  answerCards(connection, session);
  answerPlaces(connection, session);
}

function answerCards(connection: Connection, session: Session): void {
  const card = safely({
    name: FEATURE_CARD,
    log: session.log,
    empty: (): FeatureCardResult => null,
    async handle({ id, uri }: FeatureCardParams) {
      const engine = await session.engine;
      if (!engine) return null;
      const target = uri === undefined ? undefined : (await session.contextOf(uri)).target;
      return toFeatureCard(id, engine.catalogue, target);
    },
  });
  connection.onRequest(new RequestType<FeatureCardParams, FeatureCardResult, void>(FEATURE_CARD), card);
}

function answerPlaces(connection: Connection, session: Session): void {
  const featureAt = safely({
    name: FEATURE_AT,
    log: session.log,
    empty: (): string | null => null,
    async handle({ uri, position }: FeatureAtParams) {
      const analysed = await session.analyses.current(uri);
      if (!analysed) return null;
      const { analysis, lines, engine } = analysed;
      const usage = usageAt(analysis, lines.offsetAt(position));
      const entry = usage && engine.catalogue.lookup(usage.entryId);
      return entry && !entry.internal ? entry.id : null;
    },
  });
  connection.onRequest(new RequestType<FeatureAtParams, string | null, void>(FEATURE_AT), featureAt);
}

function guard<Params, Item>(
  session: Session,
  name: string,
  handle: (params: Params) => Promise<Item[]>,
): (params: Params) => Promise<Item[]> {
  return safely({ name, log: session.log, empty: () => [], handle });
}

async function makeBrowser(engine: Engine | undefined): Promise<Browser | undefined> {
  if (!engine) return undefined;
  const { catalogue } = engine;
  await decode(catalogue);
  return { engine, history: createReleaseHistory(catalogue), search: createFeatureSearch(catalogue) };
}

/** Has the whole catalogue decoded, in slices: in one go it would hold up the answers that an editor waits for. */
async function decode(catalogue: Catalogue): Promise<void> {
  const slices = new Slices();
  for (const { id } of catalogue.entries()) {
    catalogue.prose(id);
    if (slices.isOver) await slices.pause();
  }
}
