import * as vscode from "vscode";
import {
  equal,
  findingsOf,
  hoverAt,
  ok,
  openText,
  placeOf,
  revert,
  SCRIPT,
  untilFinding,
  writeSample,
} from "./support";

interface Manifest {
  readonly contributes: {
    readonly grammars: readonly {
      readonly path: string;
      readonly scopeName: string;
      readonly injectTo: readonly string[];
    }[];
  };
}

describe("stub files", () => {
  it("have cards, and no finding for what some Python lacks, since nothing of them runs", async () => {
    const uri = await writeSample(
      "shapes.pyi",
      "import asyncio\nfrom typing import Protocol\nrun = asyncio.run\n",
    );
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const text = await hoverAt(document, placeOf(document, "asyncio.run"));
    ok(text.includes("new in Python 3.7"), text);
    equal(findingsOf(document), [], "findings");
    await vscode.workspace.fs.delete(uri);
  });
});

describe("Markdown", () => {
  it("is left alone, with the Python in it", async () => {
    const python = await openText(`${SCRIPT}import asyncio\nasyncio.run(1)\n`);
    const markdown = await openText("# Head\n\n```python\nimport asyncio\nasyncio.run(1)\n```\n", "markdown");
    // By now the server has spoken of what was opened before.
    await untilFinding(python, "added-later run", "there");
    equal(findingsOf(markdown), [], "findings");
    const text = await hoverAt(markdown, placeOf(markdown, "asyncio.run"));
    ok(!text.includes("3.7"), text);
    await revert();
  });
});

describe("the grammars", () => {
  it("come with the extension and are put into Python's own", async () => {
    const extension = vscode.extensions.getExtension("sincewhen.sincewhen");
    ok(extension, "the extension is not installed");
    const { grammars } = (extension.packageJSON as Manifest).contributes;
    equal(grammars.length, 3, "grammars");
    for (const { path, scopeName, injectTo } of grammars) {
      equal(injectTo, ["source.python"], `where ${scopeName} goes`);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
      const grammar = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
      equal(grammar["scopeName"], scopeName, path);
      ok(typeof grammar["injectionSelector"] === "string", `${path} says nothing of where it applies`);
    }
  });
});
