import type { LibraryPackage } from "./packages";

/** The modules of `six.moves` that hand a module of the library on: https://six.readthedocs.io/#module-six.moves */
const MODULES: Readonly<Record<string, string>> = {
  BaseHTTPServer: "http.server",
  CGIHTTPServer: "http.server",
  SimpleHTTPServer: "http.server",
  _thread: "_thread",
  builtins: "builtins",
  cPickle: "pickle",
  collections_abc: "collections.abc",
  configparser: "configparser",
  copyreg: "copyreg",
  dbm_gnu: "dbm.gnu",
  dbm_ndbm: "dbm.ndbm",
  email_mime_base: "email.mime.base",
  email_mime_image: "email.mime.image",
  email_mime_multipart: "email.mime.multipart",
  email_mime_nonmultipart: "email.mime.nonmultipart",
  email_mime_text: "email.mime.text",
  html_entities: "html.entities",
  html_parser: "html.parser",
  http_client: "http.client",
  http_cookiejar: "http.cookiejar",
  http_cookies: "http.cookies",
  queue: "queue",
  reprlib: "reprlib",
  socketserver: "socketserver",
  tkinter: "tkinter",
  urllib_error: "urllib.error",
  urllib_parse: "urllib.parse",
  urllib_robotparser: "urllib.robotparser",
  "urllib.error": "urllib.error",
  "urllib.parse": "urllib.parse",
  "urllib.request": "urllib.request",
  "urllib.response": "urllib.response",
  "urllib.robotparser": "urllib.robotparser",
  winreg: "winreg",
  xmlrpc_client: "xmlrpc.client",
  xmlrpc_server: "xmlrpc.server",
};

/** The names of `six.moves` that the library has under the same name; what it calls otherwise is not among them. */
const NAMES = [
  ...["filter", "input", "map", "range", "zip"],
  ...["StringIO", "UserDict", "UserList", "UserString", "filterfalse", "zip_longest"],
  ...["getcwd", "getcwdb", "getoutput", "intern", "reduce"],
];

/** What Python 3 has in other places than Python 2, handed on by one package: the very same objects. */
export const SIX_MOVES: readonly LibraryPackage[] = [
  {
    module: "six.moves",
    homes: ["builtins", "io", "collections", "itertools", "os", "subprocess", "sys", "functools"],
    names: NAMES,
  },
  ...Object.entries(MODULES).map(([name, home]) => ({ module: `six.moves.${name}`, homes: [home] })),
];
