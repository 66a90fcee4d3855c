import type { TypeFact } from "./type-facts";

/**
 * Where a thing has several public paths, the first of these patterns that one of them matches decides; without a match
 * the shortest path inside the package that defines it does.
 */
export const PREFERRED_PATHS: readonly RegExp[] = [
  // posixpath, ntpath and genericpath are where os.path comes from.
  /^os\.path\./,
  // The stubs define the abstract collections in typing; CPython does so in collections.abc.
  /^collections\.abc\./,
  /^importlib\.resources\.abc\./,
  /^distutils\.core\.(Distribution|Extension)$/,
  /^email\.parser\.(Bytes)?FeedParser$/,
  /^urllib\.request\.(pathname2url|url2pathname)$/,
  /^dis\.(has\w+|stack_effect|cmp_op|opname|opmap)$/,
  /^xml\.parsers\.expat\./,
  // These are the names that the classes give themselves; the stubs define them under another one.
  /^(weakref\.ReferenceType|multiprocessing\.pool\.AsyncResult|tempfile\.NamedTemporaryFile)$/,
  /^(re\.PatternError|enum\.EnumType|types\.(LambdaType|BuiltinMethodType))$/,
  // The package re-exports what is documented where it is defined.
  /^(xml\.sax\.(handler|xmlreader)|importlib\.resources\.simple|multiprocessing\.queues)\./,
  /^unittest\.(main\.TestProgram|suite\.BaseTestSuite)$/,
];

/** What the generic names of typing stand for; the stubs leave that to checkers. */
export const GENERIC_ALIASES: ReadonlyMap<string, string> = new Map([
  ["typing.List", "builtins.list"],
  ["typing.Dict", "builtins.dict"],
  ["typing.Set", "builtins.set"],
  ["typing.FrozenSet", "builtins.frozenset"],
  ["typing.Tuple", "builtins.tuple"],
  ["typing.Type", "builtins.type"],
  ["typing.DefaultDict", "collections.defaultdict"],
  ["typing.OrderedDict", "collections.OrderedDict"],
  ["typing.Counter", "collections.Counter"],
  ["typing.ChainMap", "collections.ChainMap"],
  ["typing.Deque", "collections.deque"],
]);

/** Modules that only stand in for another one. */
export const SUBSTITUTES = /^(_dummy_thread|_?dummy_threading|multiprocessing\.dummy)(\.|$)/;

/** Base classes that users know only as a part of the class on the right. */
export const MERGED_CLASSES: ReadonlyMap<string, string> = new Map([
  // The members of a process are documented at multiprocessing.Process; the base class is an implementation detail.
  ["multiprocessing.process.BaseProcess", "multiprocessing.Process"],
]);

/** Names of the stubs that no interpreter has, though nothing in the stubs says so. */
export const IGNORED_IDS: readonly RegExp[] = [
  // Methods that a visitor may define; the base class itself has only those that keep old node classes working.
  /^ast\.NodeVisitor\.visit_(?!(Num|Str|Bytes|NameConstant|Ellipsis|Constant)$)/,
  // The abstract classes have none of what the concrete ones show of themselves.
  /^(collections\.abc|typing)\.(Generator|Coroutine|AsyncGenerator)\.((gi|cr|ag)_\w+|__name__|__qualname__)$/,
  /^typing\.AwaitableGenerator$/,
];

/** Names that one release has for its own purposes, long before CPython gave them a meaning. By release. */
export const MISTAKEN_IDS: Readonly<Record<string, RegExp>> = {
  "1.0.11": /^typing\.(TypeAlias|Protocol|runtime)$/,
};

/** Names with a leading underscore that CPython documents. */
export const DOCUMENTED_PRIVATE =
  /^(os\._exit|sys\._(getframe|getframemodulename|current_frames|current_exceptions|debugmallocstats|clear_type_cache|clear_internal_caches|enablelegacywindowsfsencoding|is_gil_enabled|is_immortal|is_interned|jit|xoptions|git|stdlib_dir)|sysconfig\._get_preferred_schemes|enum\.Enum\._(add_alias|add_value_alias|generate_next_value|ignore|missing|order|name|value)_|ctypes\.Structure\._(align|layout|pack|fields|anonymous)_)$/;

/** A type fact that replaces what the stubs say; a member set to `undefined` is taken away. */
export interface TypeCorrection {
  readonly ids: readonly string[];
  readonly fact: TypeFact;
  readonly reason: string;
}

/** Where the stubs are less exact than every interpreter is, or put things in a way that only checkers can follow. */
export const TYPE_CORRECTIONS: readonly TypeCorrection[] = [
  {
    ids: ["sys.stdin", "sys.stdout", "sys.stderr"],
    fact: { type: "io.TextIOWrapper|None" },
    reason:
      "declared as typing.TextIO since anyone may replace it; nearly every program meets the real class",
  },
  {
    ids: ["subprocess.Popen.stdin", "subprocess.Popen.stdout", "subprocess.Popen.stderr"],
    fact: { type: "typing.IO[$0]|None" },
    reason: "the newest stubs leave open what the stream gives; older ones say that it follows the process",
  },
  {
    ids: ["configparser.RawConfigParser.sections"],
    fact: { returns: "list[str]" },
    reason: "left open in the newest stubs because one section may be unnamed",
  },
  {
    ids: ["urllib.request.urlopen"],
    fact: { returns: "http.client.HTTPResponse" },
    reason: "left open in the stubs because file: and data: addresses give other responses",
  },
  {
    ids: ["builtins.type"],
    fact: {
      returnsByCount: {
        rules: [
          [1, 1, "type[@0]"],
          [3, 3, "type"],
        ],
      },
    },
    reason: "checkers know the form with one argument without being told",
  },
  {
    ids: ["builtins.getattr"],
    fact: { returnsByCount: undefined, returnsByType: undefined },
    reason: "an attribute that is there can be anything, whatever the default is",
  },
  ...["Queue", "JoinableQueue", "SimpleQueue"].map((name) => ({
    ids: [`multiprocessing.${name}`],
    fact: { returns: `multiprocessing.queues.${name}` },
    reason: "declared as the class itself; what there is is a function that makes one",
  })),
  {
    ids: ["builtins.anext"],
    fact: { returns: "@0.0|@1", awaitable: true },
    reason: "one form is declared as passing on whatever __anext__ gives, the other as a coroutine function",
  },
  {
    ids: ["builtins.iter"],
    fact: {
      returns: "collections.abc.Iterator",
      returnsByCount: {
        rules: [
          [1, 1, "collections.abc.Iterator[@0.0]"],
          [2, 2, "collections.abc.Iterator[@0.call]"],
        ],
      },
      returnsByType: undefined,
    },
    reason: "the stubs say by protocols that one argument may also be a sequence without __iter__",
  },
];
