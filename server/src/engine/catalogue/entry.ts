import type { MinorSet } from "../version";
import type { OlderPythons } from "./trigger";

/** What a catalogued thing is. `syntax`, `behaviour` and `interpreter` entries have no name that code could look up. */
export type EntryKind =
  | "module"
  | "class"
  | "exception"
  | "function"
  | "method"
  | "attribute"
  | "constant"
  | "parameter"
  | "syntax"
  | "behaviour"
  | "interpreter";

/** Where a fact comes from: CPython's documentation, typeshed, a running interpreter, or a person with a reason. */
export type Evidence = "docs" | "typeshed" | "runtime" | "hand";

export type Platform = "windows" | "macos" | "linux" | "unix" | "bsd" | "wasm";

/** Something about an entry that changed in a release and is not a parameter's coming or going. */
export interface Change {
  /** Minor release, as `3.7`. */
  readonly version: string;
  readonly kind:
    | "parameter"
    | "accepts"
    | "result"
    | "default"
    | "behaviour"
    | "deprecation"
    | "removal"
    | "moved"
    | "export";
  /** The parameter that the change is about, where it is about one. */
  readonly name?: string;
  readonly summary: string;
}

/** A package on PyPI that brings a feature to older Pythons. */
export interface Backport {
  /** Distribution name, as one installs it. */
  readonly package: string;
  /** What to import from instead: `importlib_resources`. */
  readonly module: string;
  /** Minors that the package serves, as a PEP 440 range. */
  readonly pythons?: string;
}

/** Whether a replacement that takes the same arguments does the same. */
export type DropIn = "safe" | "unsafe";

/** The life of one parameter. */
export interface Parameter {
  readonly name: string;
  /** Position in the call, 0-based and without the receiver; `undefined` when it can be given by keyword only. */
  readonly position: number | undefined;
  readonly positionalOnly: boolean;
  /** The minors whose interpreter takes it. */
  readonly available: MinorSet;
  readonly added: string | undefined;
  readonly deprecated: string | undefined;
  readonly removed: string | undefined;
  readonly summary: string | undefined;
}

/** What the catalogue tells of one thing in the words of a person; kept apart since only a reader needs it. */
export interface EntryProse {
  /** One sentence. */
  readonly summary?: string;
  /** The heading under which release notes list it, such as `concurrency`. */
  readonly category?: string;
  readonly example?: { readonly old?: string; readonly new: string };
  /** What the sources disagree on, and why the catalogue says what it says. */
  readonly note?: string;
}

/** One catalogued thing: a module, class, function, parameter, piece of syntax, ... */
export interface Entry {
  /** Canonical qualified name: `asyncio.run`, `builtins.str.removeprefix`, `subprocess.run(text)`, `syntax:walrus`. */
  readonly id: string;
  readonly kind: EntryKind;
  /** The minors whose interpreter has it. A release that nobody knows about counts as having it. */
  readonly available: MinorSet;
  /** Documented arrival, as `3.7` or `3.7.2`; `undefined`: in every Python 3; `unknown`: nobody knows. */
  readonly added: string | undefined;
  readonly deprecated: string | undefined;
  /** The first release without it. */
  readonly removed: string | undefined;
  /** The release in which it is announced to go. */
  readonly removal: string | undefined;
  readonly replacement: string | undefined;
  /** The replacement can stand in its place with the same arguments; `undefined`: not without more ado. */
  readonly dropIn: DropIn | undefined;
  readonly backport: Backport | undefined;
  readonly platforms: readonly Platform[] | undefined;
  readonly pep: number | undefined;
  /** Micro releases that brought it to an older minor, such as `3.6.12`. */
  readonly micros: readonly string[] | undefined;
  /**
   * Minors outside `available` whose interpreter has it all the same: undocumented there, or only from a late micro on.
   */
  readonly unpromised: MinorSet;
  readonly provisional: boolean;
  /** True for members that the base class or the interpreter looks for, so that defining one in a class body is a use. */
  readonly hook: boolean;
  /** What Pythons outside `available` do with code that relies on it; `fails` for everything but some behaviours. */
  readonly older: OlderPythons;
  /**
   * Of a behaviour that is nothing but a way to write a call (more arguments, a keyword, one left out): what it is a call
   * of, `math.hypot` or `builtins.str.replace(count)`. That is the name which reports give, since code has no other.
   */
  readonly about?: string;
  readonly changes: readonly Change[];
  /** In the order of the signature; empty when none is known. */
  readonly parameters: readonly Parameter[];
  /** The signature as the newest release has it, without defaults: `(main, *, debug=)`. */
  readonly signature: string | undefined;
  /** True when the callable takes keywords that no one lists (`**kwargs`). */
  readonly anyKeyword: boolean;
  readonly url: string | undefined;
  readonly sources: readonly Evidence[];
  readonly type: TypeFacts | undefined;
  /**
   * True for classes without a public name that facts lead to (`os._Environ`), and for their members. Lookups find them,
   * nothing lists them, and no user should be told of them.
   */
  readonly internal?: true;
}

