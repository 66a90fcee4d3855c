import assert from "node:assert/strict";
import { firstParameter } from "../../../../server/src/engine/binding/bound-names";
import { Field } from "../../../../server/src/engine/syntax/node-kind";
import { NO_NODE } from "../../../../server/src/engine/syntax/syntax-tree";
import { collect } from "./subjects";

describe("firstParameter", () => {
  it("is the identifier, without default, annotation or star; nothing where there is no parameter", async () => {
    const first = async (parameters: string): Promise<string | undefined> => {
      const { tree, table } = await collect(`def f(${parameters}): pass`);
      const { node } = [...table.byNode.values()][1];
      const identifier = firstParameter(tree, tree.child(node, Field.Parameters));
      return identifier === NO_NODE ? undefined : tree.textOf(identifier);
    };
    assert.equal(await first("self, x"), "self");
    assert.equal(await first("self: C = None"), "self");
    assert.equal(await first("*args"), "args");
    assert.equal(await first("**rest"), "rest");
    assert.equal(await first(""), undefined);
    assert.equal(await first("*, x"), undefined);
  });
});
