import assert from "node:assert/strict";
import { findingsOf } from "../analyse-for-tests";

const FOUND = ["added-later math.prod: prod"];

/** Expressions that use something on just those Pythons that lack it. */
const WRONG = [
  "None if sys.version_info >= (3, 8) else math.prod([])",
  "math.prod([]) if sys.version_info < (3, 8) else None",
  "sys.version_info >= (3, 8) or math.prod([])",
  "sys.version_info < (3, 8) and math.prod([])",
  "{math.prod(v) for v in x if sys.version_info < (3, 8)}",
  "[math.prod(v) for v in x if not hasattr(math, 'prod')]",
  "math.prod([]) and sys.version_info >= (3, 8)",
  "f(math.prod if sys.version_info >= (3, 8) else 1, math.prod([]))",
];

/** The same, the right way round. */
const RIGHT = [
  "math.prod([]) if sys.version_info >= (3, 8) else None",
  "None if sys.version_info < (3, 8) else math.prod([])",
  "sys.version_info < (3, 8) or math.prod([])",
  "sys.version_info >= (3, 8) and math.prod([])",
  "{math.prod(v) for v in x if sys.version_info >= (3, 8)}",
  "[math.prod(v) for v in x if hasattr(math, 'prod')]",
  "hasattr(math, 'prod') and math.prod([])",
];

describe("expressions with a version test", function () {
  // The catalogue is compiled from its sources, which takes a while on a busy machine.
  this.timeout(60_000);

  for (const code of WRONG) {
    it(`are found on the wrong side: ${code}`, async () => {
      assert.deepEqual(await findingsOf(`import math, sys\ny = ${code}\n`), FOUND);
    });
  }

  for (const code of RIGHT) {
    it(`are left alone on the right side: ${code}`, async () => {
      assert.deepEqual(await findingsOf(`import math, sys\ny = ${code}\n`), []);
    });
  }
});
