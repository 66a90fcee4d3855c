import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { decideBases } from "../../../../../data/pipeline/names/bases";
import type { ClassHistory } from "../../../../../data/pipeline/names/class-table";

function classes(
  table: Record<string, { ancestors?: string[]; members?: string[] }>,
): Map<string, ClassHistory> {
  return new Map(
    Object.entries(table).map(([id, { ancestors = [], members = [] }]) => [
      id,
      {
        id,
        paths: new Map(),
        constructors: new Map(),
        ancestors,
        members: new Map(members.map((name) => [name, new Map([[9, "m()"]])])),
        usable: new Map(),
      },
    ]),
  );
}

describe("base classes", () => {
  it("inserts classes that add nothing, as typeshed names them", () => {
    const table = classes({
      "builtins.BaseException": { members: ["with_traceback"] },
      "builtins.Exception": { ancestors: ["builtins.BaseException"] },
      "subprocess.SubprocessError": { ancestors: ["builtins.BaseException"] },
      "subprocess.CalledProcessError": { ancestors: ["builtins.BaseException"] },
    });
    const bases = decideBases(
      table,
      new Map([
        ["builtins.Exception", ["BaseException"]],
        ["subprocess.SubprocessError", ["Exception"]],
        ["subprocess.CalledProcessError", ["subprocess.SubprocessError"]],
      ]),
    );
    assert.deepEqual(bases.get("subprocess.CalledProcessError"), ["subprocess.SubprocessError"]);
    assert.deepEqual(bases.get("subprocess.SubprocessError"), ["builtins.Exception"]);
  });

  it("leaves out bases that only typeshed has", () => {
    const table = classes({
      "builtins.dict": { members: ["get"] },
      "collections.abc.MutableMapping": { members: ["get"] },
    });
    const bases = decideBases(table, new Map([["builtins.dict", ["collections.abc.MutableMapping[$0,$1]"]]]));
    assert.equal(bases.get("builtins.dict"), undefined);
  });

  it("finds the nearest ancestors where typeshed is silent", () => {
    const table = classes({
      "tkinter.Misc": { members: ["after"] },
      "tkinter.Widget": { ancestors: ["tkinter.Misc"], members: ["pack"] },
      "tkinter.Button": { ancestors: ["tkinter.Misc", "tkinter.Widget"], members: ["flash"] },
    });
    assert.deepEqual(decideBases(table, new Map()).get("tkinter.Button"), ["tkinter.Widget"]);
  });
});
