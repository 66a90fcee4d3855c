import assert from "node:assert/strict";
import { useCommandLine } from "./command-line";

describe("sincewhen catalogue", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { run } = useCommandLine();

  it("picks out what came, what went and what words name", () => {
    const list = (...args: string[]): string[] =>
      run(["catalogue", "--format", "json", ...args])
        .json<{ symbol: string }[]>()
        .map(({ symbol }) => symbol);
    assert.ok(list("--since", "3.7", "--module", "asyncio").includes("asyncio.run"));
    assert.ok(!list("--since", "3.8", "--module", "asyncio").includes("asyncio.run"));
    assert.ok(list("--removed-in", "3.12").includes("imp"));
    assert.ok(list("removeprefix").includes("builtins.str.removeprefix"));
    assert.equal(run(["catalogue", "--since", "2.7"]).status, 2);
  });
});
