import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadCatalogue } from "../../server/src/engine/catalogue/load";
import { DATA_FOLDER } from "../build/read-sources";
import { compileCatalogue } from "../build/write-index";
import { formatHeadlines, parseHeadlines, type ReleaseNotes } from "./headlines/headline-evidence";
import { measureHeadlines, type HeadlineException, type HeadlineReport } from "./headlines/measure";
import { readWhatsNew } from "./headlines/read-whatsnew";

const EVIDENCE = path.join(DATA_FOLDER, "evidence", "headlines.tsv");
const EXCEPTIONS = path.join(DATA_FOLDER, "headline-exceptions.json");
const USAGE = "Usage: catalogue:headlines [--rest] [--import WHATSNEW-FOLDER]";

/** Reads the notes of a `Doc/whatsnew` folder (`3.16.rst`, or `3.16.rst.txt` as built documentation ships it). */
function readFolder(folder: string): ReleaseNotes[] {
  return readdirSync(folder).flatMap((name) => {
    const minor = /^3\.(\d+)\.rst(?:\.txt)?$/.exec(name)?.[1];
    if (minor === undefined) return [];
    const include = (file: string): string | undefined => {
      const found = [file, `${file}.txt`].map((one) => path.join(folder, one)).find((one) => existsSync(one));
      return found === undefined ? undefined : readFileSync(found, "utf8");
    };
    const sections = readWhatsNew(readFileSync(path.join(folder, name), "utf8"), include);
    return [{ minor: Number(minor), sections }];
  });
}

/** Lays the notes of a folder over the evidence, release by release. */
function importNotes(folder: string): void {
  const fresh = readFolder(folder);
  if (fresh.length === 0) throw new Error(`no 3.N.rst in ${folder}`);
  const known = existsSync(EVIDENCE) ? parseHeadlines(readFileSync(EVIDENCE, "utf8")) : [];
  const kept = known.filter(({ minor }) => !fresh.some((one) => one.minor === minor));
  writeFileSync(EVIDENCE, formatHeadlines([...kept, ...fresh]));
}

function print({ minor, names, unknown, featured, wordless }: HeadlineReport, isLong: boolean): void {
  const share = (part: number, whole: number): string =>
    `${part} of ${whole} (${(whole === 0 ? 100 : (part / whole) * 100).toFixed(1)}%)`;
  console.log(
    `3.${minor}: ${share(names - unknown.length, names)} names are entries, ` +
      `${share(featured.length - wordless.length, featured.length)} featured ones have a summary`,
  );
  if (!isLong) return;
  for (const name of unknown) console.log(`  no entry: ${name}`);
  for (const { id } of wordless) console.log(`  no summary: ${id}`);
}

/** Prints how much of what each release's notes feature the catalogue knows and can tell of. */
function main(args: readonly string[]): number {
  const importing = args.indexOf("--import");
  const folder = importing < 0 ? undefined : args[importing + 1];
  const rest = args.filter(
    (arg, index) => arg !== "--rest" && (importing < 0 || index < importing || index > importing + 1),
  );
  if (rest.length > 0 || (importing >= 0 && folder === undefined)) {
    console.error(USAGE);
    return 2;
  }
  if (folder !== undefined) importNotes(folder);
  const { reports, needless } = measureHeadlines(
    parseHeadlines(readFileSync(EVIDENCE, "utf8")),
    loadCatalogue(compileCatalogue().text),
    JSON.parse(readFileSync(EXCEPTIONS, "utf8")) as HeadlineException[],
  );
  for (const report of reports) print(report, args.includes("--rest"));
  for (const name of needless) console.log(`${name}: an exception that excepts nothing`);
  return needless.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
