import assert from "node:assert/strict";
import { listMinors } from "../../../../server/src/engine/version";
import { readTruthTable } from "../guard/truth-table";
import { usagesOf } from "../analyse-for-tests";

/**
 * Forms on which more could be said than is said. What is said of them must be true all the same: their branches count
 * as reached on every Python on which they are.
 */
const NOT_DECIDED = new Set([
  "sys.version_info[:2] in [(3, 6), (3, 7)]",
  "sys.version_info[-5] == 3",
  "tuple(sys.version_info) >= (3, 8)",
  "tuple(sys.version_info[:2]) < (3, 9)",
  "sys.version_info >= (3, 8) if sys.version_info >= (3, 7) else False",
  "bool(sys.version_info >= (3, 8))",
  "sys.version_info >= tuple([3, 8])",
  "sys.version_info >= (3,) + (8,)",
  "sys.version >= '3.8'",
  "sys.version.startswith('3.8')",
  "sys.version[0] == '3'",
  "sys.version[:3] == '3.8'",
  "float(sys.version[:3]) >= 3.8",
  "platform.python_version() >= '3.8'",
  "int(platform.python_version_tuple()[1]) >= 8",
  "sys.hexversion >> 24 == 3",
  "(sys.version_info[0], sys.version_info[1]) >= (3, 8)",
  "(sys.version_info.major, sys.version_info.minor) < (3, 8)",
  "sys.version_info[0] * 10 + sys.version_info[1] >= 38",
  "sys.version_info and sys.version_info >= (3, 8)",
  "sys.version_info is not None",
  "len(sys.version_info) == 5",
  "sys.version_info >= (3, 8) == True",
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
