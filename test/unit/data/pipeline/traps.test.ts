import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { openGenerated } from "./read-generated";

const { find, entry, stored } = openGenerated();

/** The life of an entry in one line: `3.12 seen 3.0`, `-3.10` for what went, `always` for what every Python 3 has. */
function life(id: string): string {
  const { added, seen, removed } = entry(id);
  return `${added ?? "always"}${seen ? ` seen ${seen}` : ""}${removed ? ` -${removed}` : ""}`;
}

/** The life of a parameter, in the same notation; `unchanged` for one that is as old as its callable. */
function parameter(id: string, name: string): string {
  const found = entry(id).parameters?.[name];
  if (!found) return entry(id).signature?.includes(name) ? "unchanged" : "unknown";
  return `${found.added ?? "always"}${found.deprecated ? ` dep ${found.deprecated}` : ""}${found.removed ? ` -${found.removed}` : ""}`;
}

describe("traps: the interpreter is older than the documentation", () => {
  it("promises what is documented, and tells since when it was seen", () => {
    assert.equal(life("calendar.MONDAY"), "3.12 seen 3.0");
    assert.equal(life("re.RegexFlag"), "3.11 seen 3.6");
  });

  it("keeps apart a name that came, went and came back", () => {
    assert.equal(life("asyncio.timeout"), "3.11 seen 3.4");
    assert.deepEqual(entry("asyncio.timeout").absent, ["3.5-3.10"]);
    assert.deepEqual(entry("token.ASYNC").absent, ["3.7"]);
  });

  it("keeps the minor and lists the micros of backports", () => {
    assert.equal(life("tarfile.data_filter"), "3.12");
    assert.ok(entry("tarfile.data_filter").micros?.includes("3.8.17"));
    assert.equal(life("sys.set_int_max_str_digits"), "3.11");
    assert.ok(entry("sys.set_int_max_str_digits").micros?.includes("3.7.14"));
    assert.equal(parameter("email.utils.getaddresses", "strict"), "3.13");
    assert.ok(entry("email.utils.getaddresses").parameters?.["strict"]?.micros?.includes("3.12.6"));
    assert.equal(parameter("urllib.parse.parse_qs", "separator"), "3.10");
    assert.ok(entry("urllib.parse.parse_qs").parameters?.["separator"]?.micros?.includes("3.9.2"));
    assert.deepEqual(entry("ssl.SSLContext.post_handshake_auth").micros, ["3.6.7", "3.7.1"]);
  });
});

describe("traps: the documentation is wrong by execution", () => {
  it("believes the interpreters", () => {
    assert.equal(life("tkinter.ttk.Spinbox"), "3.7");
    assert.equal(life("unittest.doModuleCleanups"), "3.11");
    assert.equal(life("asyncio.Server"), "3.11");
    assert.equal(life("ipaddress.IPv4Address.is_global"), "3.5");
    assert.equal(life("os.DirEntry"), "3.6");
  });

  it("believes the signatures", () => {
    assert.equal(parameter("asyncio.loop.create_server", "ssl_handshake_timeout"), "3.7");
    assert.equal(parameter("asyncio.loop.create_server", "start_serving"), "3.7");
    assert.equal(find("asyncio.loop.create_server")?.id, "asyncio.AbstractEventLoop.create_server");
  });
});

describe("traps: typeshed is wrong", () => {
  it("believes interpreters and documentation", () => {
    assert.equal(life("io.text_encoding"), "3.10");
    assert.equal(life("importlib.machinery.AppleFrameworkLoader"), "3.13");
    assert.equal(life("wave.WAVE_FORMAT_EXTENSIBLE"), "3.12");
  });
});

