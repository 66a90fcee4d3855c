import { NodeKind } from "../../syntax/node-kind";
import { assignsOnly } from "../class-predicates";
import { isAskedForNowhere, isRead } from "../older-predicates";
import { usesOnlyMembers } from "../uses";
import { holeOf, isName, predicate } from "../predicates";
import type { DirectionRule, Form, Rewrite } from "../rewrite";

/** A weak reference to a bound method, for Pythons without `weakref.WeakMethod`. */
const WEAK_METHOD = `def weak_method(method):
    owner = weakref.ref(method.__self__)
    function = weakref.ref(method.__func__)

    def bound():
        alive, call = owner(), function()
        return None if alive is None or call is None else call.__get__(alive)

    return bound`;

/** Tests that are coroutines, each with a loop of its own, for Pythons without `IsolatedAsyncioTestCase`. */
const ASYNC_TESTS = `class IsolatedAsyncioTestCase(unittest.TestCase):
    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        test = getattr(self, methodName, None)
        if inspect.iscoroutinefunction(test):
            setattr(self, methodName, lambda: self._run_in_loop(test))

    def _run_in_loop(self, test):
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(self.asyncSetUp())
            try:
                loop.run_until_complete(test())
            finally:
                loop.run_until_complete(self.asyncTearDown())
        finally:
            asyncio.set_event_loop(None)
            loop.close()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass`;

/** At most the element and the encoding are given without a name: the method would come third. */
const hasNoMethod = predicate("other-arguments", (match, { tree }) => {
  const given = holeOf(match, "args").filter((node) => tree.kind(node) !== NodeKind.KeywordArgument);
  return given.length <= 2;
});

/** Values of members that a plain class may have as they are. */
const VALUES = [NodeKind.Integer, NodeKind.Float, NodeKind.String, NodeKind.UnaryOperator, NodeKind.Tuple];

/** Methods that only the newer class of messages has. */
const CONTENT = [
  "add_alternative",
  "add_attachment",
  "add_related",
  "clear_content",
  "get_body",
  "get_content",
  "iter_attachments",
  "iter_parts",
  "make_mixed",
  "set_content",
];

const BY_HAND = (differs: string, more: Partial<DirectionRule> = {}): DirectionRule => ({
  safety: "manual",
  differs,
  ...more,
});

