import * as vscode from "vscode";
import { equal, ok, openSample, until } from "./support";

describe("the releases explorer", () => {
  before(async () => {
    await openSample("app.py");
  });

  it("has a view that can be shown", async () => {
    await vscode.commands.executeCommand("sinceWhen.releases.focus");
  });

  it("opens everything that is known of a feature as a page", async () => {
    await vscode.commands.executeCommand("sinceWhen.openFeature", "math.prod");
    const label = await until(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .map((tab) => tab.label)
          .find((text) => text.includes("math.prod")),
      "a tab with the page of math.prod",
    );
    ok(label.includes("math.prod"), label);
  });

  it("writes the page from the catalogue", async () => {
    const uri = vscode.Uri.from({ scheme: "sincewhen", path: "/tomllib.loads.md", query: "tomllib.loads" });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().includes("new in Python 3.11"), page.getText());
    equal(page.languageId, "markdown", "language");
  });

  it("copies the import of a feature", async () => {
    const feature = { id: "math.prod", importText: "from math import prod" };
    await vscode.commands.executeCommand("sinceWhen.copyImport", { type: "feature", feature });
    equal(await vscode.env.clipboard.readText(), "from math import prod", "clipboard");
  });
});

describe("the exploration of other minimums", () => {
  it("opens as a page that nobody has to save", async () => {
    await openSample("app.py");
    await vscode.commands.executeCommand("sinceWhen.exploreMinimum");
    await until(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ label }) => label.includes("Minimum Python version")),
      "a tab with the exploration",
    );
    const uri = vscode.Uri.from({ scheme: "sincewhen-report", path: "/Minimum Python version.md" });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().includes("shlex.join"), page.getText());
    ok(!page.isDirty && !page.isUntitled, "the page waits to be saved");
  });
});

describe("the report of what the workspace needs", () => {
  it("opens as a page", async () => {
    await vscode.commands.executeCommand("sinceWhen.reportMinimum");
    await until(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ label }) => label.includes("Python versions")),
      "a tab with the report",
    );
    const uri = vscode.Uri.from({ scheme: "sincewhen-report", path: "/Python versions.md" });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().includes("Python 3.9 and newer"), page.getText());
  });
});
