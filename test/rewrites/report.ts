import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Engine } from "../../server/src/engine/analysis";
import type { Fix } from "../../server/src/engine/findings";
import { refusalReason } from "../../server/src/messages";
import { targetOf } from "../unit/engine/analyse-for-tests";
import { requestsIn } from "../unit/fixtures/check-fixture";

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
  readonly forward: readonly string[];
  readonly back: readonly string[];
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

/** Finds what is offered for each row, in its own terms: `modernise-math-prod (safe)`. */
export function offersFor(engine: Engine, rows: readonly Row[]): Offers[] {
  return rows.map((row) => ({
    row,
    forward: row.old === "" ? [] : offered(engine, `${row.setup}\n${row.old}\n`, `>=3.${row.since}`),
    back: offered(
      engine,
      `${row.setup}\n${row.new}\n`,
      row.backTarget ?? `>=3.${Math.max(0, row.since - 1)}`,
    ),
  }));
}

function offered(engine: Engine, code: string, range: string): string[] {
  const document = engine.parse(code.replace(/^\n/, ""));
  const target = targetOf(range);
  const analysis = engine.analyse(document, { uri: "file:///row.py", version: 1, target });
  const show = ({ id, safety }: Fix, note = ""): string => `${id} (${safety}${note})`;
  const told = analysis.findings.flatMap((finding) => [
    ...engine.fixesFor(document, analysis, finding).map((fix) => ({ id: fix.id, text: show(fix) })),
    ...engine.refusalsFor(document, analysis, finding).map((refusal) => ({
      id: refusal.id,
      text: `${refusal.id} (refused: ${refusalReason(refusal)})`,
    })),
  ]);
  const asked = requestsIn(engine, { document, analysis }).map(({ fix }) => ({
    id: fix.id,
    text: show(fix, ", on request"),
  }));
  document.dispose();
  return [...new Set([...told, ...asked].filter(({ id }) => !GENERAL.test(id)).map(({ text }) => text))];
}

/** Writes the table of all rows. */
export function tableOf(offers: readonly Offers[]): string {
  const titles = {
    articles: "Pairs of Python 3.4, 3.7 and 3.8",
    releases: "Pairs of other releases",
    downgrades: "Older ways alone",
  };
  const parts = Object.entries(titles).map(([list, title]) => {
    const rows = offers.filter(({ row }) => row.list === list);
    const lines = rows.map(
      ({ row, forward, back }) =>
        `| ${cell(row.id)} | ${cell(row.feature)} | 3.${row.since} | ${cell(forward.join(", "))} | ${cell(back.join(", "))} |`,
    );
    return `## ${title}\n\n| row | feature | since | forward | back |\n| --- | --- | --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  return `# Every older and better way\n\nWritten by \`npm run rewrites:report\`: what is offered for each pair of forms, at the first Python with the newer one and at the\none before it. Each fix is shown by a fixture and executed by a probe (\`test/execution\`).\n\n${parts.join("\n")}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("_", "\\_");
}

/** Writes the table anew. */
export function writeTable(offers: readonly Offers[]): void {
  writeFileSync(TABLE, tableOf(offers));
}
