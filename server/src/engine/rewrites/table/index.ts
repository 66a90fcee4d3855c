import type { Rewrite } from "../rewrite";
import { asyncioRewrites } from "./asyncio";
import { contextRewrites } from "./contexts";
import { importRewrites } from "./importing";
import { mathRewrites } from "./math";
import { timeRewrites } from "./time";

/** Every rewrite, in the order in which equally safe ones are offered. A new topic is one file and one line here. */
export const REWRITES: readonly Rewrite[] = [
  ...asyncioRewrites,
  ...contextRewrites,
  ...importRewrites,
  ...mathRewrites,
  ...timeRewrites,
];
