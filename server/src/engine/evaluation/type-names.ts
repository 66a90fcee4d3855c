/** Classes of `typing` that are names of others, so that both spellings have the same members: ids by ids. */
export const TYPING_ALIASES: Readonly<Record<string, string>> = {
  "typing.List": "builtins.list",
  "typing.Dict": "builtins.dict",
  "typing.Set": "builtins.set",
  "typing.FrozenSet": "builtins.frozenset",
  "typing.Tuple": "builtins.tuple",
  "typing.Type": "builtins.type",
  "typing.Text": "builtins.str",
  "typing.DefaultDict": "collections.defaultdict",
  "typing.OrderedDict": "collections.OrderedDict",
  "typing.Counter": "collections.Counter",
  "typing.ChainMap": "collections.ChainMap",
  "typing.Deque": "collections.deque",
  "typing.Pattern": "re.Pattern",
  "typing.Match": "re.Match",
  "typing.AbstractSet": "collections.abc.Set",
  "typing.ContextManager": "contextlib.AbstractContextManager",
  "typing.AsyncContextManager": "contextlib.AbstractAsyncContextManager",
  ...Object.fromEntries(
    [
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
    ].map((name) => [`typing.${name}`, `collections.abc.${name}`]),
  ),
};

/** The ids of the classes that type facts name: `builtins.str` for `str`. There are few names, and they come again and again. */
const classIds = new Map<string, string>();

/** The id of the class that a type fact names: what has no dot is a builtin, and `typing.List` is `builtins.list`. */
export function classIdOf(name: string): string {
  let id = classIds.get(name);
  if (id === undefined) {
    id = unaliasTyping(name.includes(".") ? name : `builtins.${name}`);
    if (classIds.size < MOST_CLASS_IDS) classIds.set(name, id);
  }
  return id;
}

/** More ids than this are not kept: annotations of user code name what they like. */
const MOST_CLASS_IDS = 10_000;

/** The class that a name of `typing` stands for, or the id itself. */
export function unaliasTyping(id: string): string {
  return TYPING_ALIASES[id] ?? id;
}
