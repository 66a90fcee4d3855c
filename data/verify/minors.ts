import type { MinorSet } from "../../server/src/engine/version";
import type { Answers } from "./answers";

type Versioned = Pick<Answers, "version">;

/** Tells whether a set of minors holds that of an interpreter. */
export function entryHas(set: MinorSet, { version: [, minor] }: Versioned): boolean {
  return (set & (1 << minor)) !== 0;
}

/** Gives the micro release of the interpreter's minor that a list names (`3.6.12` gives 12), or `undefined`. */
export function micros(
  listed: readonly string[] | undefined,
  { version: [, minor] }: Versioned,
): number | undefined {
  const found = listed?.find((one) => one.startsWith(`3.${minor}.`));
  return found === undefined ? undefined : Number(found.slice(`3.${minor}.`.length));
}

/** Tells whether a version that may name a micro (`3.9.2`) is not above the interpreter's, in its own minor. */
export function hasComeAlready(added: string | undefined, answers: Versioned): boolean {
  const micro = micros(added === undefined ? undefined : [added], answers);
  return micro === undefined || micro <= answers.version[2];
}
