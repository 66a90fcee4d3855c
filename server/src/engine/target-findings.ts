import type { DeclarationProblem } from "./declaration-problems";
import type { FixSafety, OffsetRange, Severity, TargetCode, TextReplacement } from "./findings";
import type { MinorSet } from "./version";

/** A place that declares Pythons, as others speak of it. */
export interface DeclarationPlace extends OffsetRange {
  /** Absolute path or uri. */
  readonly file: string;
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  /** What it says, such as `>=3.8`; `undefined` for a list, which only names minors. */
  readonly text: string | undefined;
  readonly minors: MinorSet;
}

/** A use that asks for a Python, in the units that its host counts in: lines and columns from 1. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly entryId: string;
  /** The lowest minor that has it. */
  readonly minimum: number;
}

/** A release and the day on which it got its last fix. */
export interface EndedRelease {
  readonly minor: number;
  readonly endOfLife: string;
}

/** What is wrong with a declaration, for `messages` to word. */
export type TargetFault =
  | { readonly kind: "too-low"; readonly needed: number; readonly uses: number }
  | { readonly kind: "too-high"; readonly enough: number; readonly needed: number }
  | {
      readonly kind: "disagrees";
      readonly with: DeclarationPlace;
      /** Pythons that it names and that are not promised. */
      readonly extra: readonly number[];
      /** Promised Pythons that it leaves out. */
      readonly missing: readonly number[];
    }
  | { readonly kind: "disputed"; readonly by: readonly DeclarationPlace[] }
  | { readonly kind: "end-of-life"; readonly releases: readonly EndedRelease[] }
  | { readonly kind: "unreadable"; readonly problem: DeclarationProblem };

/** An edit of one file. */
export interface FileEdit extends TextReplacement {
  readonly file: string;
}

/** A way to mend a declaration, and what must agree with it; or to silence a finding where Pythons are declared. */
export interface TargetFix {
  readonly id: "raise-floor" | "lower-floor" | "align" | "align-others" | "suppress-in-configuration";
  readonly safety: FixSafety;
  /** Names that the title mentions. */
  readonly details: Readonly<Record<string, string>>;
  /** Sorted by place within each file, without overlap. */
  readonly edits: readonly FileEdit[];
}

/** A judgement on a declaration. */
export interface TargetFinding extends OffsetRange {
  readonly file: string;
  readonly key: string;
  readonly code: TargetCode;
  readonly severity: Severity;
  /** What the declaration says, as in `DeclarationPlace`. */
  readonly text: string | undefined;
  readonly minors: MinorSet;
  readonly fault: TargetFault;
  /** The uses that cause it, those that need most first. */
  readonly uses: readonly CodePlace[];
  readonly fixes: readonly TargetFix[];
}