/**
 * What the analysis must know of an entry's type, in a compact notation: qualified names, `[...]` for type arguments,
 * `|` for unions, `$0`, `$1` for the type arguments of the receiver, `self` for the receiver's own type.
 * `list[str]`, `pathlib.Path|None`, `dict[$0,$1]`. A name without a dot is a builtin.
 */
export interface TypeFacts {
  /**
   * Base classes of a class, nearest first, in terms of its own type parameters; then those that it stands for without
   * having members from them.
   */
  readonly bases?: readonly string[];
  /** What a call gives. For a coroutine function: what awaiting the call gives, with `awaitable` set. */
  readonly returns?: string;
  readonly awaitable?: boolean;
  /** What an attribute, property or constant holds. */
  readonly type?: string;
  /** How the member binds: absent means an ordinary method. */
  readonly binds?: "class" | "static" | "property";
  /** Number of type parameters of a class; absent for none. */
  readonly params?: number;
  /** What the type parameters of a class are where nothing tells. */
  readonly defaults?: readonly string[];
  /** The class is an enumeration; its members have the type `self`. */
  readonly enum?: boolean;
  /** What a call gives where `returns` speaks of an argument whose type is not known. */
  readonly otherwise?: string;
  /** The literal value of one argument decides; asked first. */
  readonly returnsByLiteral?: ReturnsByLiteral;
  /** The type of one argument decides; asked second. */
  readonly returnsByType?: ReturnsByType;
  /** The number of arguments decides; asked third, before `returns`. */
  readonly returnsByCount?: ReturnsByCount;
}

/** What a call gives by the literal that is given for one parameter. */
export interface ReturnsByLiteral {
  readonly parameter: string;
  /** Position of the parameter, 0-based; absent where it can be given by keyword only. */
  readonly position?: number;
  /** What the call gives without the argument. */
  readonly absent?: string;
  /** Literals and what each of them makes the call give; `null` is `None`. */
  readonly rules: readonly (readonly [
    literals: readonly (string | number | boolean | null)[],
    type: string,
  ])[];
  /** With one of these parameters given, the rules do not hold. */
  readonly unless?: readonly string[];
}

/** What a call gives by the type of the argument at a position; the first type that takes it counts. */
export interface ReturnsByType {
  readonly position: number;
  readonly rules: readonly (readonly [wanted: string, type: string])[];
}

/** What a call gives by the number of its arguments, keyword-only ones not counted. */
export interface ReturnsByCount {
  /** From, to (`null`: any number), type. */
  readonly rules: readonly (readonly [from: number, to: number | null, type: string])[];
  /** With one of these parameters given, the rules do not hold. */
  readonly unless?: readonly string[];
}
