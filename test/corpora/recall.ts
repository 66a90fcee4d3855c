import { readFileSync } from "node:fs";
import path from "node:path";
import type { Catalogue } from "../../server/src/engine/catalogue/catalogue";
import { collectFiles } from "../../server/src/cli/walk";
import { creditOf, isToldBy, type Outcome, TOLD } from "./credit";
import { startEngine } from "../engine-parts";
import { LoweredCheck, type LoweredFile, type LoweredFinding } from "./lowered";
import { Random } from "../bench/random";
import { readRows, type Row } from "./recall-rows";

/** One package of a manifest. */
interface Package {
  readonly name: string;
  /** The folder that it was unpacked in. */
  readonly path: string;
}

/** Where something stands in a package; `file` is seen from its folder, `line` is 1-based. */
interface Place {
  readonly package: string;
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
}

/** A row that nothing is told of, or a finding that no other tool makes, judged by reading the code. */
interface Judged extends Place {
  /** Whether the use needs a newer Python, whoever says so. */
  readonly verdict: "true" | "false";
  readonly reason: string;
}

const ROWS = path.join(__dirname, "recall-judged.json");
const SAMPLE = path.join(__dirname, "only-ours.json");
const SAMPLE_SIZE = 100;
const SEED = 3000;

/** A finding that no other tool makes. */
type OnlyOurs = Place & Pick<LoweredFinding, "code">;

interface Measured {
  readonly outcomes: readonly { readonly row: Row; readonly outcome: Outcome }[];
  readonly findings: number;
  readonly onlyOurs: readonly OnlyOurs[];
}

/** Checks every file of the packages under lowered targets and holds the findings against the rows. */
async function measure(rows: readonly Row[], packages: readonly Package[]): Promise<Measured> {
  const engine = await startEngine();
  const outcomes: { row: Row; outcome: Outcome }[] = [];
  const onlyOurs: OnlyOurs[] = [];
  let findings = 0;
  for (const { name, path: folder } of packages) {
    const check = new LoweredCheck(engine);
    const own = byFile(rows.filter((row) => row.package === name));
    for (const file of await filesOf(folder, own.keys())) {
      const checked = await check.check(path.join(folder, file));
      const ofFile = own.get(file) ?? [];
      for (const row of ofFile) outcomes.push({ row, outcome: creditOf(row, checked, engine.catalogue) });
      findings += checked.findings.length;
      const alone = withoutRows(checked, ofFile, engine.catalogue);
      onlyOurs.push(...alone.map(({ code, line, symbol }) => ({ package: name, file, line, symbol, code })));
    }
  }
  return { outcomes, findings, onlyOurs };
}

/** The files of a package, and those that rows name, which may be no Python by their names; as seen from the folder. */
async function filesOf(folder: string, named: Iterable<string>): Promise<string[]> {
  const { files } = await collectFiles([folder], {
    workingFolder: folder,
    exclude: [],
    isExcluded: () => Promise.resolve(false),
  });
  return [...new Set([...files.map((file) => path.relative(folder, file)), ...named])].sort();
}

function withoutRows(file: LoweredFile, rows: readonly Row[], catalogue: Catalogue): LoweredFinding[] {
  return file.findings.filter((finding) => !rows.some((row) => isToldBy(finding, row, file, catalogue)));
}

function byFile(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.file, [...(groups.get(row.file) ?? []), row]);
  return groups;
}

/**
 * Draws findings without putting back: half of them from all, half from one of each symbol, since most findings are of a
 * few pieces of syntax. The same list gives the same sample.
 */
function drawSample(list: readonly OnlyOurs[]): OnlyOurs[] {
  const random = new Random(SEED);
  const draw = <T>(from: T[]): T => from.splice(random.below(from.length), 1)[0];
  const bySymbol = new Map<string, OnlyOurs[]>();
  for (const one of list) bySymbol.set(one.symbol, [...(bySymbol.get(one.symbol) ?? []), one]);
  const groups = [...bySymbol.values()];
  const left = [...list];
  return Array.from({ length: SAMPLE_SIZE }, (_, index) => draw(index % 2 === 0 ? left : draw(groups)));
}

function keyOf({ package: name, file, line, symbol }: Place): string {
  return `${name}/${file}:${String(line)} ${symbol}`;
}

function readTable(file: string): Map<string, Judged> {
  const judged = JSON.parse(readFileSync(file, "utf8")) as readonly Judged[];
  return new Map(judged.map((one) => [keyOf(one), one]));
}

function printCounts(title: string, counted: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const one of counted) counts.set(one, (counts.get(one) ?? 0) + 1);
  console.log(`\n${title}: ${String(counted.length)}`);
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
    console.log(`${String(count).padStart(6)}  ${name}`);
}

/** Prints what became of the rows; gives how many unguarded ones that nothing is told of nobody has judged yet. */
function printRecall({ outcomes }: Measured): number {
  const judged = readTable(ROWS);
  const open = outcomes.filter(({ row }) => !row.isGuarded);
  const told = open.filter(({ outcome }) => TOLD.includes(outcome));
  const silent = open.filter(({ outcome }) => !TOLD.includes(outcome)).map(({ row }) => row);
  const verdicts = silent.map((row) => judged.get(keyOf(row)));
  const unjudged = silent.filter((_, index) => verdicts[index] === undefined);
  const guarded = outcomes.filter(({ row }) => row.isGuarded);
  printCounts(
    "Rows without a guard",
    open.map(({ outcome }) => outcome),
  );
  printCounts(
    "Rows with a guard",
    guarded.map(({ outcome }) => outcome),
  );
  const reasonOf = (one: Judged | undefined): string =>
    one ? `${one.verdict}: ${one.reason}` : "not judged";
  printCounts("Rows without a guard that nothing is told of, by reason", verdicts.map(reasonOf));
  const missed = verdicts.filter((one) => one?.verdict !== "false").length;
  const share = ((100 * told.length) / (told.length + missed)).toFixed(2);
  console.log(
    `\nrecall: ${String(told.length)} of ${String(told.length + missed)} that are true: ${share} %`,
  );
  for (const row of unjudged) console.log(`not judged: ${keyOf(row)}`);
  return unjudged.length;
}

/** Prints how many findings SinceWhen makes alone, and what is known of the sample of them. */
function printOnlyOurs({ findings, onlyOurs }: Measured): void {
  printCounts(
    "Findings that only SinceWhen makes, by code",
    onlyOurs.map(({ code }) => code),
  );
  const judged = [...readTable(SAMPLE).values()];
  const made = new Set(onlyOurs.map(keyOf));
  const still = judged.filter((one) => made.has(keyOf(one)));
  const wrong = still.filter(({ verdict }) => verdict === "false").length;
  console.log(`of ${String(findings)} findings in all; ${String(judged.length)} of them were judged,`);
  console.log(`of which ${String(still.length)} are still made, ${String(wrong)} of them false`);
}

/** Measures and prints; gives the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const [table, manifest] = args.filter((one) => !one.startsWith("--"));
  if (manifest === undefined) {
    console.error("usage: npm run recall -- RECALL.tsv MANIFEST.json [--sample]");
    return 2;
  }
  const packages = JSON.parse(readFileSync(manifest, "utf8")) as readonly Package[];
  const measured = await measure(readRows(table), packages);
  if (args.includes("--sample")) {
    console.log(JSON.stringify(drawSample(measured.onlyOurs), null, 2));
    return 0;
  }
  const unjudged = printRecall(measured);
  printOnlyOurs(measured);
  return unjudged > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
