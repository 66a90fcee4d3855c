import assert from "node:assert/strict";
import { compileCatalogue } from "../../../data/build/write-index";
import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import { loadCatalogue } from "../../../server/src/engine/catalogue/load";
import { parseQuery } from "../../../server/src/engine/catalogue/query";
import type { CatalogueSearch } from "../../../server/src/engine/catalogue/search";
import { createFeatureSearch } from "../../../server/src/features/explorer";

/** What somebody types, and what stands first then; with `..`, among the first five. */
const ASKED = `
walrus                          syntax:walrus
:=                              syntax:walrus
py38 walrus                     syntax:walrus
match statement                 syntax:match-statement
match case                      .. syntax:match-statement
switch                          syntax:match-statement
switch case                     syntax:match-statement
f-string                        syntax:f-string
fstring                         syntax:f-string
f string nested quotes          syntax:f-string-nested-quotes
t-string                        syntax:template-string
template strings                syntax:template-string
union types                     .. syntax:union type X | Y
X | Y                           syntax:union type X | Y
dict merge                      builtins.dict.__or__
|=                              builtins.dict.__ior__
positional only                 syntax:positional-only-parameters
keyword only                    syntax:keyword-only-parameters
yield from                      syntax:yield-from
async for                       syntax:async-for
async generator                 syntax:async-generator
except*                         syntax:except-star
exception groups                builtins.ExceptionGroup
parenthesized context managers  syntax:parenthesized-context-managers
lazy imports                    syntax:lazy-import
lazy annotations                behaviour:builtins.deferred-annotations
underscore in numeric literals  syntax:numeric-underscore
1_000                           syntax:numeric-underscore
generics                        syntax:type-parameters
matrix multiplication           syntax:matrix-multiplication
taskgroup                       asyncio.TaskGroup
task group                      asyncio.TaskGroup
to_thread                       asyncio.to_thread
asyncio run                     asyncio.run
aiorun                          asyncio.run
asynico.run                     asyncio.run
asyncio timeout                 asyncio.timeout
pathlib                         pathlib
pathlb                          pathlib
path walk                       pathlib.Path.walk
remove prefix                   builtins.str.removeprefix
removprefix                     builtins.str.removeprefix
batched                         itertools.batched
cache                           functools.cache
functools.cahce                 functools.cache
dataclass                       dataclasses.dataclass
data class                      dataclasses.dataclass
dataclasses slots               dataclasses.dataclass(slots)
toml                            tomllib
zoneinfo                        zoneinfo
lcm                             math.lcm
imp module                      imp
self type                       typing.Self
breakpont                       builtins.breakpoint
subinterpreters                 concurrent.interpreters
free-threaded                   interpreter:free-threading
-X utf8                         interpreter:cli:python -X utf8
which                           shutil.which
shutil which                    shutil.which
str enum                        enum.StrEnum
topological sort                graphlib.TopologicalSorter
context variables               .. contextvars.ContextVar
capture_output                  subprocess.run(capture_output)
collections.Mapping             collections.Mapping
datetime.fromisoformt           .. datetime.datetime.fromisoformat
deprecated in 3.12 datetime     .. datetime.datetime.utcnow
removed in 3.12                 .. distutils
entfernt in 3.12                .. distutils
what is new between 3.8 and 3.12 in typing        typing.Self
was ist neu zwischen 3.8 und 3.12 typing          typing.Self
what is new for asyncio in python 3.11            .. asyncio.Barrier
new modules 3.14                compression
`;

describe("the search over all features", function () {
  this.timeout(60_000);
  let catalogue: Catalogue;
  let search: CatalogueSearch;

  before(() => {
    catalogue = loadCatalogue(compileCatalogue().text);
    search = createFeatureSearch(catalogue);
  });

  const find = (query: string, limit: number): string[] =>
    search.find(parseQuery(query), limit).map(({ entryId }) => entryId);

  for (const line of ASKED.trim().split("\n")) {
    const [query, wanted] = line.split(/\s{2,}|\s(?=\.\. )/).filter(Boolean);
    const isAmong = wanted.startsWith(".. ");
    const id = wanted.replace(/^\.\. /, "");
    it(`understands ${query}`, () => {
      const found = find(query, isAmong ? 5 : 1);
      assert.ok(found.includes(id), `found ${found.join(", ")}`);
    });
  }

  it("leaves out what a module only imports for itself", () => {
    for (const name of ["asyncio.timeouts.Type", "pstats.Dict", "graphlib.GenericAlias", "pdb.Union"]) {
      assert.ok(catalogue.lookup(name), name);
      const found = search.find(parseQuery(name.slice(name.lastIndexOf(".") + 1)), 100);
      assert.ok(!found.some(({ entryId }) => entryId === name), name);
    }
  });

  it("finds a slip of the fingers only where nothing is called so", () => {
    assert.deepEqual(find("prod", 3), ["math.prod", "math.prod(start)", "itertools.product"]);
    assert.deepEqual(find("qqqqqq", 3), []);
  });
});
