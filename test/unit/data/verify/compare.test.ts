import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NameAnswer } from "../../../../data/verify/answers";
import { outcomesOf, told, verdictsOf, type StatedModules } from "./facts-of";

const NOT_THERE = { contradiction: "is not there" };
const THERE = { contradiction: "is there" };

describe("verify", () => {
  const math: StatedModules = {
    math: {
      "": { kind: "module" },
      prod: { kind: "function", added: "3.8", evidence: ["docs"] },
      cbrt: { kind: "function", added: "3.11", evidence: ["docs"] },
    },
  };

  it("finds nothing where an interpreter has what it should, and lacks what it should", () => {
    assert.deepEqual(verdictsOf(math, told({ math: { names: { prod: {} } } })), {});
  });

  it("contradicts what is missing and what came too early", () => {
    assert.deepEqual(verdictsOf(math, told({ math: { names: { cbrt: {} } } })), {
      "math.prod": NOT_THERE,
      "math.cbrt": THERE,
    });
  });

  it("takes absence in a WebAssembly build for nothing, presence for evidence", () => {
    const answers = told({ math: { names: { cbrt: {} } } }, { build: "wasm" });
    assert.deepEqual(verdictsOf(math, answers), { "math.prod": "wasm", "math.cbrt": THERE });
  });

  it("lets a thing be there before it is promised, where the catalogue says so, and demands it then", () => {
    const stated: StatedModules = {
      calendar: { "": { kind: "module" }, MONDAY: { kind: "constant", added: "3.12", seen: "3.0" } },
    };
    assert.deepEqual(verdictsOf(stated, told({ calendar: { names: { MONDAY: {} } } })), {
      "calendar.MONDAY": "unpromised",
    });
    assert.deepEqual(verdictsOf(stated, told({ calendar: { names: {} } })), {
      "calendar.MONDAY": { contradiction: "is not there, though it was seen" },
    });
  });

  it("waits for the micro release that brings a thing", () => {
    const stated: StatedModules = {
      gc: { "": { kind: "module" }, a: { added: "3.8.6", evidence: ["docs"] } },
    };
    assert.deepEqual(verdictsOf(stated, told({ gc: { names: {} } })), { "gc.a": "micro" });
    const later = told({ gc: { names: {} } }, { version: [3, 8, 6] });
    assert.deepEqual(verdictsOf(stated, later), { "gc.a": NOT_THERE });
  });

  it("cannot check what other systems have, what instances have, and what nobody dates", () => {
    const stated: StatedModules = {
      os: {
        "": { kind: "module" },
        startfile: { kind: "function", platforms: ["windows"] },
        DirEntry: { kind: "class" },
        "DirEntry.name": { kind: "attribute" },
        odd: { kind: "function", added: "unknown" },
      },
    };
    assert.deepEqual(verdictsOf(stated, told({ os: { names: { DirEntry: { kind: "class" } } } })), {
      "os.startfile": "platform",
      "os.DirEntry.name": "instance",
      "os.odd": "unknown",
    });
  });

  it("does not take the default of every object for a special method that came later", () => {
    const stated: StatedModules = {
      types: {
        "": { kind: "module" },
        Space: { kind: "class" },
        "Space.__lt__": { kind: "method", added: "3.9", evidence: ["docs"] },
      },
    };
    const names = { Space: { kind: "class" }, "Space.__lt__": { where: "object" } } as const;
    assert.deepEqual(verdictsOf(stated, told({ types: { names } })), { "types.Space.__lt__": "default" });
  });

  it("puts down to the build an extension that is missing, and asks nothing of what is inside", () => {
    const stated: StatedModules = {
      readline: { "": { kind: "module" }, get_line: { kind: "function", evidence: ["docs"] } },
    };
    const other = told(
      { readline: { origin: "extension", names: { get_line: {} } } },
      { version: [3, 9, 0] },
    );
    const lacking = told({ readline: { origin: "missing" } });
    const [outcomes] = outcomesOf(stated, [lacking, other]);
    assert.deepEqual(
      outcomes.map(({ verdict }) => verdict),
      ["build", "module"],
    );
    assert.deepEqual(verdictsOf(stated, lacking).readline, NOT_THERE);
  });

  it("puts down to the build what another interpreter of the same minor has", () => {
    const [outcomes] = outcomesOf(math, [
      told({ math: { names: {} } }),
      told({ math: { names: { prod: {} } } }),
    ]);
    assert.equal(outcomes.find(({ id }) => id === "math.prod")?.verdict, "build");
  });

  it("lets micro releases differ in what is undocumented, as long as some interpreter agrees", () => {
    const stated: StatedModules = { pty: { "": { kind: "module" }, helper: { evidence: ["runtime"] } } };
    const runs = [8, 9, 10].map((minor) => told({ pty: { names: {} } }, { version: [3, minor, 1] }));
    const verdicts = (has: Readonly<Record<string, NameAnswer>>) =>
      outcomesOf(stated, [...runs, told({ pty: { names: has } })], ["pty.helper"]).map(
        (run) => run.find(({ id }) => id === "pty.helper")?.verdict,
      );
    assert.equal(verdicts({ helper: {} })[1], "micro");
    assert.deepEqual(verdicts({})[1], { contradiction: "is nowhere as told" });
  });
});
