import type { Wording } from "../../../server/src/messages/wording";

/** One sentence, as each language words it. `name` says which, for a failing test. */
export interface Sample {
  readonly name: string;
  word(wording: Wording): string;
}

/** Makes a sample. */
export function sample(name: string, word: (wording: Wording) => string): Sample {
  return { name, word };
}
