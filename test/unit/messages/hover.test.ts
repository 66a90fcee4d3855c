import assert from "node:assert/strict";
import type { Entry } from "../../../server/src/engine/catalogue/entry";
import type { ProjectTarget } from "../../../server/src/engine/findings";
import { ALL_MINORS, minorsFrom, singleMinor } from "../../../server/src/engine/version";
import { hoverCard } from "../../../server/src/messages";
import { coroutine, entry, run, target } from "./subjects";

describe("hoverCard", () => {
  const prose = {
    summary: "Runs a coroutine.",
    example: { old: "loop.run_until_complete(main())", new: "asyncio.run(main())" },
  };

  it("opens with a line that stands alone", () => {
    const first = (about: Entry, promise: ProjectTarget | undefined, failing = 0): string =>
      hoverCard({ entry: about, prose: {}, target: promise, failing }).markdown.split("\n")[0];
    assert.equal(
      first(run, target(">=3.6"), singleMinor(6)),
      "**asyncio.run** — needs 3.7, you support 3.6, from pyproject.toml:7 · new in Python 3.7",
    );
    assert.equal(
      first(run, target(">=3.6")),
      "**asyncio.run** — not on 3.6 of your target, from pyproject.toml:7 · new in Python 3.7",
    );
    assert.equal(
      first(run, target(">=3.8")),
      "**asyncio.run** — on every Python of your target, from pyproject.toml:7 · new in Python 3.7",
    );
    assert.equal(first(run, undefined), "**asyncio.run** — new in Python 3.7");
    assert.equal(first(entry("os.getcwd"), target(">=3.8")), "**os.getcwd** — in every Python 3");
    assert.equal(
      first(coroutine, target(">=3.8"), minorsFrom(11)),
      "**asyncio.coroutine** — gone in 3.11, you support 3.11 and newer, from pyproject.toml:7 · new in Python 3.4, deprecated since 3.8",
    );
    assert.equal(
      first(coroutine, target(">=3.3"), singleMinor(3) | minorsFrom(11)),
      "**asyncio.coroutine** — not on 3.3 and 3.11 and newer of your target, from pyproject.toml:7 · new in Python 3.4, deprecated since 3.8, gone in 3.11",
    );
    assert.equal(
      first(entry("x.__set_name__", { added: "unknown" }), undefined),
      "**x.\\_\\_set\\_name\\_\\_** — nobody recorded when it arrived",
    );
  });

  it("goes on with signature, summary, history, example and links", () => {
    const { markdown } = hoverCard({ entry: run, prose, target: undefined, failing: 0 });
    assert.equal(
      markdown.split("\n\n").slice(1).join("\n\n"),
      [
        "```python\nasyncio.run(main, *, debug=...)\n```",
        "Runs a coroutine.",
        "- **3.7** added",
        "Before:\n```python\nloop.run_until_complete(main())\n```",
        "Now:\n```python\nasyncio.run(main())\n```",
        "[Documentation](https://docs.python.org/3/x) · [PEP 567](https://peps.python.org/pep-0567/)",
      ].join("\n\n"),
    );
  });

  it("has a plain form without marks", () => {
    const { plain } = hoverCard({ entry: coroutine, prose: {}, target: undefined, failing: 0 });
    assert.doesNotMatch(plain, /[`*]/);
    assert.match(plain, /^asyncio.coroutine — new in Python 3.4/);
    assert.match(plain, /^ {2}3\.11 {2}removed$/m);
    const judged = hoverCard({ entry: run, prose, target: target(">=3.6"), failing: singleMinor(6) });
    assert.match(
      judged.plain,
      /^asyncio\.run — needs 3\.7, you support 3\.6, from pyproject\.toml:7 · new in Python 3\.7\n\n/,
    );
  });

  it("tells of backports and platforms", () => {
    const files = entry("importlib.resources.files", {
      added: "3.9",
      backport: { package: "importlib-resources", module: "importlib_resources", pythons: ">=3.6" },
      platforms: ["linux", "macos"],
    });
    const { plain } = hoverCard({ entry: files, prose: {}, target: undefined, failing: 0 });
    assert.match(plain, /pip install importlib-resources, then import importlib_resources for Python >=3.6/);
    assert.match(plain, /Only on Linux and macOS/);
  });

  it("tells of a backport only who lacks something, and of what is gone in other words", () => {
    const backport = { package: "legacy-cgi", module: "cgi", pythons: ">=3.13" };
    const cgi = entry("cgi", { kind: "module", removed: "3.13", backport });
    const plainFor = (range: string): string =>
      hoverCard({ entry: cgi, prose: {}, target: target(range), failing: 0 }).plain;
    assert.match(plainFor(">=3.8"), /Where it is gone: pip install legacy-cgi/);
    assert.doesNotMatch(plainFor(">=3.8,<3.13"), /pip install/);
  });

  it("shows the parameters that there are, and no signature that says nothing", () => {
    const parameter = (name: string, removed?: string): Entry["parameters"][number] => ({
      name,
      position: undefined,
      positionalOnly: false,
      available: ALL_MINORS,
      added: undefined,
      deprecated: undefined,
      removed,
      summary: undefined,
    });
    const shown = (facts: Partial<Entry>): string =>
      hoverCard({ entry: entry("pkg.f", facts), prose: {}, target: undefined, failing: 0 }).plain;
    const parameters = [parameter("x", "3.9"), parameter("y", "3.9")];
    assert.match(shown({ signature: "(*integers, x=, y=)", parameters }), /^ {4}pkg\.f\(\*integers\)$/m);
    assert.match(shown({ signature: "(a, /, *, x=)", parameters }), /^ {4}pkg\.f\(a, \/\)$/m);
    const gone = shown({ signature: "(x, y=)", parameters, removed: "3.9" });
    assert.match(gone, /^ {4}pkg\.f\(x, y=\.\.\.\)$/m);
    assert.doesNotMatch(gone, /parameter/);
    assert.doesNotMatch(shown({ signature: "(*args, **kwargs)" }), /args/);
  });
});
