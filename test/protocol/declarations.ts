import assert from "node:assert/strict";
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { TestClient } from "./test-client";
import type { Workspace } from "./workspace";

/** Opens a file of the workspace under its own text. */
export async function openFile(
  client: TestClient,
  workspace: Workspace,
  name: string,
  text: string,
): Promise<string> {
  const uri = workspace.uriOf(name);
  await client.open(uri, text, name.endsWith(".py") ? "python" : "toml");
  return uri;
}

/** Waits until the server publishes diagnostics that satisfy a test. */
export async function publishedWith(
  client: TestClient,
  uri: string,
  fits: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const params = await client.next<{ uri: string; diagnostics: Diagnostic[] }>(
    "textDocument/publishDiagnostics",
    (published) => published.uri === uri && fits(published.diagnostics),
  );
  return params.diagnostics;
}

/** Tells of diagnostics whether one of them has a code. */
export function has(code: string): (diagnostics: readonly Diagnostic[]) => boolean {
  return (diagnostics) => diagnostics.some((diagnostic) => diagnostic.code === code);
}

/** Applies an edit to texts by uri, of which it may name no others. */
export function applied(
  edit: WorkspaceEdit | undefined,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const changes: Record<string, TextEdit[]> = { ...edit?.changes };
  for (const change of edit?.documentChanges ?? []) {
    assert.ok("edits" in change);
    changes[change.textDocument.uri] = change.edits as TextEdit[];
  }
  return Object.fromEntries(
    Object.entries(changes).map(([uri, edits]) => {
      const lines = texts[uri].split("\n");
      for (const { range, newText } of edits.toReversed()) {
        assert.equal(range.start.line, range.end.line);
        const line = lines[range.start.line];
        lines[range.start.line] =
          line.slice(0, range.start.character) + newText + line.slice(range.end.character);
      }
      return [uri, lines.join("\n")];
    }),
  );
}

/** Finds the code action of a title; fails where there is none. */
export function titled(actions: readonly CodeAction[], pattern: RegExp): CodeAction {
  const found = actions.find(({ title }) => pattern.test(title));
  assert.ok(found, `no ${String(pattern)} in ${actions.map(({ title }) => title).join(", ")}`);
  return found;
}
