import * as vscode from "vscode";
import { equal, ok, openSample, openText, revert, SCRIPT, until } from "./support";

async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return items;
}

function nameOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** Waits for the item that is called so. */
async function untilItem(
  document: vscode.TextDocument,
  position: vscode.Position,
  name: string,
): Promise<vscode.CompletionItem> {
  return until(
    async () => (await completionsAt(document, position)).find((item) => nameOf(item) === name),
    `the completion "${name}"`,
  );
}

function endOf(document: vscode.TextDocument): vscode.Position {
  return document.positionAt(document.getText().length);
}

describe("completion", () => {
  afterEach(revert);

  it("puts the tuple that the code asks for behind a version test", async () => {
    const document = await openText(`${SCRIPT}import asyncio, sys\nasyncio.run(1)\nif sys.version_info >= `);
    const item = await untilItem(document, endOf(document), "(3, 7)");
    ok(item.detail?.includes("asyncio.run"), `no reason: ${item.detail}`);
    equal(item.preselect, true, "preselect");
  });

  it("knows the versions that requires-python can name", async () => {
    const document = await openSample("pyproject.toml");
    const at = document.getText().indexOf('">=3.6"') + '">=3.'.length;
    ok(
      (await untilItem(document, document.positionAt(at), "3.9")).detail,
      "the release tells nothing of itself",
    );
  });

  it("knows what a comment can silence", async () => {
    const document = await openText(`${SCRIPT}import asyncio\nasyncio.run(1)  # sincewhen: ignore[`);
    await untilItem(document, endOf(document), "asyncio.run");
    await untilItem(document, endOf(document), "added-later");
  });

  it("leaves everything else to others", async () => {
    const document = await openText(`${SCRIPT}import asyncio\nasyncio.`);
    // VS Code itself offers the words of open documents, as text.
    const ours = (await completionsAt(document, endOf(document))).filter(
      (item) =>
        item.kind !== vscode.CompletionItemKind.Text &&
        /^(?:\(3, |3\.\d|added-later|ignore)/.test(nameOf(item)),
    );
    equal(ours.map(nameOf), [], "items of ours");
  });
});
