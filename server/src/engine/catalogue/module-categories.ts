import type { Catalogue } from "./catalogue";
import type { CATEGORIES } from "./categories";
import { BEHAVIOUR_PREFIX, splitParameterId } from "./ids";

/** A heading under which release notes list features. */
export type Category = (typeof CATEGORIES)[number];

/**
 * The chapter of the library reference that each module stands in, past and present ones. A module that is not named
 * stands where its package stands. Source: the table of contents of the library reference, 3.0 to 3.15.
 */
const CHAPTERS: Readonly<Partial<Record<Category, string>>> = {
  "text-processing":
    "string re difflib textwrap unicodedata stringprep readline rlcompleter sre_compile sre_constants sre_parse",
  "binary-data": "struct codecs encodings",
  "data-types":
    "datetime zoneinfo calendar collections heapq bisect array weakref types copy pprint reprlib enum graphlib _stat copyreg",
  numeric: "numbers math cmath decimal fractions random statistics _pydecimal",
  functional: "itertools functools operator",
  "file-system":
    "pathlib os.path posixpath ntpath genericpath stat filecmp tempfile glob fnmatch linecache shutil macpath fileinput os2emxpath macurl2path nturl2path",
  persistence: "pickle pickletools shelve marshal dbm sqlite3",
  compression: "compression zlib gzip bz2 lzma zipfile tarfile _compression",
  "file-formats": "csv configparser tomllib netrc plistlib xdrlib",
  cryptography: "hashlib hmac secrets",
  "operating-system":
    "os io time logging getpass curses platform errno ctypes argparse optparse getopt posix fcntl mmap select selectors",
  concurrency:
    "asyncio threading multiprocessing concurrent subprocess sched queue contextvars _thread dummy_threading _dummy_thread",
  networking: "socket ssl signal socketserver asyncore asynchat",
  "internet-data": "email json mailcap mailbox mimetypes base64 binascii quopri uu binhex",
  "structured-markup": "html xml pyexpat",
  "internet-protocols":
    "webbrowser wsgiref urllib http ftplib poplib imaplib nntplib smtplib smtpd telnetlib uuid xmlrpc ipaddress cgi cgitb",
  multimedia: "wave colorsys audioop aifc sunau chunk imghdr sndhdr ossaudiodev",
  internationalisation: "gettext locale",
  gui: "tkinter turtle turtledemo idlelib",
  development:
    "pydoc pydoc_data pydoc_topics doctest unittest test typing.io typing.re lib2to3 xxsubtype xxlimited xxlimited_35",
  typing: "typing annotationlib",
  debugging: "bdb faulthandler pdb timeit trace tracemalloc cProfile profile profiling pstats",
  packaging: "ensurepip venv zipapp distutils",
  runtime:
    "sys sysconfig builtins __main__ warnings dataclasses contextlib abc atexit traceback __future__ gc inspect site code codeop functions constants",
  importing: "zipimport pkgutil modulefinder runpy importlib imp",
  "language-services":
    "ast symtable token keyword tokenize tabnanny pyclbr py_compile compileall dis opcode opcodes parser symbol",
  "platform-specific":
    "msilib msvcrt winreg winsound pwd spwd grp crypt termios tty pty resource nis syslog shlex",
  superseded: "formatter pipes",
};

const CATEGORY_OF_MODULE: ReadonlyMap<string, Category> = new Map(
  Object.entries(CHAPTERS).flatMap(([category, modules]) =>
    modules.split(" ").map((module): [string, Category] => [module, category as Category]),
  ),
);

/**
 * Finds the heading under which an entry is listed: its own, its owner's, or the chapter of its module. Every entry has
 * one.
 */
export function categoryOf(id: string, catalogue: Catalogue): Category {
  const own = catalogue.prose(id).category;
  if (own !== undefined) return own as Category;
  const parameter = splitParameterId(id);
  if (parameter) return categoryOf(parameter.callable, catalogue);
  if (id.startsWith("syntax:")) return "syntax";
  if (id.startsWith("interpreter:")) return "interpreter";
  const name = id.startsWith(BEHAVIOUR_PREFIX) ? id.slice(BEHAVIOUR_PREFIX.length) : id;
  if (name.startsWith("builtins.")) return "builtins";
  for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1)) {
    const owner = name.slice(0, end);
    const chapter = CATEGORY_OF_MODULE.get(owner) ?? (end < name.length && ownCategory(owner, catalogue));
    if (chapter) return chapter;
  }
  return "runtime";
}

function ownCategory(owner: string, catalogue: Catalogue): Category | undefined {
  const category = catalogue.prose(owner).category as Category | undefined;
  // A module that a release brought is itself under that heading; what it holds has a heading of its own kind.
  return category === "new-modules" ? undefined : category;
}
