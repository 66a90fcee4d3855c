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
  // These are the names of the documentation; the stubs define the class under the other one.
  /^(weakref\.ref|multiprocessing\.pool\.AsyncResult|tempfile\.NamedTemporaryFile)$/,
];

/** Base classes that users know only as a part of the class on the right. */
export const MERGED_CLASSES: ReadonlyMap<string, string> = new Map([
  // The members of a process are documented at multiprocessing.Process; the base class is an implementation detail.
  ["multiprocessing.process.BaseProcess", "multiprocessing.Process"],
]);

/** Names of the stubs that no interpreter has, though nothing in the stubs says so. */
export const IGNORED_IDS: readonly RegExp[] = [
  // Methods that a visitor may define; the base class itself has only those that keep old node classes working.
  /^ast\.NodeVisitor\.visit_(?!(Num|Str|Bytes|NameConstant|Ellipsis|Constant)$)/,
  /^typing\.(AwaitableGenerator|TypeAlias\..*)$/,
];

/** Names with a leading underscore that CPython documents. */
export const DOCUMENTED_PRIVATE =
  /^(os\._exit|sys\._(getframe|getframemodulename|current_frames|current_exceptions|debugmallocstats|clear_type_cache|clear_internal_caches|enablelegacywindowsfsencoding|is_gil_enabled|is_immortal|is_interned|jit|xoptions|git|stdlib_dir)|sysconfig\._get_preferred_schemes|enum\.Enum\._(add_alias|add_value_alias|generate_next_value|ignore|missing|order|name|value)_|ctypes\.Structure\._(align|layout|pack|fields|anonymous)_)$/;
