import assert from "node:assert/strict";
import { LineIndex } from "../../../server/src/features/line-index";
import { mergeEdits, toWorkspaceEdit } from "../../../server/src/features/text-edits";

const insert = (at: number, newText: string) => ({ start: at, end: at, newText });
const replace = (start: number, end: number, newText: string) => ({ start, end, newText });

describe("mergeEdits", () => {
  it("sorts the edits of several fixes", () => {
    assert.deepEqual(mergeEdits([[replace(10, 12, "b")], [replace(2, 4, "a")]]), [
      replace(2, 4, "a"),
      replace(10, 12, "b"),
    ]);
  });

  it("does once what several fixes want alike, such as an import", () => {
    const first = [insert(0, "import sys\n"), replace(20, 25, "x")];
    const second = [insert(0, "import sys\n"), replace(30, 35, "y")];
    assert.deepEqual(mergeEdits([first, second]), [
      insert(0, "import sys\n"),
      replace(20, 25, "x"),
      replace(30, 35, "y"),
    ]);
  });

  it("leaves a fix out whole when it touches what an earlier one touches", () => {
    const later = [insert(0, "import b\n"), replace(5, 9, "y")];
    assert.deepEqual(mergeEdits([[replace(2, 6, "x")], later]), [replace(2, 6, "x")]);
    assert.deepEqual(mergeEdits([[insert(0, "import a\n")], [insert(0, "import b\n")]]), [
      insert(0, "import a\n"),
    ]);
  });
});

describe("toWorkspaceEdit", () => {
  const uri = "file:///app.py";
  const edit = [replace(0, 1, "a\nb")];

  it("names the version where the client heeds it", () => {
    const lines = LineIndex.of("x\n", "utf-16");
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const edits = [{ range, newText: "a\nb" }];
    assert.deepEqual(toWorkspaceEdit(edit, { uri, version: 3, lines, versionedEdits: false }), {
      changes: { [uri]: edits },
    });
    assert.deepEqual(toWorkspaceEdit(edit, { uri, version: 3, lines, versionedEdits: true }), {
      documentChanges: [{ textDocument: { uri, version: 3 }, edits }],
    });
  });

  it("ends new lines as the document does", () => {
    const lines = LineIndex.of("x\r\ny\r\n", "utf-16");
    const { changes } = toWorkspaceEdit(edit, { uri, version: 1, lines, versionedEdits: false });
    assert.equal(changes?.[uri][0].newText, "a\r\nb");
  });
});
