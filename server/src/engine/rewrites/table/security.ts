import { isWholeHandler } from "../document-predicates";
import { asksErrorOnlyFor } from "../uses";
import { isDiscarded, isSimple, isType } from "../predicates";
import type { DirectionRule, Form, Rewrite } from "../rewrite";

const UNIX: DirectionRule = { safety: "unsafe", differs: "unix-only" };

/** Protocols in the order of their age, and what keeps each of them away. */
const PROTOCOLS = ["SSLv2", "SSLv3", "TLSv1", "TLSv1_1", "TLSv1_2"];

/** `minimum_version` by the options that forbid whatever is older. */
function minimum(version: string): Form {
  const older = PROTOCOLS.slice(0, PROTOCOLS.indexOf(version));
  return {
    old: `$context.options |= ${older.map((name) => `ssl.OP_NO_${name}`).join(" | ")}`,
    new: `$context.minimum_version = ssl.TLSVersion.${version}`,
  };
}

/** The names of `ssl` that tell which protocols there are. */
const SUPPORT = ["TLSv1_3", "SSLv2", "SSLv3", "TLSv1", "TLSv1_1", "TLSv1_2"].map((name) => `HAS_${name}`);

/** Older ways of encrypted connections, passwords and descriptors. */
export const securityRewrites: readonly Rewrite[] = [
  {
    id: "ssl-minimum-version",
    entry: "ssl.SSLContext.minimum_version",
    mends: ["ssl.TLSVersion"],
    names: { old: "options", new: "minimum_version" },
    forms: ["TLSv1_2", "TLSv1_1", "TLSv1"].map(minimum),
    modernise: false,
    downgrade: { safety: "unsafe", differs: "other-options", when: [isType("context", "ssl.SSLContext")] },
  },
  {
    id: "ssl-maximum-version",
    entry: "ssl.SSLContext.maximum_version",
    mends: ["ssl.TLSVersion"],
    names: { old: "options", new: "maximum_version" },
    forms: [
      {
        old: '$context.options |= getattr(ssl, "OP_NO_TLSv1_3", 0)',
        new: "$context.maximum_version = ssl.TLSVersion.TLSv1_2",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "other-options", when: [isType("context", "ssl.SSLContext")] },
  },
  {
    id: "ssl-support",
    entry: "ssl.HAS_TLSv1_3",
    mends: SUPPORT.slice(1).map((name) => `ssl.${name}`),
    names: { old: "getattr", new: "ssl.HAS_…" },
    forms: SUPPORT.map((name): Form => ({ old: `getattr(ssl, "${name}", False)`, new: `ssl.${name}` })),
    modernise: false,
    downgrade: { safety: "unsafe", differs: "false-where-unknown" },
  },
  {
    id: "ssl-verification-error",
    entry: "ssl.SSLCertVerificationError",
    names: { old: "ssl.SSLError", new: "ssl.SSLCertVerificationError" },
    forms: [{ old: "(ssl.CertificateError, ssl.SSLError)", new: "ssl.SSLCertVerificationError" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "catches-more", when: [isWholeHandler, asksErrorOnlyFor()] },
  },
  {
    id: "ssl-default-certs",
    entry: "ssl.SSLContext.load_default_certs",
    names: { old: "set_default_verify_paths", new: "load_default_certs" },
    forms: [{ old: "$context.set_default_verify_paths()", new: "$context.load_default_certs()" }],
    modernise: false,
    downgrade: UNIX,
  },
  {
    id: "ssl-cadata",
    entry: "ssl.SSLContext.load_verify_locations(cadata)",
    names: { old: "a temporary file", new: "load_verify_locations(cadata=…)" },
    forms: [
      {
        old: `with tempfile.NamedTemporaryFile("w") as $file:
    $file.write($data)
    $file.flush()
    $context.load_verify_locations(cafile=$file.name)`,
        new: "$context.load_verify_locations(cadata=$data)",
      },
    ],
    modernise: false,
    downgrade: { ...UNIX, when: [isType("data", "builtins.str")], fresh: { file: "file" } },
  },
  {
    id: "ssl-sni-callback",
    entry: "ssl.SSLContext.sni_callback",
    oldSince: 4,
    names: { old: "set_servername_callback", new: "sni_callback" },
    forms: [
      {
        old: "$context.set_servername_callback($callback)",
        new: "$context.sni_callback = $callback",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "names-decoded" },
  },
  {
    id: "crypt-rounds",
    entry: "crypt.mksalt(rounds)",
    names: { old: "crypt.mksalt", new: "crypt.mksalt(rounds=…)" },
    forms: [
      ["SHA512", "6"],
      ["SHA256", "5"],
    ].map(([name, id]): Form => ({
      old: `crypt.mksalt(crypt.METHOD_${name}).replace($short, $long % $rounds, 1)`,
      new: `crypt.mksalt(crypt.METHOD_${name}, rounds=$rounds)`,
      // A dollar sign begins a hole, so that the texts with them are put in.
      downgrade: { derive: () => ({ short: `"$${id}$"`, long: `"$${id}$rounds=%d$"` }) },
    })),
    modernise: false,
    downgrade: { when: [isType("rounds", "builtins.int")] },
  },
  {
    id: "os-get-inheritable",
    entry: "os.get_inheritable",
    names: { old: "fcntl.fcntl", new: "os.get_inheritable" },
    forms: [
      {
        old: "not fcntl.fcntl($fd, fcntl.F_GETFD) & fcntl.FD_CLOEXEC",
        new: "os.get_inheritable($fd)",
      },
    ],
    modernise: false,
    downgrade: UNIX,
  },
  {
    id: "socket-get-inheritable",
    entry: "socket.socket.get_inheritable",
    names: { old: "fcntl.fcntl", new: "get_inheritable" },
    forms: [
      {
        old: "not fcntl.fcntl($socket.fileno(), fcntl.F_GETFD) & fcntl.FD_CLOEXEC",
        new: "$socket.get_inheritable()",
      },
    ],
    modernise: false,
    downgrade: UNIX,
  },
  {
    id: "socket-set-inheritable",
    entry: "socket.socket.set_inheritable",
    names: { old: "fcntl.fcntl", new: "set_inheritable" },
    forms: [
      ["True", "& ~"],
      ["False", "| "],
    ].map(([value, operator]): Form => ({
      old: `fcntl.fcntl($socket.fileno(), fcntl.F_SETFD, fcntl.fcntl($socket.fileno(), fcntl.F_GETFD) ${operator}fcntl.FD_CLOEXEC)`,
      new: `$socket.set_inheritable(${value})`,
    })),
    modernise: false,
    downgrade: { ...UNIX, when: [isDiscarded, isSimple("socket")] },
  },
];
