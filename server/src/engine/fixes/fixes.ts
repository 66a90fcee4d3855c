import type { Finding, Fix, FixSafety } from "../findings";
import { asyncioRunToLoop } from "./asyncio-run-to-loop";
import { coroutineToAsyncDef } from "./coroutine-to-async-def";
import { captureOutputToPipes } from "./capture-output-to-pipes";
import { backportDependency } from "./backporting/backport-dependency";
import { backportImport, backportImportTry } from "./backporting/backport-import";
import { useLibrary } from "./backporting/use-library";
import { backportName } from "./backporting/backport-name";
import { SYNTAX_DOWNGRADES } from "./downgrading/downgrading";
import { useFStringEquals } from "./f-string-equals";
import type { Fixer, FixInput } from "./fixer";
import { formatToFString } from "./format-to-f-string";
import { guardEarlyReturn } from "./guards/guard-early-return";
import { guardExpression } from "./guards/guard-expression";
import { guardStatement } from "./guards/guard-statement";
import { removeFallback } from "./guards/remove-fallback";
import { removeGuard } from "./guards/remove-guard";
import { widenGuard } from "./guards/widen-guard";
import type { RewriteBook } from "../rewrites/book";
import { withImportsDropped } from "./imports/left-over";
import { loopToAsyncioRun } from "./loop-to-asyncio-run";
import { pipesToCaptureOutput } from "./pipes-to-capture-output";
import { REQUESTED_FIXERS } from "./requested/requested";
import { rewriteFixes } from "./rewrite-fix";
import { candidatesFor, rewriteFixId } from "./rewriting/candidates";
import { reraiseCancelledError } from "./reraise-cancelled-error";
import { downgradeModule } from "./rewriting/downgrade-module";
import { removeFuture } from "./python2/remove-future";
import { replaceGuarded } from "./replacing/replace-guarded";
import { replaceModule } from "./replacing/replace-module";
import { replaceName } from "./replacing/replace-name";
import { removeSuppression } from "./suppressing/remove-suppression";
import { suppressLine, suppressSymbol } from "./suppressing/suppress";
import { suppressFile } from "./suppressing/suppress-file";

/** The kinds of fix that leave the code as it is and have nothing more said of it. */
const SILENCING: readonly Fixer[] = [suppressLine, suppressSymbol, suppressFile];

/** Every kind of fix, in the order in which equally safe ones are offered. */
const FIXERS: readonly Fixer[] = [
  asyncioRunToLoop,
  loopToAsyncioRun,
  captureOutputToPipes,
  pipesToCaptureOutput,
  formatToFString,
  useFStringEquals,
  reraiseCancelledError,
  coroutineToAsyncDef,
  ...SYNTAX_DOWNGRADES,
  ...REQUESTED_FIXERS.map(({ fixer }) => fixer),
  downgradeModule,
  backportImport,
  backportImportTry,
  backportDependency,
  backportName,
  useLibrary,
  replaceName,
  replaceModule,
  replaceGuarded,
  removeGuard,
  removeFallback,
  removeFuture,
  widenGuard,
  guardStatement,
  guardExpression,
  guardEarlyReturn,
  removeSuppression,
  ...SILENCING,
];

const TRY_FIRST = FIXERS.flatMap((fixer) =>
  fixer === backportImport ? [backportImportTry, backportImport] : fixer === backportImportTry ? [] : [fixer],
);

const RANK: Readonly<Record<FixSafety, number>> = { safe: 0, unsafe: 1, manual: 2 };

/** The ids of every kind of fix that there is, but for those of the table of rewrites. */
export const FIX_IDS: readonly string[] = FIXERS.map(({ id }) => id);

/** Tells whether a fix only has nothing more said of what it is for. */
export function isSilencing({ id }: Pick<Fix, "id">): boolean {
  return SILENCING.some((fixer) => fixer.id === id);
}

/** The kinds of fix that are about such a finding, whether or not they turn out to be possible at its place. */
export function fixIdsFor(
  finding: Pick<Finding, "code" | "entryId" | "fallback">,
  book: RewriteBook,
): string[] {
  const rewrites = candidatesFor(finding, { book }).map(({ direction, rewrite }) =>
    rewriteFixId(direction, rewrite.id),
  );
  return [...new Set(rewrites), ...FIXERS.filter((fixer) => fixer.appliesTo(finding)).map(({ id }) => id)];
}

/** Computes the fixes of one finding, the safest first. */
export function computeFixes(input: FixInput): Fix[] {
  const others = fixersFor(input.analysis)
    .filter((fixer) => fixer.appliesTo(input.finding))
    .map((fixer) => fixer.compute(input))
    .filter((fix) => fix !== undefined);
  const fixes = [...rewriteFixes(input), ...others].map((fix) => withImportsDropped(fix, input));
  return fixes
    .filter((fix, index) => !fixes.slice(0, index).some((earlier) => isSameEdit(earlier, fix)))
    .sort((left, right) => RANK[left.safety] - RANK[right.safety]);
}

/** Every kind of fix, the wanted form of an import from a package before the other one. */
function fixersFor({ backportStyle }: FixInput["analysis"]): readonly Fixer[] {
  return backportStyle === "try" ? TRY_FIRST : FIXERS;
}

/** What two kinds of fix would do alike is offered once, by the one that knows it better. */
function isSameEdit({ edits }: Fix, other: Fix): boolean {
  return (
    edits.length === other.edits.length &&
    edits.every(({ start, end, newText }, index) => {
      const edit = other.edits[index];
      return start === edit.start && end === edit.end && newText === edit.newText;
    })
  );
}
