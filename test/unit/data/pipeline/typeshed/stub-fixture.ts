import type { StubModule } from "../../../../../data/pipeline/typeshed/load-release";
import { createStubParser, type StubParser } from "../../../../../data/pipeline/typeshed/parse-stub";
import { EVERYWHERE } from "../../../../../data/pipeline/typeshed/realm";
import type { PyrightRelease } from "../../../../../data/pipeline/typeshed/releases";
import { viewStubs, type StubView } from "../../../../../data/pipeline/typeshed/stub-view";
import { collectTypeFacts, type TypeFact } from "../../../../../data/pipeline/typeshed/type-facts";

let parser: Promise<StubParser> | undefined;

/** As much of typing and builtins as the examples need. */
const BASICS: Readonly<Record<string, string>> = {
  builtins: `
class object:
    def __init__(self) -> None: ...
    def __eq__(self, other: object, /) -> bool: ...
class int: ...
class bool(int): ...
class float: ...
class str: ...
class bytes: ...
class type: ...
class slice: ...
class BaseException: ...
class Exception(BaseException): ...
class list(Generic[_T]): ...
class tuple(Generic[_T]): ...
class dict(Generic[_K, _V]): ...
`,
  typing: `
class Any: ...
class TypeVar: ...
Union: _SpecialForm
Optional: _SpecialForm
Generic: _SpecialForm
Protocol: _SpecialForm
Callable: _SpecialForm
Literal: _SpecialForm
ClassVar: _SpecialForm
Self: _SpecialForm
NoReturn: _SpecialForm
LiteralString: _SpecialForm
class NamedTuple(tuple[Any, ...]): ...
AnyStr = TypeVar("AnyStr", str, bytes)
_T = TypeVar("_T")
_R = TypeVar("_R")
class Iterable(Protocol[_T]): ...
class Iterator(Iterable[_T], Protocol[_T]): ...
class Generator(Iterator[_T]): ...
class Awaitable(Protocol[_T]): ...
class Coroutine(Awaitable[_R], Generic[_T, _T2, _R]): ...
class SupportsIndex(Protocol): ...
_T2 = TypeVar("_T2")
`,
  typing_extensions: "from typing import *\ndef deprecated(message: str): ...\n",
  "collections.abc": `
from typing import Iterable as Iterable, Iterator as Iterator, Generator as Generator
from typing import Awaitable as Awaitable, Coroutine as Coroutine, Callable as Callable
`,
  contextlib: `
from typing import Generic, TypeVar
_T = TypeVar("_T")
class AbstractContextManager(Generic[_T]): ...
def contextmanager(func): ...
`,
};

/** Reads stubs given as texts by module name, together with a few basics that every stub builds on. */
export async function viewOf(
  texts: Readonly<Record<string, string>>,
  release?: Partial<PyrightRelease>,
): Promise<StubView> {
  parser ??= createStubParser();
  const read = (await parser).parse;
  const modules = Object.entries({ ...BASICS, ...texts }).map(([name, text]): StubModule => ({
    name,
    isPackage: Object.keys({ ...BASICS, ...texts }).some((other) => other.startsWith(`${name}.`)),
    realm: EVERYWHERE,
    declarations: read(text, EVERYWHERE),
  }));
  return viewStubs({ version: "1", floor: 3, ceiling: 15, sha256: "", ...release }, modules);
}

/** Gives the type facts of one module named `m`. */
export async function factsOf(text: string): Promise<Record<string, TypeFact>> {
  const { types } = collectTypeFacts([
    await viewOf({ m: `from typing import *\nfrom typing import Self, Callable, overload\n${text}` }),
  ]);
  return Object.fromEntries([...types].filter(([id]) => id.startsWith("m.")));
}
