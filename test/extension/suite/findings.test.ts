import * as vscode from "vscode";
import {
  brief,
  equal,
  findingsOf,
  hoverAt,
  ok,
  openSample,
  openText,
  placeOf,
  revert,
  SCRIPT,
  untilFinding,
} from "./support";

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

  it("are errors where a targeted Python fails, and point at what declares the target", () => {
    const diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === "sincewhen");
    const severities = new Set(diagnostics.map(({ severity }) => severity));
    equal([...severities], [vscode.DiagnosticSeverity.Error], "severities");
    for (const { relatedInformation } of diagnostics) {
      const files = relatedInformation?.map(({ location }) => location.uri.path.split("/").at(-1));
      equal(files, ["pyproject.toml"], "related places");
    }
  });

  it("strike out what is deprecated, and keep to a hint where there is another way", async () => {
    const other = await openText(`${SCRIPT}import logging\nlogging.warn(1)\n`);
    await untilFinding(other, "deprecated warn", "there");
    const [deprecated] = vscode.languages
      .getDiagnostics(other.uri)
      .filter((each) => brief(other, each) === "deprecated warn");
    equal(deprecated?.severity, vscode.DiagnosticSeverity.Hint, "severity");
    equal(deprecated?.tags, [vscode.DiagnosticTag.Deprecated], "tags");
    await revert();
  });

  it("tell in a hover since when, the verdict first", async () => {
    const text = await hoverAt(document, placeOf(document, "asyncio.run"));
    ok(text.includes("asyncio.run") && text.includes("new in Python 3.7"), text);
    const card = text.split("\n").find((line) => line.startsWith("**"));
    ok(card?.includes("needs 3.7, you support 3.6"), `no verdict in the first line: ${text}`);
  });

  it("tell in a hover of a keyword argument, of a module and of syntax", async () => {
    const other = await openText(
      `${SCRIPT}import subprocess, tomllib\nsubprocess.run([], text=True)\n(n := 1)\n`,
    );
    await untilFinding(other, "syntax-later :=", "there");
    for (const [place, mention] of [
      [", text", "new in Python 3.7"],
      ["tomllib", "new in Python 3.11"],
      [":=", "new in Python 3.8"],
    ] as const) {
      const text = await hoverAt(other, placeOf(other, place));
      ok(text.includes(mention), `${place}: ${text}`);
    }
    await revert();
  });
});
