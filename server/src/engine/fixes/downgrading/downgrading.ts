import type { Fixer } from "../fixer";
import { aliasAssignment, typeComment } from "./annotations";
import { eagerImport, namedTupleCall, oneMoreFor, withoutDefault } from "./latest-syntax";
import { generatorCoroutine } from "./generator-coroutine";
import { quoteAnnotations } from "./quote-annotations";
import { typeVariables } from "./type-variables";
import { matchAsIf } from "./match";
import { hoistWalrus } from "./hoist-walrus";
import { indexWithTuple, parenthesiseExcept, parenthesiseTuple, parenthesiseWalrus } from "./parentheses";
import { dropPositionalMarker, nameDecorator, plainNumber, withOnOneLine } from "./plain-syntax";
import { formatCall, otherQuotes, spellOutEquals } from "./string-syntax";

/** The fixes that write syntax as older Pythons know it. */
export const SYNTAX_DOWNGRADES: readonly Fixer[] = [
  hoistWalrus,
  parenthesiseWalrus,
  parenthesiseTuple,
  parenthesiseExcept,
  indexWithTuple,
  spellOutEquals,
  otherQuotes,
  formatCall,
  plainNumber,
  dropPositionalMarker,
  withOnOneLine,
  nameDecorator,
  typeComment,
  aliasAssignment,
  matchAsIf,
  namedTupleCall,
  eagerImport,
  oneMoreFor,
  withoutDefault,
  typeVariables,
  generatorCoroutine,
  quoteAnnotations,
];
