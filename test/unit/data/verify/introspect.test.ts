import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ask } from "../../../../data/verify/ask";
import { findInterpreters } from "../../../../data/verify/interpreters";

describe("introspect.py", function () {
  // Starting an interpreter takes a while on a machine that does much else.
  this.timeout(60_000);

  // Every machine that works on the catalogue has some Python; which one does not matter here.
  for (const interpreter of findInterpreters(process.env).slice(0, 1)) {
    it("tells what is there, where it comes from, and how it is called", async () => {
      const answers = await ask(interpreter, {
        collections: ["OrderedDict.pop", "OrderedDict.nothing", "no_such_name"],
        json: ["dumps()", "JSONEncoder.default()", "JSONEncoder.indent"],
        no_such_module: ["name"],
      });
      const { collections, json } = answers.modules;
      assert.equal(answers.version[0], 3);
      assert.deepEqual(Object.keys(collections.names!), ["OrderedDict.pop"]);
      assert.equal(json.origin, "source");
      assert.equal(json.names!.dumps.kind, "function");
      assert.deepEqual(json.names!.dumps.parameters?.slice(0, 2), ["obj", "=skipkeys"]);
      assert.deepEqual(json.names!["JSONEncoder.default"].parameters, ["o"]);
      assert.deepEqual(json.names!["JSONEncoder.indent"], { where: "stored" });
      assert.deepEqual(answers.modules.no_such_module, { origin: "missing" });
    });

    it("says why an interpreter did not answer", async () => {
      await assert.rejects(ask({ build: "native", path: process.execPath }, {}), /ended with status/);
    });
  }
});
