import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A package of the table: its name is its folder's, and `minimum` the oldest Python that it declares. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly minimum: string;
  readonly lines: number;
}

/** One finding of the command line that was judged by reading the code; lines and columns are 1-based. */
interface Judged {
  readonly package: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly symbol: string;
  readonly code: string;
  readonly verdict: "true" | "false";
  readonly reason: string;
}

interface Table {
  readonly packages: readonly Package[];
  readonly findings: readonly Judged[];
}

interface Report {
  readonly findings: readonly (Omit<Judged, "package"> & { readonly severity: string })[];
}

const TABLE = path.join(__dirname, "judged.json");
const CODES = new Set(["added-later", "removed", "syntax-later", "changed"]);
const SEVERITIES = new Set(["error", "warning"]);

/** Where a finding stands and what it is of; its code may change while it stays the same finding. */
function keyOf(finding: Pick<Judged, "path" | "line" | "column" | "symbol">): string {
  return `${finding.path}:${String(finding.line)}:${String(finding.column)} ${finding.symbol}`;
}

/** Checks a package against its own minimum; gives the code of each finding by its key. Throws if the check fails. */
function check(folder: string, { name, minimum }: Package): Map<string, string> {
  const args = ["check", "--no-cache", "--format", "json", "--target", `>=${minimum}`, name];
  const cli = path.resolve("dist/cli.js");
  const run = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 29,
  });
  if (run.status !== 0 && run.status !== 1) throw new Error(`${name}: ${run.stderr}`);
  const { findings } = JSON.parse(run.stdout) as Report;
  const kept = findings.filter(({ code, severity }) => CODES.has(code) && SEVERITIES.has(severity));
  return new Map(kept.map((finding) => [keyOf(finding), finding.code]));
}

/** Lines that say how the findings of a package differ from those that were judged; none where they are the same. */
function differences(found: ReadonlyMap<string, string>, judged: readonly Judged[]): string[] {
  const known = new Map(judged.map((finding) => [keyOf(finding), finding]));
  const lines: string[] = [];
  for (const [key, code] of found) {
    const finding = known.get(key);
    if (!finding) lines.push(`new      ${key} (${code})`);
    else if (finding.code !== code) lines.push(`changed  ${key} (${finding.code} is now ${code})`);
  }
  for (const [key, finding] of known) {
    if (!found.has(key)) lines.push(`gone     ${key} (${finding.code}, judged ${finding.verdict})`);
  }
  return lines;
}

/** Compares the built command line's findings on a folder of packages with the table; gives the exit status. */
function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error("usage: npm run corpora -- FOLDER (one folder in it for each package of judged.json)");
    return 2;
  }
  const { packages, findings } = JSON.parse(readFileSync(TABLE, "utf8")) as Table;
  const missing = packages.filter(({ name }) => !existsSync(path.join(folder, name)));
  if (missing.length > 0) {
    console.error(`not in ${folder}: ${missing.map(({ name, version }) => `${name} ${version}`).join(", ")}`);
    return 2;
  }
  const told = packages.flatMap((each) => {
    const judged = findings.filter((finding) => finding.package === each.name);
    return differences(check(folder, each), judged);
  });
  for (const line of told) console.log(line);
  const lines = packages.reduce((sum, each) => sum + each.lines, 0);
  const alarms = findings.filter(({ verdict }) => verdict === "false").length;
  const rate = ((alarms * 100_000) / lines).toFixed(2);
  console.log(`${String(findings.length)} judged, ${String(alarms)} of them false: ${rate} in 100,000 lines`);
  return told.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv[2]);
