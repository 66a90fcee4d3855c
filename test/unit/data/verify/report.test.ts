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
    const lines = report(finished, judge([{ minor: 12, build: "native", outcomes }], []));
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
});
