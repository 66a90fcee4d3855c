import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { judge } from "../../../../data/verify/exceptions";
import type { Outcome } from "../../../../data/verify/outcome";
import { report } from "../../../../data/verify/report";
import { told } from "./facts-of";

describe("report", () => {
  it("counts per interpreter what was checked and what was not, then names what is wrong", () => {
    const outcomes: Outcome[] = [
      { id: "os", sort: "module", verdict: "agrees" },
      { id: "os.a", sort: "name", verdict: { contradiction: "is not there" } },
      { id: "os.b", sort: "name", verdict: "platform" },
      { id: "os.c(x)", sort: "parameter", verdict: "signature" },
      { id: "os.d(x)", sort: "parameter", verdict: "signature" },
    ];
    const answers = told({}, { version: [3, 12, 1] });
    const finished = [
      { interpreter: { build: "native", path: "/usr/bin/python3.12" } as const, answers, outcomes },
    ];
    const lines = report(finished, judge([{ minor: 12, build: "native", outcomes }], [], []));
    assert.deepEqual(lines.slice(0, 5), [
      "Python 3.12.1, /usr/bin/python3.12",
      "  checked: 1 modules, 1 names, 0 members, 0 parameters; contradictions: 1, of them explained: 0",
      "  not checked: 3",
      "    2 of a callable that does not tell its signature",
      "    1 on other systems only",
    ]);
    assert.deepEqual(lines.slice(-2), [
      "os.a is not there: 3.12.1",
      "1 unexplained contradictions, 0 exceptions to take out",
    ]);
  });

  it("counts a fact once however many interpreters were asked, and names those that a reason left unchecked", () => {
    const outcomes = (verdict: Outcome["verdict"]): Outcome[] => [
      { id: "os.a", sort: "name", verdict },
      { id: "os.c(x)", sort: "parameter", verdict: "signature" },
    ];
    const runs = (["agrees", "platform"] as const).map((verdict, place) => ({
      interpreter: { build: "native", path: `/usr/bin/python3.1${place}` } as const,
      answers: told({}, { version: [3, 10 + place, 0] }),
      outcomes: outcomes(verdict),
    }));
    const judgement = judge([], [], []);
    const lines = report(runs, judgement, "signature");
    assert.deepEqual(lines.slice(lines.indexOf("2 facts of the catalogue"), -1), [
      "2 facts of the catalogue",
      "  checked somewhere: 0 modules, 1 names, 0 members, 0 parameters",
      "  checked nowhere: 0 modules, 0 names, 0 members, 1 parameters",
      "    1 of a callable that does not tell its signature",
      "os.c(x), of a callable that does not tell its signature: 3.10.0, 3.11.0",
    ]);
  });
});
