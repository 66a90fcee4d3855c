import { isInAnnotation } from "../document-predicates";
import type { Form, Rewrite } from "../rewrite";

/** Names of `typing` for classes that take type arguments themselves since 3.9. */
const NAMES: readonly (readonly [string, string])[] = [
  ["List", "list"],
  ["Dict", "dict"],
  ["Set", "set"],
  ["FrozenSet", "frozenset"],
  ["Tuple", "tuple"],
  ["Type", "type"],
  ["Deque", "collections.deque"],
  ["DefaultDict", "collections.defaultdict"],
  ["OrderedDict", "collections.OrderedDict"],
  ["Counter", "collections.Counter"],
  ["ChainMap", "collections.ChainMap"],
  ["Pattern", "re.Pattern"],
  ["Match", "re.Match"],
  ["ContextManager", "contextlib.AbstractContextManager"],
  ["AsyncContextManager", "contextlib.AbstractAsyncContextManager"],
  ["AbstractSet", "collections.abc.Set"],
  ...[
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterator",
    "Awaitable",
    "Callable",
    "Collection",
    "Container",
    "Coroutine",
    "Generator",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "Mapping",
    "MappingView",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "Reversible",
    "Sequence",
    "ValuesView",
  ].map((name): [string, string] => [name, `collections.abc.${name}`]),
];

/** What older Pythons have instead of classes with type arguments. */
export const genericRewrites: readonly Rewrite[] = [
  {
    id: "generics",
    entry: "syntax:class[...] subscript",
    names: { old: "typing.List", new: "list[…]" },
    forms: NAMES.flatMap(([old, now]): Form[] => {
      const form: Form = { old: `typing.${old}[$$args]`, new: `${now}[$$args]` };
      return [
        { ...form, when: [isInAnnotation] },
        { ...form, downgrade: { safety: "unsafe", differs: "another-object" } },
      ];
    }),
    modernise: false,
  },
];
