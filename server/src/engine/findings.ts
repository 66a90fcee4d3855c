import type { InstalledPackage } from "./catalogue/backports";
import type { MinorSet, TargetOrigin, TargetRange } from "./version";

/** A stretch of text: half-open, in UTF-16 code units from the start of the document. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/**
 * How code refers to an entry. A `reference` is a name that the code itself bound to the entry before (`run` after
 * `from asyncio import run`): a card can be shown for it, but the binding is what is judged. An `operator` calls a
 * special method or takes type arguments. A `behaviour` is relied on by what an argument holds. A `definition` overrides something that the base class or the interpreter
 * looks for.
 */
export type UsageKind =
  | "name"
  | "attribute"
  | "import"
  | "keyword"
  | "argument"
  | "operator"
  | "syntax"
  | "definition"
  | "behaviour"
  | "reference";

/** A place in code that refers to a catalogued thing. */
export interface Usage extends OffsetRange {
  /** Canonical id of the entry. */
  readonly entryId: string;
  readonly kind: UsageKind;
  /** The minors on which this place can be reached, as far as the guards around it tell. */
  readonly reach: MinorSet;
  /** The minors on which failing here is provided for (`try`/`except ImportError`, `hasattr`): nothing is reported for them. */
  readonly forgiven: MinorSet;
}

/** The fault of a declared target: what `target-findings.ts` is about. */
export type TargetCode =
  "target-mismatch" | "target-disagreement" | "target-end-of-life" | "target-unreadable";

/** The fault that a finding in code names. */
export type CodeFindingCode =
  | "added-later"
  | "removed"
  | "deprecated"
  | "changed"
  | "modernise"
  | "syntax-later"
  | "unused-guard"
  | "unused-ignore";

/** The fault that a finding names. */
export type FindingCode = CodeFindingCode | TargetCode;

export const FINDING_CODES: readonly FindingCode[] = [
  "added-later",
  "removed",
  "deprecated",
  "changed",
  "modernise",
  "syntax-later",
  "target-mismatch",
  "target-disagreement",
  "target-end-of-life",
  "target-unreadable",
  "unused-guard",
  "unused-ignore",
];

export type Severity = "error" | "warning" | "information" | "hint";

/** A judgement on one place. Holds no sentence: `messages` words it. */
export interface Finding extends OffsetRange {
  readonly code: CodeFindingCode;
  readonly severity: Severity;
  /** Canonical id of the entry; for `unused-ignore` the text of the comment. */
  readonly entryId: string;
  /** What reports call it instead, where the entry's id names nothing in code: `math.hypot` for a call of it. */
  readonly about?: string;
  /** The minors of the target on which the code fails; empty for codes that tell of no failure. */
  readonly failing: MinorSet;
  /** Which fixes apply; their edits are computed when asked for. */
  readonly fixIds: readonly string[];
  /** The stretch of code that a rewrite is about, where it is larger than the name: a whole call, a `try` statement. */
  readonly subject?: OffsetRange;
  /** The version test that lets in the Pythons which fail, nearest to the code: a guard that does not guard enough. */
  readonly guard?: OffsetRange;
  /** Of a name that every targeted Python has: the code that provides for its absence. */
  readonly fallback?: OffsetRange;
  /** Of a test that has only one answer: which. */
  readonly holds?: boolean;
}

/** Pythons that a project promises, and who said so. */
export interface ProjectTarget {
  readonly range: TargetRange;
  readonly origin: TargetOrigin;
}

/** Everything that is known about one version of one document. Frozen and serialisable. */
export interface DocumentAnalysis {
  readonly uri: string;
  readonly version: number;
  /** `undefined`: nobody declared a target, so no finding depends on one. */
  readonly target: ProjectTarget | undefined;
  /** In document order. */
  readonly usages: readonly Usage[];
  /** In document order; suppressed ones are not in it. */
  readonly findings: readonly Finding[];
  readonly parseErrors: readonly OffsetRange[];
  /** The packages that the project has at hand, as far as they are known. */
  readonly packages?: readonly InstalledPackage[];
  /** How imports from packages are written by preference; absent: `version`. */
  readonly backportStyle?: BackportStyle;
}

/** How an import falls back on a package: under a test of the version, or by `try` and `except ImportError`. */
export type BackportStyle = "version" | "try";

/** How far a fix may be trusted: `safe` keeps behaviour on every targeted Python, `manual` needs a person's eye. */
export type FixSafety = "safe" | "unsafe" | "manual";

export interface TextReplacement extends OffsetRange {
  readonly newText: string;
}

/** One way to mend a finding. The title is worded by `messages` from `id` and `details`. */
export interface Fix {
  readonly id: string;
  readonly safety: FixSafety;
  /** Names that the title mentions, such as the version of a guard. */
  readonly details: Readonly<Record<string, string>>;
  /** Sorted, without overlap. */
  readonly edits: readonly TextReplacement[];
  /** A package that the new code imports, for the project's list of dependencies. */
  readonly dependency?: FixDependency;
}

/** A way to mend a finding that was thought of and refused, because what it asks for cannot be shown to hold. */
export interface FixRefusal extends Pick<Fix, "id" | "details"> {
  /** Why, as a key of the messages. */
  readonly reason: string;
}

/** A package that a project must depend on. */
export interface FixDependency {
  readonly package: string;
  /** The Pythons that need it, as a PEP 440 specifier: `<3.11`. */
  readonly pythons: string;
  /** Those of them that the project runs on. */
  readonly minors: MinorSet;
}
