import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PyrightRelease } from "./releases";

/**
 * Gives the folder with the stubs of a release below `folder`. Fetches the package with `npm pack` unless it is there
 * already, and unpacks nothing but the stubs.
 *
 * @throws when npm or tar fails, or when the package is not the one that the release names.
 */
export function fetchStubs(folder: string, { version, sha256 }: PyrightRelease): string {
  const target = join(folder, version);
  const stdlib = join(target, "package/dist/typeshed-fallback/stdlib");
  if (existsSync(stdlib)) return stdlib;
  mkdirSync(target, { recursive: true });
  const archive = join(folder, `pyright-${version}.tgz`);
  if (!existsSync(archive))
    execFileSync("npm", ["pack", `pyright@${version}`, "--pack-destination", folder, "--silent"], {
      stdio: "ignore",
    });
  const found = createHash("sha256").update(readFileSync(archive)).digest("hex");
  if (found !== sha256)
    throw new Error(`${archive} is not the pyright ${version} that is pinned: its SHA-256 is ${found}`);
  execFileSync("tar", ["-xzf", archive, "-C", target, "package/dist/typeshed-fallback/stdlib"]);
  return stdlib;
}
