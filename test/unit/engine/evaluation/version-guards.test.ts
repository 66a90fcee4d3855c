import assert from "node:assert/strict";
import { listMinors } from "../../../../server/src/engine/version";
import { readTruthTable } from "../guard/truth-table";
import { usagesOf } from "../analyse-for-tests";

/**
 * Forms on which more could be said than is said. What is said of them must be true all the same: their branches count
 * as reached on every Python on which they are.
 */
const NOT_DECIDED = new Set([
  "sys.version_info >= tuple([3, 8])",
  "float(sys.version[:3]) >= 3.8",
  "sys.version_info >= (3, 8) == True",
  "list(sys.version_info[:2]) == [3, 8]",
  "sys.version_info[:1] + (8,) <= sys.version_info",
  "sys.version_info[0] + sys.version_info[1] / 100 >= 3.08",
  "(sys.version_info >= (3, 8),)",
  "sys.version_info.__ge__((3, 8))",
  "isinstance(sys.version_info, tuple) and sys.version_info >= (3, 8)",
  "any([sys.version_info >= (3, 8)])",
  "all([sys.version_info >= (3, 8)])",
  "sum(sys.version_info[:2]) >= 11",
  "max(sys.version_info[:2]) >= 8",
]);

describe("branches behind version tests", function () {
  // The catalogue is compiled from its sources, which takes a while on a busy machine.
  this.timeout(60_000);

  const forms = readTruthTable();

  /** The minors on which the two branches of an `if` are reached, as far as the engine knows. */
  const reachOf = async (code: string): Promise<{ then: number; otherwise: number }> => {
    const text = `import platform, sys\nif ${code}:\n    print("then")\nelse:\n    print("else")\n`;
    const usages = await usagesOf(text, "builtins.print");
    const reachAt = (line: string): number =>
      usages.find(({ start }) => start === text.indexOf(line))?.reach ?? 0;
    return { then: reachAt('print("then")'), otherwise: reachAt('print("else")') };
  };

  it("are tried in more than a hundred forms beyond a single comparison", () => {
    assert.ok(forms.filter(({ comparison }) => !comparison).length > 100);
  });

  it("are reached where CPython reaches them", async () => {
    for (const { code, truth } of forms) {
      if (NOT_DECIDED.has(code)) continue;
      const reach = await reachOf(code);
      assert.deepEqual(listMinors(reach.then), listMinors(truth.yes), `if ${code}`);
      assert.deepEqual(listMinors(reach.otherwise), listMinors(truth.no), `else of ${code}`);
    }
  });

  it("are never taken for dead where CPython reaches them", async () => {
    for (const code of NOT_DECIDED) {
      const form = forms.find((each) => each.code === code);
      assert.ok(form, code);
      const reach = await reachOf(code);
      assert.equal(form.truth.yes & ~reach.then, 0, `if ${code}`);
      assert.equal(form.truth.no & ~reach.otherwise, 0, `else of ${code}`);
    }
  });
});
