import * as vscode from "vscode";
import { api, equal, ok, openSample, revert, until, untilFinding } from "./support";

interface Manifest {
  readonly contributes: {
    readonly commands?: readonly { readonly command: string; readonly title: string }[];
    readonly walkthroughs?: readonly { readonly steps: readonly { readonly description: string }[] }[];
  };
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

  it("tells how long its own work took, and the server's start", async () => {
    const { activated, initialised } = await (await api()).startTimes;
    ok(activated > 0, "its own work took no time");
    ok(initialised > 0, "the server was there before it was asked for");
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

  it("has the manifest's texts put in for their keys", () => {
    const { commands = [] } = (extension().packageJSON as Manifest).contributes;
    ok(commands.length > 0, "the manifest has no commands");
    equal(
      commands.filter(({ title }) => title.startsWith("%")),
      [],
      "titles that are keys",
    );
  });

  it("offers in its walkthrough only commands that there are", async () => {
    const { walkthroughs = [] } = (extension().packageJSON as Manifest).contributes;
    const texts = walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description));
    const offered = texts.flatMap((text) =>
      [...text.matchAll(/\]\(command:([\w.]+)/g)].map(([, command]) => command),
    );
    ok(offered.length > 5, "the walkthrough offers no commands");
    const registered = await vscode.commands.getCommands(true);
    equal(
      offered.filter((command) => !registered.includes(command)),
      [],
      "commands without a handler",
    );
  });

  it("opens an example in which there is something to fix", async () => {
    await vscode.commands.executeCommand("sinceWhen.openExample");
    const document = vscode.window.activeTextEditor?.document;
    ok(document, "nothing was opened");
    await untilFinding(document, "added-later run", "there");
    await untilFinding(document, "syntax-later :=", "there");
    await revert();
  });
});
