/** A value as it stands in code: text, a number, a truth value or `None`. */
export type LiteralValue = string | number | boolean | null;

/**
 * What an argument must be, as far as code tells. All members that are there must hold; none means that the argument is
 * given at all. What is not known of an argument holds nothing.
 */
export interface ArgumentTest {
  /** One of these literals. */
  readonly is?: readonly LiteralValue[];
  /** A literal text that holds one of these. */
  readonly has?: readonly string[];
  /** A literal text that begins with one of these. */
  readonly starts?: readonly string[];
  /** A literal number below this one. */
  readonly below?: number;
  /** An object of one of these classes, or of a class that inherits from one. */
  readonly type?: readonly string[];
  /** An object of exactly one of these classes, where what inherits from them is another matter. */
  readonly class?: readonly string[];
  /** A collection whose items are of one of these classes. */
  readonly items?: readonly string[];
  /** One of these library names itself, or a tuple that holds one. */
  readonly symbol?: readonly string[];
  /** An object of a class of the document that defines one of these. */
  readonly defines?: readonly string[];
}

/**
 * How code shows that it relies on a behaviour. Exactly one of `uses`, `call`, `mention`, `decorator`, `enters`, `handler`,
 * `sets`, `defines` and `guards` is there.
 */
export interface Trigger {
  /**
   * Features of the little languages that arguments are written in (`data/authored/languages.json` says which are):
   * `strftime:G`, `codec:hex`.
   */
  readonly uses?: readonly string[];
  /** Functions, methods and classes; a call of one counts where all of the following holds. */
  readonly call?: readonly string[];
  /** By parameter, `self` for what a method is called on; the first one is where the finding stands. */
  readonly given?: Readonly<Record<string, ArgumentTest>>;
  /** Parameters that the call gives by keyword; the first one is where the finding stands. */
  readonly keyword?: readonly string[];
  /** Parameters that the call must leave out. */
  readonly without?: readonly string[];
  /** So many positional arguments, or more. The finding stands on the last that is asked for. */
  readonly positional?: number;
  /** So many positional arguments at most. */
  readonly atMost?: number;
  /** Library names whose mere use counts. */
  readonly mention?: readonly string[];
  /** Library names that count where they decorate without being called. */
  readonly decorator?: readonly string[];
  /** Functions that count where a `with` statement calls them. */
  readonly enters?: readonly string[];
  /** Exceptions that count where they are caught around an `await`. */
  readonly handler?: readonly string[];
  /** Attributes that count where an object of their class is given them. */
  readonly sets?: readonly string[];
  /** Members that count where the body of a class that inherits them gives them another value. */
  readonly defines?: readonly string[];
  /** Exceptions that count where they are caught around a use of the behaviour's module, and no exception of that is. */
  readonly guards?: readonly string[];
}

/** The ways in which a mere name can show a behaviour. */
export const NAME_TRIGGERS = [
  "mention",
  "decorator",
  "enters",
  "handler",
  "sets",
  "defines",
  "guards",
] as const;

/** What older Pythons do with code that relies on a behaviour: raise, do something else, or do nearly the same. */
export type OlderPythons = "fails" | "differs" | "alike";

/** What may be asked of a call beside what it calls. */
export type CallCondition = "given" | "keyword" | "without" | "positional" | "atMost";

/** One way to rely on a behaviour by calling something. */
export interface CallTrigger extends Pick<Trigger, CallCondition> {
  /** Id of the behaviour. */
  readonly behaviour: string;
}

/** What a call or a mention of one library name may rely on. Absent members: nothing. */
export interface TriggersOfName {
  readonly calls?: readonly CallTrigger[];
  /** By parameter, the little language that its argument is written in. */
  readonly languages?: Readonly<Record<string, string>>;
  /** Behaviours that a mere mention relies on. */
  readonly mention?: readonly string[];
  /** Behaviours that decorating without a call relies on. */
  readonly decorator?: readonly string[];
  /** Behaviours that a call in a `with` statement relies on. */
  readonly enters?: readonly string[];
  /** Behaviours that catching it around an `await` relies on. */
  readonly handler?: readonly string[];
  /** Behaviours that setting it on an object relies on. */
  readonly sets?: readonly string[];
  /** Behaviours that another value of it in the body of a class relies on. */
  readonly defines?: readonly string[];
  /** Behaviours that catching it around a use of their module relies on. */
  readonly guards?: readonly string[];
}
