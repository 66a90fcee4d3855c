import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The way from the older form of a row to the newer one, and the way back. */
export type Way = "forward" | "back";

/** A program in which a rewrite would be wrong, and the nearest one in which it is offered. */
export interface RefusedCase {
  /** The file and the line of its header (1-based): `asyncio.py:12`. */
  readonly where: string;
  /** The id of the row in `rows.json`. */
  readonly row: string;
  readonly way: Way;
  /** The Pythons that the refused program is for. Default: those of the row, as are those of the accepted one. */
  readonly range?: string;
  /** The only fixes that the case is about. Default: all of the row. */
  readonly ids: readonly string[];
  /** The rewrite may be offered, but not as safe. */
  readonly onlyUnsafe: boolean;
  /** What would have to hold, and does not. */
  readonly clause: string;
  readonly refused: string;
  /** What differs from the refused program in what matters alone. The same text where only the Pythons differ. */
  readonly accepted: string;
}

const FOLDER = path.join(__dirname, "refused");

const HEADER =
  /^# --- (?<row>\S.*?) (?<way>forward|back)(?: \[(?<range>[^\]]+)\])?(?: \((?<ids>[\w\s-]+)\))?(?<unsafe> as safe)?: (?<clause>.+)$/;

/**
 * Reads the programs that must not be rewritten: `test/rewrites/refused/<topic>.py`.
 *
 * `# --- <row> <forward|back>: <what does not hold>` starts a case. Lines that end in `# -` stand in the refused program
 * only, lines that end in `# +` only in the nearest accepted one; or a line `# +++` divides the two. Behind the way may
 * stand, in this order, the Pythons (`[>=3.6]`), the fixes where the row has several (`(replace-name)`), and `as safe`
 * where the rewrite may be offered, but not as a safe one. With Pythons and no other difference, the accepted program is
 * the same one at the row's own.
 *
 * Throws an error that names the place where a header cannot be read, or a case has nothing that tells it from what is
 * accepted.
 */
export function readRefusedCases(): readonly RefusedCase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".py"))
    .sort()
    .flatMap((name) => casesIn(name, readFileSync(path.join(FOLDER, name), "utf8")));
}

function casesIn(name: string, text: string): RefusedCase[] {
  const cases: RefusedCase[] = [];
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) => (line.startsWith("# ---") ? [index] : []));
  for (const [nth, start] of starts.entries()) {
    const code = lines.slice(start + 1, starts[nth + 1]).join("\n");
    cases.push(caseOf(`${name}:${start + 1}`, lines[start], code));
  }
  return cases;
}

function caseOf(where: string, header: string, code: string): RefusedCase {
  const parts = HEADER.exec(header)?.groups;
  if (!parts) throw new Error(`${where}: “${header}” is no header of a case`);
  const [refused, accepted] = programsOf(code);
  const range = parts.range as string | undefined;
  if (refused === accepted && range === undefined) {
    throw new Error(`${where}: nothing tells the refused program from an accepted one`);
  }
  const ids = (parts.ids as string | undefined)?.split(/\s+/) ?? [];
  const onlyUnsafe = (parts.unsafe as string | undefined) !== undefined;
  return {
    where,
    row: parts.row,
    way: parts.way as Way,
    range,
    ids,
    onlyUnsafe,
    clause: parts.clause,
    refused,
    accepted,
  };
}

function programsOf(code: string): [refused: string, accepted: string] {
  const [first, second] = code.split(/^# \+\+\+$\n/m);
  if (second !== undefined) return [`${first.trim()}\n`, `${second.trim()}\n`];
  const lines = code.trim().split("\n");
  const program = (own: string, other: string): string =>
    lines
      .filter((line) => !line.endsWith(`  # ${other}`))
      .map((line) => (line.endsWith(`  # ${own}`) ? line.slice(0, -5) : line))
      .join("\n");
  return [`${program("-", "+")}\n`, `${program("+", "-")}\n`];
}
