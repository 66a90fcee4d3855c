import { isInAnnotation } from "../document-predicates";
import type { Form, Rewrite } from "../rewrite";

/** What `typing` has a second name for, by the module that it is from. */
const ALIASES: Readonly<Record<string, string>> = {
  "collections.abc":
    "AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable Collection Container Coroutine Generator Hashable " +
    "ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible " +
    "Sequence Sized ValuesView",
  collections: "ChainMap Counter OrderedDict",
  re: "Match Pattern",
};

const RENAMED: readonly (readonly [string, string])[] = [
  ["AbstractSet", "collections.abc.Set"],
  ["AsyncContextManager", "contextlib.AbstractAsyncContextManager"],
  ["ContextManager", "contextlib.AbstractContextManager"],
  ["DefaultDict", "collections.defaultdict"],
  ["Deque", "collections.deque"],
  ["Dict", "dict"],
  ["FrozenSet", "frozenset"],
  ["List", "list"],
  ["Set", "set"],
  ["Tuple", "tuple"],
  ["Type", "type"],
];

const PAIRS: readonly (readonly [string, string])[] = Object.entries(ALIASES)
  .flatMap(([module, names]) =>
    names.split(" ").map((name): readonly [string, string] => [name, `${module}.${name}`]),
  )
  .concat(RENAMED);

/** Better ways of second names in `typing`. */
export const typingAliasRewrites: readonly Rewrite[] = [
  {
    id: "typing-alias",
    entry: "behaviour:builtins.generics-in-builtins",
    since: 9,
    names: { old: "typing.Callable", new: "collections.abc.Callable" },
    forms: PAIRS.map(([old, now]): Form => ({ old: `typing.${old}`, new: now })),
    modernise: { safety: "unsafe", differs: "read-at-run-time", when: [isInAnnotation] },
    downgrade: false,
  },
  {
    id: "typing-text",
    entry: "builtins.str",
    names: { old: "typing.Text", new: "str" },
    forms: [{ old: "typing.Text", new: "str" }],
    downgrade: false,
  },
  {
    id: "generator-defaults",
    entry: "syntax:type-parameter-default",
    since: 13,
    names: { old: "Generator[…, None, None]", new: "Generator[…]" },
    forms: ["typing", "collections.abc"].flatMap((module): Form[] => [
      { old: `${module}.Generator[$item, None, None]`, new: `${module}.Generator[$item]` },
      { old: `${module}.AsyncGenerator[$item, None]`, new: `${module}.AsyncGenerator[$item]` },
    ]),
    modernise: {
      safety: "unsafe",
      differs: "read-at-run-time",
      when: [isInAnnotation],
      onRequest: true,
    },
    downgrade: false,
  },
];
