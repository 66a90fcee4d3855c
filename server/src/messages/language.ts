import { ENGLISH } from "./english";
import type { Wording } from "./wording";

/** What each language says. */
export const WORDINGS: Readonly<Record<"en", Wording>> = { en: ENGLISH };

/** The words of the language that was chosen. */
export function wording(): Wording {
  return WORDINGS.en;
}
