import assert from "node:assert/strict";
import type { ProjectTarget } from "../../../server/src/engine/findings";
import { FIX_IDS } from "../../../server/src/engine/fixes/fixes";
import { ALL_MINORS, singleMinor } from "../../../server/src/engine/version";
import { fixTitle, targetDeclaredHere, WORDINGS } from "../../../server/src/messages";
import { coroutine, entry, prod, run, target, word } from "./subjects";

describe("findingMessage", () => {
  it("tells since when, and which Pythons of whose target fail", () => {
    assert.equal(
      word("added-later", prod),
      "`math.prod` is new in Python 3.8; the target `>=3.6` (pyproject.toml:7) includes 3.6 and 3.7",
    );
  });

  it("names what the thing is where its name does not", () => {
    assert.match(
      word("added-later", entry("tomllib", { kind: "module", added: "3.11" })),
      /^The module `tomllib` is new/,
    );
    assert.match(
      word("added-later", entry("subprocess.run(text)", { kind: "parameter", added: "3.7" })),
      /^The parameter `text` of `subprocess.run` is new in Python 3.7/,
    );
    assert.match(
      word("added-later", entry("builtins.str.removeprefix", { added: "3.9" })),
      /^`str.removeprefix` is/,
    );
    assert.match(
      word("syntax-later", entry("syntax:walrus", { kind: "syntax", added: "3.8" })),
      /^The walrus operator `:=` is new in Python 3.8/,
    );
    assert.match(
      word("syntax-later", entry("syntax:some-new-thing", { kind: "syntax", added: "3.15" })),
      /^The syntax “some new thing” is new in Python 3.15/,
    );
  });

  it("tells of a gap and of security releases", () => {
    const callable = entry("builtins.callable", { added: "3.0", available: ALL_MINORS & ~singleMinor(1) });
    assert.match(word("added-later", callable, target(">=3.0")), /was absent later and is back since 3\.2/);
    const backported = entry("ssl.x", { added: "3.8", micros: ["3.6.12", "3.7.9"] });
    assert.match(word("added-later", backported), /new in Python 3.8 \(and in 3.6.12, 3.7.9\)/);
  });

  it("tells what is gone, what comes to its end, and what to use", () => {
    assert.equal(
      word("removed", coroutine, target(">=3.8,<3.13")),
      "`asyncio.coroutine` is gone since Python 3.11; the target `>=3.8,<3.13` (pyproject.toml:7) includes 3.11 and 3.12; use `async def` instead",
    );
    assert.equal(
      word("deprecated", coroutine, target("==3.9.*")),
      "`asyncio.coroutine` is deprecated since Python 3.8 and gone in 3.11; use `async def` instead",
    );
    const planned = entry("x.y", { deprecated: "3.12", removal: "3.16" });
    assert.equal(
      word("deprecated", planned),
      "`x.y` is deprecated since Python 3.12 and to be removed in 3.16",
    );
  });

  it("names the origin as its author knows it", () => {
    const range = target("3.6").range;
    const from = (origin: ProjectTarget["origin"]): string => word("added-later", run, { range, origin });
    assert.match(from({ path: "command line", key: "--target" }), /`>=3.6` \(--target\)/);
    assert.match(from({ path: "settings", key: "sinceWhen.target" }), /\(setting sinceWhen.target\)/);
    assert.match(from({ path: ".python-version", key: "version" }), /\(.python-version\)/);
    // A link to the declaration names its file already.
    const origin = { path: "pyproject.toml", key: "project.requires-python", line: 7 };
    assert.equal(targetDeclaredHere({ range, origin }), "The target `>=3.6` is declared here");
  });

  it("has a sentence for every code", () => {
    assert.match(
      word("changed", entry("behaviour:re.split-empty", { kind: "behaviour", added: "3.7" })),
      /means something else before Python 3.7/,
    );
    assert.match(word("modernise", run, target(">=3.8")), /^`asyncio.run`, new in Python 3.7, .* has it$/);
    const version = entry("sys.version_info", { kind: "attribute" });
    assert.match(word("unused-guard", version), /same answer on every Python of the target/);
    assert.match(word("unused-guard", prod), /`math.prod` is in every Python of the target/);
    assert.match(word("unused-ignore", entry("# sincewhen: ignore")), /silenced by `# sincewhen: ignore`/);
  });
});

describe("fixTitle", () => {
  it("is written for every fix of the engine", () => {
    for (const id of FIX_IDS) assert.ok(WORDINGS.en.fixes.worded.titles.includes(id), `${id} has no title`);
  });

  it("mentions what the fix is about", () => {
    assert.equal(
      fixTitle({ id: "suppress-line", details: { name: "removed" } }),
      "Silence `removed` on this line",
    );
    assert.equal(
      fixTitle({ id: "guard-statement", details: { version: "3.7" } }),
      "Guard the statement with a test for Python 3.7",
    );
    assert.equal(fixTitle({ id: "loop-to-asyncio-run", details: {} }), "Use `asyncio.run`");
  });

  it("refuses a fix that nobody wrote a title for", () => {
    assert.throws(() => fixTitle({ id: "toString", details: {} }), /no title is written/);
  });
});
