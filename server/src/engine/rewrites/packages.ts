import { SIX_MOVES } from "./six-moves";

/** A package that brings what the standard library has since some release. */
export interface LibraryPackage {
  /** What code imports it by. */
  readonly module: string;
  /** The modules of the standard library that have its names, the likeliest first. */
  readonly homes: readonly string[];
  /** Names that are the library's own; default: every one that the library has, too. */
  readonly names?: readonly string[];
  /** The package goes on where the library's releases stop, so that it may do more than an older Python. */
  readonly isAhead?: true;
  /** By name, the first minor whose own object the package hands on; 99 where it has always one of its own. */
  readonly ownUntil?: Readonly<Record<string, number>>;
}

const NEVER = 99;

/** Compared by `is` on 3.9 to 3.13, with the newest release that each of them takes. */
const TYPING_EXTENSIONS: Readonly<Record<string, number>> = {
  Any: 11,
  AsyncContextManager: 13,
  AsyncGenerator: 13,
  Concatenate: 11,
  ContextManager: 13,
  Generator: 13,
  Literal: 10,
  NamedTuple: 13,
  NewType: 11,
  ParamSpec: 13,
  Protocol: NEVER,
  SupportsAbs: 12,
  SupportsBytes: 12,
  SupportsComplex: 12,
  SupportsFloat: 12,
  SupportsIndex: 12,
  SupportsInt: 12,
  SupportsRound: 12,
  TypeAliasType: NEVER,
  TypeVar: 13,
  TypeVarTuple: NEVER,
  TypedDict: NEVER,
  Unpack: 12,
  dataclass_transform: 12,
  deprecated: NEVER,
  final: 11,
  get_annotations: NEVER,
  get_args: 10,
  get_origin: 10,
  get_type_hints: 13,
  is_typeddict: NEVER,
  overload: 11,
  runtime_checkable: 13,
};

/** The packages that are known, with names of their own beside those of the standard library. */
export const LIBRARY_PACKAGES: readonly LibraryPackage[] = [
  { module: "tomli", homes: ["tomllib"] },
  {
    module: "typing_extensions",
    homes: ["typing", "collections.abc", "warnings", "types", "inspect"],
    ownUntil: TYPING_EXTENSIONS,
  },
  { module: "backports.zoneinfo", homes: ["zoneinfo"] },
  { module: "backports.cached_property", homes: ["functools"] },
  { module: "backports.strenum", homes: ["enum"] },
  { module: "backports.zstd", homes: ["compression.zstd"] },
  { module: "backports.functools_lru_cache", homes: ["functools"], isAhead: true },
  { module: "backports.tempfile", homes: ["tempfile"] },
  { module: "backports.shutil_get_terminal_size", homes: ["shutil"] },
  { module: "exceptiongroup", homes: ["builtins"], names: ["BaseExceptionGroup", "ExceptionGroup"] },
  { module: "taskgroup", homes: ["asyncio"], names: ["TaskGroup"] },
  { module: "async_timeout", homes: ["asyncio"], names: ["timeout", "timeout_at"], isAhead: true },
  { module: "importlib_metadata", homes: ["importlib.metadata"], isAhead: true },
  { module: "importlib_resources", homes: ["importlib.resources"], isAhead: true },
  { module: "contextlib2", homes: ["contextlib"], isAhead: true },
  { module: "xml.etree.cElementTree", homes: ["xml.etree.ElementTree"] },
  { module: "mock", homes: ["unittest.mock"], isAhead: true },
  { module: "mock.mock", homes: ["unittest.mock"], isAhead: true },
  { module: "unittest2", homes: ["unittest"], isAhead: true },
  { module: "pathlib2", homes: ["pathlib"], isAhead: true },
  {
    module: "funcsigs",
    homes: ["inspect"],
    names: ["BoundArguments", "Parameter", "Signature", "signature"],
  },
  { module: "more_itertools", homes: ["itertools"], names: ["batched", "pairwise"], isAhead: true },
  { module: "selectors2", homes: ["selectors"], isAhead: true },
  { module: "selectors34", homes: ["selectors"] },
  { module: "singledispatch", homes: ["functools"] },
  ...SIX_MOVES,
  { module: "singledispatchmethod", homes: ["functools"], names: ["singledispatchmethod"] },
];
