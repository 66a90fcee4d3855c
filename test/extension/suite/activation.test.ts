import * as vscode from "vscode";
import { equal, ok, openSample, until } from "./support";

interface Manifest {
  readonly contributes: { readonly commands?: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension("sincewhen.sincewhen");
  ok(found, "the extension is not installed");
  return found;
}

describe("activation", () => {
  it("comes with the first Python file", async () => {
    const document = await openSample("app.py");
    equal(document.languageId, "python", "language");
    await until(() => (extension().isActive ? true : undefined), "activation");
  });

  it("registers every command that the manifest promises", async () => {
    const manifest = extension().packageJSON as Manifest;
    const promised = (manifest.contributes.commands ?? []).map(({ command }) => command);
    const registered = await vscode.commands.getCommands(true);
    equal(
      promised.filter((command) => !registered.includes(command)),
      [],
      "commands without a handler",
    );
  });
});
