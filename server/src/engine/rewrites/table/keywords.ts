import { isDiscarded } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** What lays out data. */
const PRINTERS = ["pprint.pprint", "pprint.pformat", "pprint.PrettyPrinter"];

/** A keyword that older Pythons do not know, left out. */
function without(functions: readonly string[], keyword: string): Form[] {
  return functions.map((name): Form => ({
    old: `${name}($$any)`,
    new: `${name}($$any, ${keyword})`,
  }));
}

/** Calls without a keyword that came later. */
export const keywordRewrites: readonly Rewrite[] = [
  {
    id: "pprint-compact",
    entry: "pprint.pprint(compact)",
    mends: ["pprint.pformat(compact)", "pprint.PrettyPrinter(compact)"],
    names: { old: "pprint", new: "compact=True" },
    forms: without(PRINTERS, "compact=True"),
    modernise: false,
    downgrade: { safety: "unsafe", differs: "other-layout" },
  },
  {
    id: "pprint-sort-dicts",
    entry: "pprint.pprint(sort_dicts)",
    mends: ["pprint.pformat(sort_dicts)", "pprint.PrettyPrinter(sort_dicts)"],
    names: { old: "pprint", new: "sort_dicts" },
    forms: [
      ...without(PRINTERS, "sort_dicts=False").map((form): Form => ({
        ...form,
        downgrade: { safety: "unsafe", differs: "sorted-keys" },
      })),
      ...without(PRINTERS, "sort_dicts=True"),
    ],
    modernise: false,
  },
  {
    id: "create-task-name",
    entry: "asyncio.create_task(name)",
    mends: ["asyncio.AbstractEventLoop.create_task(name)"],
    names: { old: "create_task without a name", new: "create_task(name=…)" },
    forms: [
      { old: "asyncio.create_task($$any)", new: "asyncio.create_task($$any, name=$name)" },
      { old: "$loop.create_task($$any)", new: "$loop.create_task($$any, name=$name)" },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "no-name" },
  },
  {
    id: "create-connection-happy-eyeballs",
    entry: "asyncio.AbstractEventLoop.create_connection(happy_eyeballs_delay)",
    names: { old: "create_connection", new: "happy_eyeballs_delay" },
    forms: [
      {
        old: "$loop.create_connection($$any)",
        new: "$loop.create_connection($$any, happy_eyeballs_delay=$delay)",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "slower-connections" },
  },
  {
    id: "create-connection-interleave",
    entry: "asyncio.AbstractEventLoop.create_connection(interleave)",
    names: { old: "create_connection", new: "interleave" },
    forms: [
      { old: "$loop.create_connection($$any)", new: "$loop.create_connection($$any, interleave=$count)" },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "slower-connections" },
  },
  {
    id: "send-error-explain",
    entry: "http.server.BaseHTTPRequestHandler.send_error(explain)",
    names: { old: "send_error", new: "send_error(explain=…)" },
    forms: [{ old: "$handler.send_error($$any)", new: "$handler.send_error($$any, explain=$text)" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "no-explanation", when: [isDiscarded] },
  },
  {
    id: "create-server",
    entry: "socket.create_server",
    oldSince: 5,
    names: { old: "socket.socket", new: "socket.create_server" },
    forms: [
      {
        old: `$server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
$server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
$server.bind($address)
$server.listen()`,
        new: "$server = socket.create_server($address)",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "reuse-on-windows" },
  },
];
