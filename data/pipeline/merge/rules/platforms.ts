import type { Platform } from "../../../../server/src/engine/catalogue/entry";
import { NO_MINORS } from "../../../../server/src/engine/version";
import type { Draft } from "../draft";

/** Modules that the documentation offers on some systems only. */
const MODULES_BY_PLATFORM: readonly { readonly platforms: readonly Platform[]; readonly modules: string }[] =
  [
    {
      platforms: ["windows"],
      modules: `asyncio.windows_events asyncio.windows_utils distutils.command.bdist_msi distutils.msvc9compiler
      encodings.mbcs encodings.oem msilib msilib.schema msilib.sequence msilib.text msvcrt
      multiprocessing.popen_spawn_win32 nt winreg winsound`,
    },
    {
      platforms: ["unix"],
      modules: `asyncio.unix_events crypt curses curses.ascii curses.has_key curses.panel curses.textpad dbm.gnu dbm.ndbm
      fcntl grp multiprocessing.forkserver multiprocessing.popen_fork multiprocessing.popen_forkserver
      multiprocessing.popen_spawn_posix nis pipes posix pty pwd readline resource spwd syslog termios tty`,
    },
    { platforms: ["linux", "bsd"], modules: "ossaudiodev" },
  ];

const PLATFORMS = new Map(
  MODULES_BY_PLATFORM.flatMap(({ platforms, modules }) =>
    modules.split(/\s+/).map((module) => [module, platforms] as const),
  ),
);

/**
 * Tells on which systems alone a thing exists; `undefined` for everywhere. Of modules the documentation tells, of the
 * rest typeshed, unless an interpreter for Linux shows that it is wrong.
 *
 * Example: `winreg` is there on Windows alone, `os.fork` on Unix.
 */
export function decidePlatforms({ key, module, present, typeshed }: Draft): readonly Platform[] | undefined {
  const platforms = key === "" ? PLATFORMS.get(module) : typeshed?.platforms;
  if (!platforms) return undefined;
  const fitsLinux = platforms.some((platform) => platform === "linux" || platform === "unix");
  return present !== NO_MINORS && !fitsLinux ? undefined : platforms;
}
