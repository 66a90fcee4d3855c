import * as vscode from "vscode";
import { equal, ok, openSample, setSetting, until } from "./support";

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
    10,
  );
  return lenses.filter(({ command }) => command?.title.includes("Python 3."));
}

describe("the code lens", () => {
  afterEach(async () => {
    await setSetting("codeLens", undefined);
  });

  it("is off until it is asked for", async () => {
    equal((await lensesOf(await openSample("tidings/report.py"))).length, 0, "lenses");
  });

  it("tells at the head of a file which Pythons it runs on and why, and shows the places", async () => {
    const document = await openSample("tidings/report.py");
    await setSetting("codeLens", true);
    const [lens] = await until(async () => {
      const lenses = await lensesOf(document);
      return lenses.length > 0 ? lenses : undefined;
    }, "a lens");
    equal(lens.range.start, new vscode.Position(0, 0), "place");
    const { title = "", command = "", arguments: places = [] } = lens.command ?? {};
    ok(title.includes("Python 3.8") && title.includes("shlex.join"), title);
    equal(command, "sinceWhen.showPlaces", "command");
    await vscode.commands.executeCommand(command, ...(places as unknown[]));
    await vscode.commands.executeCommand("closeReferenceSearch");
  });
});
