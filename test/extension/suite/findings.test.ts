import * as vscode from "vscode";
import { equal, findingsOf, ok, openSample, placeOf, until, untilFinding } from "./support";

describe("findings", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
  });

  it("underlines the names that Python 3.6 lacks, and nothing else", () => {
    equal(findingsOf(document), [
      "added-later ContextVar",
      "added-later dataclass",
      "added-later capture_output",
      "added-later time_ns",
      "added-later time_ns",
      "added-later run",
    ]);
  });

  it("links to the documentation and says who set the target", () => {
    const call = vscode.languages
      .getDiagnostics(document.uri)
      .find(({ range }) => range.contains(placeOf(document, "asyncio.run")));
    ok(call && typeof call.code === "object", "the diagnostic has no linked code");
    ok(call.code.target.toString(true).includes("#asyncio.run"), call.code.target.toString(true));
    ok(call.message.includes("3.7") && call.message.includes("3.6"), call.message);
  });

  it("tells in a hover since when", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      placeOf(document, "asyncio.run"),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : content.value))
      .join("\n");
    ok(text.includes("asyncio.run") && text.includes("new in Python 3.7"), text);
  });

  it("shows the version behind the name", async () => {
    const end = placeOf(document, "asyncio.run").translate(0, 1);
    const hints = await until(async () => {
      const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return all.length > 0 ? all : undefined;
    }, "inlay hints");
    const hint = hints.find(({ position }) => position.isEqual(end));
    const label = typeof hint?.label === "string" ? hint.label : hint?.label[0]?.value;
    equal(label, "3.7+", "label");
  });
});
