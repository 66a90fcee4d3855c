import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "mocha";
import { judge, readExceptions, type Exception, type Run } from "../../../../data/verify/exceptions";
import type { Verdict } from "../../../../data/verify/outcome";

const MISSING: Verdict = { contradiction: "is not there" };

function run(minor: number, verdicts: Readonly<Record<string, Verdict>>): Run {
  const outcomes = Object.entries(verdicts).map(([id, verdict]) => ({ id, sort: "name" as const, verdict }));
  return { minor, build: "native", outcomes };
}

function except(ids: string[], minors: string[], more: Partial<Exception> = {}): Exception {
  return { ids, minors, reason: "So it is.", ...more };
}

/** Judges what a catalogue with two names holds. */
function judgeKnown(runs: readonly Run[], exceptions: readonly Exception[]) {
  return judge(runs, exceptions, ["os.a", "os.b"]);
}

describe("judge", () => {
  it("lists contradictions that nobody explained, with the interpreters that have them", () => {
    const runs = [run(8, { "os.a": MISSING, "os.b": "agrees" }), run(9, { "os.a": MISSING })];
    assert.deepEqual(judgeKnown(runs, []).contradictions, [
      { id: "os.a", what: "is not there", runs: [0, 1] },
    ]);
  });

  it("hears exceptions by id and minor, and by the start of ids", () => {
    const runs = [run(8, { "os.a": MISSING, "os.b": MISSING }), run(10, { "os.a": MISSING })];
    const judgement = judgeKnown(runs, [except(["os.*"], ["3.6-3.9"])]);
    assert.deepEqual(judgement.explained, [2, 0]);
    assert.deepEqual(
      judgement.contradictions.map(({ id, runs: places }) => [id, places]),
      [["os.a", [1]]],
    );
  });

  it("tells exceptions that explain nothing any more", () => {
    const runs = [run(8, { "os.a": "agrees" })];
    assert.deepEqual(judgeKnown(runs, [except(["os.a"], ["3.8"])]).stale, ["os.a needs no exception on 3.8"]);
    assert.deepEqual(judgeKnown(runs, [except(["os.gone"], ["3.8"])]).stale, [
      "os.gone needs no exception on 3.8",
    ]);
  });

  it("leaves alone what was not checked, not asked, or holds on some builds only", () => {
    const runs = [run(8, { "os.a": "build", "os.b": "agrees" })];
    const exceptions = [
      except(["os.a"], ["3.8"]),
      except(["os.b"], ["3.9"]),
      except(["os.b"], ["3.8"], { sometimes: true }),
    ];
    assert.deepEqual(judgeKnown(runs, exceptions).stale, []);
  });

  it("names what is excepted on some builds only and was on none, and fails it once nothing has its id", () => {
    const runs = [run(8, { "os.a": "agrees", "os.b": MISSING })];
    const judgement = judgeKnown(runs, [except(["os.a", "os.b", "os.gone"], ["3.8"], { sometimes: true })]);
    assert.deepEqual(judgement.idle, ["os.a", "os.gone"]);
    assert.deepEqual(judgement.stale, ["os.gone is nothing that the catalogue holds"]);
  });
});

describe("readExceptions", () => {
  it("refuses an exception without a reason or with minors that are none", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "exceptions-"));
    const file = path.join(folder, "exceptions.json");
    for (const wrong of [
      except(["os.a"], ["3.8"], { reason: " " }),
      except(["os.a"], ["8"]),
      except([], ["3.8"]),
    ]) {
      writeFileSync(file, JSON.stringify([wrong]));
      assert.throws(() => readExceptions(file), /needs ids, minors .* and a reason/);
    }
    rmSync(folder, { recursive: true });
  });
});
