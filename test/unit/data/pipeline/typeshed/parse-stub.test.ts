import assert from "node:assert/strict";
import type { Declaration } from "../../../../../data/pipeline/typeshed/declaration";
import { createStubParser } from "../../../../../data/pipeline/typeshed/parse-stub";
import { EVERYWHERE } from "../../../../../data/pipeline/typeshed/realm";

const parse = async (text: string): Promise<Declaration[]> =>
  (await createStubParser()).parse(text, EVERYWHERE);

/** Gives the parameters of the first function as `name kind default?`. */
async function parametersOf(definition: string): Promise<string[]> {
  const [found] = await parse(`def ${definition}: ...\n`);
  if (found?.kind !== "function") return [];
  return found.parameters.map((each) => `${each.name} ${each.kind}${each.hasDefault ? " =" : ""}`);
}

describe("parsing a stub", () => {
  it("tells how each parameter may be given", async () => {
    assert.deepEqual(await parametersOf("f(a, b: int = 1, /, c=..., *, d, **kw: str)"), [
      "a positional-only",
      "b positional-only =",
      "c standard =",
      "d keyword-only",
      "kw var-keyword",
    ]);
    assert.deepEqual(await parametersOf("f(*args: int, key: str = ...)"), [
      "args var-positional",
      "key keyword-only =",
    ]);
  });

  it("reads a leading double underscore as positional-only, as stubs wrote it before the slash", async () => {
    assert.deepEqual(await parametersOf("f(self, __a: int, b: int, __c: int)"), [
      "self standard",
      "a positional-only",
      "b standard",
      "__c standard",
    ]);
  });

  it("reads each way of changing __all__", async () => {
    const text = '__all__ = ["a"]\n__all__ += ["b"] + other.__all__\n__all__.remove("a")\n';
    assert.deepEqual(
      (await parse(text)).map((each) => each.kind === "exports" && [each.change, each.names, each.modules]),
      [
        ["set", ["a"], []],
        ["add", ["b"], ["other"]],
        ["remove", ["a"], []],
      ],
    );
  });

  it("reads relative, aliased and star imports", async () => {
    const found = await parse("from ..a.b import c as d, e\nfrom . import *\nimport x.y as z\n");
    assert.deepEqual(
      found.map((each) =>
        each.kind === "from" ? [each.level, each.module, each.name, each.alias] : each.kind,
      ),
      [[2, "a.b", "c", "d"], [2, "a.b", "e", undefined], [1, "", "*", undefined], "import"],
    );
  });

  it("keeps async, decorators and class keywords", async () => {
    const [coroutine, type] = await parse(
      "async def f() -> int: ...\n@final\nclass A(B, metaclass=M): ...\n",
    );
    assert.equal(coroutine?.kind === "function" && coroutine.isAsync, true);
    assert.deepEqual(
      type?.kind === "class" && [type.bases.length, type.keywords[0]?.name, type.decorators.length],
      [1, "metaclass", 1],
    );
  });
});
