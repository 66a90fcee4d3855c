import assert from "node:assert/strict";
import { EXPLORE_FLOOR, type ExploreFloorResult } from "../../server/src/protocol";
import { FULL, PLAIN } from "./capabilities";
import { applied, openFile, titled } from "./declarations";
import { TestClient } from "./test-client";
import { pyproject, useWorkspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

const FILES = { "pyproject.toml": pyproject(">=3.6"), "a.py": TEXT };

describe("raising the floor from the code", () => {
  const workspace = useWorkspace(FILES);

  it("edits the promise and all that must agree, in files open and closed", async () => {
    const declared = `${pyproject(">=3.6")}[tool.black]\ntarget-version = ["py36", "py38"]\n`;
    const tox = "[tox]\nenvlist = py36, py37\n";
    workspace.write("pyproject.toml", declared);
    workspace.write("tox.ini", tox);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const code = await openFile(client, workspace, "a.py", TEXT);
    const uri = await openFile(client, workspace, "tox.ini", tox);
    const actions = await client.actions(code, {
      start: { line: 1, character: 9 },
      end: { line: 1, character: 9 },
    });
    const raise = titled(actions, /^Raise the minimum to Python 3\.7 in pyproject\.toml and 1 other file$/);
    const toml = workspace.uriOf("pyproject.toml");
    assert.deepEqual(applied(raise.edit, { [toml]: declared, [uri]: tox }), {
      [toml]: `${pyproject(">=3.7")}[tool.black]\ntarget-version = ["py37", "py38"]\n`,
      [uri]: "[tox]\nenvlist = py37\n",
    });
    assert.deepEqual(
      raise.edit?.documentChanges?.map((change) => "textDocument" in change && change.textDocument),
      [
        { uri: toml, version: null },
        { uri, version: 1 },
      ],
    );
    await client.stop();
  });

  it("is not offered where another file or the editor sets the target", async () => {
    const client = await TestClient.start({
      capabilities: FULL,
      folders: [workspace.uri],
      settings: () => ({ target: "3.6" }),
    });
    const code = await openFile(client, workspace, "a.py", TEXT);
    const actions = await client.actions(code, EVERYWHERE);
    assert.ok(!actions.some(({ title }) => /Raise/.test(title)));
    await client.stop();
  });
});

describe("exploring the minimum in the editor", () => {
  const workspace = useWorkspace(FILES);

  it("gives a report on the code that has the same target, with links to the places", async () => {
    workspace.write("nested/pyproject.toml", pyproject(">=3.12"));
    workspace.write("nested/b.py", "import math\nmath.sumprod([], [])\n");
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "a.py", TEXT);
    const { markdown }: ExploreFloorResult = await client.connection.sendRequest(EXPLORE_FLOOR, { uri });
    assert.ok(markdown !== null);
    assert.match(markdown, /The code of 1 file needs Python 3\.7; the declared minimum is 3\.6\./);
    assert.ok(markdown.includes("needs 3.7: [a.py:2](/a.py#L2)"), markdown);
    await client.stop();
  });
});
