import type { InstalledPackage } from "../engine/catalogue/backports";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../engine/version";
import { isRangeProblem, parseSpecifier } from "./range";

/**
 * Reads a requirement as PEP 508 writes it: `dataclasses>=0.8; python_version < "3.7"`. `undefined` where it names no
 * package, or one that no Python 3 installs without an extra.
 */
export function readRequirement(text: string): InstalledPackage | undefined {
  const name = /^\s*([A-Za-z0-9][\w.-]*)/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const marker = /;(.*)$/s.exec(text)?.[1] ?? "";
  const minors = marker.trim() === "" ? ALL_MINORS : minorsOfMarker(marker);
  return minors === NO_MINORS ? undefined : { name, minors };
}

/**
 * Gives the minors on which a marker of PEP 508 can hold. What it asks of the system counts as true somewhere, an extra
 * as not asked for; what cannot be read holds everywhere.
 */
export function minorsOfMarker(marker: string): MinorSet {
  const tokens = marker.match(/\(|\)|"[^"]*"|'[^']*'|[\w.]+|[<>=!~]+/g) ?? [];
  return new MarkerReader(tokens).read();
}

/** What is known where nothing is: it may hold, and it may not. */
interface Holds {
  readonly yes: MinorSet;
  readonly no: MinorSet;
}

const UNKNOWN: Holds = { yes: ALL_MINORS, no: ALL_MINORS };

class MarkerReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  read(): MinorSet {
    const { yes } = this.either();
    return this.at === this.tokens.length ? yes : ALL_MINORS;
  }

  private either(): Holds {
    let left = this.both();
    while (this.take("or")) {
      const right = this.both();
      left = { yes: left.yes | right.yes, no: left.no & right.no };
    }
    return left;
  }

  private both(): Holds {
    let left = this.one();
    while (this.take("and")) {
      const right = this.one();
      left = { yes: left.yes & right.yes, no: left.no | right.no };
    }
    return left;
  }

  private one(): Holds {
    if (this.take("(")) {
      const inside = this.either();
      this.take(")");
      return inside;
    }
    const left = this.next();
    const operator = this.take("not") ? `not ${this.next()}` : this.next();
    return compare(left, operator, this.next());
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private next(): string {
    return this.tokens[this.at++] ?? "";
  }
}

const MIRRORED: Readonly<Record<string, string | undefined>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

function compare(left: string, operator: string, right: string): Holds {
  if (isText(left) && !isText(right)) return compare(right, MIRRORED[operator] ?? operator, left);
  if (left === "extra") return { yes: NO_MINORS, no: ALL_MINORS };
  if (left !== "python_version" && left !== "python_full_version") return UNKNOWN;
  const version = right.slice(1, -1).trim();
  const yes = minorsThat(operator, version, left === "python_version");
  return yes === undefined ? UNKNOWN : { yes, no: ALL_MINORS & ~yes };
}

function isText(token: string): boolean {
  return token.startsWith('"') || token.startsWith("'");
}

/** The minors whose version stands in a relation to another; `undefined` where that cannot be told. */
function minorsThat(operator: string, version: string, isShort: boolean): MinorSet | undefined {
  if (operator === "in" || operator === "not in") {
    const listed = version.match(/3\.\d+/g) ?? [];
    const minors = listed.reduce((set, each) => set | minorsIn(`==${each}.*`), NO_MINORS);
    return operator === "in" ? minors : ALL_MINORS & ~minors;
  }
  // `python_version` is the minor alone, so that `<= "3.7"` and `> "3.7"` speak of the whole of 3.7.
  const [, minor] = /^(3\.\d+)$/.exec(version) ?? [];
  if (isShort && minor !== undefined) {
    if (operator === "==" || operator === "===") return minorsIn(`==${minor}.*`);
    if (operator === "!=") return minorsIn(`!=${minor}.*`);
    if (operator === "<=") return minorsIn(`<${minor}`) | minorsIn(`==${minor}.*`);
    if (operator === ">") return minorsIn(`>=${minor}`) & ~minorsIn(`==${minor}.*`);
  }
  const range = parseSpecifier(`${operator}${version}`);
  // Python 2 alone is no problem here, but lets no Python 3 in.
  if (isRangeProblem(range)) return /^[\d.*]+$/.test(version) ? NO_MINORS : undefined;
  return range.minors;
}

function minorsIn(specifier: string): MinorSet {
  const range = parseSpecifier(specifier);
  return isRangeProblem(range) ? NO_MINORS : range.minors;
}
