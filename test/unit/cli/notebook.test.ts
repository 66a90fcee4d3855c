import assert from "node:assert/strict";
import { readNotebook } from "../../../server/src/cli/notebook";

function read(content: unknown): ReturnType<typeof readNotebook> {
  return readNotebook(Buffer.from(typeof content === "string" ? content : JSON.stringify(content)));
}

const code = (source: unknown): object => ({ cell_type: "code", source });

describe("readNotebook", () => {
  it("makes one program of the code cells, and finds its lines again", () => {
    const notebook = read({
      cells: [
        { cell_type: "markdown", source: "# Title" },
        code(["import asyncio\n", "x = 1"]),
        code("asyncio.run(x)"),
      ],
    });
    assert.ok("text" in notebook);
    assert.equal(notebook.text, "import asyncio\nx = 1\nasyncio.run(x)\n");
    assert.deepEqual(
      [1, 2, 3].map((line) => notebook.locate(line)),
      [
        { cell: 2, line: 1 },
        { cell: 2, line: 2 },
        { cell: 3, line: 1 },
      ],
    );
  });

  it("leaves to IPython what is IPython's, and moves nothing", () => {
    const notebook = read({
      cells: [
        code("%matplotlib inline\n!ls\nprint?\nx = (1\n     % 2)"),
        code("%%bash\nls"),
        code("%%time\nrun()"),
      ],
    });
    assert.ok("text" in notebook);
    assert.equal(
      notebook.text,
      "#matplotlib inline\n#ls\n#rint?\nx = (1\n     % 2)\n      \n  \n#%time\nrun()\n",
    );
  });

  it("says why it reads nothing", () => {
    assert.deepEqual(read("{"), { reason: "it is no valid notebook" });
    assert.deepEqual(read([]), { reason: "it is no notebook of format 4" });
    assert.deepEqual(read({ cells: [], metadata: { language_info: { name: "julia" } } }), {
      reason: "it is a notebook of julia",
    });
  });

  it("survives cells of any shape", () => {
    assert.deepEqual("text" in read({ cells: [null, {}, code(3), code([1, "x"])] }), true);
  });
});
