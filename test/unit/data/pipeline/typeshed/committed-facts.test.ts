import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TypeFact } from "../../../../../data/pipeline/typeshed/type-facts";
import type { VersionFact } from "../../../../../data/pipeline/typeshed/version-facts";

const EVIDENCE = join(__dirname, "../../../../../data/evidence");

function readEvidence<T>(name: string): T {
  return JSON.parse(readFileSync(join(EVIDENCE, name), "utf8")) as T;
}

interface TypesFile {
  readonly aliases: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, TypeFact>>;
}

describe("typeshed-types.json", () => {
  const { aliases, types } = readEvidence<TypesFile>("typeshed-types.json");

  const plain: Readonly<Record<string, TypeFact>> = {
    "pathlib.Path.cwd": { returns: "self", binds: "class" },
    "pathlib.PurePath.parent": { type: "self", binds: "property" },
    "pathlib.PurePath.__truediv__": { returns: "self" },
    "pathlib.Path.read_text": { returns: "str" },
    "datetime.datetime.now": { returns: "self", binds: "class" },
    "asyncio.run": { returns: "@0.await" },
    "asyncio.get_event_loop": { returns: "asyncio.AbstractEventLoop" },
    "asyncio.start_server": { returns: "asyncio.Server", awaitable: true },
    "asyncio.StreamReader.readline": { returns: "bytes", awaitable: true },
    "builtins.str.split": { returns: "list[str]" },
    "builtins.sorted": { returns: "list[@0.0]" },
    "builtins.next": {
      returns: "@0.0|@1",
      returnsByCount: {
        rules: [
          [1, 1, "@0.0"],
          [2, 2, "@0.0|@1"],
        ],
      },
    },
    "concurrent.futures.Executor.submit": { returns: "concurrent.futures.Future[@0.call]" },
    "contextlib.ExitStack.enter_context": { returns: "@0.__enter__" },
    "copy.copy": { returns: "@0" },
    "logging.getLogger": { returns: "logging.Logger" },
    "multiprocessing.Pool": { returns: "multiprocessing.pool.Pool" },
    "os.environ": { type: "os._Environ[str]" },
    "os.path.exists": { returns: "bool" },
    "random.choice": { returns: "@0.0" },
    "socket.socket.accept": { returns: "tuple[socket.socket,?]" },
    "ssl.create_default_context": { returns: "ssl.SSLContext" },
    "subprocess.Popen.stdout": { type: "typing.IO[$0]|None" },
    "sys.exit": { returns: "typing.Never" },
    "sys.stdout": { type: "io.TextIOWrapper|None" },
  };
  for (const [id, fact] of Object.entries(plain))
    it(`tells of ${id}`, () => {
      assert.deepEqual(types[id], fact);
    });

  it("tells what opening a file gives by its mode", () => {
    const rules = types["builtins.open"]?.returnsByLiteral;
    const typeFor = (mode: string): string | undefined =>
      rules?.rules.find(([values]) => values.includes(mode))?.[1];
    assert.equal(rules?.absent, "io.TextIOWrapper");
    assert.deepEqual(["r", "w+", "rb", "wb", "r+b"].map(typeFor), [
      "io.TextIOWrapper",
      "io.TextIOWrapper",
      "io.BufferedReader",
      "io.BufferedWriter",
      "io.BufferedRandom",
    ]);
    assert.deepEqual(types["pathlib.Path.open"]?.returnsByLiteral?.rules, rules?.rules);
  });

  it("follows with, for, await and subscripts through special methods", () => {
    assert.deepEqual(types["tempfile.TemporaryDirectory.__enter__"], { returns: "$0" });
    assert.deepEqual(types["tempfile.TemporaryDirectory"]?.returnsByCount?.rules[0], [
      0,
      0,
      "tempfile.TemporaryDirectory[str]",
    ]);
    assert.deepEqual(types["io.IOBase.__enter__"], { returns: "self" });
    assert.deepEqual(types["io.TextIOBase.__iter__"], { returns: "collections.abc.Iterator[str]" });
    assert.deepEqual(types["asyncio.Future.__await__"], { returns: "collections.abc.Generator[?,None,$0]" });
    assert.deepEqual(types["builtins.dict.__getitem__"], { returns: "$1" });
    assert.deepEqual(types["builtins.list.__getitem__"]?.returnsByType?.rules, [
      ["int", "$0"],
      ["slice", "list[$0]"],
    ]);
  });

  it("tells regular expressions on text from those on bytes", () => {
    assert.equal(types["re.match"]?.returns, "re.Match[str|bytes]|None");
    assert.deepEqual(types["re.compile"]?.returnsByType?.rules[0], ["str|bytes", "re.Pattern[@0]"]);
    assert.deepEqual(types["re.Match.group"]?.returnsByCount?.rules.slice(0, 2), [
      [0, 0, "$0"],
      [1, 1, "$0|None"],
    ]);
  });

  it("tells of processes by what their streams carry", () => {
    assert.equal(types["subprocess.Popen"]?.returns, "subprocess.Popen[str|bytes]");
    assert.deepEqual(types["subprocess.run"]?.returnsByCount?.unless, [
      "text",
      "encoding",
      "errors",
      "universal_newlines",
    ]);
  });

  it("keeps what a call passes through: connections, namespaces, values of a dictionary", () => {
    assert.deepEqual(types["sqlite3.connect"]?.returnsByCount?.rules[0], [
      1,
      5,
      "sqlite3.Connection|@factory.new",
    ]);
    assert.equal(types["argparse.ArgumentParser.parse_args"]?.returns, "argparse.Namespace|@1|@namespace");
    assert.equal(types["builtins.dict.items"]?.returns, "_collections_abc.dict_items[$0,$1]");
    assert.deepEqual(types["_collections_abc.dict_items"]?.bases, ["collections.abc.ItemsView[$0,$1]"]);
  });

  it("lists members under the class that users know", () => {
    assert.deepEqual(types["multiprocessing.Process.kill"], { returns: "None" });
    assert.deepEqual(types["socket.socket.recv"], { returns: "bytes" });
    assert.equal(types["argparse.ArgumentParser.add_argument"]?.returns, "argparse.Action");
    assert.equal(aliases["_socket.socket"], "socket.socket");
    assert.equal(aliases["multiprocessing.context.Process"], "multiprocessing.Process");
  });

  it("knows enumerations and their members", () => {
    assert.equal(types["http.HTTPStatus"]?.enum, true);
    assert.deepEqual(types["http.HTTPStatus.OK"], { type: "self" });
  });

  it("never names a class that it does not describe", () => {
    const missing = new Set<string>();
    for (const fact of Object.values(types))
      for (const text of typesIn(fact))
        for (const [name] of text.matchAll(/(?<![@$.\w])[A-Za-z_][\w.]*/g))
          if (name !== "self" && name !== "None" && !(name in types) && !(`builtins.${name}` in types))
            missing.add(name);
    assert.deepEqual([...missing], []);
  });

  it("leads every alias to something that it describes, and describes no alias", () => {
    assert.deepEqual(
      Object.entries(aliases).filter(([alias, id]) => alias in types || id in aliases),
      [],
    );
  });
});

