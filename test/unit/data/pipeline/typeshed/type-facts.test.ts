import assert from "node:assert/strict";
import { factsOf } from "./stub-fixture";

describe("type facts of functions", () => {
  it("write types with resolved names, and builtins without their module", async () => {
    const facts = await factsOf(
      "class A: ...\ndef f() -> Optional[A]: ...\ndef g() -> dict[str, list[int]] | None: ...\n",
    );
    assert.deepEqual(facts["m.f"], { returns: "m.A|None" });
    assert.deepEqual(facts["m.g"], { returns: "dict[str,list[int]]|None" });
  });

  it("are left out where the stub says Any, and keep a question mark for one argument of a type", async () => {
    const facts = await factsOf(
      "def f() -> Any: ...\ndef g() -> dict[str, Any]: ...\ndef h() -> list[Any]: ...\n",
    );
    assert.equal(facts["m.f"], undefined);
    assert.deepEqual(facts["m.g"], { returns: "dict[str,?]" });
    assert.deepEqual(facts["m.h"], { returns: "list" });
  });

  it("expand aliases and put the class of a literal in its place", async () => {
    const facts = await factsOf(
      '_Mode: TypeAlias = Literal["r", "w"]\n_Pair = tuple[int, str]\ndef f() -> _Mode: ...\ndef g() -> _Pair: ...\n',
    );
    assert.deepEqual(facts["m.f"], { returns: "str" });
    assert.deepEqual(facts["m.g"], { returns: "tuple[int,str]" });
  });

  it("say of a coroutine function what awaiting it gives", async () => {
    const facts = await factsOf("async def f() -> int: ...\ndef g() -> Coroutine[Any, Any, str]: ...\n");
    assert.deepEqual(facts["m.f"], { returns: "int", awaitable: true });
    assert.deepEqual(facts["m.g"], { returns: "str", awaitable: true });
  });

  it("make a context manager of a decorated generator", async () => {
    const facts = await factsOf(
      "from contextlib import contextmanager\n@contextmanager\ndef f() -> Iterator[int]: ...\n",
    );
    assert.deepEqual(facts["m.f"], { returns: "contextlib.AbstractContextManager[int]" });
  });
});

describe("type facts in terms of the arguments", () => {
  it("name the argument that decides: itself, an element, what calling, awaiting or making it gives", async () => {
    const facts = await factsOf(`
T = TypeVar("T")
def same(x: T) -> T: ...
def ordered(xs: Iterable[T]) -> list[T]: ...
def call(f: Callable[..., T]) -> T: ...
def run(c: Coroutine[Any, Any, T]) -> T: ...
def make(c: type[T]) -> T: ...
def pick(*, default: T) -> T: ...
`);
    assert.deepEqual(
      ["same", "ordered", "call", "run", "make", "pick"].map((name) => facts[`m.${name}`]?.returns),
      ["@0", "list[@0.0]", "@0.call", "@0.await", "@0.new", "@default"],
    );
  });

  it("tell what an argument of unknown type leaves, when a type variable is one of a few", async () => {
    const facts = await factsOf("def glob(p: AnyStr) -> list[AnyStr]: ...\n");
    assert.deepEqual(facts["m.glob"], { returns: "list[@0]", otherwise: "list[str|bytes]" });
  });
});

describe("type facts of overloads", () => {
  it("are one when all overloads agree", async () => {
    const facts = await factsOf(
      "@overload\ndef f(x: int) -> LiteralString: ...\n@overload\ndef f(x: str) -> str: ...\n",
    );
    assert.deepEqual(facts["m.f"], { returns: "str" });
  });

  it("are a union with the type that decides beside it", async () => {
    const facts = await factsOf(
      "@overload\ndef f(x: int) -> bytes: ...\n@overload\ndef f(x: str) -> str: ...\n",
    );
    assert.deepEqual(facts["m.f"], {
      returns: "bytes|str",
      returnsByType: {
        position: 0,
        rules: [
          ["int", "bytes"],
          ["str", "str"],
        ],
      },
    });
  });

  it("tell literals apart, and what the call gives without the argument", async () => {
    const facts = await factsOf(`
class Text: ...
class Binary: ...
@overload
def open(file: str, mode: Literal["r", "w"] = "r") -> Text: ...
@overload
def open(file: str, mode: Literal["rb"], buffering: Literal[0]) -> Any: ...
@overload
def open(file: str, mode: Literal["rb"], buffering: int = -1) -> Binary: ...
`);
    assert.deepEqual(facts["m.open"]?.returnsByLiteral, {
      parameter: "mode",
      position: 1,
      absent: "m.Text",
      rules: [
        [["r", "w"], "m.Text"],
        [["rb"], "m.Binary"],
      ],
      unless: ["buffering"],
    });
  });

  it("tell the number of arguments apart", async () => {
    const facts = await factsOf(`
T = TypeVar("T")
@overload
def most(xs: Iterable[T], /) -> T: ...
@overload
def most(a: T, b: T, /, *rest: T) -> T: ...
`);
    assert.deepEqual(facts["m.most"], {
      returnsByCount: {
        rules: [
          [1, 1, "@0.0"],
          [2, null, "@0"],
        ],
      },
    });
  });

  it("do not hold when a keyword chooses another overload", async () => {
    const facts = await factsOf(`
@overload
def run(args: str, *, text: Literal[True], encoding: str | None = None) -> str: ...
@overload
def run(args: str, *, text: bool | None = None, encoding: str) -> str: ...
@overload
def run(args: str, *, text: Literal[False] | None = None, encoding: None = None) -> bytes: ...
`);
    assert.deepEqual(facts["m.run"], {
      returns: "str|bytes",
      returnsByCount: { rules: [[1, 1, "bytes"]], unless: ["text", "encoding"] },
    });
  });

  it("are left out when one of them gives anything, unless it is the last", async () => {
    const facts = await factsOf(`
@overload
def f(x: int) -> int: ...
@overload
def f(x: object) -> Any: ...
@overload
def g(x: int) -> Any: ...
@overload
def g(x: str) -> str: ...
`);
    assert.equal(facts["m.f"]?.returns, "int");
    assert.equal(facts["m.g"]?.returns, undefined);
  });
});

