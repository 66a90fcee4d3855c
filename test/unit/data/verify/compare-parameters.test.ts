import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { EntrySource } from "../../../../data/format";
import type { Verdict } from "../../../../data/verify/outcome";
import { told, verdictsOf } from "./facts-of";

/** Gives the verdicts on the parameters of one function, by name, for a signature that an interpreter told. */
function judge(entry: EntrySource, parameters?: readonly string[], key = "run"): Record<string, Verdict> {
  const stated = { m: { "": {}, C: { kind: "class" }, [key]: { kind: "function", ...entry } } } as const;
  const names = {
    C: { kind: "class" },
    [key]: { kind: "function", ...(parameters && { parameters }) },
  } as const;
  const verdicts = verdictsOf(stated, told({ m: { names } }));
  return Object.fromEntries(
    Object.entries(verdicts).map(([id, verdict]) => [id.slice(`m.${key}(`.length, -1), verdict]),
  );
}

describe("compareParameters", () => {
  const entry: EntrySource = {
    signature: "(main, *, debug=, factory=)",
    parameters: { factory: { added: "3.12" } },
    evidence: ["runtime"],
  };

  it("finds nothing where a signature is as told", () => {
    assert.deepEqual(judge(entry, ["main", "=debug"]), {});
  });

  it("contradicts parameters that are missing, early or unknown", () => {
    assert.deepEqual(judge(entry, ["main", "=factory", "=extra"]), {
      debug: { contradiction: "is not taken" },
      factory: { contradiction: "is taken" },
      extra: { contradiction: "is taken, but not listed" },
    });
  });

  it("cannot see through *args, **kwargs and what tells no signature", () => {
    assert.deepEqual(judge(entry, ["*args", "**kwargs"]), {
      main: "variadic",
      debug: "variadic",
      factory: "variadic",
    });
    assert.deepEqual(judge(entry), { main: "signature", debug: "signature" });
  });

  it("knows old names, and parameters that were by position only", () => {
    const renamed: EntrySource = {
      signature: "(data, mode)",
      changes: [
        { version: "3.9", kind: "parameter", name: "data", summary: "Was called string." },
        { version: "3.10", kind: "parameter", name: "mode", summary: "Can be given by keyword." },
      ],
      evidence: ["runtime"],
    };
    assert.deepEqual(judge(renamed, ["/string", "/m"]), { mode: "positional" });
  });

  it("does not care for names that operators never use, nor for private ones", () => {
    assert.deepEqual(judge({ signature: "(other)" }, ["/value"], "C.__add__"), { other: "operator" });
    assert.deepEqual(judge({ signature: "(_hidden=)" }, ["_else"]), { _hidden: "private" });
  });
});
