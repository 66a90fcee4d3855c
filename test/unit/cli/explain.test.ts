import assert from "node:assert/strict";
import { useCommandLine } from "./command-line";

describe("sincewhen explain", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { run } = useCommandLine();

  it("tells the history of symbols in the order asked", () => {
    const { status, json } = run([
      "explain",
      "--format",
      "json",
      "asyncio.run",
      "pathlib.Path.with_stem",
      "str.removeprefix",
      "subprocess.run(capture_output)",
      "no.such",
    ]);
    const entries = json<{ symbol: string; known: boolean; added?: string; kind?: string }[]>();
    assert.equal(status, 1);
    assert.deepEqual(
      entries.map(({ symbol, known, added, kind }) => [symbol, known, kind, added]),
      [
        ["asyncio.run", true, "function", "3.7"],
        ["pathlib.PurePath.with_stem", true, "method", "3.9"],
        ["builtins.str.removeprefix", true, "method", "3.9"],
        ["subprocess.run(capture_output)", true, "parameter", "3.7"],
        ["no.such", false, undefined, undefined],
      ],
    );
    assert.deepEqual(entries[4], { symbol: "no.such", known: false });
  });

  it("has every member of the contract", () => {
    const [entry] = run(["explain", "--format", "json", "subprocess.run"]).json<Record<string, unknown>[]>();
    for (const member of [
      "symbol",
      "known",
      "kind",
      "added",
      "deprecated",
      "removed",
      "replacement",
      "backport",
      "changes",
      "parameters",
      "members",
      "summary",
      "url",
      "sources",
    ]) {
      assert.ok(entry && member in entry, member);
    }
    assert.deepEqual((entry?.["parameters"] as Record<string, unknown>)["capture_output"], {
      added: "3.7",
    });
  });

  it("answers thousands of symbols from standard input", () => {
    const input = "math.prod\nos.path.exists\n".repeat(5000);
    const { status, json } = run(["explain", "--stdin", "--format", "json"], input);
    assert.equal(status, 0);
    assert.equal(json<unknown[]>().length, 10_000);
  });

  it("shows a card, and what an unknown name may have meant", () => {
    const { out } = run(["explain", "asyncio.run", "asyncoi.run"]);
    assert.match(out, /^asyncio\.run — new in Python 3\.7\n/);
    assert.match(out, /asyncoi\.run — not in the catalogue; did you mean .*asyncio\.run/);
  });
});
