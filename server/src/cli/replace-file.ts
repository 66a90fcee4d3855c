import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";

/**
 * Puts new bytes in the place of a file, whole or not at all: they are written beside it first. The mode stays, and so
 * does a link that leads to the file. Rejects when the file may not be written, or no longer holds `expected`.
 */
export async function replaceFile(path: string, expected: Uint8Array, bytes: Uint8Array): Promise<void> {
  const file = await realpath(path);
  await access(file, constants.W_OK);
  const { mode } = await stat(file);
  const beside = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  const handle = await open(beside, "wx", mode & 0o7777);
  try {
    await handle.writeFile(bytes);
    // The umask takes bits away from the mode of a new file.
    await handle.chmod(mode & 0o7777);
    await handle.sync();
    await handle.close();
    if (!(await readFile(file)).equals(expected)) throw new Error("it was changed meanwhile");
    await rename(beside, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}
