import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { generatePython } from "./generate-python";

/** A file of a corpus. */
export interface PythonFile {
  /** Relative to the corpus's folder; `generated-<n>.py` for a generated one. */
  readonly name: string;
  readonly text: string;
}

/** Files of Python to try things on. */
export interface Corpus {
  /** What it is, for a reader: `standard library of Python 3.11.7`. */
  readonly description: string;
  readonly files: readonly PythonFile[];
  readonly lines: number;
}

/** Folders that hold no library code, or that of others. */
const LEFT_OUT = new Set(["test", "tests", "idle_test", "site-packages", "dist-packages", "__pycache__"]);

/** So many lines are generated where there is no library to read as a whole. */
const GENERATED_LINES = 150_000;

/**
 * Gathers about `lines` lines of real code: files spread evenly over the standard library of the `python3` on the path,
 * the same ones in each run, or all of them where no number is given; where there is no Python, generated modules of 500
 * lines.
 */
export function gatherPython(lines?: number): Corpus {
  return readStandardLibrary(lines ?? Infinity) ?? generateCorpus(lines ?? GENERATED_LINES);
}

/** Generated modules of 500 lines, `lines` in all. */
export function generateCorpus(lines: number): Corpus {
  const files = Array.from({ length: Math.ceil(lines / 500) }, (_, seed) => ({
    name: `generated-${seed}.py`,
    text: generatePython({ lines: 500, seed }),
  }));
  return { description: "generated modules", files, lines: files.length * 500 };
}

function readStandardLibrary(lines: number): Corpus | undefined {
  const found = askPython();
  if (!found) return undefined;
  const all = readdirSync(found.folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py") && !file.split(path.sep).some((part) => LEFT_OUT.has(part)))
    .sort();
  const files: PythonFile[] = [];
  let count = 0;
  // A step that shares no factor with the number of files comes by every file before it comes by one again.
  const step = all.length % 17 === 0 ? 19 : 17;
  for (let index = 0; index < all.length && count < lines; index++) {
    const name = all[(index * step) % all.length];
    const text = readFileSync(path.join(found.folder, name), "utf8");
    if (text.includes("\ufffd")) continue;
    files.push({ name, text });
    count += text.split("\n").length - 1;
  }
  return { description: `standard library of Python ${found.version}`, files, lines: count };
}

function askPython(): { folder: string; version: string } | undefined {
  const question =
    "import platform, sysconfig; print(sysconfig.get_path('stdlib')); print(platform.python_version())";
  try {
    const answer = execFileSync("python3", ["-c", question], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [folder, version] = answer.trim().split(/\r?\n/);
    return { folder, version };
  } catch {
    return undefined;
  }
}
