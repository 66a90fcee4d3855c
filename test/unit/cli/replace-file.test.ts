import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { replaceFile } from "../../../server/src/cli/replace-file";
import { useTemporaryFolder } from "./temporary-folder";

describe("replaceFile", () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => path.join(folder.path, name);
  const bytes = (text: string): Buffer => Buffer.from(text);

  it("puts new bytes in the place of the old ones, and keeps the mode", async () => {
    folder.write({ "a.py": "old" });
    chmodSync(at("a.py"), 0o755);
    await replaceFile(at("a.py"), bytes("old"), bytes("new"));
    assert.equal(readFileSync(at("a.py"), "utf8"), "new");
    assert.equal(statSync(at("a.py")).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(folder.path), [".git", "a.py"]);
  });

  it("writes through a link", async () => {
    folder.write({ "a.py": "old" });
    symlinkSync("a.py", at("link.py"));
    await replaceFile(at("link.py"), bytes("old"), bytes("new"));
    assert.ok(lstatSync(at("link.py")).isSymbolicLink());
    assert.equal(readFileSync(at("a.py"), "utf8"), "new");
  });

  it("leaves a file that somebody changed meanwhile", async () => {
    folder.write({ "a.py": "changed" });
    await assert.rejects(replaceFile(at("a.py"), bytes("old"), bytes("new")), /changed meanwhile/);
    assert.equal(readFileSync(at("a.py"), "utf8"), "changed");
    assert.deepEqual(readdirSync(folder.path), [".git", "a.py"]);
  });
});
