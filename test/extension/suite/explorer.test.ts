import * as vscode from "vscode";
import {
  api,
  equal,
  ok,
  openSample,
  placeOf,
  readSample,
  sampleUri,
  until,
  untilTab,
  writeSample,
} from "./support";

describe("the releases explorer", () => {
  before(async () => {
    await openSample("app.py");
  });

  it("has a view that can be shown", async () => {
    await vscode.commands.executeCommand("sinceWhen.releases.focus");
  });

  it("lists every release, what it brought, and says all of it to a screen reader, too", async () => {
    const { releases } = await api();
    const nodes = (await releases.getChildren()) ?? [];
    equal(nodes.length, 16, "releases");
    const release = nodes.find((node) => node.type === "release" && node.release.minor === 8);
    const groups = (await releases.getChildren(release)) ?? [];
    const titles = groups.map((node) => (node.type === "group" ? node.group.title : node.type));
    equal(titles[0], "Syntax", "first heading");
    ok(titles.includes("New modules") && titles.includes("Concurrency"), JSON.stringify(titles));
    const features = (await releases.getChildren(groups[0])) ?? [];
    for (const node of [...nodes, ...groups, ...features]) {
      const { label, accessibilityInformation } = await releases.getTreeItem(node);
      const spoken = accessibilityInformation?.label ?? "";
      const shown = typeof label === "string" ? label : (label?.label ?? "");
      ok(spoken.startsWith(shown) && spoken.length > shown.length, `${shown}: ${spoken}`);
    }
  });

  it("marks what the workspace uses, open or not, in words, and follows its files", async () => {
    const uri = await writeSample("sorts.py", "import graphlib\n");
    await vscode.commands.executeCommand("sinceWhen.releases.focus");
    await untilMark("used here", "there");
    await writeSample("sorts.py", "import math\n");
    await untilMark("used here", "gone");
    await vscode.workspace.fs.delete(uri);
  });

  it("finds a feature and opens its page", async () => {
    await openSample("app.py");
    // It ends when something was chosen, which takes until there is something to choose.
    const isOver = vscode.commands
      .executeCommand("sinceWhen.searchFeatures", "asyncio.timeout")
      .then(() => true);
    const soon = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, 100, undefined));
    await until(async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return Promise.race([isOver, soon()]);
    }, "something to choose");
    await untilTab("asyncio.timeout");
  });

  it("opens everything that is known of a feature as a page", async () => {
    await vscode.commands.executeCommand("sinceWhen.openFeature", "math.prod");
    await untilTab("math.prod");
  });

  it("opens the page of the name at the cursor, as a click on its hint does", async () => {
    const document = await openSample("app.py");
    const editor = await vscode.window.showTextDocument(document);
    const place = placeOf(document, "time.time_ns");
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("sinceWhen.openFeature");
    await untilTab("time.time_ns");
  });

  it("writes the page from the catalogue", async () => {
    const uri = vscode.Uri.from({ scheme: "sincewhen", path: "/tomllib.loads.md", query: "tomllib.loads" });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().startsWith("# tomllib.loads\n\n**New in Python 3.11**"), page.getText());
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
    await untilTab("Minimum Python version");
    const uri = vscode.Uri.from({ scheme: "sincewhen-report", path: "/Minimum Python version.md" });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().includes("shlex.join"), page.getText());
    ok(!page.isDirty && !page.isUntitled, "the page waits to be saved");
  });
});

describe("the report of what the workspace needs", () => {
  it("opens as a page", async () => {
    await vscode.commands.executeCommand("sinceWhen.reportMinimum");
    await untilTab("Python versions");
    const uri = vscode.Uri.from({ scheme: "sincewhen-report", path: "/Python versions.md" });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().includes("Python 3.9 and newer"), page.getText());
  });

  it("is written as Markdown or as JSON, by the name of the file", async () => {
    await vscode.commands.executeCommand("sinceWhen.exportMinimum", sampleUri("out.md"));
    ok((await readSample("out.md")).startsWith("# The Pythons"), await readSample("out.md"));
    await vscode.commands.executeCommand("sinceWhen.exportMinimum", sampleUri("out.json"));
    const { schema, minimum } = JSON.parse(await readSample("out.json")) as Record<string, unknown>;
    equal([schema, minimum], [1, "3.9"], "schema and minimum");
    for (const name of ["out.md", "out.json"]) await vscode.workspace.fs.delete(sampleUri(name));
  });
});

/** Waits until the module graphlib, among what 3.9 brought, has a mark or has none. */
async function untilMark(mark: string, state: "there" | "gone"): Promise<void> {
  const { releases } = await api();
  await until(async () => {
    const nodes = (await releases.getChildren()) ?? [];
    const release = nodes.find((node) => node.type === "release" && node.release.minor === 9);
    const groups = (await releases.getChildren(release)) ?? [];
    const group = groups.find((node) => node.type === "group" && node.group.category === "new-modules");
    const features = (await releases.getChildren(group)) ?? [];
    const feature = features.find((node) => node.type === "feature" && node.feature.id === "graphlib");
    ok(feature, "graphlib is not among the new modules");
    const { description, accessibilityInformation } = await releases.getTreeItem(feature);
    const texts = [description, accessibilityInformation?.label];
    const marked = texts.filter((text) => String(text).includes(mark)).length;
    return marked === (state === "there" ? texts.length : 0) ? true : undefined;
  }, `"${mark}" to be ${state}`);
}
