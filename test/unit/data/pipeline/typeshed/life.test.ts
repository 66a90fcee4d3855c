import assert from "node:assert/strict";
import { judgeOf, lifeOf } from "../../../../../data/pipeline/typeshed/life";
import { PYRIGHT_RELEASES } from "../../../../../data/pipeline/typeshed/releases";
import { viewOf } from "./stub-fixture";

const since = (minor: number, body: string): string => `if sys.version_info >= (3, ${minor}):\n    ${body}\n`;

describe("the life of a name", () => {
  it("begins and ends where the conditions of the stub say", async () => {
    const view = await viewOf({
      m: `${since(9, "def f(): ...")}if sys.version_info < (3, 12):\n    def g(): ...\n`,
    });
    assert.deepEqual(lifeOf([view], "m.f", []), { added: "3.9" });
    assert.deepEqual(lifeOf([view], "m.g", []), { removed: "3.12" });
  });

  it("has a gap where the name was away", async () => {
    const view = await viewOf({
      m: "if sys.version_info < (3, 7) or sys.version_info >= (3, 11):\n    def timeout(): ...\n",
    });
    assert.deepEqual(lifeOf([view], "m.timeout", []), { absent: ["3.7-3.10"] });
  });

  it("of a member begins with its class, and goes on when it moves to a base class", async () => {
    const view = await viewOf({
      m: `class Base:\n    if sys.version_info >= (3, 12):\n        def f(self): ...\nclass A(Base):\n    if sys.version_info < (3, 12):\n        def f(self): ...\n${since(8, "class B:\n        def g(self): ...")}`,
    });
    assert.deepEqual(lifeOf([view], "m.A", ["f"]), {});
    assert.deepEqual(lifeOf([view], "m.B", ["g"]), { added: "3.8" });
  });

  it("is not begun by the floor of a release: a name that newer stubs lack the condition for tells nothing", async () => {
    const older = await viewOf({ m: "" }, { floor: 8, ceiling: 10 });
    const newer = await viewOf({ m: "def f(): ...\n" }, { floor: 10, ceiling: 15 });
    assert.deepEqual(lifeOf([newer, older], "m.f", []), {});
  });

  it("is told by the newest release that supports both minors", async () => {
    const older = await viewOf({ m: since(9, "def f(): ...") }, { floor: 6, ceiling: 11 });
    const newer = await viewOf({ m: since(10, "def f(): ...") }, { floor: 8, ceiling: 15 });
    assert.deepEqual(lifeOf([newer, older], "m.f", []), { added: "3.10" });
  });
});

describe("judgeOf", () => {
  it("finds for each pair of minors the newest release with both", () => {
    const views = PYRIGHT_RELEASES.map((release) => ({ release }));
    const judged = [15, 11, 10, 9, 8, 7, 6, 5, 4].map((minor) => judgeOf(views, minor)?.release.floor);
    assert.deepEqual(judged, [10, 10, 9, 8, 7, 6, 5, 3, 3]);
  });

  it("lets the oldest release state what it says of even older Pythons", () => {
    const views = PYRIGHT_RELEASES.map((release) => ({ release }));
    assert.equal(judgeOf(views, 2)?.release.version, "1.0.11");
  });
});
