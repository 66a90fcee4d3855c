import assert from "node:assert/strict";
import type { Entry } from "../../server/src/engine/catalogue/entry";
import type { Finding, ProjectTarget } from "../../server/src/engine/findings";
import { FIX_IDS } from "../../server/src/engine/fixes/fixes";
import {
  ALL_MINORS,
  minorsBefore,
  minorsFrom,
  parseMinor,
  singleMinor,
} from "../../server/src/engine/version";
import {
  findingMessage,
  fixTitle,
  formatMinors,
  formatMinorsShort,
  headlineOf,
  hintLabel,
  hoverCard,
  runSummary,
  targetDeclaredHere,
  targetStatus,
  timelineOf,
  WORDINGS,
} from "../../server/src/messages";
import { isRangeProblem, parsePythonRange } from "../../server/src/project";

/** Makes an entry of what matters to a sentence; its minors follow from when it came and went. */
function entry(id: string, facts: Partial<Entry> = {}): Entry {
  const from = facts.added === undefined || facts.added === "unknown" ? 0 : parseMinor(facts.added)!;
  const life = facts.removed === undefined ? ALL_MINORS : minorsBefore(parseMinor(facts.removed)!);
  return {
    id,
    kind: "function",
    available: minorsFrom(from) & life,
    added: undefined,
    deprecated: undefined,
    removed: undefined,
    removal: undefined,
    replacement: undefined,
    dropIn: undefined,
    backport: undefined,
    hook: false,
    older: "fails",
    unpromised: 0,
    platforms: undefined,
    pep: undefined,
    micros: undefined,
    provisional: false,
    changes: [],
    parameters: [],
    signature: undefined,
    anyKeyword: false,
    url: undefined,
    sources: ["docs"],
    type: undefined,
    ...facts,
  };
}

function target(text: string): ProjectTarget {
  const range = parsePythonRange(text);
  assert.ok(!isRangeProblem(range));
  return { range, origin: { path: "pyproject.toml", key: "project.requires-python", line: 7 } };
}

/** Words a finding on an entry: every targeted Python without it fails. */
function word(code: Finding["code"], about: Entry, promise = target(">=3.6")): string {
  const failing = promise.range.minors & ~about.available;
  const finding: Finding = {
    code,
    severity: "error",
    entryId: about.id,
    failing,
    fixIds: [],
    start: 0,
    end: 1,
  };
  return findingMessage(finding, { entry: about, target: promise });
}

const prod = entry("math.prod", { added: "3.8" });
const run = entry("asyncio.run", {
  added: "3.7",
  signature: "(main, *, debug=)",
  pep: 567,
  url: "https://docs.python.org/3/x",
});
const coroutine = entry("asyncio.coroutine", {
  added: "3.4",
  deprecated: "3.8",
  removed: "3.11",
  replacement: "syntax:async-def",
});

describe("formatMinors", () => {
  it("writes sets as sentences want them", () => {
    assert.equal(formatMinors(singleMinor(6)), "3.6");
    assert.equal(formatMinors(singleMinor(6) | singleMinor(7)), "3.6 and 3.7");
    assert.equal(formatMinors(minorsFrom(6) & minorsBefore(10)), "3.6 to 3.9");
    assert.equal(formatMinors(minorsFrom(12)), "3.12 and newer");
    assert.equal(
      formatMinors(minorsBefore(2) | (minorsFrom(5) & minorsBefore(9))),
      "3.0, 3.1 and 3.5 to 3.8",
    );
    assert.equal(formatMinors(0), "no Python 3");
  });

  it("writes them short", () => {
    assert.equal(formatMinorsShort(minorsFrom(7)), "3.7+");
    assert.equal(formatMinorsShort(minorsFrom(6) & minorsBefore(10)), "3.6–3.9");
    assert.equal(formatMinorsShort(singleMinor(6) | singleMinor(8)), "3.6, 3.8");
  });
});

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

