import type { Draft } from "../draft";

/** Modules whose names depend on the operating system's headers or on the version of a linked library. */
export const PLATFORM_MODULES: ReadonlySet<string> = new Set(
  `curses errno fcntl locale mmap os posix readline resource select signal socket sqlite3 ssl syslog termios time tty zlib
  hashlib multiprocessing.shared_memory`.split(/\s+/),
);

/**
 * Tells whether an interpreter's lacking a thing may come from how it was built, so that it proves nothing against the
 * documentation: names that depend on system headers or libraries, attributes that only instances have, and what needs
 * `ssl`, which no interpreter before 3.5 here was built with.
 *
 * Example: `ftplib.FTP_TLS` is documented as new in 3.2; interpreters without `ssl` do not have it.
 */
export function mayBeHiddenByBuild(draft: Draft): boolean {
  return isPlatformName(draft) || draft.kind === "attribute" || needsSsl(draft);
}

/** Tells whether a name is one that system headers or a linked library decide on, such as `socket.SO_INCOMING_CPU`. */
export function isPlatformName(draft: Draft): boolean {
  return PLATFORM_MODULES.has(draft.module) && draft.key !== "";
}

/** Tells whether a name can only be there where `ssl` is. */
export function needsSsl(draft: Draft): boolean {
  return draft.module === "ssl" || /ssl|tls|https/i.test(draft.key);
}
