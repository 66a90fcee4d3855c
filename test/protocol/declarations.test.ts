import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import {
  DECLARE_TARGET,
  EXPLORE_FLOOR,
  INTERPRETER_CHANGED,
  type DeclareTargetParams,
  type DeclareTargetResult,
  type ExploreFloorResult,
} from "../../server/src/protocol";
import { FULL, PLAIN } from "./capabilities";
import { places, TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

let workspace: Workspace;

beforeEach(() => {
  workspace = makeWorkspace({ "pyproject.toml": pyproject(">=3.6"), "a.py": TEXT });
});

afterEach(() => workspace.dispose());

/** Opens a file of the workspace under its own text. */
async function open(client: TestClient, name: string, text: string): Promise<string> {
  const uri = workspace.uriOf(name);
  await client.open(uri, text, name.endsWith(".py") ? "python" : "toml");
  return uri;
}

/** Waits until the server publishes diagnostics that satisfy a test. */
async function publishedWith(
  client: TestClient,
  uri: string,
  fits: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const params = await client.next<{ uri: string; diagnostics: Diagnostic[] }>(
    "textDocument/publishDiagnostics",
    (published) => published.uri === uri && fits(published.diagnostics),
  );
  return params.diagnostics;
}

function has(code: string): (diagnostics: readonly Diagnostic[]) => boolean {
  return (diagnostics) => diagnostics.some((diagnostic) => diagnostic.code === code);
}

/** Applies an edit to texts by uri, of which it may name no others. */
function applied(
  edit: WorkspaceEdit | undefined,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const changes: Record<string, TextEdit[]> = { ...edit?.changes };
  for (const change of edit?.documentChanges ?? []) {
    assert.ok("edits" in change);
    changes[change.textDocument.uri] = change.edits as TextEdit[];
  }
  return Object.fromEntries(
    Object.entries(changes).map(([uri, edits]) => {
      const lines = texts[uri].split("\n");
      for (const { range, newText } of edits.toReversed()) {
        assert.equal(range.start.line, range.end.line);
        const line = lines[range.start.line];
        lines[range.start.line] =
          line.slice(0, range.start.character) + newText + line.slice(range.end.character);
      }
      return [uri, lines.join("\n")];
    }),
  );
}

function titled(actions: readonly CodeAction[], pattern: RegExp): CodeAction {
  const found = actions.find(({ title }) => pattern.test(title));
  assert.ok(found, `no ${String(pattern)} in ${actions.map(({ title }) => title).join(", ")}`);
  return found;
}

describe("a file that declares Pythons", () => {
  it("is told what the code needs, with the lines that ask for it and a fix", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await open(client, "pyproject.toml", pyproject(">=3.6"));
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
    const uri = await open(client, "pyproject.toml", pyproject(">=3.6,<3.9"));
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
    const code = await open(client, "a.py", TEXT);
    assert.deepEqual(places(await client.published(code, 1)), ["added-later 1:8-1:11"]);
    const uri = await open(client, "pyproject.toml", pyproject(">=3.6"));
    await client.change(uri, 2, { text: pyproject(">=3.7") });
    await publishedWith(client, code, (diagnostics) => diagnostics.length === 0);
    await client.close(uri);
    await publishedWith(client, code, has("added-later"));
    await client.stop();
  });

  it("is told again when the code changes", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await open(client, "pyproject.toml", pyproject(">=3.6"));
    await publishedWith(client, uri, has("target-mismatch"));
    const code = await open(client, "a.py", TEXT);
    await client.change(code, 2, { text: "import asyncio\n" });
    await publishedWith(client, uri, (diagnostics) => !has("target-mismatch")(diagnostics));
    await client.stop();
  });

  it("is reported to a client that pulls, which is asked to pull again when more is known", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = await open(client, "pyproject.toml", pyproject(">=3.6"));
    await client.pull(uri);
    await client.next("workspace/diagnostic/refresh");
    await client.next("workspace/inlayHint/refresh");
    const report = await client.pull(uri);
    assert.ok(report.kind === "full" && has("target-mismatch")(report.items));
    await client.stop();
  });

  it("gets one message where a value cannot be read", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await open(client, "pyproject.toml", pyproject("^3.6"));
    const diagnostics = await publishedWith(client, uri, has("target-unreadable"));
    assert.deepEqual(places(diagnostics), ["target-unreadable 2:19-2:23"]);
    await client.stop();
  });

  it("is held against the others, and aligned with them", async () => {
    const mypy = "[mypy]\npython_version = 3.9\n";
    workspace.write("mypy.ini", mypy);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = await open(client, "mypy.ini", mypy);
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
    const uri = await open(client, "setup.py", setup);
    assert.deepEqual(places(await client.published(uri, 1)), ["target-unreadable 1:23-1:27"]);
    const script = await open(client, "script.py", '# /// script\n# requires-python = ">=3.6,<3.9"\n# ///\n');
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
    const uri = await open(
      client,
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

describe("raising the floor from the code", () => {
  it("edits the promise and all that must agree, in files open and closed", async () => {
    const declared = `${pyproject(">=3.6")}[tool.black]\ntarget-version = ["py36", "py38"]\n`;
    const tox = "[tox]\nenvlist = py36, py37\n";
    workspace.write("pyproject.toml", declared);
    workspace.write("tox.ini", tox);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const code = await open(client, "a.py", TEXT);
    const uri = await open(client, "tox.ini", tox);
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
    const code = await open(client, "a.py", TEXT);
    const actions = await client.actions(code, EVERYWHERE);
    assert.ok(!actions.some(({ title }) => /Raise/.test(title)));
    await client.stop();
  });
});

describe("declarations where the server must not or cannot look", () => {
  it("are read and never run, so that nobody need trust the workspace", async () => {
    const setup = `open(${JSON.stringify(fileURLToPath(workspace.uriOf("ran")))}, "w")\nfrom setuptools import setup\nsetup(python_requires=">=3.6")\n`;
    workspace.remove("pyproject.toml");
    workspace.write("setup.py", setup);
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await open(client, "setup.py", setup);
    await publishedWith(client, uri, has("target-mismatch"));
    const code = await open(client, "a.py", TEXT);
    assert.deepEqual(places(await client.published(code, 1)), ["added-later 1:8-1:11"]);
    await client.stop();
    assert.ok(!existsSync(fileURLToPath(workspace.uriOf("ran"))));
  });

  it("are judged in a virtual workspace, without what the code needs", async () => {
    const root = "vscode-vfs://github/owner/repo";
    const files: Readonly<Record<string, string>> = {
      [`${root}/pyproject.toml`]: `${pyproject(">=3.6")}[tool.mypy]\npython_version = "3.9"\n`,
    };
    const client = await TestClient.start({
      capabilities: PLAIN,
      folders: [root],
      initializationOptions: { companion: true },
      answers: {
        "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: files[uri] ?? null }),
        "sinceWhen/listFolder": ({ folderUri }: { folderUri: string }) => ({
          names: folderUri === root ? ["pyproject.toml", "a.py"] : null,
        }),
        "sinceWhen/findFiles": () => assert.fail("the code of a virtual workspace is not read of itself"),
      },
    });
    const uri = `${root}/pyproject.toml`;
    await client.open(uri, files[uri], "toml");
    const diagnostics = await publishedWith(client, uri, has("target-disagreement"));
    assert.ok(!has("target-mismatch")(diagnostics));
    assert.deepEqual(await client.hints(uri), []);
    await client.stop();
  });
});

describe("a project that declares no target", () => {
  const usage = { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } };
  const capabilities: ClientCapabilities = {
    ...FULL,
    workspace: {
      ...FULL.workspace,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
    },
  };

  it("can be given one with a click, in its own files or in one that is made", async () => {
    const client = await TestClient.start({ capabilities, folders: [workspace.uri] });
    const toml = workspace.uriOf("pyproject.toml");
    workspace.write("pyproject.toml", '[project]\nname = "x"\n');
    const code = await open(client, "a.py", TEXT);
    const inProject = titled(await client.actions(code, usage), /^Declare that .* in pyproject\.toml$/);
    const [text] = Object.values(applied(inProject.edit, { [toml]: '[project]\nname = "x"\n' }));
    assert.match(text, /^\[project\]\nname = "x"\nrequires-python = ">=3\.\d+"\n$/);
    workspace.remove("pyproject.toml");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: toml, type: 3 }],
    });
    const made = titled(await client.actions(code, usage), /in sincewhen\.toml$/);
    const own = workspace.uriOf("sincewhen.toml");
    assert.deepEqual(
      made.edit?.documentChanges?.map((change) =>
        "kind" in change && change.kind === "create" ? change.uri : "edits",
      ),
      [own, "edits"],
    );
    const automatic = await client.actions(code, usage, { triggerKind: 2 });
    assert.ok(!automatic.some(({ title }) => /^Declare/.test(title)));
    await client.stop();
  });

  it("can be given one by the project's own extension", async () => {
    workspace.remove("pyproject.toml");
    const client = await TestClient.start({ capabilities, folders: [workspace.uri] });
    const code = await open(client, "a.py", TEXT);
    const params: DeclareTargetParams = { uri: code, range: "3.8" };
    const result: DeclareTargetResult = await client.connection.sendRequest(DECLARE_TARGET, params);
    assert.equal(result.uri, workspace.uriOf("sincewhen.toml"));
    assert.match(JSON.stringify(result.edit), /target = \\">=3\.8\\"/);
    await client.stop();
  });

  it("takes the selected interpreter where the user wants that, and nothing else speaks", async () => {
    workspace.remove("pyproject.toml");
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const code = await open(client, "a.py", TEXT);
    assert.deepEqual(await client.published(code, 1), []);
    const select = (version: string | null): Promise<void> =>
      client.connection.sendNotification(INTERPRETER_CHANGED, { folderUri: workspace.uri, version });
    await select("3.6");
    await publishedWith(client, code, has("added-later"));
    await select(null);
    await publishedWith(client, code, (diagnostics) => diagnostics.length === 0);
    await client.stop();
  });
});

