import assert from "node:assert/strict";
import { readNotebook } from "../../../server/src/cli/notebook";

function read(content: unknown): ReturnType<typeof readNotebook> {
  return readNotebook(typeof content === "string" ? content : JSON.stringify(content));
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

  it("counts the lines of cells whatever ends them", () => {
    const notebook = read({ cells: [code("a = 1\r\nb = 2\r\n"), code("c = 3\rd = 4"), code("e = 5")] });
    assert.ok("text" in notebook);
    assert.deepEqual(notebook.locate(5), { cell: 2, line: 2 });
    assert.deepEqual(notebook.locate(6), { cell: 3, line: 1 });
  });
});

describe("writing a notebook", () => {
  /** Puts one text for another wherever it stands in the program, and gives the JSON. */
  function edit(json: string, old: string, newText: string): string | undefined {
    const notebook = readNotebook(json);
    assert.ok("text" in notebook);
    const edits = [...notebook.text.matchAll(new RegExp(old, "g"))].map(({ index, 0: { length } }) => {
      return { start: index, end: index + length, newText };
    });
    assert.ok(edits.length > 0);
    return notebook.write(edits);
  }

  it("changes nothing but what was edited", () => {
    const json = [
      "{",
      ' "cells": [',
      '  {"cell_type": "markdown", "source": ["old\\n", "\\u00e9"]},',
      '  {"source": ["x = old\\n",',
      '              "y = \\"\\u00e9\\"\\n",',
      '              "z = old"], "cell_type": "code", "outputs": [{"text": "old \\\\\\" ]}"}]}',
      " ],",
      ' "metadata": {"big": 1.0e+2, "cells": []}',
      "}",
      "",
    ].join("\n");
    assert.equal(edit(json, "old", "new"), json.replace("x = old", "x = new").replace("z = old", "z = new"));
  });

  it("parts and joins the lines of a list as those around them are parted", () => {
    const wide = '{"cells": [{"cell_type": "code", "source": [\n    "a\\n",\n    "b"\n   ]}]}';
    assert.equal(edit(wide, "b", "b\nc"), wide.replace('"b"', '"b\\n",\n    "c"'));
    assert.equal(edit(wide, "a\n", ""), wide.replace('"a\\n",\n    ', ""));
    const single = '{"cells": [{"cell_type": "code", "source": [\n    "a"\n   ]}]}';
    assert.equal(edit(single, "a", "a\nb"), single.replace('"a"', '"a\\n",\n    "b"'));
    const narrow = '{"cells":[{"cell_type":"code","source":["a"]}]}';
    assert.equal(edit(narrow, "a", "a\nb"), narrow.replace('"a"', '"a\\n","b"'));
    const spaced = '{"cells": [{"cell_type": "code", "source": ["a"]}]}';
    assert.equal(edit(spaced, "a", "a\nb"), spaced.replace('"a"', '"a\\n", "b"'));
    assert.equal(edit(spaced, "a", ""), spaced.replace('"a"', ""));
  });

  it("keeps how a string is spelled", () => {
    const json =
      '{"cells":[{"cell_type":"code","source":"\\u0061 = 1\\r\\n\\tb = \\"\\\\\\ud83d\\ude00\\" \\/ old"}]}';
    assert.equal(edit(json, "old", '"new"\n'), json.replace("old", '\\"new\\"\\n'));
  });

  it("escapes other characters where the file does", () => {
    const json = '{"cells":[{"cell_type":"code","source":"old"}]}';
    assert.equal(edit(json, "old", "é"), json.replace("old", "\\u00e9"));
    const raw = '{"cells":[{"cell_type":"code","source":"old"}],"title":"é"}';
    assert.equal(edit(raw, "old", "é"), raw.replace("old", "é"));
  });

  it("takes the last of several members of one name, as JSON does, under whatever spelling", () => {
    const json = '{"cells":[],"c\\u0065lls":[{"source":"old","cell_type":"code","source":"old"}]}';
    const at = json.lastIndexOf("old");
    assert.equal(edit(json, "old", "new"), `${json.slice(0, at)}new${json.slice(at + 3)}`);
  });

  it("leaves what is no source of lines alone", () => {
    const json = '{"cells":[{"cell_type":"code","source":["old",1]}]}';
    assert.equal(edit(json, "old", "new"), undefined);
  });

  it("finds its way through nested and long outputs", () => {
    const output = `${"[".repeat(20_000)}${"]".repeat(20_000)},${JSON.stringify("\\\n".repeat(500_000))}`;
    const json = `{"cells":[{"outputs":[${output}],"cell_type":"code","source":"old"}]}`;
    assert.equal(edit(json, "old", "new"), json.replace("old", "new"));
  });
});