describe("traps: a note belongs to a part", () => {
  it("leaves the age of the whole alone", () => {
    for (const id of [
      "decimal.Decimal",
      "smtplib.SMTP",
      "subprocess.Popen",
      "difflib.SequenceMatcher",
      "sys.flags",
      "doctest",
      "email.message",
      "datetime.datetime",
      "os.stat",
      "array",
      "io.IOBase.seek",
    ]) {
      assert.equal(life(id), "always", id);
    }
    assert.equal(life("unittest.TestCase.assertRegex"), "3.2");
    assert.equal(life("dataclasses.dataclass"), "3.7");
    assert.equal(life("contextvars.Token"), "3.7");
  });

  it("leaves apart textless notes on one object", () => {
    assert.equal(life("functools.lru_cache"), "3.2");
    assert.equal(parameter("functools.lru_cache", "typed"), "3.3");
    assert.equal(parameter("subprocess.Popen", "process_group"), "3.11");
  });

  it("does not call deprecated what only a use or a parameter is", () => {
    for (const id of [
      "asyncio.sleep",
      "asyncio.gather",
      "asyncio.Queue",
      "complex",
      "re.sub",
      "hmac.new",
      "ssl.SSLContext",
    ]) {
      const found = find(id) ?? find(`builtins.${id}`);
      assert.equal(found?.entry.deprecated, undefined, id);
    }
    assert.equal(parameter("asyncio.sleep", "loop"), "always dep 3.8 -3.10");
    assert.equal(parameter("smtplib.SMTP.starttls", "keyfile"), "always dep 3.6 -3.12");
  });
});

describe("traps: facts that only old documentation tells", () => {
  it("remembers what the rewrite of the asyncio pages dropped", () => {
    assert.equal(life("asyncio.ensure_future"), "3.4.4");
    assert.equal(life("asyncio.Queue.join"), "3.4.4");
  });
});

describe("traps: planned removals are plans", () => {
  it("takes a removal from interpreters only", () => {
    assert.equal(life("locale.getdefaultlocale"), "always");
    assert.equal(entry("locale.getdefaultlocale").removal, undefined);
    assert.equal(life("asyncore"), "always -3.12");
    assert.equal(life("distutils"), "always -3.12");
    assert.equal(life("time.clock"), "always -3.8");
    assert.equal(life("unittest.TestCase.assertEquals"), "always -3.12");
  });

  it("tells of a removal that lies ahead", () => {
    assert.equal(entry("typing.AnyStr").removal, "3.18");
    assert.equal(entry("typing.AnyStr").deprecated, "3.13");
  });
});

describe("traps: parameters that no signature shows", () => {
  it("knows those behind unnamed keywords", () => {
    assert.equal(parameter("subprocess.run", "text"), "3.7");
    assert.equal(parameter("subprocess.run", "process_group"), "3.11");
  });

  it("knows those of functions in C", () => {
    assert.equal(parameter("builtins.bytes.hex", "sep"), "3.8");
    assert.equal(parameter("builtins.print", "flush"), "3.3");
    assert.equal(parameter("builtins.max", "default"), "3.4");
  });

  it("invents none where a signature becomes readable or is written in C", () => {
    assert.equal(entry("decimal.Decimal").parameters, undefined);
    assert.equal(entry("zlib.crc32").parameters, undefined);
    assert.deepEqual(Object.keys(entry("bisect.bisect_left").parameters ?? {}), ["key"]);
    assert.equal(entry("bisect.bisect_left").changes, undefined);
  });

  it("knows those of the abstract event loop by the loops that take them", () => {
    assert.equal(parameter("asyncio.AbstractEventLoop.call_soon", "context"), "3.7");
  });
});

describe("traps: attributes that only instances have", () => {
  it("takes them from the documentation", () => {
    assert.equal(life("http.client.HTTPConnection.blocksize"), "3.7");
    assert.equal(life("uuid.UUID.is_safe"), "3.7");
    assert.equal(life("hmac.HMAC.block_size"), "3.4");
  });

  it("does not date them by the release whose class shows them first", () => {
    assert.equal(life("ast.Raise.exc"), "always");
    assert.equal(life("http.cookies.Morsel.key"), "always");
  });
});

