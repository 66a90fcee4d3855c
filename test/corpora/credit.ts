import type { Catalogue } from "../../server/src/engine/catalogue/catalogue";
import { lastName, splitParameterId } from "../../server/src/engine/catalogue/ids";
import { ownerOf } from "../../server/src/engine/evaluation/types";
import { ALL_MINORS, type MinorSet, minorsBefore, NO_MINORS } from "../../server/src/engine/version";
import { logicalEnd } from "./logical-line";
import type { LoweredFile, LoweredFinding } from "./lowered";
import type { Row } from "./recall-rows";

/**
 * What became of a row. `found`: a finding stands there. `part`: one on a part of it, or on what it is a part of, stands
 * there (`typing.Any` for `typing`). `import`: the name was judged where it was bound. `owner`: what it belongs to is
 * missing as well, and is judged where the file got hold of it. `behind`: the analysis knows the name, and is silent
 * since what it belongs to is missing as well, which another file has got hold of. `guarded`: the analysis knows the
 * name, and that older Pythons never get there. `missed`: the analysis knows of no such use.
 */
export type Outcome = "found" | "part" | "import" | "owner" | "behind" | "guarded" | "missed";

/** The outcomes that tell the user. */
export const TOLD: readonly Outcome[] = ["found", "part", "import", "owner", "behind"];

/** Tells what the analysis of its file makes of a row. */
export function creditOf(row: Row, file: LoweredFile, catalogue: Catalogue): Outcome {
  const last = lastLine(row, file);
  const isHere = ({ line }: { readonly line: number }): boolean => row.line <= line && line <= last;
  const wanted = canonical(row.symbol, catalogue);
  const here = file.findings.filter(isHere).map(({ symbol }) => symbol);
  if (here.some((symbol) => isSame(symbol, wanted))) return "found";
  if (here.some((symbol) => isRelated(symbol, wanted, catalogue))) return "part";
  const uses = file.uses.filter(isHere);
  const known = uses.filter(({ symbol }) => isSame(symbol, wanted));
  const told = new Set(file.findings.map(({ symbol }) => symbol));
  if (known.some(({ symbol }) => told.has(symbol))) return "import";
  const names = [wanted, ...known.map(({ symbol }) => symbol)];
  if (names.some((name) => ownersOf(name).some((owner) => told.has(owner)))) return "owner";
  const older = minorsBefore(row.needs);
  if (known.some(({ open, symbol }) => (open & older & lacking(symbol, catalogue)) !== 0)) return "behind";
  const isGuarded = uses.some(
    ({ open, symbol }) =>
      (open & older) === 0 && (isSame(symbol, wanted) || isRelated(symbol, wanted, catalogue)),
  );
  return isGuarded ? "guarded" : "missed";
}

/** Tells whether a finding is what a row speaks of, or of a part of it, or of what it is a part of. */
export function isToldBy(
  finding: LoweredFinding,
  row: Row,
  file: LoweredFile,
  catalogue: Catalogue,
): boolean {
  if (finding.line < row.line || finding.line > lastLine(row, file)) return false;
  const wanted = canonical(row.symbol, catalogue);
  return isSame(finding.symbol, wanted) || isRelated(finding.symbol, wanted, catalogue);
}

/** The tables tell the first line of a statement, and often no more. */
function lastLine({ line, lines }: Row, { text }: LoweredFile): number {
  return Math.max(line + lines - 1, logicalEnd(text, line));
}

/** The minors on which what an entry belongs to is missing. */
function lacking(symbol: string, catalogue: Catalogue): MinorSet {
  return ownersOf(symbol).reduce((set, owner) => {
    return set | (ALL_MINORS & ~(catalogue.lookup(owner)?.available ?? ALL_MINORS));
  }, NO_MINORS);
}

function canonical(symbol: string, catalogue: Catalogue): string {
  const parameter = splitParameterId(symbol);
  const entry = parameter
    ? catalogue.parameter(parameter.callable, parameter.name)
    : catalogue.lookup(symbol);
  return entry?.id ?? symbol;
}

/** Two tools may name the class differently that has a member; at one place the name alone tells. */
function isSame(symbol: string, wanted: string): boolean {
  return symbol === wanted || shortName(symbol) === shortName(wanted);
}

function shortName(symbol: string): string {
  return splitParameterId(symbol)?.name ?? lastName(symbol);
}

/** Modules that only pass names on (`asyncio.events`) have no entries of their own. */
function isRelated(symbol: string, wanted: string, catalogue: Catalogue): boolean {
  if (isPart(symbol, wanted) || isPart(wanted, symbol)) return true;
  return catalogue.lookup(`${wanted}.${lastName(symbol)}`)?.id === symbol;
}

function isPart(part: string, whole: string): boolean {
  return part.startsWith(whole) && ".(".includes(part.charAt(whole.length) || " ");
}

/** What an entry belongs to, innermost first. */
function ownersOf(symbol: string): string[] {
  const owners: string[] = [];
  for (let owner = ownerOf(symbol); owner !== ""; owner = ownerOf(owner)) owners.push(owner);
  return owners;
}
