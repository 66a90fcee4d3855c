import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { openGenerated } from "./read-generated";

const { find, entry, stored, life } = openGenerated();

describe("traps: members and their classes", () => {
  it("http.client.HTTPConnection.blocksize is from 3.7, though only instances have it", () => {
    assert.equal(life("http.client.HTTPConnection.blocksize"), "3.7");
  });
  it("uuid.UUID.is_safe is from 3.7, though only instances have it", () => {
    assert.equal(life("uuid.UUID.is_safe"), "3.7");
  });
  it("hmac.HMAC.block_size is from 3.4, though only instances have it", () => {
    assert.equal(life("hmac.HMAC.block_size"), "3.4");
  });
  it("ast.Raise.exc is in every Python 3, though a later class is the first to show it", () => {
    assert.equal(life("ast.Raise.exc"), "always");
  });
  it("http.cookies.Morsel.key is in every Python 3, though a later class is the first to show it", () => {
    assert.equal(life("http.cookies.Morsel.key"), "always");
  });
  it("dis.Instruction.positions is newer than its class, without a note of its own", () => {
    assert.equal(life("dis.Instruction.positions"), "3.11");
  });
  it("dis.Instruction.line_number is newer than its class, without a note of its own", () => {
    assert.equal(life("dis.Instruction.line_number"), "3.13");
  });
  it("asyncio.Server.close is older than the public name of its class", () => {
    assert.equal(life("asyncio.Server.close"), "3.4");
    assert.equal(life("asyncio.Server.get_loop"), "3.7");
  });
  it("Path.with_stem belongs to PurePath, which defines it", () => {
    assert.equal(find("pathlib.Path.with_stem")?.id, "pathlib.PurePath.with_stem");
    assert.equal(stored("pathlib", "Path.with_stem"), undefined);
    assert.equal(life("pathlib.PurePath.with_stem"), "3.9");
  });
  it("loop.create_server belongs to AbstractEventLoop, which the documentation calls loop", () => {
    assert.equal(find("asyncio.loop.create_server")?.id, "asyncio.AbstractEventLoop.create_server");
  });
  it("the operators of dict and the subscript of list are from 3.9", () => {
    assert.equal(life("builtins.dict.__or__"), "3.9");
    assert.equal(life("builtins.list.__class_getitem__"), "3.9");
  });
});

describe("traps: what an interpreter lacks for other reasons", () => {
  it("modules of optional libraries are in every Python 3, whatever a build lacks", () => {
    for (const id of [
      "ssl",
      "zlib",
      "bz2",
      "sqlite3",
      "tkinter",
      "gzip",
      "curses",
      "dbm.ndbm",
      "ctypes.macholib",
    ])
      assert.equal(life(id), "always", id);
  });
  it("HTTPSConnection is in every Python 3, though old builds had no ssl", () => {
    assert.equal(life("http.client.HTTPSConnection"), "always");
  });
  it("FTP_TLS is from 3.2, though old builds had no ssl", () => {
    assert.equal(life("ftplib.FTP_TLS"), "3.2");
  });
  it("what a WebAssembly build lacks is not gone", () => {
    for (const id of [
      "os.fork",
      "os.fwalk",
      "multiprocessing.Process",
      "dis.stack_effect",
      "hashlib.pbkdf2_hmac",
    ]) {
      assert.equal(entry(id).absent, undefined, id);
      assert.equal(entry(id).removed, undefined, id);
    }
  });
  it("winreg.OpenKey is for Windows, though no interpreter asked had it", () => {
    assert.deepEqual(entry("winreg.OpenKey").platforms, ["windows"]);
    assert.equal(life("winreg.DeleteTree"), "3.15");
  });
  it("select.kqueue is for macOS and BSD, though no interpreter asked had it", () => {
    assert.deepEqual(entry("select.kqueue").platforms, ["macos", "bsd"]);
  });
  it("nobody knows since when fcntl.F_DUPFD_QUERY is there: system headers decide", () => {
    assert.equal(life("fcntl.F_DUPFD_QUERY"), "unknown");
  });
});

describe("traps: names and their homes", () => {
  it("asyncio.run is at home where it is documented, not where it is defined", () => {
    assert.deepEqual(stored("asyncio.runners", "run"), { alias: "asyncio.run" });
  });
  it("posixpath.exists and ntpath.exists are os.path.exists", () => {
    assert.deepEqual(stored("posixpath", "exists"), { alias: "os.path.exists" });
    assert.deepEqual(stored("ntpath", "exists"), { alias: "os.path.exists" });
  });
  it("socket.error is OSError", () => {
    assert.equal(find("socket.error")?.id, "builtins.OSError");
  });
  it("cProfile.run is not profile.run", () => {
    assert.equal(find("cProfile.run")?.id, "cProfile.run");
  });
  it("collections.Mapping is gone in 3.10, collections.abc.Mapping is not", () => {
    assert.equal(life("collections.Mapping"), "3.0 -3.10");
    assert.equal(life("collections.abc.Mapping"), "3.3");
  });
  it("asyncio.TimeoutError is from 3.4, the builtin that it became older", () => {
    assert.equal(life("asyncio.TimeoutError"), "3.4");
  });
  it("a module that another one imports is none of its names", () => {
    assert.equal(stored("subprocess", "os"), undefined);
  });
  it("private names are left out, but sys._getframe is documented", () => {
    assert.equal(stored("subprocess", "_args_from_interpreter_flags"), undefined);
    assert.equal(stored("sys", "_getframe")?.kind, "function");
  });
  it("str.removeprefix is from 3.9, print and str.upper are in every Python 3", () => {
    assert.equal(life("builtins.str.removeprefix"), "3.9");
    assert.equal(life("builtins.print"), "always");
    assert.equal(life("builtins.str.upper"), "always");
  });
  it("ModuleNotFoundError stands below ImportError", () => {
    assert.deepEqual(entry("builtins.ModuleNotFoundError").bases, ["builtins.ImportError"]);
  });
  it("async is a keyword from 3.7 on, match a soft one from 3.10 on", () => {
    assert.equal(stored("syntax", "keyword-async")?.added, "3.7");
    assert.equal(stored("syntax", "soft-keyword-match")?.added, "3.10");
  });
});
