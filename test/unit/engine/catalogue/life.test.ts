import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { listMinors, minorsFrom } from "../../../../server/src/engine/version";
import { catalogueOf } from "./catalogue-of";

describe("the life of an entry", () => {
  it("takes what was a parameter of the new name from the start for one of the old name as well", () => {
    const renamed = catalogueOf({
      re: {
        PatternError: {
          kind: "exception",
          added: "3.13",
          signature: "(msg, *, code=)",
          parameters: { code: { added: "3.14" } },
        },
        error: { alias: "re.PatternError", added: "3.0" },
      },
    });
    const [msg, code] = renamed.lookup("re.error")!.parameters;
    assert.deepEqual([msg.added, msg.available], [undefined, minorsFrom(0)]);
    assert.deepEqual([code.added, code.available], ["3.14", minorsFrom(14)]);
    assert.equal(renamed.lookup("re.PatternError")!.parameters[0].available, minorsFrom(13));
  });

  it("does not hold a thing seen where it is said to be absent", () => {
    const entries = {
      timeout: { kind: "function", added: "3.11", seen: "3.4", absent: ["3.7-3.10"] },
    } as const;
    const entry = catalogueOf({ asyncio: entries }).lookup("asyncio.timeout")!;
    assert.deepEqual(listMinors(entry.unpromised), [4, 5, 6]);
  });

  it("lets members be older than the public name of their class", () => {
    const older = catalogueOf({
      re: {
        Match: { kind: "class", added: "3.7" },
        "Match.__getitem__": { kind: "method", added: "3.6" },
        "Match.group": { kind: "method", added: "3.0" },
        "Match.later": { kind: "method" },
      },
    });
    const lives = ["Match.__getitem__", "Match.group", "Match.later"].map((key) => {
      const { added, available } = older.lookup(`re.${key}`)!;
      return [added, available];
    });
    assert.deepEqual(lives, [
      ["3.6", minorsFrom(6)],
      [undefined, minorsFrom(0)],
      ["3.7", minorsFrom(7)],
    ]);
  });
});
