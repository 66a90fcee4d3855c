import assert from "node:assert/strict";
import type { Expression } from "../../../../../data/pipeline/typeshed/expression";
import type { Declaration } from "../../../../../data/pipeline/typeshed/declaration";
import { createStubParser } from "../../../../../data/pipeline/typeshed/parse-stub";
import {
  EVERYWHERE,
  minorsOf,
  newestPoint,
  NOWHERE,
  platformsOf,
  realmOn,
  STUB_PLATFORMS,
} from "../../../../../data/pipeline/typeshed/realm";
import { evaluateCondition } from "../../../../../data/pipeline/typeshed/realm";
import { ALL_MINORS, listMinors, singleMinor } from "../../../../../server/src/engine/version";

/** Gives the realm in which a condition lets a declaration through. */
async function realmUnder(condition: string): Promise<bigint> {
  const parser = await createStubParser();
  const [found]: readonly Declaration[] = parser.parse(`if ${condition}:\n    x: int\n`, EVERYWHERE);
  return found?.realm ?? NOWHERE;
}

const minorsUnder = async (condition: string): Promise<number[]> =>
  listMinors(minorsOf(await realmUnder(condition)));

describe("the realm of a condition", () => {
  it("knows the minors that a test of sys.version_info lets in", async () => {
    assert.deepEqual(await minorsUnder("sys.version_info >= (3, 14)"), [14, 15]);
    assert.deepEqual(await minorsUnder("sys.version_info < (3, 2)"), [0, 1]);
    assert.deepEqual(await minorsUnder("(3, 0) <= sys.version_info"), listMinors(ALL_MINORS));
    assert.deepEqual(await minorsUnder("sys.version_info >= (3, 9) and sys.version_info < (3, 11)"), [9, 10]);
    assert.deepEqual(await minorsUnder("not sys.version_info >= (3, 2)"), [0, 1]);
  });

  it("sees every Python 3 in a test for Python 3, and none in one for Python 2", async () => {
    assert.deepEqual(await minorsUnder("sys.version_info >= (3,)"), listMinors(ALL_MINORS));
    assert.deepEqual(await minorsUnder("sys.version_info[0] >= 3"), listMinors(ALL_MINORS));
    assert.deepEqual(await minorsUnder("sys.version_info < (3,)"), []);
  });

  it("takes a three-member version to be greater than the two-member tuple of its minor, as tuples compare", async () => {
    assert.deepEqual(await minorsUnder("sys.version_info > (3, 14)"), [14, 15]);
  });

  it("tells platforms apart, and the rest of them as other", async () => {
    assert.deepEqual(platformsOf(await realmUnder('sys.platform == "win32"')), ["win32"]);
    assert.deepEqual(platformsOf(await realmUnder('sys.platform != "win32" and sys.platform != "darwin"')), [
      "linux",
      "other",
    ]);
    assert.deepEqual(platformsOf(await realmUnder('sys.platform == "freebsd"')), ["other"]);
  });

  it("lets everything through both ways when it cannot read the condition", () => {
    const unreadable: Expression = { kind: "other" };
    assert.deepEqual(evaluateCondition(unreadable), { yes: EVERYWHERE, no: EVERYWHERE });
  });

  it("gives each branch of an elif chain what the branches before it left", async () => {
    const parser = await createStubParser();
    const text =
      "if sys.version_info >= (3, 14):\n    a: int\nelif sys.version_info >= (3, 12):\n    b: int\nelse:\n    c: int\n";
    const declarations = parser.parse(text, EVERYWHERE);
    assert.deepEqual(
      declarations.map((each) => listMinors(minorsOf(each.realm)).at(0)),
      [14, 12, 0],
    );
  });
});

describe("newestPoint", () => {
  it("prefers the newest minor, then Linux", () => {
    const realm =
      realmOn("win32", singleMinor(12)) |
      realmOn("linux", singleMinor(12)) |
      realmOn("linux", singleMinor(3));
    assert.equal(newestPoint(realm), realmOn("linux", singleMinor(12)));
    assert.equal(newestPoint(NOWHERE), undefined);
    assert.equal(STUB_PLATFORMS[0], "linux");
  });
});
