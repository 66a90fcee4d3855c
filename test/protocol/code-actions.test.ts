import assert from "node:assert/strict";
import {
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { FULL, PLAIN } from "./capabilities";
import { cursor, EVERYTHING, onLine, TestClient } from "./test-client";
import { makeWorkspace } from "./workspace";

const URI = "file:///nowhere/app.py";
const TEXT = "import subprocess\nsubprocess.run(['ls'], capture_output=True)\n";
const NAME = onLine(1, 23, 37);
const PIPES = "stdout=subprocess.PIPE, stderr=subprocess.PIPE";
const settings = (): object => ({ target: "3.6" });

function pipes(actions: readonly CodeAction[]): CodeAction {
  const action = actions.find(({ title }) => title.includes("PIPE"));
  assert.ok(action, JSON.stringify(actions.map(({ title }) => title)));
  return action;
}

describe("code actions", () => {
  it("carry their edits for a client that resolves nothing", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, TEXT);
    const diagnostics = await client.published(URI, 1);
    const action = pipes(await client.actions(URI, NAME, { diagnostics }));
    assert.equal(action.kind, "quickfix");
    assert.equal(action.isPreferred, true);
    assert.deepEqual(action.diagnostics, diagnostics);
    assert.deepEqual(action.edit, { changes: { [URI]: [{ range: onLine(1, 23, 42), newText: PIPES }] } });
    assert.equal(action.data, undefined);
    await client.stop();
  });

  it("get their edit when they are chosen, with the version that it is for", async () => {
    const client = await TestClient.start({ capabilities: FULL, settings });
    await client.open(URI, TEXT);
    const action = pipes(await client.actions(URI, cursor(1, 25)));
    assert.equal(action.edit, undefined);
    const resolved: CodeAction = await client.connection.sendRequest("codeAction/resolve", action);
    assert.deepEqual(resolved.edit, {
      documentChanges: [
        { textDocument: { uri: URI, version: 1 }, edits: [{ range: onLine(1, 23, 42), newText: PIPES }] },
      ],
    });
    await client.stop();
  });

  it("get no edit when the text has moved on, and survive nonsense", async () => {
    const client = await TestClient.start({ capabilities: FULL, settings });
    await client.open(URI, TEXT);
    const action = pipes(await client.actions(URI, cursor(1, 25)));
    await client.change(URI, 2, { range: onLine(0, 0, 0), text: "\n" });
    const late: CodeAction = await client.connection.sendRequest("codeAction/resolve", action);
    assert.equal(late.edit, undefined);
    for (const data of [undefined, null, 7, { uri: URI }, { uri: "file:///gone.py", version: 1 }]) {
      const nonsense: CodeAction = await client.connection.sendRequest("codeAction/resolve", {
        title: "x",
        data,
      });
      assert.equal(nonsense.edit, undefined);
    }
    await client.stop();
  });

  it("find their diagnostic by place and code, whatever else the client kept of it", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, TEXT);
    const bare = { range: NAME, code: "added-later", message: "" };
    const foreign = { range: NAME, code: "F401", source: "ruff", message: "" };
    const action = pipes(await client.actions(URI, NAME, { diagnostics: [foreign, bare] }));
    assert.deepEqual(action.diagnostics, [bare]);
    await client.stop();
  });

  it("keep to the kinds that are asked for", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, TEXT);
    const kindsFor = async (only: string[]): Promise<string[]> => {
      const actions = await client.actions(URI, EVERYTHING, { only });
      return [...new Set(actions.map(({ kind }) => kind!))];
    };
    assert.deepEqual(await kindsFor(["quickfix"]), ["quickfix"]);
    assert.deepEqual(await kindsFor(["source.fixAll"]), ["source.fixAll.sinceWhen"]);
    assert.deepEqual(await kindsFor(["source.fixAll.sinceWhen"]), ["source.fixAll.sinceWhen"]);
    assert.deepEqual(await kindsFor(["source.organizeImports"]), []);
    assert.deepEqual(await kindsFor(["refactor.extract"]), []);
    await client.stop();
  });

  it("add the package to the project's dependencies that the new code imports", async () => {
    const project = '[project]\nname = "x"\nrequires-python = ">=3.8"\ndependencies = ["attrs"]\n';
    const workspace = makeWorkspace({ "pyproject.toml": project });
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = workspace.uriOf("app.py");
    await client.open(uri, "import tomllib\n");
    const actions = await client.actions(uri, cursor(0, 8));
    const action = actions.find(({ title }) => title.includes("tomli") && title.includes("version test"));
    assert.ok(action, JSON.stringify(actions.map(({ title }) => title)));
    const resolved: CodeAction = await client.connection.sendRequest("codeAction/resolve", action);
    const changes = resolved.edit?.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
      [
        [uri, 1],
        [workspace.uriOf("pyproject.toml"), null],
      ],
    );
    const [added] = changes[1].edits as TextEdit[];
    assert.equal(added?.newText, `, "tomli; python_version < '3.11'"`);
    await client.stop();
    workspace.dispose();
  });

  it("offer what mends, guards and raises the minimum before what only silences", async () => {
    const project = '[project]\nname = "x"\nrequires-python = ">=3.6"\n';
    const workspace = makeWorkspace({ "pyproject.toml": project });
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = workspace.uriOf("app.py");
    await client.open(uri, "import math\nimport subprocess\nsubprocess.run([], text=math.prod([]))\n");
    // Two findings: what silences the first comes after what mends the second.
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 40 } };
    const actions = await client.actions(uri, range, { only: ["quickfix"] });
    const titles = actions.map(({ title }) => title);
    const silencing = titles.filter((title) => title.startsWith("Silence"));
    assert.ok(titles.some((title) => title.startsWith("Raise the minimum")));
    assert.ok(titles.some((title) => title.startsWith("Guard")));
    assert.ok(silencing.length >= 6, titles.join("\n"));
    assert.deepEqual(titles.slice(-silencing.length), silencing);
    await client.stop();
    workspace.dispose();
  });

  it("silence a symbol in the project's configuration, after every other fix", async () => {
    const project = '[project]\r\nrequires-python = ">=3.6"\r\n';
    const workspace = makeWorkspace({ "pyproject.toml": project });
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = workspace.uriOf("app.py");
    await client.open(uri, TEXT);
    const actions = await client.actions(uri, cursor(1, 25), { only: ["quickfix"] });
    assert.equal(actions.at(-1)?.title, "Silence subprocess.run(capture_output) in pyproject.toml");
    assert.deepEqual(actions.at(-1)?.edit?.documentChanges, [
      {
        textDocument: { uri: workspace.uriOf("pyproject.toml"), version: null },
        edits: [
          {
            range: cursor(2, 0),
            newText: '\r\n[tool.sincewhen]\r\nignore = ["subprocess.run(capture_output)"]\r\n',
          },
        ],
      },
    ]);
    await client.stop();
    workspace.dispose();
  });

  it("fix one sort of finding alone, to the end, where that is asked for", async () => {
    const text =
      "import sys\nif sys.version_info < (3, 5):\n    if sys.version_info < (3, 4):\n        x = 1\n";
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    const whole = `${text}else:\n    import collections\n    if sys.version_info > (3, 5):\n        x = 2\n`;
    await client.open(URI, whole);
    const kind = "source.fixAll.sinceWhen.unusedGuard";
    const [action, ...others] = await client.actions(URI, cursor(0, 0), { only: [kind] });
    assert.deepEqual(others, []);
    assert.equal(action?.kind, kind);
    // The inner test can only go when the outer one has, and `sys` only when both have.
    const document = TextDocument.create(URI, "python", 1, whole);
    const fixed = TextDocument.applyEdits(document, action.edit?.changes?.[URI] ?? []);
    assert.equal(fixed, "import collections\nx = 2\n");
    const all = await client.actions(URI, cursor(0, 0), { only: ["source"] });
    assert.deepEqual(
      all.map((each) => each.kind),
      ["source.fixAll.sinceWhen", kind],
    );
    assert.deepEqual(
      await client.actions(URI, cursor(0, 0), { only: ["source.fixAll.sinceWhen.modernise"] }),
      [],
    );
    await client.stop();
  });

  it("offer to rewrite older ways where every Python has the better one", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings: () => ({ target: "3.8" }) });
    await client.open(URI, `import subprocess\nsubprocess.run(['ls'], ${PIPES})\n`);
    const [diagnostic] = await client.published(URI, 1);
    assert.equal(diagnostic?.code, "modernise");
    assert.equal(diagnostic.severity, 4);
    for (const only of ["quickfix", "refactor"]) {
      const [action] = await client.actions(URI, diagnostic.range, { only: [only] });
      assert.equal(action?.kind, only === "refactor" ? "refactor.rewrite" : only);
      assert.match(JSON.stringify(action.edit), /capture_output=True/);
    }
    await client.stop();
  });

  it("fix everything safe at once, and nothing else, when asked to", async () => {
    const text = `${TEXT}${TEXT.split("\n")[1]}\nimport asyncio\nasyncio.run(main())\n`;
    const client = await TestClient.start({ capabilities: FULL, settings });
    await client.open(URI, text);
    const [action, ...others] = await client.actions(URI, cursor(0, 0), { only: ["source.fixAll"] });
    assert.deepEqual(others, []);
    const resolved: CodeAction = await client.connection.sendRequest("codeAction/resolve", action);
    assert.deepEqual(resolved.edit, {
      documentChanges: [
        {
          textDocument: { uri: URI, version: 1 },
          edits: [
            { range: onLine(1, 23, 42), newText: PIPES },
            { range: onLine(2, 23, 42), newText: PIPES },
          ],
        },
      ],
    });
    const automatic = await client.actions(URI, cursor(0, 0), {
      triggerKind: CodeActionTriggerKind.Automatic,
    });
    assert.deepEqual(automatic, [], "no source action for a light bulb");
    await client.stop();
  });

  it("say why a rewrite is refused, to who asks for it on the name", async () => {
    const codeAction = { ...FULL.textDocument?.codeAction, disabledSupport: true };
    const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, codeAction } };
    const client = await TestClient.start({ capabilities, settings: () => ({ target: "3.8" }) });
    await client.open(
      URI,
      "def cut(text):\n    return text.removeprefix('a')\n\nprint('ab'.removeprefix(f()))\n",
    );
    const disabled = async (context: Partial<CodeActionContext>): Promise<CodeAction[]> => {
      const actions = await client.actions(URI, cursor(3, 13), context);
      return actions.filter((action) => action.disabled);
    };
    const refused = {
      title: "Use the older startswith",
      kind: "refactor.rewrite",
      disabled: {
        reason:
          "An expression would be evaluated a different number of times, and may do more than give a value",
      },
    };
    assert.deepEqual(await disabled({}), [refused]);
    assert.deepEqual(await disabled({ only: ["refactor"] }), [refused]);
    assert.deepEqual(await disabled({ only: ["quickfix"] }), []);
    assert.deepEqual(await disabled({ triggerKind: CodeActionTriggerKind.Automatic }), []);
    await client.stop();
  });

  it("put in lines that end as those of the document do", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, "import asyncio\r\n\r\nasyncio.run(main())\r\n");
    const actions = await client.actions(URI, cursor(2, 9));
    const texts = actions.flatMap(({ edit }) => edit?.changes?.[URI]?.map(({ newText }) => newText) ?? []);
    const broken = texts.filter((text) => text.includes("\n"));
    assert.ok(broken.length > 0, JSON.stringify(actions));
    for (const text of broken) assert.doesNotMatch(text, /[^\r]\n/);
    await client.stop();
  });

  it("come also to a client that names no kinds", async () => {
    const capabilities = {
      ...PLAIN,
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    };
    const client = await TestClient.start({ capabilities, settings });
    await client.open(URI, TEXT);
    assert.ok(pipes(await client.actions(URI, cursor(1, 25))).edit);
    await client.stop();
  });

  it("are kept from a client that can show commands only", async () => {
    const client = await TestClient.start({ settings, initializationOptions: { settings: settings() } });
    await client.open(URI, TEXT);
    assert.deepEqual(await client.actions(URI, NAME), []);
    await client.stop();
  });
});
