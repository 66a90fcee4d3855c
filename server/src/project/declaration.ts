import type { DeclarationProblem } from "../engine/declaration-problems";
import type { OffsetRange } from "../engine/findings";
import type { TargetRange } from "../engine/version";

/**
 * How much a source of targets is worth: what the project tells packaging tools, what it tells other tools, what one
 * machine is set up with. A weaker one speaks only where no stronger one does, in any folder.
 */
export type Rank = "metadata" | "tool" | "pin";

/** The ranks, the strongest first. */
export const RANKS: readonly Rank[] = ["metadata", "tool", "pin"];

/**
 * What a declaration is there for, and so what it must agree with. `package`: the promise itself. `floor`: a tool works
 * for this Python and newer ones. `tested` and `advertised`: single Pythons of the promise. `environment`: one Python to
 * work with, which need only be among those promised. `generated`: a copy that nobody edits.
 */
export type Role = "package" | "floor" | "tested" | "advertised" | "environment" | "generated";

/** How a value names Pythons, and so how it is edited. `lowest`: one version that means newer ones, too. */
export type Notation = "specifier" | "poetry" | "conda" | "lowest" | "list" | "pin";

/** One Python that a list names: the stretch of the whole item, with its quotes. */
export interface DeclaredItem extends OffsetRange {
  readonly minor: number;
  /** The item stands for itself and can be taken out; otherwise it can only be rewritten. */
  readonly isRemovable: boolean;
  /** It is an end of a range such as `3{8-12}`, and moves to let others in. */
  readonly isRangeEnd?: boolean;
  /** It is written without quotes where `3.10` is the number 3.1. */
  readonly isNumber?: boolean;
}

/** A range that a file declares. */
export interface Declaration {
  readonly rank: Rank;
  readonly role: Role;
  readonly notation: Notation;
  /** What the author would search for: `project.requires-python`. */
  readonly key: string;
  /** 1-based line of the key. */
  readonly line: number | undefined;
  /** Where the value stands without its quotes, in UTF-16 offsets; `undefined` where it is not in one piece. */
  readonly value: OffsetRange | undefined;
  readonly range: TargetRange;
  /** The Pythons of a list, in the order of the text; empty for every other notation. */
  readonly items: readonly DeclaredItem[];
}

/** A value that could not be read. The next source speaks. */
export interface Misdeclaration {
  readonly rank: Rank;
  /** 1-based; `undefined` when it is about the file as a whole. */
  readonly line: number | undefined;
  /** Where the value stands; `undefined` where that is not known. */
  readonly value?: OffsetRange | undefined;
  readonly problem: DeclarationProblem;
}

/** What a file says, the strongest source first. */
export type Statement = Declaration | Misdeclaration;

/** Reads one kind of file. */
export interface TargetSource {
  /** Names that the file may have inside its folder, the preferred first; a `*` stands for part of one name. */
  readonly files: readonly string[];
  /** The ranks that its statements can have. */
  readonly ranks: readonly Rank[];
  /** Tells what a text declares. Throws nothing; an empty answer means that it declares nothing. */
  read(text: string): readonly Statement[];
}

/** Tells whether a statement is a value that could not be read. */
export function isMisdeclaration(statement: Statement): statement is Misdeclaration {
  return "problem" in statement;
}
