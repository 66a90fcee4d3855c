import { readFile, stat } from "node:fs/promises";
import ignore, { type Ignore } from "ignore";
import { joinPath, parentOf, relativePath } from "../project";

/** The `.gitignore` files that count in one folder, its own first. Paths have `/` between their names. */
export interface IgnoreRules {
  isIgnored(path: string, kind: "file" | "folder"): boolean;
  /** Gives the rules of a folder inside this one: its own file, then these. */
  enter(folder: string): Promise<IgnoreRules>;
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Git compares names as the file system does. */
const IS_CASE_IGNORED = process.platform === "win32" || process.platform === "darwin";

/**
 * Opens the rules of a folder, those of the folders around it up to the repository's included. Where those around it
 * ignore the folder itself, they do not count: whoever names an ignored folder wants to see into it.
 */
export async function openIgnoreRules(folder: string): Promise<IgnoreRules> {
  const around: Level[] = [];
  for (const parent of await foldersAround(folder)) around.unshift(...(await readLevel(parent)));
  const outside = rulesFrom(around);
  return (outside.isIgnored(folder, "folder") ? rulesFrom([]) : outside).enter(folder);
}

function rulesFrom(levels: readonly Level[]): IgnoreRules {
  return {
    isIgnored(path, kind) {
      for (const { folder, rules } of levels) {
        const relative = relativePath(path, folder) + (kind === "folder" ? "/" : "");
        // The nearest file that speaks of a path decides, be it to take it back in.
        const { ignored, unignored } = rules.test(relative);
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    enter: async (folder) => rulesFrom([...(await readLevel(folder)), ...levels]),
  };
}

/** Gives the folders around one, the outermost first; none where it lies in no repository. */
async function foldersAround(folder: string): Promise<string[]> {
  const folders: string[] = [];
  for (let inner: string | undefined = folder; inner !== undefined; inner = parentOf(inner)) {
    if (inner !== folder) folders.unshift(inner);
    if (await isRepository(inner)) return folders;
  }
  return [];
}

async function isRepository(folder: string): Promise<boolean> {
  // A worktree has a file of that name, a repository a folder.
  return stat(joinPath(folder, ".git")).then(
    () => true,
    () => false,
  );
}

async function readLevel(folder: string): Promise<Level[]> {
  try {
    const text = await readFile(joinPath(folder, ".gitignore"), "utf8");
    return [{ folder, rules: ignore({ ignoreCase: IS_CASE_IGNORED, allowRelativePaths: true }).add(text) }];
  } catch {
    // Git passes over a file of rules that is not there or cannot be read.
    return [];
  }
}