describe("headlineOf", () => {
  it("is the first line without marks", () => {
    const walrus = entry("syntax:walrus", { kind: "syntax", added: "3.8" });
    assert.equal(
      headlineOf({ entry: walrus, prose: {}, target: undefined, failing: 0 }),
      "The walrus operator := — new in Python 3.8",
    );
  });
});

describe("timelineOf", () => {
  it("puts everything that happened in order, and nothing twice", () => {
    const parameter = (name: string, added: string, removed?: string): Entry["parameters"][number] => ({
      name,
      position: undefined,
      positionalOnly: false,
      available: minorsFrom(parseMinor(added)!),
      added,
      deprecated: undefined,
      removed,
      summary: undefined,
    });
    const about = entry("subprocess.run", {
      added: "3.5",
      changes: [
        { version: "3.10", kind: "behaviour", summary: "Does more." },
        {
          version: "3.7",
          kind: "parameter",
          name: "text",
          summary: "`text` is another name of `universal_newlines`.",
        },
      ],
      parameters: [
        parameter("text", "3.7"),
        parameter("capture_output", "3.7"),
        parameter("args", "3.5"),
        parameter("old", "3.6", "3.9"),
      ],
    });
    assert.deepEqual(
      timelineOf(about).map(({ version, text }) => `${version} ${text}`),
      [
        "3.5 added",
        "3.6 parameter `old`",
        "3.7 parameter `capture_output`",
        "3.7 `text` is another name of `universal_newlines`.",
        "3.9 parameter `old` removed",
        "3.10 Does more.",
      ],
    );
  });
});

describe("hintLabel", () => {
  it("tells the life of an entry in a few characters", () => {
    assert.equal(hintLabel(run), "3.7+");
    assert.equal(hintLabel(coroutine), "3.4–3.10");
    assert.equal(hintLabel(entry("x", { removed: "3.12" })), "gone in 3.12");
    assert.equal(hintLabel(entry("x", { added: "3.7.2" })), "3.7.2+");
    assert.equal(hintLabel(entry("x", { deprecated: "3.12" })), "deprecated in 3.12");
    assert.equal(hintLabel(entry("x", { added: "3.3", deprecated: "3.12" })), "3.3+, deprecated in 3.12");
    assert.equal(hintLabel(entry("x", { deprecated: "3.8", removed: "3.12" })), "gone in 3.12");
    assert.equal(
      hintLabel(entry("x", { added: "3.3", available: singleMinor(3) | minorsFrom(6) })),
      "3.3, 3.6+",
    );
    assert.equal(hintLabel(entry("os.getcwd")), undefined);
    assert.equal(hintLabel(entry("x", { added: "unknown" })), undefined);
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

describe("targetStatus", () => {
  it("says who declared the target, and how to declare one", () => {
    assert.deepEqual(targetStatus(target(">=3.8,<3.12")), {
      text: "Python >=3.8,<3.12",
      detail: "requires-python in pyproject.toml:7",
    });
    assert.equal(targetStatus(undefined).text, "No target Python");
  });

  it("names a setting by itself", () => {
    const origin = { path: "settings", key: "sinceWhen.target" };
    const { detail } = targetStatus({ ...target(">=3.8"), origin });
    assert.equal(detail, "setting sinceWhen.target");
  });
});

describe("runSummary", () => {
  it("counts by severity and names target and need", () => {
    const bySeverity = { error: 2, warning: 1, information: 0, hint: 0 };
    assert.equal(
      runSummary({ files: 4, bySeverity, minimum: 8, targets: [{ target: target(">=3.6"), files: 4 }] }),
      "Found 2 errors, 1 warning in 4 files for `>=3.6` (pyproject.toml:7); the code needs Python 3.8.",
    );
    const nothing = { error: 0, warning: 0, information: 0, hint: 0 };
    assert.equal(
      runSummary({ files: 1, bySeverity: nothing, minimum: 0, targets: [] }),
      "Nothing found in 1 file.",
    );
  });
});
