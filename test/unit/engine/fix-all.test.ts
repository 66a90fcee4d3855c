import assert from "node:assert/strict";
import { fixText, type FixedText } from "../../../server/src/engine/fix-all";
import type { ProjectTarget } from "../../../server/src/engine/findings";
import { isRangeProblem, parsePythonRange } from "../../../server/src/project";
import { engineForTests } from "../fixtures/engine-for-tests";

async function fix(
  text: string,
  range: string,
  safety: "safe" | "unsafe" = "safe",
  borders: readonly number[] = [],
): Promise<FixedText> {
  const reading = parsePythonRange(range);
  assert.ok(!isRangeProblem(reading));
  const target: ProjectTarget = { range: reading, origin: { path: "command line", key: "--target" } };
  return fixText(await engineForTests(), text, { path: "a.py", target, ignore: [], safety, borders });
}

const captured = "import subprocess\nsubprocess.run(x, capture_output=True)\n";
const piped = "import subprocess\nsubprocess.run(x, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n";

describe("fixText", () => {
  before(async function () {
    // Compiles the catalogue, once for all tests of the run.
    this.timeout(60_000);
    await engineForTests();
  });

  it("applies safe fixes, all over the text, and comes to rest", async () => {
    const result = await fix(captured + captured, "3.6");
    assert.equal(result.text, piped + piped);
    assert.deepEqual(result.applied, ["capture-output-to-pipes", "capture-output-to-pipes"]);
    assert.deepEqual(result.analysis.findings, []);
    assert.deepEqual((await fix(result.text, "3.6")).applied, []);
    assert.equal((await fix(piped, "3.8")).text, captured);
  });

  it("keeps to what it is allowed", async () => {
    const code = "import asyncio\nasyncio.run(main())\n";
    assert.equal((await fix(code, "3.6")).text, code);
    assert.match((await fix(code, "3.6", "unsafe")).text, /run_until_complete\(main\(\)\)/);
  });

  it("never silences a line, which takes a person's eye", async () => {
    const code = "import sys\nsys.activate_stack_trampoline('perf')\n";
    assert.equal((await fix(code, "3.6", "unsafe")).text, code);
  });

  it("leaves alone what does not parse", async () => {
    const code = `${captured}def (\n`;
    const result = await fix(code, "3.6");
    assert.equal(result.text, code);
    assert.ok(result.analysis.parseErrors.length > 0);
  });

  it("drops an import that the fixes together made unused", async () => {
    const one = "import sys\n\nif sys.version_info >= (3, 6):\n    ready = True\n";
    assert.equal((await fix(one, "3.8")).text, "ready = True\n");
    const two = `${one}if sys.version_info < (3, 7):\n    ready = False\n`;
    assert.equal((await fix(two, "3.8")).text, "ready = True\n");
  });

  it("keeps an import that was unused before, that is for others, or that only a dead branch used", async () => {
    const guard = "if sys.version_info >= (3, 6):\n    ready = True\n";
    for (const line of [
      "import sys  # noqa: F401\n",
      "import sys as sys\n",
      '__all__ = ["sys"]\nimport sys\n',
    ])
      assert.equal((await fix(line + guard, "3.8")).text, `${line}ready = True\n`);
    const unused = "import os\nimport sys\n";
    assert.equal((await fix(unused + guard, "3.8")).text, "import os\nready = True\n");
    const tried = "try:\n    import sys\nexcept Exception:\n    sys = None\n";
    assert.equal((await fix(tried + guard, "3.8")).text, `${tried}ready = True\n`);
    const compat =
      "import sys\nif sys.version_info < (3,):\n    from urllib import quote\n    print(quote)\n" +
      "else:\n    from urllib.parse import quote\n";
    assert.equal((await fix(compat, "3.8")).text, "from urllib.parse import quote\n");
  });

  it("puts a new name in the place of the one that it makes unused", async () => {
    const code = "from abc import ABCMeta\n\n\nclass A(metaclass=ABCMeta):\n    pass\n";
    assert.match((await fix(code, "3.8", "unsafe")).text, /^from abc import ABC\n\n\nclass A\(ABC\):/);
  });

  it("takes no import away that another fix of the same round writes", async () => {
    const head = "from datetime import (\n    datetime,\n    timezone,\n)\n";
    const code = "a = datetime.now(timezone.utc)\nb = datetime.utcfromtimestamp(float(a))\n";
    const { text } = await fix(head + code, "3.11", "unsafe");
    assert.match(text, /a = datetime\.now\(UTC\)\nb = datetime\.fromtimestamp\(float\(a\), UTC\)\n$/);
    assert.doesNotMatch(text, /timezone/);
  });

  it("keeps the line breaks between a notebook's cells", async () => {
    const cells = ["import sys", "if sys.version_info >= (3, 6):\n    ready = True", "print(ready)"];
    const text = `${cells.join("\n")}\n`;
    const borders = [cells[0].length, cells[0].length + 1 + cells[1].length];
    const result = await fix(text, "3.8", "safe", borders);
    assert.equal(result.text, "\nready = True\nprint(ready)\n");
    assert.deepEqual(result.borders, [0, 13]);
    for (const { start, end } of result.edits)
      assert.ok(borders.every((border) => end <= border || border < start));
  });

  it("keeps the line ends of the text", async () => {
    const { text } = await fix("import asyncio\r\nasyncio.run(main())\r\n", "3.6", "unsafe");
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it("tells of each edit which sort of finding it mends, and what several sorts share", async () => {
    const labels = async (code: string, range: string): Promise<Record<string, string>> => {
      const { edits } = await fix(code, range, "unsafe");
      return Object.fromEntries(
        edits.map((edit) => [edit.newText || code.slice(edit.start, edit.end), edit.labels.join()]),
      );
    };
    const product = "\n\nx = functools.reduce(operator.mul, xs, 1)\n";
    assert.deepEqual(await labels(`import functools\nimport operator\n${product}`, "3.8"), {
      "import math\n": "safe modernise",
      "math.prod(": "safe modernise",
      ")": "safe modernise",
    });
    const divisor = "y = fractions.gcd(a, b)\n";
    assert.deepEqual(
      await labels(`import os, fractions, functools, operator\n${product}${divisor}os.x`, "3.8"),
      {
        "import math\n": "import",
        "math.prod(": "safe modernise",
        ")": "safe modernise",
        "math.gcd": "unsafe removed",
        ", fractions, functools, operator": "unsafe removed,safe modernise",
      },
    );
  });
});
