import * as vscode from "vscode";
import type { SinceWhenApi } from "../../../client/src/api";

/** Long enough for a cold start on a busy machine; nothing waits that long when all is well. */
const PATIENCE_MS = 30_000;

/** The head of a script that says itself what it must run on. */
export const SCRIPT = '# /// script\n# requires-python = ">=3.6"\n# ///\n';

/** Throws unless both are the same, compared as JSON: `node:assert` is not to be had in a web worker. */
export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}`);
}

/** Throws with that sentence unless the condition holds. */
export function ok(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

/** Asks again and again until there is an answer; throws, naming what was awaited, when it does not come in time. */
export async function until<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  awaited: string,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`timed out waiting for ${awaited}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A file of the sample workspace. */
export function sampleUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, "the sample is not open as a workspace");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the sample in an editor. */
export async function openSample(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a text that is on no disk in an editor. */
export async function openText(content: string, language = "python"): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Makes or overwrites a file of the workspace, which is a copy of the sample. */
export async function writeSample(path: string, text: string): Promise<vscode.Uri> {
  const uri = sampleUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Gives the text of a file of the workspace as it is stored. */
export async function readSample(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri(path)));
}

/** Changes a setting of the extension for the workspace; `undefined` puts it back. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration("sinceWhen");
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** What the extension hands to other extensions, once it is active. */
export async function api(): Promise<SinceWhenApi> {
  const extension = vscode.extensions.getExtension<SinceWhenApi>("sincewhen.sincewhen");
  ok(extension, "the extension is not installed");
  return extension.activate();
}

/** Waits for a tab whose label has this in it. */
export async function untilTab(text: string): Promise<vscode.Tab> {
  const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return until(() => tabs().find(({ label }) => label.includes(text)), `a tab with "${text}"`);
}

/** Joins everything that hovers at a place say. */
export async function hoverAt(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    place,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

/** The last character of the first place that reads `text`. Throws when there is none. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const found = document.getText().indexOf(text);
  ok(found >= 0, `"${text}" is not in ${document.uri.path}`);
  return document.positionAt(found + text.length - 1);
}

/** What a diagnostic says, without its wording: its code and the text that it underlines. */
export function brief(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): string {
  const code = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  return `${code} ${document.getText(diagnostic.range)}`;
}

/** Our diagnostics of a document, as `brief` puts them, in the order of the text. */
export function findingsOf(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === "sincewhen")
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map((diagnostic) => brief(document, diagnostic));
}

/** Waits until a document has the finding, or no longer has it. */
export async function untilFinding(
  document: vscode.TextDocument,
  finding: string,
  state: "there" | "gone",
): Promise<void> {
  const wanted = state === "there";
  await until(
    () => (findingsOf(document).includes(finding) === wanted ? true : undefined),
    `"${finding}" to be ${state} in ${document.uri.path}`,
  );
}

/** Takes back every change to the document in the active editor that was not saved. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.files.revert");
}
