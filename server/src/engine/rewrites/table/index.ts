import type { Rewrite } from "../rewrite";
import { mathRewrites } from "./math";

/** Every rewrite, in the order in which equally safe ones are offered. A new topic is one file and one line here. */
export const REWRITES: readonly Rewrite[] = [...mathRewrites];