/** Older ways that say less, or by another design: each with what is missing. */
export const olderDesignRewrites: readonly Rewrite[] = [
  {
    id: "task-get-coro",
    entry: "asyncio.Task.get_coro",
    names: { old: "_coro", new: "get_coro" },
    forms: [{ old: "$task._coro", new: "$task.get_coro()" }],
    modernise: false,
    downgrade: BY_HAND("private-name"),
  },
  {
    id: "pop3-capa",
    entry: "poplib.POP3.capa",
    names: { old: "_longcmd", new: "capa" },
    forms: [
      {
        old: '{words[0]: words[1:] for words in [line.decode("ascii").split() for line in $server._longcmd("CAPA")[1]]}',
        new: "$server.capa()",
      },
    ],
    modernise: false,
    downgrade: BY_HAND("private-name"),
  },
  {
    id: "venv-with-pip",
    entry: "venv.EnvBuilder(with_pip)",
    names: { old: "venv.EnvBuilder without with_pip", new: "with_pip=…" },
    forms: [
      {
        old: "venv.EnvBuilder($$args)",
        new: "venv.EnvBuilder($$args, with_pip=False)",
        downgrade: { safety: "safe", differs: undefined },
      },
      { old: "venv.EnvBuilder($$args)", new: "venv.EnvBuilder($$args, with_pip=$wanted)" },
    ],
    modernise: false,
    downgrade: BY_HAND("no-pip"),
  },
  {
    id: "ssl-default-context",
    entry: "ssl.create_default_context",
    names: { old: "ssl.SSLContext", new: "ssl.create_default_context" },
    forms: [
      {
        old: `$context = ssl.SSLContext(ssl.PROTOCOL_SSLv23)
$context.verify_mode = ssl.CERT_REQUIRED
$context.set_default_verify_paths()`,
        new: "$context = ssl.create_default_context()",
        when: [isName("context")],
      },
    ],
    modernise: false,
    downgrade: BY_HAND("weaker-settings"),
  },
  {
    id: "weak-method",
    entry: "weakref.WeakMethod",
    names: { old: "weakref.ref", new: "weakref.WeakMethod" },
    forms: [{ old: "weak_method($method)", new: "weakref.WeakMethod($method)" }],
    modernise: false,
    downgrade: BY_HAND("no-reference-object", { helper: { name: "weak_method", code: WEAK_METHOD } }),
  },
  {
    id: "email-message",
    entry: "email.message.EmailMessage",
    names: { old: "email.message.Message", new: "email.message.EmailMessage" },
    forms: [{ old: "email.message.Message()", new: "email.message.EmailMessage()" }],
    modernise: false,
    downgrade: BY_HAND("plain-message", { when: CONTENT.map(isAskedForNowhere) }),
  },
  {
    id: "plain-enum",
    entry: "enum",
    mends: ["enum.Enum", "enum.IntEnum"],
    names: { old: "a plain class", new: "enum.Enum" },
    forms: ["enum.Enum", "enum.IntEnum"].map((base): Form => ({
      old: "class $name:\n    $$$body",
      new: `class $name(${base}):\n    $$$body`,
      when: [assignsOnly("body", ...VALUES), usesOnlyMembers("name")],
    })),
    modernise: false,
    downgrade: BY_HAND("no-members"),
  },
  {
    id: "served-directory",
    entry: "http.server.SimpleHTTPRequestHandler(directory)",
    names: { old: "os.chdir", new: "directory=…" },
    forms: [
      {
        old: "os.chdir($directory)\n$handler = http.server.SimpleHTTPRequestHandler",
        new: "$handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=$directory)",
      },
    ],
    modernise: false,
    downgrade: BY_HAND("changes-directory"),
  },
  {
    id: "isolated-tests",
    entry: "unittest.IsolatedAsyncioTestCase",
    oldSince: 5,
    names: { old: "unittest.TestCase", new: "unittest.IsolatedAsyncioTestCase" },
    forms: [{ old: "IsolatedAsyncioTestCase", new: "unittest.IsolatedAsyncioTestCase" }],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "no-async-cleanups",
      when: [isRead, isAskedForNowhere("addAsyncCleanup"), isAskedForNowhere("enterAsyncContext")],
      helper: { name: "IsolatedAsyncioTestCase", code: ASYNC_TESTS },
    },
  },
  {
    id: "parser-references",
    entry: "html.parser.HTMLParser(convert_charrefs)",
    names: { old: "html.parser.HTMLParser", new: "convert_charrefs=…" },
    forms: [
      {
        old: "html.parser.HTMLParser($$args)",
        new: "html.parser.HTMLParser($$args, convert_charrefs=$wanted)",
      },
    ],
    modernise: false,
    downgrade: BY_HAND("references-apart"),
  },
  {
    id: "empty-elements",
    entry: "xml.etree.ElementTree.tostring(short_empty_elements)",
    mends: ["xml.etree.ElementTree.tostringlist(short_empty_elements)"],
    names: { old: 'method="html"', new: "short_empty_elements=…" },
    forms: ["tostring", "tostringlist"].flatMap((name): Form[] => [
      {
        old: `xml.etree.ElementTree.${name}($$args)`,
        new: `xml.etree.ElementTree.${name}($$args, short_empty_elements=True)`,
        downgrade: { safety: "safe", differs: undefined },
      },
      {
        old: `xml.etree.ElementTree.${name}($$args, method="html")`,
        new: `xml.etree.ElementTree.${name}($$args, short_empty_elements=False)`,
        when: [hasNoMethod],
      },
    ]),
    modernise: false,
    downgrade: BY_HAND("void-elements"),
  },
];
