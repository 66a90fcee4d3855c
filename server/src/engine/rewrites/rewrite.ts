import type { FixSafety } from "../findings";
import type { Match } from "./matcher";
import type { Predicate, Subject } from "./predicate";

/** The two ways to go: `modernise` from the old form to the new one, `downgrade` back. */
export type Direction = "modernise" | "downgrade";

/** What holds of going one way. */
export interface DirectionRule {
  /** `safe` keeps behaviour on every targeted Python. Default: `safe`. */
  readonly safety?: FixSafety;
  /** What is different afterwards, as a key of the messages; needed where it is not `safe`. */
  readonly differs?: string;
  /** What must be shown to hold for this way, beside the `when` of the form. */
  readonly when?: readonly Predicate[];
  /** Names for holes that stand in the new code alone, by what they are called where nobody has that name yet. */
  readonly fresh?: Readonly<Record<string, string>>;
  /**
   * Code for holes that stand in the new code alone; `undefined`: this place cannot be rewritten. Lines behind a `\n` are
   * indented as in a snippet, by four blanks a step, and moved to where the code stands.
   */
  readonly derive?: (match: Match, subject: Subject) => Readonly<Record<string, string>> | undefined;
  /**
   * Holes whose code `derive` puts into those of the new code as it stands, so that it is evaluated as often, or that `when`
   * shows to be such that evaluating it does nothing.
   */
  readonly carried?: readonly string[];
  /** Nobody is told of the old form, which is as good to most; who asks at its place is offered the new one. */
  readonly onRequest?: true;
  /** A function or class that the new code uses, to be defined once behind the imports: a snippet as in a form. */
  readonly helper?: { readonly name: string; readonly code: string };
}

/**
 * One spelling of the old way and one of the new way, as Python snippets: an expression, or whole statements.
 *
 * - `$x` stands for any expression; where it stands twice, both must be the same code, and where the two forms name it a
 *   different number of times, evaluating it must do nothing.
 * - `$$args` stands for any number of items of a list (arguments, elements, parameters), without `*` and `**` in a call
 *   unless its name starts with `any`.
 * - `$$$body` stands for one or more statements.
 * - Dotted names that start with a module of the standard library, and names of builtins, are entries of the catalogue:
 *   they match whatever the document calls them.
 */
export interface Form {
  readonly old: string;
  readonly new: string;
  /** What must be shown to hold in both ways. */
  readonly when?: readonly Predicate[];
  /** Overrides of the rewrite's rules for this form; `false`: this form does not go that way. */
  readonly modernise?: DirectionRule | false;
  readonly downgrade?: DirectionRule | false;
  /**
   * The entry whose use tells that the old (new) form may stand there, or the kind of statement or expression it is.
   * Default: the first entry that the snippet names, builtins last.
   */
  readonly oldAnchor?: string;
  readonly newAnchor?: string;
  /** The hole of the old form in which what tells of it may stand: an argument on whose type it depends. */
  readonly anchorHole?: string;
}

/** One better way and the older one that it replaces. */
export interface Rewrite {
  /** Unique; the fixes are called `modernise-<id>` and `downgrade-<id>`. */
  readonly id: string;
  /** The entry that the new form is about; a finding on it is mended by going back. */
  readonly entry: string;
  /** Further entries on which a finding is mended by going back. */
  readonly mends?: readonly string[];
  /**
   * Where the new form has no entry that tells since when it works: the first minor that has it, such as 12 for 3.12.
   */
  readonly since?: number;
  /** The same for the old form, where its names do not tell: a method of an object, a parameter, syntax. */
  readonly oldSince?: number;
  /** Short names of the two forms, for titles: (`functools.reduce`, `math.prod`). */
  readonly names: { readonly old: string; readonly new: string };
  /** Tried in this order. */
  readonly forms: readonly Form[];
  readonly modernise?: DirectionRule | false;
  readonly downgrade?: DirectionRule | false;
}

/** Gives the rule for going a way by a form; `undefined` where the form does not go that way. */
export function ruleFor(rewrite: Rewrite, form: Form, direction: Direction): DirectionRule | undefined {
  const general = rewrite[direction];
  const own = form[direction];
  if (general === false || own === false) return undefined;
  return { ...general, ...own, when: [...(form.when ?? []), ...(general?.when ?? []), ...(own?.when ?? [])] };
}