describe("type facts of classes", () => {
  it("give bases and members in terms of the class's own type parameters", async () => {
    const facts = await factsOf(`
K = TypeVar("K")
V = TypeVar("V")
class A(Generic[K, V]):
    def key(self) -> K: ...
class B(A[str, V]):
    value: V
    @property
    def both(self) -> tuple[V, ...]: ...
`);
    assert.deepEqual(facts["m.A"], { params: 2 });
    assert.deepEqual(facts["m.B"], { bases: ["m.A[str,$0]"], params: 1 });
    assert.deepEqual(facts["m.A.key"], { returns: "$0" });
    assert.deepEqual(facts["m.B.value"], { type: "$0" });
    assert.deepEqual(facts["m.B.both"], { type: "tuple[$0,...]", binds: "property" });
  });

  it("say self for the receiver's own type, however the stub puts it", async () => {
    const facts = await factsOf(`
S = TypeVar("S")
class A:
    def f(self) -> Self: ...
    def g(self: S) -> S: ...
    @classmethod
    def now(cls: type[S]) -> S: ...
    @staticmethod
    def make() -> A: ...
`);
    assert.deepEqual(facts["m.A.f"], { returns: "self" });
    assert.deepEqual(facts["m.A.g"], { returns: "self" });
    assert.deepEqual(facts["m.A.now"], { returns: "self", binds: "class" });
    assert.deepEqual(facts["m.A.make"], { returns: "m.A", binds: "static" });
  });

  it("tell what type arguments a constructor call decides", async () => {
    const facts = await factsOf(`
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, items: Iterable[T]) -> None: ...
class Dir(Generic[AnyStr]):
    @overload
    def __init__(self: Dir[str], suffix: str | None = None) -> None: ...
    @overload
    def __init__(self: Dir[bytes], suffix: bytes | None = None) -> None: ...
    def __enter__(self) -> AnyStr: ...
`);
    assert.equal(facts["m.Box"]?.returns, "m.Box[@0.0]");
    assert.deepEqual(facts["m.Dir"]?.defaults, ["str|bytes"]);
    assert.deepEqual(facts["m.Dir"]?.returnsByCount?.rules[0], [0, 0, "m.Dir[str]"]);
    assert.deepEqual(facts["m.Dir.__enter__"], { returns: "$0" });
  });

  it("fold a base that nobody can name into the classes that inherit it", async () => {
    const facts = await factsOf(`
T = TypeVar("T")
class Base: ...
class _Hidden(Base, Generic[T]):
    def get(self) -> T: ...
class A(_Hidden[int]): ...
`);
    assert.deepEqual(facts["m.A"], { bases: ["m.Base"], params: 0 });
    assert.deepEqual(facts["m.A.get"], { returns: "int" });
  });

  it("describe a private class only where a fact leads to it", async () => {
    const facts = await factsOf("class _Led:\n    x: int\nclass _Idle: ...\ndef f() -> _Led: ...\n");
    assert.deepEqual(Object.keys(facts).sort(), ["m._Led", "m._Led.x", "m.f"]);
  });

  it("know the fields of a named tuple, as attributes and as a tuple", async () => {
    const facts = await factsOf("class Point(NamedTuple):\n    x: int\n    name: str\n");
    assert.deepEqual(facts["m.Point"]?.bases, ["tuple[int,str]"]);
    assert.deepEqual(facts["m.Point.x"], { type: "int" });
  });

  it("follow an alias of a method", async () => {
    const facts = await factsOf(
      "class A:\n    def __add__(self, other: int) -> A: ...\n    __radd__ = __add__\n",
    );
    assert.deepEqual(facts["m.A.__radd__"], { returns: "m.A" });
  });

  it("make a function of a module out of the method of an instance", async () => {
    const facts = await factsOf(
      "class A:\n    def choose(self) -> int: ...\n_inst: A = ...\nchoose = _inst.choose\n",
    );
    assert.deepEqual(facts["m.choose"], { returns: "int" });
  });
});
