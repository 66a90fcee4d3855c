import { readFileSync } from "node:fs";
import path from "node:path";
import type { Truth } from "../../../../server/src/engine/guard/truth";
import type {
  ComparisonOperator,
  VersionConstant,
  VersionShape,
} from "../../../../server/src/engine/guard/version-test";
import { type MinorSet, NO_MINORS, singleMinor } from "../../../../server/src/engine/version";

/** A version test, and what CPython makes of it. */
export interface TruthForm {
  readonly code: string;
  /** What it compares; `undefined` where it is more than one comparison. */
  readonly comparison: Comparison | undefined;
  /** The minors on which it can be true and can be false: on both where the micro decides, or where Python raises. */
  readonly truth: Truth;
  /** What each interpreter at hand said of it: T, F, E where it raises, U where that depends on something else. */
  readonly outcomes: readonly { readonly minor: number; readonly letter: string }[];
}

interface Comparison {
  readonly shape: VersionShape;
  readonly operator: ComparisonOperator;
  readonly constant: VersionConstant;
}

interface StoredForm extends Partial<Comparison> {
  readonly code: string;
  readonly outcomes: string;
  readonly yes: string;
  readonly no: string;
}

/** Reads what `make_truth.py` wrote. */
export function readTruthTable(): TruthForm[] {
  const file = path.join(__dirname, "../../../fixtures/guards/truth.json");
  const { interpreters, forms } = JSON.parse(readFileSync(file, "utf8")) as {
    interpreters: string[];
    forms: StoredForm[];
  };
  const minors = interpreters.map((version) => Number(version.split(".")[1]));
  return forms.map(({ code, shape, operator, constant, outcomes, yes, no }) => ({
    code,
    comparison: shape && operator && constant !== undefined ? { shape, operator, constant } : undefined,
    truth: { yes: readSpans(yes), no: readSpans(no) },
    outcomes: minors.map((minor, index) => ({ minor, letter: outcomes[index] })),
  }));
}

/** Reads `0-5,8`. */
function readSpans(text: string): MinorSet {
  let set = NO_MINORS;
  for (const span of text === "" ? [] : text.split(",")) {
    const [first, last = first] = span.split("-").map(Number);
    for (let minor = first; minor <= last; minor++) set |= singleMinor(minor);
  }
  return set;
}
