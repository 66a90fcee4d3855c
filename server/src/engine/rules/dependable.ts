import type { Entry } from "../catalogue/entry";
import { isSubset, type MinorSet } from "../version";

/**
 * Modules that not every build of Python has, whatever its version: they need a library, an operating system or something
 * that a distribution may leave out.
 */
const OPTIONAL_MODULES = new Set(
  (
    "_curses _ctypes _decimal _posixshmem _ssl audioop bz2 cProfile compression concurrent.futures.process " +
    "concurrent.interpreters crypt ctypes curses dbm distutils dummy_threading ensurepip faulthandler fcntl grp gzip hashlib " +
    "idlelib lib2to3 lzma mmap msilib msvcrt multiprocessing nis nt ossaudiodev pip posix pty pwd readline resource " +
    "rlcompleter select spwd sqlite3 ssl syslog termios test tkinter tracemalloc tty turtle turtledemo venv winreg winsound " +
    "zlib"
  ).split(" "),
);

/** Modules before Python 3.7 that a build without threads did not have. */
const THREADS = new Set(["_thread", "threading", "queue"]);
const THREADS_EVERYWHERE = 7;

/** Modules of which other systems and other interpreters lack names that have always been there. */
const OF_THE_MACHINE = new Set(["os", "signal", "socket", "sys", "time"]);

/** Modules whose constants are those of the operating system, or of a library. */
const OF_THE_SYSTEM = /^(?:errno|locale|os|select|signal|socket|stat|time)\.[A-Z][A-Z0-9_]+$/;

/**
 * Tells whether something is in Python on all of some minors, on every machine and in every build: nobody has to provide
 * for its absence. In doubt it is not.
 */
export function isDependable(entry: Entry, minors: MinorSet): boolean {
  if (!isSubset(minors, entry.available) || entry.platforms || entry.provisional) return false;
  if (entry.added === "unknown" || /(?:^|\.)_[a-z]/.test(entry.id)) return false;
  const parts = entry.id.split(".");
  const isOptional = parts.some((_, index) => OPTIONAL_MODULES.has(parts.slice(0, index + 1).join(".")));
  const isAgeless = entry.added === undefined && parts.length > 1 && OF_THE_MACHINE.has(parts[0]);
  if (isOptional || isAgeless || OF_THE_SYSTEM.test(entry.id)) return false;
  return !THREADS.has(parts[0]) || (minors & ((1 << THREADS_EVERYWHERE) - 1)) === 0;
}
