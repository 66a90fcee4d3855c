import assert from "node:assert/strict";
import type { CodeLens, CompletionItem, TextEdit } from "vscode-languageserver-protocol/node";
import { FULL } from "./capabilities";
import { TestClient } from "./test-client";

const URI = "file:///nowhere/app.py";

/** Opens a text with a cursor, written `|`, and asks what completes it. */
async function complete(
  text: string,
  target = "3.6",
): Promise<{ client: TestClient; items: CompletionItem[]; apply: (label: string) => string }> {
  const client = await TestClient.start({ capabilities: FULL, settings: () => ({ target }) });
  const offset = text.indexOf("|");
  const clean = text.replace("|", "");
  await client.open(URI, clean);
  const before = clean.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const items: CompletionItem[] = await client.connection.sendRequest("textDocument/completion", {
    textDocument: { uri: URI },
    position,
  });
  const apply = (label: string): string => {
    const edit = items.find((item) => item.label === label)?.textEdit as TextEdit | undefined;
    assert.ok(edit, label);
    const line = clean.split("\n")[position.line] ?? "";
    return line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
  };
  return { client, items, apply };
}

function labels(items: readonly CompletionItem[]): string[] {
  return items.map(({ label }) => label);
}

describe("completion", () => {
  it("knows the tuple that a version test needs, and puts first what the code asks for", async () => {
    const { client, items, apply } = await complete(
      "import math, sys\nif sys.version_info >= |:\n    pass\nmath.prod([1])\n",
    );
    const first = items.toSorted((a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? ""))[0];
    assert.equal(first?.label, "(3, 8)");
    assert.equal(first.detail, "math.prod needs it");
    assert.equal(apply("(3, 8)"), "if sys.version_info >= (3, 8):");
    await client.stop();
  });

  it("completes a tuple that was begun, with the bracket that an editor has closed", async () => {
    const { client, apply } = await complete("import sys\nif sys.version_info < (3, |):\n    pass\n");
    assert.equal(apply("(3, 11)"), "if sys.version_info < (3, 11):");
    await client.stop();
  });

  it("knows what a comment can silence: codes, and what the file uses", async () => {
    const { client, items, apply } = await complete("import math\nmath.prod([1])  # sincewhen: ignore[|]\n");
    assert.ok(labels(items).includes("added-later"));
    assert.equal(apply("math.prod"), "math.prod([1])  # sincewhen: ignore[math.prod]");
    await client.stop();
  });

  it("knows how such a comment begins", async () => {
    const { client, items } = await complete("import math\nmath.prod([1])  # sincewhen: |\n");
    assert.deepEqual(labels(items), ["ignore", "ignore-file"]);
    await client.stop();
  });

  it("knows the releases that python_requires can name", async () => {
    const { client, items, apply } = await complete('setup(name="x", python_requires=">=3.|")\n');
    assert.ok(items.some(({ label, detail }) => label === "3.8" && detail === "Oct 2019 · ended Oct 2024"));
    assert.equal(apply("3.9"), 'setup(name="x", python_requires=">=3.9")');
    await client.stop();
  });

  it("leaves everything else to others", async () => {
    for (const text of ["import ma|", "math.|", 'x = "|"', "x = (|)", "version = |"]) {
      const { client, items } = await complete(text);
      assert.deepEqual(items, [], text);
      await client.stop();
    }
  });
});

describe("the lens at the head of a file", () => {
  const lensesFor = async (settings: object, companion: boolean): Promise<CodeLens[]> => {
    const client = await TestClient.start({
      capabilities: FULL,
      settings: () => settings,
      initializationOptions: { companion },
      answers: {
        "sinceWhen/readFile": () => ({ text: null }),
        "sinceWhen/listFolder": () => ({ names: null }),
      },
    });
    await client.open(URI, "import math\nmath.prod([1])\nmath.prod([2])\n");
    const lenses: CodeLens[] = await client.connection.sendRequest("textDocument/codeLens", {
      textDocument: { uri: URI },
    });
    await client.stop();
    return lenses;
  };

  it("is off unless somebody wants it", async () => {
    assert.deepEqual(await lensesFor({}, false), []);
  });

  it("tells which Pythons the file runs on, and why", async () => {
    const [lens] = await lensesFor({ codeLens: true }, false);
    assert.equal(lens?.command?.title, "Runs on Python 3.8 and newer: math.prod");
    assert.equal(lens.command.command, "");
  });

  it("shows the places to who can show them", async () => {
    const [lens] = await lensesFor({ codeLens: true }, true);
    assert.equal(lens?.command?.command, "sinceWhen.showPlaces");
    const [, , places] = lens.command.arguments as [string, unknown, { range: { start: object } }[]];
    assert.deepEqual(
      places.map(({ range }) => range.start),
      [
        { line: 1, character: 5 },
        { line: 2, character: 5 },
      ],
    );
  });
});
