import { hasOnlyKeywords, moduleOfCall } from "../older-predicates";
import { isDiscarded, isSimple, isType } from "../predicates";
import type { DirectionRule, Rewrite } from "../rewrite";

const UNIX: DirectionRule = { safety: "unsafe", differs: "unix-only" };

/** Keywords of `subprocess.run` that `call` and `check_call` have, too, and that need no more of them. */
const SHARED = ["cwd", "env", "shell", "stdin", "timeout", "close_fds", "executable", "preexec_fn"];

/** Older ways of processes, threads and what belongs to them. */
export const olderProcessRewrites: readonly Rewrite[] = [
  {
    id: "subprocess-call",
    entry: "subprocess.run",
    names: { old: "subprocess.call", new: "subprocess.run" },
    forms: [
      { old: "subprocess.call($$args)", new: "subprocess.run($$args).returncode" },
      {
        old: "subprocess.check_call($$args)",
        new: "subprocess.run($$args, check=True)",
        when: [isDiscarded],
      },
      { old: "subprocess.call($$args)", new: "subprocess.run($$args)", when: [isDiscarded] },
    ].map((form) => ({ ...form, when: [...(form.when ?? []), hasOnlyKeywords("args", SHARED)] })),
    modernise: false,
  },
  {
    id: "process-close",
    entry: "multiprocessing.Process.close",
    names: { old: "join", new: "close" },
    forms: [{ old: "$process.join()", new: "$process.close()" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "waits-instead", when: [isDiscarded] },
  },
  {
    id: "multiprocessing-context",
    entry: "multiprocessing.get_context",
    names: { old: "multiprocessing", new: "get_context" },
    forms: [{ old: "$module", new: "multiprocessing.get_context()" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "one-method", derive: moduleOfCall },
  },
  {
    id: "get-ident",
    entry: "threading.get_ident",
    names: { old: "_thread.get_ident", new: "threading.get_ident" },
    forms: [{ old: "_thread.get_ident", new: "threading.get_ident" }],
    modernise: false,
  },
  {
    id: "server-is-serving",
    entry: "asyncio.Server.is_serving",
    names: { old: "sockets", new: "is_serving" },
    forms: [{ old: "bool($server.sockets)", new: "$server.is_serving()" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "open-sockets" },
  },
  {
    id: "time-thread-time-ns",
    entry: "time.thread_time_ns",
    names: { old: "time.clock_gettime", new: "time.thread_time_ns" },
    forms: [
      {
        old: "int(time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID) * 10**9)",
        new: "time.thread_time_ns()",
      },
    ],
    modernise: false,
    downgrade: UNIX,
  },
  {
    id: "time-clock-settime-ns",
    entry: "time.clock_settime_ns",
    names: { old: "time.clock_settime", new: "time.clock_settime_ns" },
    forms: [
      { old: "time.clock_settime($clock, $time / 10**9)", new: "time.clock_settime_ns($clock, $time)" },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "float-rounding" },
  },
  {
    id: "resource-prlimit",
    entry: "resource.prlimit",
    names: { old: "getrlimit and setrlimit", new: "resource.prlimit" },
    forms: [
      { old: "resource.getrlimit($limit)", new: "resource.prlimit(0, $limit)" },
      {
        old: "resource.setrlimit($limit, $values)",
        new: "resource.prlimit(0, $limit, $values)",
        when: [isDiscarded],
      },
    ],
    modernise: false,
  },
  {
    id: "sqlite-backup",
    entry: "sqlite3.Connection.backup",
    names: { old: "iterdump", new: "backup" },
    forms: [{ old: '$target.executescript("\\n".join($source.iterdump()))', new: "$source.backup($target)" }],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "logical-copy",
      when: [isDiscarded, isSimple("source", "target")],
    },
  },
  {
    id: "has-dualstack-ipv6",
    entry: "socket.has_dualstack_ipv6",
    names: { old: "socket.IPV6_V6ONLY", new: "socket.has_dualstack_ipv6" },
    forms: [
      {
        old: 'socket.has_ipv6 and hasattr(socket, "IPV6_V6ONLY")',
        new: "socket.has_dualstack_ipv6()",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "not-tried-out" },
  },
  ...["IPv4", "IPv6"].flatMap((version): Rewrite[] => [
    {
      id: `inet-functions-${version.toLowerCase()}`,
      entry: "behaviour:socket.inet-functions-on-windows",
      names: { old: `ipaddress.${version}Address`, new: "socket.inet_pton" },
      forms: [
        {
          old: `ipaddress.${version}Address($text).packed`,
          new: `socket.inet_pton(socket.AF_INET${version === "IPv6" ? "6" : ""}, $text)`,
        },
        {
          old: `str(ipaddress.${version}Address($packed))`,
          new: `socket.inet_ntop(socket.AF_INET${version === "IPv6" ? "6" : ""}, $packed)`,
          downgrade: { when: [isType("packed", "builtins.bytes")] },
        },
      ],
      modernise: false,
      downgrade: { safety: "unsafe", differs: "other-errors" },
    },
  ]),
  {
    id: "ipaddress-supernet-of",
    entry: "ipaddress.IPv4Network.supernet_of",
    mends: ["ipaddress.IPv6Network.supernet_of"],
    names: { old: "network_address", new: "supernet_of" },
    forms: [
      {
        old: "$a.network_address <= $b.network_address and $a.broadcast_address >= $b.broadcast_address",
        new: "$a.supernet_of($b)",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "one-version" },
  },
  {
    id: "ipaddress-is-global",
    entry: "ipaddress.IPv4Address.is_global",
    mends: ["ipaddress.IPv6Address.is_global"],
    names: { old: "is_private", new: "is_global" },
    forms: [
      {
        old: 'not ($address.is_private or $address in ipaddress.ip_network("100.64.0.0/10"))',
        new: "$address.is_global",
        when: [isType("address", "ipaddress.IPv4Address"), isSimple("address")],
      },
      {
        old: "not $address.is_private",
        new: "$address.is_global",
        when: [isType("address", "ipaddress.IPv6Address")],
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "other-registry" },
  },
];
