import assert from "node:assert/strict";
import { isDefinition } from "../../../../../data/pipeline/typeshed/stub-program";
import type { StubView } from "../../../../../data/pipeline/typeshed/stub-view";
import { viewOf } from "./stub-fixture";

/** Gives the id of what a module calls `name`. */
function idOf({ program, names }: StubView, module: string, name: string): string | undefined {
  const stub = program.modules.get(module);
  const target = stub && program.lookup(stub, name)[0]?.target;
  return target && isDefinition(target) ? names.idOf(target) : undefined;
}

describe("canonical names", () => {
  it("prefer the package over the submodule that it takes everything from", async () => {
    const view = await viewOf({
      asyncio: "from .runners import *\n",
      "asyncio.runners": '__all__ = ("run",)\ndef run(main): ...\ndef helper(): ...\n',
    });
    assert.equal(idOf(view, "asyncio.runners", "run"), "asyncio.run");
    assert.equal(idOf(view, "asyncio.runners", "helper"), "asyncio.runners.helper");
  });

  it("prefer the public module over a private one, and over platform variants", async () => {
    const view = await viewOf({
      _socket: "def gethostname() -> str: ...\n",
      socket: "from _socket import gethostname as gethostname\n",
      genericpath: "def exists(path) -> bool: ...\n",
      posixpath: "from genericpath import exists as exists\n",
      "os.path": "from posixpath import *\n",
    });
    assert.equal(idOf(view, "_socket", "gethostname"), "socket.gethostname");
    assert.equal(idOf(view, "genericpath", "exists"), "os.path.exists");
  });

  it("take the abstract collections from where CPython defines them", async () => {
    assert.equal(idOf(await viewOf({}), "typing", "Iterable"), "collections.abc.Iterable");
  });

  it("give the private half of a class the id of the class", async () => {
    const view = await viewOf({
      _io: "class _IOBase:\n    def close(self) -> None: ...\n",
      io: "from _io import _IOBase\nclass IOBase(_IOBase): ...\n",
    });
    assert.equal(idOf(view, "_io", "_IOBase"), "io.IOBase");
  });

  it("see in a name that is set to a class another name of it", async () => {
    const view = await viewOf({ m: "class OSError: ...\nIOError = OSError\n" });
    assert.equal(idOf(view, "m", "IOError"), "m.OSError");
  });

  it("do not count imports without `as`, nor what only checkers may use", async () => {
    const { names } = await viewOf({
      m: "import sys\nfrom typing import Iterable\n_T = TypeVar('_T')\nT = TypeVar('T')\n@type_check_only\nclass P: ...\nx: int\n",
    });
    assert.deepEqual(
      [...names.paths.keys()].filter((id) => id.startsWith("m.")),
      ["m.x"],
    );
  });
});
