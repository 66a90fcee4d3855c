/** Stand-ins that the documentation uses where a class has no public name, or where an instance is meant. */
const STAND_INS: Readonly<Record<string, string>> = {
  "asyncio.loop": "asyncio.AbstractEventLoop",
  "asyncio.asyncio.subprocess": "asyncio.subprocess",
  "xml.parsers.expat.xmlparser": "xml.parsers.expat.XMLParserType",
  "re.match": "re.Match",
  "re.regex": "re.Pattern",
  "_thread.lock": "threading.Lock",
  "multiprocessing.Queue": "multiprocessing.queues.Queue",
  "multiprocessing.SimpleQueue": "multiprocessing.queues.SimpleQueue",
  "multiprocessing.JoinableQueue": "multiprocessing.queues.JoinableQueue",
  "multiprocessing.Lock": "multiprocessing.synchronize.Lock",
  "multiprocessing.RLock": "multiprocessing.synchronize.RLock",
  "multiprocessing.Semaphore": "multiprocessing.synchronize.Semaphore",
  "multiprocessing.BoundedSemaphore": "multiprocessing.synchronize.BoundedSemaphore",
  "multiprocessing.Connection": "multiprocessing.connection.Connection",
  codeobject: "types.CodeType",
  frame: "types.FrameType",
  traceback: "types.TracebackType",
  generator: "types.GeneratorType",
  agen: "types.AsyncGeneratorType",
  coroutine: "types.CoroutineType",
  genericalias: "types.GenericAlias",
  function: "types.FunctionType",
  method: "types.MethodType",
  module: "types.ModuleType",
};

/**
 * Names by which the documentation speaks of a class, though no module has them: `asyncio.loop.call_soon` stands for the
 * method of any event loop.
 */
export const DOCUMENTED_STAND_INS = ["asyncio.loop"] as const;

/** Things that are neither a name that code could use nor a member of one. */
const NOT_NAMES = new Set([
  "option",
  "opcode",
  "pdbcommand",
  "std option",
  "std opcode",
  "std pdbcommand",
  "describe",
]);

/** Pages on what needs no import. */
export const BUILTIN_PAGES = new Set(["functions", "stdtypes", "exceptions", "constants"]);

/**
 * Gives the qualified name that a symbol of the documentation stands for, or `undefined` when it is no name (an
 * option, an opcode). `str.removeprefix` on the page of built-in types gives `builtins.str.removeprefix`,
 * `asyncio.loop.call_soon` gives `asyncio.AbstractEventLoop.call_soon`.
 */
export function symbolToId(symbol: string, kind: string, page: string): string | undefined {
  if (NOT_NAMES.has(kind) || /[\s,<]/.test(symbol)) return undefined;
  const [room, name] = page.split("/") as [string, string];
  const builtin = room === "builtins" || (room === "library" && BUILTIN_PAGES.has(name) && kind !== "module");
  if (symbol === "import__" || symbol === "debug__") return `builtins.__${symbol}`;
  for (let end = symbol.lastIndexOf("."); end > 0; end = symbol.lastIndexOf(".", end - 1)) {
    const owner = symbol.slice(0, end);
    const standIn = STAND_INS[owner];
    if (standIn && (builtin || room === "reference" || owner.includes(".")))
      return standIn + symbol.slice(end);
  }
  if (builtin) return `builtins.${symbol}`;
  if (room === "reference")
    return symbol.startsWith("object.") ? `builtins.${symbol}` : symbol.includes(".") ? symbol : undefined;
  return symbol;
}

/** Gives what a stand-in of the documentation stands for. */
export function standsFor(standIn: (typeof DOCUMENTED_STAND_INS)[number]): string {
  return STAND_INS[standIn];
}
