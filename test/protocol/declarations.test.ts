import assert from "node:assert/strict";
import { FULL, PLAIN } from "./capabilities";
import { applied, has, openFile, publishedWith, titled } from "./declarations";
import { places, TestClient } from "./test-client";
import { pyproject, useWorkspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";

const FILES = { "pyproject.toml": pyproject(">=3.6"), "a.py": TEXT };

describe("a file that declares Pythons", () => {
  const workspace = useWorkspace(FILES);

  it("is told what the code needs, with the lines that ask for it and a fix", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "pyproject.toml", pyproject(">=3.6"));
    const diagnostics = await publishedWith(client, uri, has("target-mismatch"));
    const mismatch = diagnostics.find(({ code }) => code === "target-mismatch")!;
    assert.deepEqual(places([mismatch]), ["target-mismatch 2:19-2:24"]);
    assert.equal(mismatch.severity, 2);
    assert.deepEqual(
      mismatch.relatedInformation?.map(({ location, message }) => [
        location.uri,
        places([{ ...mismatch, range: location.range }])[0],
        message,
      ]),
      [[workspace.uriOf("a.py"), "target-mismatch 1:8-1:11", "asyncio.run needs Python 3.7"]],
    );
    const actions = await client.actions(uri, mismatch.range, { diagnostics: [mismatch] });
    const raise = titled(actions, /^Raise the minimum to Python 3\.7 in pyproject\.toml$/);
    assert.deepEqual(raise.diagnostics, [mismatch]);
    assert.deepEqual(applied(raise.edit, { [uri]: pyproject(">=3.6") }), { [uri]: pyproject(">=3.7") });
    const hints = await client.hints(uri);
    assert.deepEqual(
      hints.map(({ position, label }) => [position, label]),
      [[{ line: 2, character: 25 }, "the code needs ≥ 3.7"]],
    );
    await client.stop();
  });

  it("tells in a card which Pythons are meant, and how long they live", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "pyproject.toml", pyproject(">=3.6,<3.9"));
    const hover = await client.hover(uri, 2, 21);
    assert.ok(hover && typeof hover.contents === "object" && "value" in hover.contents);
    const lines = hover.contents.value.split("\n");
    assert.equal(lines[0], "**project.requires-python** — Python 3.6 to 3.8");
    assert.ok(lines.includes("| 3.7 | 2018-06-27 | 2023-06-27 (over) |"));
    assert.equal(await client.hover(uri, 0, 2), null);
    await client.stop();
  });

  it("counts as it is edited, before it is saved, for itself and for the code", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const code = await openFile(client, workspace, "a.py", TEXT);
    assert.deepEqual(places(await client.published(code, 1)), ["added-later 1:8-1:11"]);
    const uri = await openFile(client, workspace, "pyproject.toml", pyproject(">=3.6"));
    await client.change(uri, 2, { text: pyproject(">=3.7") });
    await publishedWith(client, code, (diagnostics) => diagnostics.length === 0);
    await client.close(uri);
    await publishedWith(client, code, has("added-later"));
    await client.stop();
  });

  it("is told again when the code changes", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "pyproject.toml", pyproject(">=3.6"));
    await publishedWith(client, uri, has("target-mismatch"));
    const code = await openFile(client, workspace, "a.py", TEXT);
    await client.change(code, 2, { text: "import asyncio\n" });
    await publishedWith(client, uri, (diagnostics) => !has("target-mismatch")(diagnostics));
    await client.stop();
  });

  it("is reported to a client that pulls, which is asked to pull again when more is known", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "pyproject.toml", pyproject(">=3.6"));
    await client.pull(uri);
    await client.next("workspace/diagnostic/refresh");
    await client.next("workspace/inlayHint/refresh");
    const report = await client.pull(uri);
    assert.ok(report.kind === "full" && has("target-mismatch")(report.items));
    await client.stop();
  });

  it("gets one message where a value cannot be read", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "pyproject.toml", pyproject("^3.6"));
    const diagnostics = await publishedWith(client, uri, has("target-unreadable"));
    assert.deepEqual(places(diagnostics), ["target-unreadable 2:19-2:23"]);
    await client.stop();
  });

  it("is held against the others, and aligned with them", async () => {
    const mypy = "[mypy]\npython_version = 3.9\n";
    workspace.write("mypy.ini", mypy);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "mypy.ini", mypy);
    const report = await client.pull(uri);
    assert.ok(report.kind === "full");
    assert.deepEqual(places(report.items), ["target-disagreement 1:17-1:20"]);
    assert.equal(report.items[0].relatedInformation?.[0].location.uri, workspace.uriOf("pyproject.toml"));
    const align = titled(
      await client.actions(uri, report.items[0].range),
      /^Align with project\.requires-python$/,
    );
    assert.deepEqual(applied(align.edit, { [uri]: mypy }), { [uri]: mypy.replace("3.9", "3.6") });
    await client.stop();
  });

  it("can be Python itself: setup.py, and scripts with metadata", async () => {
    const setup = "from setuptools import setup\nsetup(python_requires='>3.x')\n";
    workspace.remove("pyproject.toml");
    workspace.write("setup.py", setup);
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "setup.py", setup);
    assert.deepEqual(places(await client.published(uri, 1)), ["target-unreadable 1:23-1:27"]);
    const script = await openFile(
      client,
      workspace,
      "script.py",
      '# /// script\n# requires-python = ">=3.6,<3.9"\n# ///\n',
    );
    const hover = await client.hover(script, 1, 25);
    assert.match(JSON.stringify(hover?.contents), /Python 3\.6 to 3\.8/);
    await client.stop();
  });

  it("leaves the code of other declarations out: nested projects, excluded files", async () => {
    workspace.write("pyproject.toml", `${pyproject(">=3.6")}[tool.sincewhen]\nexclude = ["old"]\n`);
    workspace.write("nested/pyproject.toml", pyproject(">=3.8"));
    workspace.write("nested/b.py", "import math\nmath.lcm(1, 2)\n");
    workspace.write("old/c.py", "import math\nmath.lcm(1, 2)\n");
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(
      client,
      workspace,
      "pyproject.toml",
      `${pyproject(">=3.6")}[tool.sincewhen]\nexclude = ["old"]\n`,
    );
    const diagnostics = await publishedWith(client, uri, has("target-mismatch"));
    const mismatch = diagnostics.find(({ code }) => code === "target-mismatch");
    assert.ok(typeof mismatch?.message === "string");
    assert.match(mismatch.message, /1 use needs up to Python 3\.7$/);
    await client.stop();
  });
});
