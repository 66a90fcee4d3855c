import type { Catalogue } from "../catalogue/catalogue";
import type { DocumentAnalysis, OffsetRange, ProjectTarget } from "../findings";
import { importAround } from "../syntax/imports";
import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, formatMinor, minorsFrom, NEWEST_MINOR, OLDEST_MINOR } from "../version";
import { listBackportImports } from "./backport-imports";
import { type NeedPlace, placesInNeed } from "./requirements";

/** Something that a higher lower end lets go: a test of the version, a package, an older idiom. */
export interface FloorGain extends OffsetRange {
  readonly kind: "guard" | "backport" | "modernise";
  /** What the guard tests, what the package brings, what is better than the idiom. */
  readonly entryId: string;
  /** The lowest minor that allows it as the lower end. */
  readonly from: number;
}

/** What speaks for and against each lower end of the target in one document. */
export interface FloorFacts {
  /** Uses that fail below some minor, in document order. */
  readonly needs: readonly NeedPlace[];
  /** In document order. */
  readonly gains: readonly FloorGain[];
}

/** What the facts are made from. */
export interface FloorInput {
  readonly tree: SyntaxTree;
  readonly catalogue: Catalogue;
  /** Its lower end is where the search for gains begins; without one it begins at the oldest Python. */
  readonly target: ProjectTarget | undefined;
  readonly analyse: (target: ProjectTarget) => DocumentAnalysis;
}

/** Judges one document against every lower end from the target's own up. */
export function collectFloorFacts({ tree, catalogue, target, analyse }: FloorInput): FloorFacts {
  const minors = target?.range.minors ?? ALL_MINORS;
  const base = Math.max(OLDEST_MINOR, target?.range.minimum ?? OLDEST_MINOR);
  const gains = new Map<string, FloorGain>();
  let usages: DocumentAnalysis["usages"] = [];
  for (let minor = Math.min(base, NEWEST_MINOR); minor <= NEWEST_MINOR; minor++) {
    const analysis = analyse(targetFrom(minor, minors & minorsFrom(minor) || minorsFrom(minor)));
    usages = analysis.usages;
    for (const { code, entryId, start, end } of analysis.findings) {
      const kind = code === "unused-guard" ? "guard" : code === "modernise" ? "modernise" : undefined;
      const key = `${start} ${entryId}`;
      if (kind && !gains.has(key)) gains.set(key, { kind, entryId, start, end, from: minor });
    }
  }
  const imports = listBackportImports(tree, catalogue);
  const found = [...gains.values()].filter((gain) => !isOfPackage(gain, imports, tree));
  const packages = imports.filter((gain) => !goesWith(gain, found, tree));
  const all = [...found, ...packages];
  return { needs: placesInNeed(usages, catalogue), gains: all.sort((a, b) => a.start - b.start) };
}

/**
 * Tells whether an import from a package goes with what is around it: with the fallback that it is, or with the branch of a
 * version test. One statement is one thing to let go.
 */
function goesWith(gain: FloorGain, others: readonly FloorGain[], tree: SyntaxTree): boolean {
  for (let node = tree.firstFrom(gain.start); node > 0; node = tree.parent(node)) {
    const kind = tree.kind(node);
    if (kind !== NodeKind.TryStatement && kind !== NodeKind.IfStatement) continue;
    const [start, end] = [tree.start(node), tree.end(node)];
    const isMatch = ({ entryId, kind: what, from }: FloorGain): boolean =>
      from === gain.from && (kind === NodeKind.TryStatement ? entryId === gain.entryId : what === "guard");
    if (others.some((other) => other.start >= start && other.end <= end && isMatch(other))) return true;
  }
  return false;
}

/** Tells whether an older way is the import from a package, which is told of as such. */
function isOfPackage(
  { kind, start, end }: FloorGain,
  imports: readonly FloorGain[],
  tree: SyntaxTree,
): boolean {
  if (kind !== "modernise" || imports.length === 0) return false;
  const statement = importAround(tree, tree.innermost(start, end));
  if (statement === NO_NODE) return false;
  const [from, to] = [tree.start(statement), tree.end(statement)];
  return imports.some((each) => from <= each.start && each.end <= to);
}

function targetFrom(minor: number, minors: number): ProjectTarget {
  const text = `>=${formatMinor(minor)}`;
  return {
    range: { text, minors, minimum: minor, maximum: undefined },
    origin: { path: "", key: "" },
  };
}
