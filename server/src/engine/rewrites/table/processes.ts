import { usesOnly, usesOnlyInModule } from "../document-predicates";
import { holdsNone, isDiscarded, isType } from "../predicates";
import { NodeKind } from "../../syntax/node-kind";
import type { Form, Rewrite } from "../rewrite";
import { hasNoneOf, isNotCaught, isNotToldFromNone } from "../result-predicates";
import { isNotAskedFor, isWordNowhere } from "../use-predicates";

const PROCESSES = ["multiprocessing.Process", "multiprocessing.process.BaseProcess"];
const SOCKET = "socket.socket";

/** Better ways of processes, threads and sockets. */
export const processRewrites: readonly Rewrite[] = [
  {
    id: "process-kill",
    entry: "multiprocessing.Process.kill",
    mends: ["multiprocessing.process.BaseProcess.kill"],
    names: { old: "os.kill", new: "kill" },
    forms: [
      {
        old: "os.kill($process.pid, signal.SIGKILL)",
        new: "$process.kill()",
        when: [isType("process", ...PROCESSES)],
      },
    ],
    downgrade: { safety: "unsafe", differs: "unix-only" },
  },
  {
    id: "socket-getblocking",
    entry: "socket.socket.getblocking",
    names: { old: "gettimeout", new: "getblocking" },
    forms: [
      ...["$socket.gettimeout() != 0", "$socket.gettimeout() != 0.0", "0 != $socket.gettimeout()"].map(
        (old, index): Form => ({
          old,
          new: "$socket.getblocking()",
          ...(index > 0 && { downgrade: false as const }),
        }),
      ),
      ...["$socket.gettimeout() == 0", "$socket.gettimeout() == 0.0", "0 == $socket.gettimeout()"].map(
        (old): Form => ({ old, new: "not $socket.getblocking()", downgrade: false }),
      ),
    ].map((form) => ({
      ...form,
      oldAnchor: "socket.SocketType.gettimeout",
      when: [isType("socket", SOCKET)],
    })),
  },
  {
    id: "socket-close-fd",
    entry: "socket.close",
    names: { old: "os.close", new: "socket.close" },
    forms: [
      {
        old: "os.close($socket.detach())",
        new: "socket.close($socket.detach())",
        when: [isType("socket", SOCKET)],
      },
    ],
    modernise: { safety: "unsafe", differs: "sockets-only" },
    downgrade: { safety: "unsafe", differs: "unix-only" },
  },
  {
    id: "os-cpu-count",
    entry: "os.cpu_count",
    names: { old: "multiprocessing.cpu_count", new: "os.cpu_count" },
    forms: [
      { old: "multiprocessing.cpu_count() or $count", new: "os.cpu_count() or $count", downgrade: false },
      { old: "multiprocessing.cpu_count()", new: "os.cpu_count()", modernise: { onRequest: true } },
    ],
    modernise: {
      safety: "unsafe",
      differs: "none-instead",
      when: [isNotCaught("NotImplementedError", "RuntimeError")],
    },
    downgrade: { safety: "unsafe", differs: "error-instead", when: [isNotToldFromNone] },
  },
  {
    id: "os-set-inheritable",
    entry: "os.set_inheritable",
    names: { old: "fcntl.fcntl", new: "os.set_inheritable" },
    forms: [
      {
        old: "fcntl.fcntl($fd, fcntl.F_SETFD, fcntl.fcntl($fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)",
        new: "os.set_inheritable($fd, True)",
      },
      {
        old: "fcntl.fcntl($fd, fcntl.F_SETFD, fcntl.fcntl($fd, fcntl.F_GETFD) | fcntl.FD_CLOEXEC)",
        new: "os.set_inheritable($fd, False)",
      },
    ],
    modernise: { when: [isDiscarded] },
    downgrade: { when: [isDiscarded] },
  },
  {
    id: "os-pwritev",
    entry: "os.pwritev",
    names: { old: "os.pwrite", new: "os.pwritev" },
    forms: [
      { old: 'os.pwrite($fd, b"".join($buffers), $offset)', new: "os.pwritev($fd, $buffers, $offset)" },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "joined-in-memory" },
  },
  {
    id: "os-preadv",
    entry: "os.preadv",
    names: { old: "os.pread", new: "os.preadv" },
    forms: [{ old: "preadv($fd, $buffers, $offset)", new: "os.preadv($fd, $buffers, $offset)" }],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "copied-data",
      helper: {
        name: "preadv",
        code: `def preadv(fd, buffers, offset):
    data = os.pread(fd, sum(len(buffer) for buffer in buffers), offset)
    start = 0
    for buffer in buffers:
        part = data[start : start + len(buffer)]
        buffer[: len(part)] = part
        start += len(buffer)
    return len(data)`,
      },
    },
  },
  {
    id: "main-thread",
    entry: "threading.main_thread",
    names: { old: "threading.enumerate", new: "threading.main_thread" },
    forms: [
      {
        old: '[$thread for $thread in threading.enumerate() if $thread.__class__.__name__ == "_MainThread"][0]',
        new: "threading.main_thread()",
      },
    ],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "while-alive",
      fresh: { thread: "thread" },
      when: [isNotAskedFor("is_alive", "join")],
    },
  },
  {
    id: "simplequeue",
    entry: "queue.SimpleQueue",
    names: { old: "queue.Queue", new: "queue.SimpleQueue" },
    forms: [
      {
        old: "$queue = queue.Queue()",
        new: "$queue = queue.SimpleQueue()",
        modernise: {
          safety: "manual",
          differs: "no-task-done",
          when: [usesOnly("queue", ["put", "get", "empty", "qsize"])],
        },
        downgrade: false,
      },
      {
        old: "$queue = queue.Queue()",
        new: "$queue = queue.SimpleQueue()",
        modernise: {
          safety: "manual",
          differs: "no-task-done",
          when: [usesOnlyInModule("queue", ["put", "get", "empty", "qsize"])],
          onRequest: true,
        },
        downgrade: false,
      },
      { old: "queue.Queue()", new: "queue.SimpleQueue()", modernise: false },
    ],
    // Finalizers and handlers of signals may run in the middle of another `put`.
    downgrade: {
      safety: "unsafe",
      differs: "not-reentrant",
      when: [isWordNowhere(/\b__del__\b|\bweakref\b|\bsignal\.signal\b|\badd_signal_handler\b/)],
    },
  },
  {
    id: "subtest",
    entry: "unittest.TestCase.subTest",
    names: { old: "the loop itself", new: "subTest" },
    forms: [
      {
        old: "$$$body",
        new: "with $test.subTest($$any_args):\n    $$$body",
        newAnchor: "unittest.TestCase.subTest",
        when: [
          isType("test", "unittest.TestCase"),
          holdsNone("body", NodeKind.Error),
          hasNoneOf("body", /\bskipTest\b|\bSkipTest\b/),
        ],
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "first-failure-ends" },
  },
];