describe("traps: a member newer than its class", () => {
  it("has a version without a note of its own", () => {
    assert.equal(life("dis.Instruction.positions"), "3.11");
    assert.equal(life("dis.Instruction.line_number"), "3.13");
  });

  it("may be older than the public name of its class", () => {
    assert.equal(life("asyncio.Server.close"), "3.4");
    assert.equal(life("asyncio.Server.get_loop"), "3.7");
  });
});

describe("traps: changes that nobody documents", () => {
  it("sees them in the signatures", () => {
    const changes = entry("signal.signal").changes ?? [];
    assert.deepEqual(
      changes.map(({ version, name }) => `${version} ${name}`),
      ["3.11 handler", "3.11 signalnum"],
    );
  });
});

describe("traps: what an interpreter lacks for other reasons", () => {
  it("does not date by the interpreters that were built without a library", () => {
    for (const id of [
      "ssl",
      "zlib",
      "bz2",
      "sqlite3",
      "tkinter",
      "gzip",
      "curses",
      "http.client.HTTPSConnection",
    ]) {
      assert.equal(life(id), "always", id);
    }
    assert.equal(life("ftplib.FTP_TLS"), "3.2");
    assert.equal(life("dbm.ndbm"), "always");
    assert.equal(life("ctypes.macholib"), "always");
  });

  it("does not take for absent what a WebAssembly build lacks", () => {
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

  it("knows the names of other platforms", () => {
    assert.deepEqual(entry("winreg.OpenKey").platforms, ["windows"]);
    assert.equal(life("winreg.DeleteTree"), "3.15");
    assert.deepEqual(entry("select.kqueue").platforms, ["macos", "bsd"]);
  });

  it("says that nobody knows where system headers decide", () => {
    assert.equal(life("fcntl.F_DUPFD_QUERY"), "unknown");
  });
});

describe("traps: names and their homes", () => {
  it("gives a member to the class that defines it", () => {
    assert.equal(find("pathlib.Path.with_stem")?.id, "pathlib.PurePath.with_stem");
    assert.equal(life("pathlib.PurePath.with_stem"), "3.9");
    assert.equal(stored("pathlib", "Path.with_stem"), undefined);
  });

  it("gives a function to the module that documents it", () => {
    assert.deepEqual(stored("asyncio.runners", "run"), { alias: "asyncio.run" });
    assert.deepEqual(stored("posixpath", "exists"), { alias: "os.path.exists" });
    assert.deepEqual(stored("ntpath", "exists"), { alias: "os.path.exists" });
    assert.equal(find("socket.error")?.id, "builtins.OSError");
    assert.equal(find("cProfile.run")?.id, "cProfile.run");
  });

  it("tells of aliases that live shorter or longer than what they stand for", () => {
    assert.equal(life("collections.Mapping"), "3.0 -3.10");
    assert.equal(life("collections.abc.Mapping"), "3.3");
    assert.equal(life("asyncio.TimeoutError"), "3.4");
  });

  it("lists neither private names nor imported modules", () => {
    assert.equal(stored("subprocess", "os"), undefined);
    assert.equal(stored("subprocess", "_args_from_interpreter_flags"), undefined);
    assert.equal(stored("sys", "_getframe")?.kind, "function");
  });

  it("leaves what every Python 3 has without a version", () => {
    for (const id of ["builtins.print", "builtins.str.upper", "os.path.join", "json.loads"])
      assert.equal(life(id), "always");
    assert.equal(life("builtins.str.removeprefix"), "3.9");
    assert.equal(life("builtins.dict.__or__"), "3.9");
    assert.equal(life("builtins.list.__class_getitem__"), "3.9");
  });

  it("knows the classes between an exception and its root", () => {
    assert.deepEqual(entry("subprocess.CalledProcessError").bases, ["subprocess.SubprocessError"]);
    assert.deepEqual(entry("builtins.ModuleNotFoundError").bases, ["builtins.ImportError"]);
  });

  it("knows keywords that not every Python 3 has", () => {
    assert.equal(stored("syntax", "keyword-async")?.added, "3.7");
    assert.equal(stored("syntax", "soft-keyword-match")?.added, "3.10");
    assert.equal(life("__future__.annotations"), "3.7");
  });
});
