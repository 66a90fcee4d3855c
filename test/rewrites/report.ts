import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Engine } from "../../server/src/engine/analysis";
import type { Fix } from "../../server/src/engine/findings";
import { refusalReason } from "../../server/src/messages";
import { targetOf } from "../unit/engine/analyse-for-tests";
import { requestsIn } from "../unit/fixtures/check-fixture";
import { readRefusedCases, type Way } from "./refused";

/** One older and better way that is known, and which of them should be written for whom. */
export interface Row {
  /** Where it is from: what three releases' articles tell, what other releases brought, what has an older way only. */
  readonly list: "articles" | "releases" | "downgrades";
  readonly id: string;
  readonly feature: string;
  /** The first minor that has the new form. */
  readonly since: number;
  /** What comes before the two forms. */
  readonly setup: string;
  readonly old: string;
  readonly new: string;
  /** How far the new form does the same as the old one, and the old one as the new one: `safe`, `mostly`, `manual`. */
  readonly forward: string;
  readonly back: string;
  /** The Pythons to go back for, where the older form is about to go itself. Default: from the one before `since` on. */
  readonly backTarget?: string;
}

/** What is offered for the two forms of a row. */
export interface Offers {
  readonly row: Row;
  readonly forward: readonly Offer[];
  readonly back: readonly Offer[];
}

const DATA = path.join(__dirname, "rows.json");

/** Where the table of all rows stands. */
export const TABLE = path.join(__dirname, "../../docs/rewrite-rows.md");

/** Fixes for any finding, and matters of taste that are not about the row. */
const GENERAL =
  /^(?:suppress|guard|widen|raise|remove-|name-encoding|presence-|version-to|modernise-plain|modernise-native)/;

/** Reads every row. */
export function readRows(): readonly Row[] {
  return JSON.parse(readFileSync(DATA, "utf8")) as Row[];
}

/** One thing that is offered in a program, or refused there for a reason. */
export interface Offer {
  readonly id: string;
  readonly safety: Fix["safety"] | "refused";
  /** In the table's own terms: `modernise-math-prod (safe)`. */
  readonly text: string;
}

/** What is offered in a program. */
interface OffersIn {
  readonly offers: readonly Offer[];
  readonly parseErrors: number;
}

/** The program with one of the two forms of a row, and the Pythons that it is for. */
export function programOf(row: Row, way: Way): { readonly code: string; readonly range: string } {
  if (way === "forward") return { code: `${row.setup}\n${row.old}\n`, range: `>=3.${row.since}` };
  const range = row.backTarget ?? `>=3.${Math.max(0, row.since - 1)}`;
  return { code: `${row.setup}\n${row.new}\n`, range };
}

/** Finds what is offered for each row. */
export function offersFor(engine: Engine, rows: readonly Row[]): Offers[] {
  return rows.map((row) => offersOf(engine, row));
}

const known = new Map<string, Offers>();

/** Finds what is offered for a row, once in a run. */
export function offersOf(engine: Engine, row: Row): Offers {
  const offered = (way: Way): readonly Offer[] => {
    const { code, range } = programOf(row, way);
    return offersIn(engine, code, range).offers;
  };
  const offers = known.get(row.id) ?? {
    row,
    forward: row.old === "" ? [] : offered("forward"),
    back: offered("back"),
  };
  known.set(row.id, offers);
  return offers;
}

/**
 * Finds what is offered anywhere in a program for the Pythons of a range, each once: to who looks at a finding and to who
 * asks; and how many stretches of the program do not parse.
 */
export function offersIn(engine: Engine, code: string, range: string): OffersIn {
  const document = engine.parse(code.replace(/^\n/, ""));
  const target = targetOf(range);
  const analysis = engine.analyse(document, { uri: "file:///row.py", version: 1, target });
  const show = ({ id, safety }: Fix, note = ""): Offer => ({ id, safety, text: `${id} (${safety}${note})` });
  const told = analysis.findings.flatMap((finding) => [
    ...engine.fixesFor(document, analysis, finding).map((fix) => show(fix)),
    ...engine.refusalsFor(document, analysis, finding).map((refusal) => ({
      id: refusal.id,
      safety: "refused" as const,
      text: `${refusal.id} (refused: ${refusalReason(refusal)})`,
    })),
  ]);
  const asked = requestsIn(engine, { document, analysis }).map(({ fix }) => show(fix, ", on request"));
  document.dispose();
  const offers = [...told, ...asked].filter(({ id }) => !GENERAL.test(id));
  const parseErrors = analysis.parseErrors.length;
  return { offers: [...new Map(offers.map((offer) => [offer.text, offer])).values()], parseErrors };
}

/** Writes the table of all rows. */
export function tableOf(offers: readonly Offers[]): string {
  const refused = readRefusedCases();
  const count = (row: Row, way: Way): number =>
    refused.filter((each) => each.row === row.id && each.way === way).length;
  const titles = {
    articles: "Pairs of Python 3.4, 3.7 and 3.8",
    releases: "Pairs of other releases",
    downgrades: "Older ways alone",
  };
  const parts = Object.entries(titles).map(([name, title]) => {
    const rows = offers.filter(({ row }) => row.list === name);
    const lines = rows.map(
      ({ row, forward, back }) =>
        `| ${cell(row.id)} | ${cell(row.feature)} | 3.${row.since} | ${list(forward)} | ${list(back)} | ${count(row, "forward")}, ${count(row, "back")} |`,
    );
    return `## ${title}\n\n| row | feature | since | forward | back | must not |\n| --- | --- | --- | --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  return `# Every older and better way\n\nWritten by \`npm run rewrites:report\`: what is offered for each pair of forms, at the first Python with the newer one and at the\none before it. Each fix is shown by a fixture and executed by a probe (\`test/execution\`).\nThe last column counts the programs in which going forward and going back must not be offered (\`test/rewrites/refused\`).\n\n${parts.join("\n")}`;
}

function list(offers: readonly Offer[]): string {
  return cell(offers.map(({ text }) => text).join(", "));
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("_", "\\_");
}

/** Writes the table anew. */
export function writeTable(offers: readonly Offers[]): void {
  writeFileSync(TABLE, tableOf(offers));
}
