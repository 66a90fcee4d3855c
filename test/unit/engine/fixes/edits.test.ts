import assert from "node:assert/strict";
import { fixesOf } from "../analyse-for-tests";

describe("fixes", () => {
  it("keep line endings, indentation and the quotes of what they move", async () => {
    const text = "import asyncio\r\nif True:\r\n\tasyncio.run(main('x'))\r\n";
    const [{ result }] = await fixesOf(text);
    const lines = [
      "import asyncio",
      "if True:",
      "\tloop = asyncio.new_event_loop()",
      "\tasyncio.set_event_loop(loop)",
      "\ttry:",
      "\t\tloop.run_until_complete(main('x'))",
      "\tfinally:",
      "\t\tloop.run_until_complete(loop.shutdown_asyncgens())",
      "\t\tasyncio.set_event_loop(None)",
      "\t\tloop.close()",
      "",
    ];
    assert.equal(result, lines.join("\r\n"));
  });

  it("put braces within the braces of an f-string into parentheses", async () => {
    const text = "a, b = {'x': 1}, {'y': 2}\nprint(f'{a | b} of {a}')\n";
    const results = (await fixesOf(text, ">=3.6")).map(({ result }) => result);
    assert.ok(
      results.includes("a, b = {'x': 1}, {'y': 2}\nprint(f'{({**a, **b})} of {a}')\n"),
      results.join("\n"),
    );
  });

  it("end two new imports as the document ends its lines", async () => {
    const text = "import importlib.util\r\n\r\ntext = importlib.util.decode_source(data)\r\n";
    for (const { result } of await fixesOf(text, ">=3.3")) assert.doesNotMatch(result, /\r(?!\n)|(?<!\r)\n/);
  });

  it("are not offered where a statement shares its line", async () => {
    assert.deepEqual(await fixesOf("import asyncio\nif ready: prepare(); asyncio.run(main())\n"), []);
  });

  it("are not offered for arguments that an event loop by hand has no place for", async () => {
    assert.deepEqual(await fixesOf("import asyncio\nasyncio.run(main(), loop_factory=make)\n"), []);
  });

  it("reach PIPE by the name under which the module is known", async () => {
    const [{ result }] = await fixesOf("import subprocess as sp\nsp.run([], capture_output=True)\n");
    assert.equal(result, "import subprocess as sp\nsp.run([], stdout=sp.PIPE, stderr=sp.PIPE)\n");
  });
});