/** Every type that a fact is made of; literals and names of parameters are none. */
function typesIn(fact: TypeFact): string[] {
  return [
    ...(fact.bases ?? []),
    ...(fact.defaults ?? []),
    fact.returns,
    fact.otherwise,
    fact.type,
    fact.returnsByLiteral?.absent,
    ...(fact.returnsByLiteral?.rules.map((rule) => rule[1]) ?? []),
    ...(fact.returnsByCount?.rules.map((rule) => rule[2]) ?? []),
    ...(fact.returnsByType?.rules.flat() ?? []),
  ].filter((each) => each !== undefined);
}

describe("typeshed-versions.json", () => {
  const versions = readEvidence<Record<string, VersionFact>>("typeshed-versions.json");

  it("tells arrivals and departures", () => {
    assert.equal(versions["asyncio.run"]?.added, "3.7");
    assert.equal(versions["math.prod"]?.added, "3.8");
    assert.equal(versions["builtins.str.removeprefix"]?.added, "3.9");
    assert.equal(versions["pathlib.PurePath.with_stem"]?.added, "3.9");
    assert.equal(versions["tomllib"]?.added, "3.11");
    assert.equal(versions["asyncore"]?.removed, "3.12");
    assert.equal(versions["typing.TypeAlias"]?.added, "3.10");
    assert.equal(versions["multiprocessing.Process.kill"]?.added, "3.7");
  });

  it("tells parameters, also those that functions hide behind **kwargs", () => {
    assert.equal(versions["subprocess.run"]?.parameters?.["capture_output"]?.added, "3.7");
    assert.equal(versions["subprocess.check_output"]?.parameters?.["text"]?.added, "3.7");
    assert.equal(versions["asyncio.Queue"]?.parameters?.["loop"]?.removed, "3.10");
    assert.equal(versions["builtins.exec"]?.parameters?.["globals"]?.keyword, "3.13");
  });

  it("shows signatures that C functions do not", () => {
    assert.equal(versions["builtins.dict.get"]?.signature, "(key, default=, /)");
    assert.equal(versions["builtins.zip"]?.signature?.includes("strict="), true);
  });

  it("keeps what is missing everywhere apart from what is only not on every platform", () => {
    assert.deepEqual(versions["os.startfile"]?.platforms, ["windows"]);
    assert.deepEqual(versions["os.fork"]?.platforms, ["unix"]);
    assert.equal(versions["os.getcwd"]?.platforms, undefined);
  });
});