describe("exploring the minimum in the editor", () => {
  it("gives a report on the code that has the same target, with links to the places", async () => {
    workspace.write("nested/pyproject.toml", pyproject(">=3.12"));
    workspace.write("nested/b.py", "import math\nmath.sumprod([], [])\n");
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await open(client, "a.py", TEXT);
    const { markdown }: ExploreFloorResult = await client.connection.sendRequest(EXPLORE_FLOOR, { uri });
    assert.ok(markdown !== null);
    assert.match(markdown, /The code of 1 file needs Python 3\.7; the declared minimum is 3\.6\./);
    assert.ok(markdown.includes("needs 3.7: [a.py:2](/a.py#L2)"), markdown);
    await client.stop();
  });
});

describe("a workspace at the top of a virtual file system", () => {
  it("is declared in, judged and named like any other folder", async () => {
    const text = '[project]\nname = "x"\nrequires-python = ">=3.6"\n';
    const texts: Record<string, string> = {
      "memory:///pyproject.toml": text,
      "memory:///app.py": "import math\nmath.prod([1])\n",
    };
    const client = await TestClient.start({
      capabilities: FULL,
      folders: ["memory:///"],
      initializationOptions: { companion: true },
      answers: {
        "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: texts[uri] ?? null }),
        "sinceWhen/listFolder": () => ({ names: ["app.py", "pyproject.toml"] }),
        "sinceWhen/findFiles": () => ({ uris: ["memory:///app.py"] }),
      },
    });
    await client.open("memory:///app.py", texts["memory:///app.py"] ?? "");
    const { origin } = await client.next<{ origin: { path: string } }>("sinceWhen/targetChanged");
    assert.equal(origin.path, "pyproject.toml");
    const declared = await client.connection.sendRequest("sinceWhen/declareTarget", {
      uri: "memory:///app.py",
      range: "3.7",
    });
    assert.deepEqual(declared, {
      uri: "memory:///pyproject.toml",
      edit: {
        documentChanges: [
          {
            textDocument: { uri: "memory:///pyproject.toml", version: null },
            edits: [
              {
                range: { start: { line: 2, character: 19 }, end: { line: 2, character: 24 } },
                newText: ">=3.7",
              },
            ],
          },
        ],
      },
    });
    await client.stop();
  });
});
