import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  entryId,
  lastName,
  ownerKey,
  parameterId,
  splitParameterId,
} from "../../../../server/src/engine/catalogue/ids";

describe("ids", () => {
  it("are made from module and key", () => {
    assert.equal(entryId("re", ""), "re");
    assert.equal(entryId("re", "Match.group"), "re.Match.group");
    assert.equal(entryId("syntax", "walrus"), "syntax:walrus");
    assert.equal(entryId("interpreter", "-X importtime"), "interpreter:-X importtime");
    assert.equal(entryId("re", "behaviour:split-empty-match"), "behaviour:re.split-empty-match");
    assert.equal(entryId("syntax", "behaviour:dict-order"), "behaviour:syntax.dict-order");
  });

  it("of parameters come apart as they are put together", () => {
    assert.equal(parameterId("subprocess.run", "text"), "subprocess.run(text)");
    assert.deepEqual(splitParameterId("subprocess.run(text)"), { callable: "subprocess.run", name: "text" });
    for (const id of ["subprocess.run", "(text)", "run(text", "run)"])
      assert.equal(splitParameterId(id), undefined, id);
  });

  it("end in the name that code shows", () => {
    assert.equal(lastName("asyncio.run"), "run");
    assert.equal(lastName("syntax:walrus"), "walrus");
    assert.equal(lastName("re"), "re");
  });

  it("have the key of their owner before the last dot", () => {
    assert.equal(ownerKey("Task.current_task"), "Task");
    assert.equal(ownerKey("Task"), "");
    assert.equal(ownerKey("behaviour:TLS-1.3"), "");
  });
});
