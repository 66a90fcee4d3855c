/** What a value of a configuration file is that should be something else. */
export type ValueType = "array" | "boolean" | "date" | "number" | "string" | "table";

/** What a key of a configuration file should hold. */
export type WantedValue =
  | { readonly kind: "string"; readonly examples: readonly string[] }
  | { readonly kind: "names" }
  | { readonly kind: "strings" }
  | { readonly kind: "table" }
  | { readonly kind: "patterns" };

/** What helps the author of a range that cannot be read. */
export type RangeAdvice =
  | { readonly kind: "example" }
  | { readonly kind: "no-or" }
  | { readonly kind: "poetry" | "two-numbers" | "no-parentheses" | "instead"; readonly write: string };

/** Why a file or a value that should declare Pythons cannot be used, for `messages` to word. */
export type DeclarationProblem =
  /** The file cannot be read; why not, whoever tried has worded. */
  | { readonly kind: "unreadable-file"; readonly text: string }
  /** What the parser found, in its words; `undefined` where it has none. */
  | { readonly kind: "invalid-toml"; readonly reason: string | undefined }
  | { readonly kind: "invalid-json" }
  | {
      readonly kind: "wrong-type";
      readonly key: string;
      readonly wanted: WantedValue;
      readonly found: ValueType;
    }
  /** An array whose elements are of the wrong type. */
  | { readonly kind: "wrong-elements"; readonly key: string }
  | {
      readonly kind: "no-range";
      /** `undefined` where the text stands in no file. */
      readonly key?: string;
      readonly written: string;
      readonly advice: RangeAdvice;
    }
  | { readonly kind: "no-python3"; readonly key?: string; readonly written: string }
  /** Names of something where Pythons should be named, as `example` is. */
  | { readonly kind: "no-python"; readonly key: string; readonly written: string; readonly example: string }
  /** A number where its author meant a version: `3.10` is 3.1. */
  | { readonly kind: "number"; readonly key: string; readonly written: string; readonly number: string }
  | { readonly kind: "repeated-key"; readonly key: string }
  | { readonly kind: "no-section" }
  | { readonly kind: "never-closed" }
  | { readonly kind: "several-blocks" }
  | { readonly kind: "unknown-key"; readonly key: string; readonly near: string | undefined }
  | { readonly kind: "no-choice"; readonly key: string; readonly choices: readonly string[] };
