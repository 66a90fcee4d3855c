import assert from "node:assert/strict";
import type { Diagnostic, MarkupContent } from "vscode-languageserver-protocol/node";
import {
  DESCRIBE_FEATURES,
  EXPLORE_FLOOR,
  FEATURE_CARD,
  LIST_FEATURES,
  LIST_RELEASES,
  TARGET_CHANGED,
  type ExploreFloorResult,
  type FeatureCardResult,
  type FeatureGroup,
  type FeatureItem,
  type ReleaseItem,
  type TargetChangedParams,
} from "../../server/src/protocol";
import { PLAIN } from "./capabilities";
import { onLine, TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";

let workspace: Workspace;
let uri: string;

/** Makes the workspace anew for each test of the surrounding `describe`. */
function useFreshWorkspace(): void {
  beforeEach(() => {
    workspace = makeWorkspace({ "pyproject.toml": pyproject(">=3.6"), "app.py": TEXT });
    uri = workspace.uriOf("app.py");
  });
  afterEach(() => workspace.dispose());
}

/** Opens the file at a client whose user reads this language; gives what is published of it. */
async function openIn(locale: string | undefined): Promise<{ client: TestClient; found: Diagnostic[] }> {
  const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri], locale });
  await client.open(uri, TEXT);
  return { client, found: await client.published(uri, 1) };
}

describe("a client whose user reads German", () => {
  useFreshWorkspace();

  it("gets diagnostics and their related places in German", async () => {
    const { found } = await openIn("de");
    const [{ message, relatedInformation = [] }] = found;
    assert.equal(message, "asyncio.run ist neu in Python 3.7; das Ziel >=3.6 (pyproject.toml:3) umfasst 3.6");
    assert.deepEqual(
      relatedInformation.map((related) => related.message),
      ["Das Ziel >=3.6 ist hier festgelegt"],
    );
  });

  it("gets hovers in German, but for the catalogue's own sentences", async () => {
    const { client } = await openIn("de-AT");
    const { contents } = (await client.hover(uri, 1, 9))!;
    const text = (contents as MarkupContent).value;
    assert.match(text, /benötigt 3\.7, das Ziel umfasst 3\.6, laut pyproject\.toml:3 · neu in Python 3\.7/);
    assert.match(text, /hinzugefügt/);
    assert.match(text, /Dokumentation/);
  });

  it("gets titles of actions in German", async () => {
    const { client, found } = await openIn("de");
    const actions = await client.actions(uri, onLine(1, 8, 11), { diagnostics: found });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes("Anweisung mit einer Abfrage auf Python 3.7 schützen"), titles.join("\n"));
    assert.ok(titles.includes("Mindestversion in pyproject.toml auf Python 3.7 anheben"), titles.join("\n"));
    assert.ok(titles.includes("added-later in dieser Zeile unterdrücken"), titles.join("\n"));
  });

  it("gets reports and headings in German", async () => {
    const { client } = await openIn("de");
    const floor = await client.connection.sendRequest<ExploreFloorResult>(EXPLORE_FLOOR, { uri });
    assert.match(
      floor.markdown ?? "",
      /^# Die älteste mögliche Python-Version\n\nDer Code von 1 Datei benötigt/,
    );
    const groups = await client.connection.sendRequest<FeatureGroup[]>(LIST_FEATURES, { minor: 7 });
    assert.ok(groups.some(({ title }) => title === "Neue Module"));
  });

  it("hears in German what the tree, its pages and the status item say", async () => {
    const options = { capabilities: PLAIN, folders: [workspace.uri], locale: "de" };
    const client = await TestClient.start({ ...options, initializationOptions: { companion: true } });
    await client.open(uri, TEXT);
    const { detail } = await client.next<TargetChangedParams>(TARGET_CHANGED);
    assert.equal(detail, "requires-python in pyproject.toml:3");
    const releases = await client.connection.sendRequest<ReleaseItem[]>(LIST_RELEASES);
    const { description, span } = releases.find(({ minor }) => minor === 7)!;
    assert.deepEqual([description, span], ["Juni 2018 · beendet Juni 2023", "Juni 2018 – Juni 2023"]);
    const [feature] = await client.connection.sendRequest<FeatureItem[]>(DESCRIBE_FEATURES, {
      ids: ["asyncio.run"],
    });
    assert.equal(feature.eventText, "3.7+");
    const card = await client.connection.sendRequest<FeatureCardResult>(FEATURE_CARD, { id: "asyncio.run" });
    assert.match(card?.page ?? "", /^# asyncio\.run\n\n\*\*Neu in Python 3\.7\*\*/);
  });
});

describe("a client whose user reads another language", () => {
  useFreshWorkspace();

  it("gets English, as one does that says nothing of it", async () => {
    for (const locale of ["fr", undefined]) {
      const { found } = await openIn(locale);
      assert.match(found[0].message as string, /^asyncio\.run is new in Python 3\.7;/);
    }
  });
});
