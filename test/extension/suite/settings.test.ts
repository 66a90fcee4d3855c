import * as vscode from "vscode";
import {
  brief,
  findingsOf,
  ok,
  openSample,
  sampleUri,
  setSetting,
  until,
  untilFinding,
  writeSample,
} from "./support";

describe("the settings", () => {
  it("have defaults, descriptions and a kind", () => {
    const settings = vscode.workspace.getConfiguration("sinceWhen");
    const manifest = vscode.extensions.getExtension("sincewhen.sincewhen")?.packageJSON as Manifest;
    const { properties } = manifest.contributes.configuration;
    for (const [name, property] of Object.entries(properties)) {
      const inspected = settings.inspect(name.slice("sinceWhen.".length));
      ok(inspected?.defaultValue !== undefined, `${name} has no default`);
      ok(!property.markdownDescription.startsWith("%"), `${name} is described by a key`);
    }
  });

  it("take findings away by code, by name and by file", async () => {
    const document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
    await setSetting("ignore", ["asyncio.run"]);
    await untilFinding(document, "added-later run", "gone");
    ok(findingsOf(document).includes("added-later time_ns"), "time.time_ns was not ignored");
    await setSetting("ignore", ["added-later"]);
    await untilFinding(document, "added-later time_ns", "gone");
    await setSetting("ignore", undefined);
    await untilFinding(document, "added-later run", "there");
    await setSetting("exclude", ["app.py"]);
    await untilFinding(document, "added-later run", "gone");
    await setSetting("exclude", undefined);
    await untilFinding(document, "added-later run", "there");
  });

  it("have files checked that nobody opened, if somebody wants that", async () => {
    const uri = await writeSample("unopened.py", "import math\nmath.prod([1])\n");
    await setSetting("workspaceDiagnostics", true);
    await until(
      () =>
        vscode.languages.getDiagnostics(uri).some(({ source }) => source === "sincewhen") ? true : undefined,
      "a finding in a file that is not open",
    );
    await setSetting("workspaceDiagnostics", undefined);
    await vscode.workspace.fs.delete(sampleUri("unopened.py"));
    const document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
    ok(brief(document, vscode.languages.getDiagnostics(document.uri)[0]), "no finding");
  });
});

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly markdownDescription: string }>>;
    };
  };
}
