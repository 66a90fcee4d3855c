import { isRead } from "../older-predicates";
import { isInExcept, isLastHandler, isWholeHandler } from "../document-predicates";
import {
  isName,
  isNoType,
  isNotNamedIn,
  isType,
  isUsedOnlyHere,
  classOf,
  holeOf,
  predicate,
} from "../predicates";
import { isNoParameter } from "../uses";
import type { Form, Rewrite } from "../rewrite";
import { hasNoneOf } from "../result-predicates";
import { isUsedNowhere, isWordNowhere } from "../use-predicates";

const SMTP = "smtplib.SMTPException";
const NETWORKS = new Set(["ipaddress.IPv4Network", "ipaddress.IPv6Network"]);

/** A text of which a line starts with From. */
const FROM_LINE = /(?:["'\n]|\\n)From /;

/** Better ways of logging, mail and the network. */
export const networkRewrites: readonly Rewrite[] = [
  {
    id: "logging-setstream",
    entry: "logging.StreamHandler.setStream",
    names: { old: "handler.stream", new: "setStream" },
    forms: [
      {
        old: `$handler.acquire()
try:
    $handler.flush()
    $handler.stream = $stream
finally:
    $handler.release()`,
        new: "$handler.setStream($stream)",
        oldAnchor: "logging.Handler.acquire",
        when: [
          isName("handler"),
          isType("handler", "logging.StreamHandler"),
          isNoType("handler", "logging.FileHandler"),
        ],
      },
    ],
  },
  {
    id: "logging-basicconfig-force",
    entry: "logging.basicConfig(force)",
    names: { old: "removeHandler", new: "force=True" },
    forms: ["logging.root", "logging.getLogger()"].map((root, index): Form => ({
      old: `for $handler in ${root}.handlers[:]:
    ${root}.removeHandler($handler)
    $handler.close()
logging.basicConfig($$args)`,
      new: "logging.basicConfig($$args, force=True)",
      oldAnchor: root.replace("()", ""),
      when: [hasNoneOf("args", /\bhandlers\b(?!\s*=)/), hasNoneOf("args", /^force\b/)],
      ...(index > 0 && { downgrade: false as const }),
    })),
    modernise: { when: [isUsedOnlyHere("handler")] },
    downgrade: { fresh: { handler: "handler" } },
  },
  {
    id: "httperror-headers",
    entry: "urllib.error.HTTPError.headers",
    names: { old: "info()", new: "headers" },
    forms: [
      {
        old: "$error.info()",
        new: "$error.headers",
        oldAnchor: "urllib.error.HTTPError.info",
        when: [isType("error", "urllib.error.HTTPError")],
      },
    ],
    downgrade: { when: [isRead] },
  },
  {
    id: "request-attributes-set",
    entry: "behaviour:urllib.request.Request-attributes-set",
    oldSince: 3,
    names: { old: "urllib.request.Request", new: "an attribute of the request" },
    forms: [
      ["data", "$request.full_url, $value"],
      ["full_url", "$value, $request.data"],
    ].map(([attribute, first]): Form => ({
      old: `$request = urllib.request.Request(${first}, $request.headers, $request.origin_req_host, $request.unverifiable, getattr($request, "method", None))`,
      new: `$request.${attribute} = $value`,
    })),
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "another-object",
      when: [isName("request"), isNoParameter("request")],
    },
  },
  {
    id: "oserror-smtp",
    entry: SMTP,
    since: 4,
    names: { old: SMTP, new: "OSError" },
    mends: ["behaviour:smtplib.SMTPException-is-OSError"],
    forms: ["OSError", "IOError", "EnvironmentError", "socket.error"].flatMap((error): Form[] => [
      { old: `(${error}, ${SMTP})`, new: error, oldAnchor: SMTP, downgrade: { when: [isWholeHandler] } },
      { old: `(${SMTP}, ${error})`, new: error, oldAnchor: SMTP, downgrade: false },
      {
        old: `($$before, ${error}, ${SMTP}, $$after)`,
        new: `($$before, ${error}, $$after)`,
        modernise: false,
      },
    ]),
    modernise: { when: [isInExcept, isLastHandler] },
  },
  {
    id: "plistlib-dumps",
    entry: "plistlib.dumps",
    names: { old: "plistlib.writePlistToBytes", new: "plistlib.dumps" },
    forms: [{ old: "plistlib.writePlistToBytes($value)", new: "plistlib.dumps($value)" }],
    modernise: { safety: "unsafe", differs: "plist-data", when: [isUsedNowhere("plistlib.Data")] },
    downgrade: {
      safety: "unsafe",
      differs: "plist-data",
      when: [hasNoneOf("value", /\b[bB][rR]?["']|\bbytes\b/)],
    },
  },
  {
    id: "plistlib-loads",
    entry: "plistlib.loads",
    names: { old: "plistlib.readPlistFromBytes", new: "plistlib.loads" },
    forms: [{ old: "plistlib.readPlistFromBytes($data)", new: "plistlib.loads($data)" }],
    modernise: { safety: "unsafe", differs: "plist-data" },
    downgrade: { safety: "unsafe", differs: "plist-data" },
  },
  {
    id: "plistlib-files",
    entry: "plistlib.load",
    mends: ["plistlib.dump"],
    names: { old: "plistlib.readPlist and writePlist", new: "plistlib.load and dump" },
    forms: [
      { old: "plistlib.readPlist($file)", new: "plistlib.load($file)" },
      { old: "plistlib.writePlist($value, $file)", new: "plistlib.dump($value, $file)" },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "plist-data" },
  },
  {
    id: "email-as-bytes",
    entry: "email.message.Message.as_bytes",
    names: { old: "email.generator.BytesGenerator", new: "as_bytes" },
    forms: [
      {
        old: `$buffer = io.BytesIO()
email.generator.BytesGenerator($buffer).flatten($message)
$result = $buffer.getvalue()`,
        new: "$result = $message.as_bytes()",
        when: [isType("message", "email.message.Message")],
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "from-lines",
      when: [isUsedOnlyHere("buffer"), isNotNamedIn("buffer", "message"), isWordNowhere(FROM_LINE)],
    },
    downgrade: {
      safety: "unsafe",
      differs: "from-lines",
      fresh: { buffer: "buffer" },
      when: [isWordNowhere(FROM_LINE)],
    },
  },
  {
    id: "ipaddress-subnet-of",
    entry: "ipaddress.IPv4Network.subnet_of",
    mends: ["ipaddress.IPv6Network.subnet_of"],
    names: { old: "network_address", new: "subnet_of" },
    forms: [
      {
        old: "$b.network_address <= $a.network_address and $b.broadcast_address >= $a.broadcast_address",
        new: "$a.subnet_of($b)",
      },
    ],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "one-version",
      when: [
        predicate("not-shown", (match, { valueAt }) => {
          const [a, b] = ["a", "b"].map((name) => classOf(valueAt(holeOf(match, name)[0])));
          return a === b || !NETWORKS.has(a ?? "") || !NETWORKS.has(b ?? "");
        }),
      ],
    },
  },
  {
    id: "dis-depth",
    entry: "dis.dis(depth)",
    names: { old: "dis.dis without depth", new: "dis.dis(depth=…)" },
    forms: [{ old: "dis.dis($$args)", new: "dis.dis($$args, depth=0)" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "nested-code-too" },
  },
];
