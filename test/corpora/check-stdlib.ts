import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PYODIDE_RELEASES, pyodideCache } from "../../data/verify/pyodide";
import { findPythons, type Python } from "../execution/pythons";

/** One finding in a standard library that was explained by reading the code around it. */
export interface Explained {
  readonly python: string;
  /** Below the library's folder. */
  readonly path: string;
  readonly symbol: string;
  readonly code: string;
  readonly severity: string;
  readonly verdict: "true" | "false";
  readonly reason: string;
}

/** What is known of the standard libraries, each checked against its own Python. */
export interface StdlibTable {
  /** The Pythons whose libraries must be checked. */
  readonly libraries: readonly string[];
  readonly findings: readonly Explained[];
}

/** The findings that say what is there and what is not. */
export const AVAILABILITY_CODES: readonly string[] = ["added-later", "removed", "syntax-later", "changed"];

/** Reads the committed table. */
export function readStdlibTable(): StdlibTable {
  return JSON.parse(readFileSync(path.join(__dirname, "stdlib.json"), "utf8")) as StdlibTable;
}

interface Found extends Pick<Explained, "path" | "symbol" | "code" | "severity"> {
  readonly line: number;
}

/** A library to be checked: every file of the folder but what is installed beside it. */
interface Library {
  readonly python: string;
  readonly folder: string;
}

const USAGE = `usage: npm run corpora:stdlib [-- 3.N=FOLDER ...]
Checks the standard library of every Python of the machine against that Python, and of the newest from the WebAssembly builds
that catalogue:verify fetched. FOLDER is a library that is found in neither way.`;

/** What WebAssembly builds and distributors put beside the library. */
const FOREIGN = ["site-packages", "dist-packages", "pyodide", "_pyodide"];

const minorOf = (version: string): string => version.split(".").slice(0, 2).join(".");

/** The interpreters that have their library as files; of the WebAssembly builds it is unpacked. */
function natives(): readonly Python[] {
  return findPythons().filter(({ isWasm }) => !isWasm);
}

/** The libraries of the interpreters of the machine; tests included where they are installed. */
function installed(): Library[] {
  const ask = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  return natives().map(({ program, version }) => ({
    python: minorOf(version),
    folder: execFileSync(program, ["-c", ask], { encoding: "utf8" }).trim(),
  }));
}

/** The libraries of WebAssembly builds, unpacked into a folder by one of the interpreters of the machine. */
function unpacked(into: string, known: ReadonlySet<string>): Library[] {
  const [python] = natives().slice(-1);
  return PYODIDE_RELEASES.flatMap((release) => {
    const home = path.join(pyodideCache(process.env), release, "node_modules", "pyodide");
    const match = /^3(\d\d)\./.exec(release);
    const archive = path.join(home, "python_stdlib.zip");
    if (!match || known.has(`3.${match[1]}`) || !existsSync(archive) || python === undefined) return [];
    const folder = path.join(into, release);
    execFileSync(python.program, ["-m", "zipfile", "-e", archive, folder]);
    return [{ python: `3.${match[1]}`, folder }];
  });
}

/** Checks a library against its own Python. Throws when the check itself fails. */
function check({ python, folder }: Library): { readonly found: readonly Found[]; readonly files: number } {
  const excluded = FOREIGN.flatMap((name) => ["--exclude", name]);
  const args = ["check", "--no-cache", "--format", "json", "--target", `==${python}.*`, ...excluded, "."];
  const run = spawnSync(process.execPath, [path.resolve("dist/cli.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 29,
  });
  if (run.status !== 0 && run.status !== 1) throw new Error(`${folder}: ${run.stderr}`);
  const report = JSON.parse(run.stdout) as { findings: Found[]; summary: { files: number } };
  const found = report.findings.filter(({ code }) => AVAILABILITY_CODES.includes(code));
  return { found, files: report.summary.files };
}

/** Where a finding stands may change with every micro release; what it is of does not. */
function keyOf({ path: file, symbol, code, severity }: Omit<Found, "line">): string {
  return `${file} ${symbol} (${code}, ${severity})`;
}

function differences(python: string, found: readonly Found[], explained: readonly Explained[]): string[] {
  const known = new Set(explained.map(keyOf));
  const present = new Set(found.map(keyOf));
  const added = found.filter((each) => !known.has(keyOf(each)));
  const gone = explained.filter((each) => !present.has(keyOf(each)));
  return [
    ...added.map((each) => `new   ${python} line ${String(each.line)} of ${keyOf(each)}`),
    ...gone.map((each) => `gone  ${python} ${keyOf(each)}`),
  ];
}

function givenLibraries(args: readonly string[]): Library[] | undefined {
  const given = args.map((arg) => /^(3\.\d+)=(.+)$/.exec(arg));
  if (given.some((match) => match === null)) return undefined;
  return given.map((match) => ({ python: match![1], folder: match![2] }));
}

/** Compares the built command line's findings in standard libraries with the table; gives the exit status. */
function main(args: readonly string[]): number {
  const given = givenLibraries(args);
  if (!given) {
    console.error(USAGE);
    return 2;
  }
  const table = readStdlibTable();
  const into = mkdtempSync(path.join(tmpdir(), "stdlib-"));
  try {
    const near = [...given, ...installed()];
    const all = [...near, ...unpacked(into, new Set(near.map(({ python }) => python)))];
    let status = 0;
    let count = 0;
    for (const python of table.libraries) {
      const library = all.find((each) => each.python === python);
      if (!library) {
        console.error(`${python}: no library at hand`);
        status = 2;
        continue;
      }
      const { found, files } = check(library);
      const told = differences(
        python,
        found,
        table.findings.filter((each) => each.python === python),
      );
      for (const line of told) console.log(line);
      count += found.length;
      if (told.length > 0) status = 1;
      console.log(`${python}: ${String(files)} files, ${String(found.length)} findings`);
    }
    console.log(`${String(count)} findings in all, ${String(table.findings.length)} of them explained`);
    return status;
  } finally {
    rmSync(into, { recursive: true });
  }
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
