import assert from "node:assert/strict";
import type { MinimumReportResult } from "../../server/src/protocol";
import { FULL } from "./capabilities";
import { TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

describe("the report of what a workspace needs", () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = makeWorkspace({
      "pyproject.toml": pyproject(">=3.6"),
      "app.py": "import math\nprint('é', math.prod([1]))\n",
      "tools/build.py": "import asyncio\nasyncio.run(1)\n'a'.removeprefix('b')\n",
      "old.py": "print(1)\n",
    });
  });

  afterEach(() => workspace.dispose());

  async function ask(client: TestClient): Promise<NonNullable<MinimumReportResult>> {
    const result = await client.connection.sendRequest<MinimumReportResult>("sinceWhen/minimumReport", {});
    assert.ok(result);
    return result;
  }

  it("tells it for the whole, for each folder and for each file, with links", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const { markdown } = await ask(client);
    assert.match(markdown, /\*\*Python 3\.9 and newer\*\*.* Looked at 3 files\./);
    assert.ok(markdown.includes("| `tools` | 3.9 | 1 |"), markdown);
    assert.ok(markdown.includes("### [app.py](/app.py): Python 3.8"), markdown);
    assert.ok(markdown.includes("- 3.8: `math.prod`, [line 2](/app.py#L2)"), markdown);
    assert.ok(markdown.includes("1 file runs on every Python 3."), markdown);
    await client.stop();
  });

  it("tells it to programs as the command line does", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const { json } = await ask(client);
    const report = JSON.parse(json) as { minimum: string; files: { path: string; reasons: object[] }[] };
    assert.equal(report.minimum, "3.9");
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["app.py", "old.py", "tools/build.py"],
    );
    assert.deepEqual(report.files[0]?.reasons, [{ symbol: "math.prod", added: "3.8", line: 2, column: 17 }]);
    await client.stop();
  });

  it("reads what is open as it is in the editor", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(workspace.uriOf("tools/build.py"), "pass\n");
    const { markdown } = await ask(client);
    assert.match(markdown, /\*\*Python 3\.8 and newer\*\*/);
    await client.stop();
  });
});
