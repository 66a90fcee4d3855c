import { readFileSync } from "node:fs";
import { parseMinor } from "../../server/src/engine/version";

/** A use of something newer that other tools report. */
export interface Row {
  readonly package: string;
  /** As seen from the folder of the package. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The number of lines that the statement takes. */
  readonly lines: number;
  readonly symbol: string;
  /** The minor that it needs, by those tools. */
  readonly needs: number;
  readonly foundBy: string;
  readonly isGuarded: boolean;
}

const COLUMNS = ["package", "file", "line", "lines", "symbol", "needs", "found_by", "guarded"] as const;

/** Reads a table with a line of column names and tabs between the values. Throws where a column is missing. */
export function readRows(file: string): Row[] {
  const [head, ...body] = readFileSync(file, "utf8").split(/\r?\n/).filter(Boolean);
  const names = head.split("\t");
  const places = COLUMNS.map((name) => names.indexOf(name));
  const missing = COLUMNS.filter((_, index) => places[index] < 0);
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(", ")}`);
  return body.map((line) => {
    const values = line.split("\t");
    const [name, path, start, lines, symbol, needs, foundBy, guarded] = places.map(
      (place) => values[place] ?? "",
    );
    return {
      package: name,
      file: path,
      line: Number(start),
      lines: Math.max(1, Number(lines)),
      symbol,
      needs: parseMinor(needs) ?? 0,
      foundBy,
      isGuarded: guarded !== "no",
    };
  });
}
