import assert from "node:assert/strict";
import { minorsFrom } from "../../../server/src/engine/version";
import { supportedMinors, toInlayHints } from "../../../server/src/features/inlay-hints";
import { LineIndex } from "../../../server/src/features/line-index";
import { parsePythonRange, isRangeProblem } from "../../../server/src/project";
import type { InlayHintMode } from "../../../server/src/protocol";
import { engineForTests } from "../fixtures/engine-for-tests";

interface Given {
  readonly target?: string;
  readonly today?: string;
  readonly mode?: InlayHintMode;
}

/** Gives the hints of a text, each behind the name it stands at; `_` where room is left behind it. */
async function hintsIn(text: string, { target, today = "2026-01-01", mode = "relevant" }: Given = {}) {
  const engine = await engineForTests();
  const range = target === undefined ? undefined : parsePythonRange(target);
  assert.ok(!range || !isRangeProblem(range));
  const document = engine.parse(text);
  const analysis = engine.analyse(document, {
    uri: "file:///app.py",
    version: 1,
    target: range && { range, origin: { path: "pyproject.toml", key: "project.requires-python", line: 1 } },
  });
  document.dispose();
  const lines = LineIndex.of(text, "utf-16");
  const hints = toInlayHints(analysis, {
    catalogue: engine.catalogue,
    lines,
    mode,
    shown: { start: 0, end: text.length },
    today,
    lazyTooltips: true,
    markdown: true,
    companion: false,
  });
  return hints.map(({ position, label, paddingRight }) => {
    const before = text.slice(0, lines.offsetAt(position));
    return `${/[\w]+$/.exec(before)?.[0]} ${label as string}${paddingRight ? " _" : ""}`;
  });
}

describe("toInlayHints", () => {
  it("keeps its distance from an operator, which it would read as a part of", async () => {
    const text =
      'import subprocess\nsubprocess.run("x", capture_output=True)\nsubprocess.run("x", text = 1)\n';
    assert.deepEqual(await hintsIn(text, { target: ">=3.6" }), ["capture_output 3.7+ _", "text 3.7+"]);
  });

  it("goes by what upstream still maintains where nobody declared a target", async () => {
    const text = "import asyncio\nasyncio.run(1)\n";
    assert.deepEqual(await hintsIn(text, { today: "2020-01-01" }), ["run 3.7+"]);
    assert.deepEqual(await hintsIn(text, { today: "2026-01-01" }), []);
  });

  it("tells of what is on its way out", async () => {
    const text = "import asyncio\n@asyncio.coroutine\ndef f(): pass\n";
    const [hint] = await hintsIn(text, { target: ">=3.6" });
    assert.match(hint, /^coroutine .*3\.1/);
  });

  it("says nothing in a branch that no lacking Python reaches", async () => {
    const text =
      "import asyncio, sys\nif sys.version_info >= (3, 7):\n    asyncio.run(1)\nelse:\n    asyncio.run(2)\n";
    assert.deepEqual(await hintsIn(text, { target: ">=3.6" }), ["run 3.7+"]);
    const all = await hintsIn(text, { target: ">=3.6", mode: "all" });
    assert.deepEqual(
      all.filter((hint) => hint.startsWith("run")),
      ["run 3.7+"],
    );
  });

  it("gives nothing when switched off", async () => {
    assert.deepEqual(await hintsIn("import tomllib\n", { mode: "off" }), []);
  });
});

describe("supportedMinors", () => {
  const calendar = [
    { minor: 8, released: "2019-10-14", endOfLife: "2024-10-07" },
    { minor: 9, released: "2020-10-05", endOfLife: "2025-10-31" },
    { minor: 15, released: undefined, endOfLife: undefined },
  ];

  it("counts a release to the day of its end of life", () => {
    assert.equal(supportedMinors(calendar, "2024-10-07"), minorsFrom(8));
    assert.equal(supportedMinors(calendar, "2024-10-08"), minorsFrom(9));
  });

  it("counts releases without a date of end as supported", () => {
    assert.equal(supportedMinors(calendar, "2050-01-01"), minorsFrom(15));
  });
});
