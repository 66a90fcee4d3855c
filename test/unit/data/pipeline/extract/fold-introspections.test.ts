import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import { readRuntimeEvidence } from "../../../../../data/pipeline/evidence/runtime-evidence";
import {
  foldIntrospections,
  unfold,
  type RawIntrospection,
} from "../../../../../data/pipeline/extract/fold-introspections";

const EMPTY: RawIntrospection = {
  python: "",
  modules: {},
  classes: {},
  missing: [],
  kw: [],
  softkw: [],
  future: [],
  enc: [],
};
const THREE_SIX: RawIntrospection = {
  ...EMPTY,
  python: "3.6.15 native",
  modules: { math: { gcd: "f?" } },
  kw: ["if"],
  missing: ["ssl"],
};
const THREE_SEVEN: RawIntrospection = {
  ...EMPTY,
  python: "3.7.9 native",
  modules: { math: { gcd: "f?", remainder: "f(x, y, /)" } },
  classes: { "queue.Queue": { "()": "maxsize=", put: "m(item)" } },
  kw: ["async", "if"],
};

describe("evidence of interpreters", () => {
  const raw = new Map([
    [6, THREE_SIX],
    [7, THREE_SEVEN],
  ]);

  it("tells each value once, with the minors that have it", () => {
    const folded = foldIntrospections(raw);
    assert.deepEqual(folded.modules["math"], {
      minors: "6-7",
      names: { gcd: { "6-7": "f?" }, remainder: { "7": "f(x, y, /)" } },
    });
    assert.deepEqual(folded.keywords, { async: "7", if: "6-7" });
  });

  it("gives back what it was folded from", () => {
    assert.deepEqual(unfold(foldIntrospections(raw)), raw);
  });

  it("gives the same text whatever order the releases came in", () => {
    const reversed = new Map([...raw].reverse());
    assert.equal(JSON.stringify(foldIntrospections(reversed)), JSON.stringify(foldIntrospections(raw)));
  });

  it("is read release by release", () => {
    const packed = gzipSync(JSON.stringify(foldIntrospections(raw)));
    const [six, seven] = readRuntimeEvidence(packed);
    assert.equal(six?.modules.get("math")?.has("remainder"), false);
    assert.equal(six?.missing.has("ssl"), true);
    assert.equal(seven?.modules.get("math")?.get("remainder"), "f(x, y, /)");
    assert.equal(seven?.classes.get("queue.Queue")?.get("put"), "m(item)");
  });
});
