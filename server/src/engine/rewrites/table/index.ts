import type { Rewrite } from "../rewrite";
import { arithmeticRewrites } from "./arithmetic";
import { encodingRewrites } from "./encodings";
import { handlerRewrites } from "./handlers";
import { iterationRewrites } from "./iteration";
import { asyncioRewrites } from "./asyncio";
import { asyncioLoopRewrites } from "./asyncio-loops";
import { classRewrites } from "./classes";
import { collectionRewrites } from "./collections";
import { contextRewrites } from "./contexts";
import { dataClassRewrites } from "./data-classes";
import { dateRewrites } from "./dates";
import { fileRewrites } from "./files";
import { hashRewrites } from "./hashing";
import { importRewrites } from "./importing";
import { mathRewrites } from "./math";
import { networkRewrites } from "./networking";
import { processRewrites } from "./processes";
import { textRewrites } from "./texts";
import { pathObjectRewrites } from "./path-objects";
import { pathRewrites } from "./paths";
import { retiredRewrites } from "./retired";
import { timeRewrites } from "./time";
import { typingRewrites } from "./typing";
import { averageRewrites } from "./averages";
import { keywordRewrites } from "./keywords";
import { markupRewrites } from "./markup";
import { olderObjectRewrites } from "./older-objects";
import { olderProcessRewrites } from "./older-processes";
import { securityRewrites } from "./security";
import { soundRewrites } from "./sound";
import { childRewrites } from "./children";
import { classSyntaxRewrites } from "./class-syntax";
import { copyRewrites } from "./copies";
import { departingRewrites } from "./departing";
import { enumRewrites } from "./enums";
import { formatRewrites } from "./formats";
import { genericRewrites } from "./generics";
import { lateBuiltinRewrites } from "./late-builtins";
import { lateModuleRewrites } from "./late-modules";
import { resourceRewrites } from "./resources";
import { searchRewrites } from "./searches";
import { syntaxTreeRewrites } from "./syntax-trees";
import { olderDesignRewrites } from "./older-designs";
import { errorRewrites } from "./errors";
import { plainCodeRewrites } from "./plain-code";
import { typingAliasRewrites } from "./typing-aliases";
import { timeoutRewrites } from "./timeouts";

/** Every rewrite, in the order in which equally safe ones are offered. A new topic is one file and one line here. */
export const REWRITES: readonly Rewrite[] = [
  ...asyncioRewrites,
  ...asyncioLoopRewrites,
  ...classRewrites,
  ...collectionRewrites,
  ...contextRewrites,
  ...dateRewrites,
  ...fileRewrites,
  ...hashRewrites,
  ...importRewrites,
  ...mathRewrites,
  ...networkRewrites,
  ...processRewrites,
  ...textRewrites,
  ...timeRewrites,
  ...classSyntaxRewrites,
  ...dataClassRewrites,
  ...retiredRewrites,
  ...departingRewrites,
  ...pathRewrites,
  ...pathObjectRewrites,
  ...iterationRewrites,
  ...handlerRewrites,
  ...encodingRewrites,
  ...arithmeticRewrites,
  ...typingRewrites,
  ...averageRewrites,
  ...keywordRewrites,
  ...markupRewrites,
  ...olderObjectRewrites,
  ...olderProcessRewrites,
  ...securityRewrites,
  ...soundRewrites,
  ...childRewrites,
  ...copyRewrites,
  ...enumRewrites,
  ...formatRewrites,
  ...genericRewrites,
  ...lateBuiltinRewrites,
  ...lateModuleRewrites,
  ...resourceRewrites,
  ...searchRewrites,
  ...syntaxTreeRewrites,
  ...timeoutRewrites,
  ...typingAliasRewrites,
  ...olderDesignRewrites,
  ...errorRewrites,
  ...plainCodeRewrites,
];
