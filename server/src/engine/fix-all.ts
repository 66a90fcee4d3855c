import type { InstalledPackage } from "./catalogue/backports";
import type { Engine, ModuleSource } from "./analysis";
import { type CellLimits, moveLimits, withinCells } from "./cell-limits";
import { droppedNames, writtenNames } from "./dropped-names";
import { EditHistory, type LabelledEdit } from "./edit-history";
import { fixLabel, importLines, isImport, LEFT_OVER, settleLabels, SHARED_IMPORT } from "./fix-labels";
import type {
  BackportStyle,
  DocumentAnalysis,
  Finding,
  FindingCode,
  Fix,
  FixDependency,
  FixSafety,
  OffsetRange,
  ProjectTarget,
  TextReplacement,
} from "./findings";

/** What may be done to a text. */
export interface FixRequest {
  /** Absolute. */
  readonly path: string;
  /** Where the names come from that the text imports. */
  readonly modules?: ModuleSource;
  readonly target: ProjectTarget | undefined;
  readonly ignore: readonly string[];
  /** Packages that the project has at hand. */
  readonly packages?: readonly InstalledPackage[];
  readonly backportStyle?: BackportStyle;
  /** Codes of findings and ids of fixes that are wanted; absent: all. */
  readonly select?: readonly string[];
  /** The least trusted fixes to apply. A `manual` one never is: it needs a person's eye. */
  readonly safety: Exclude<FixSafety, "manual">;
  /** Offsets of the line breaks that join the cells of a notebook, in order: they stay, and no edit reaches over one. */
  readonly borders?: readonly number[];
  /** What stands in the text for something else, in order: edits may take it away, but not write it anew. */
  readonly masked?: readonly OffsetRange[];
  /**
   * Tells whether the project can be made to depend on a package. Where it can, unsafe fixes may import from that.
   * Absent: never.
   */
  readonly canDepend?: (dependency: FixDependency) => boolean;
}

/** What became of a text. */
export interface FixedText {
  readonly text: string;
  /** The ids of the fixes that were applied, in that order; empty when nothing changed. */
  readonly applied: readonly string[];
  /** What leads from the text to the result: sorted, without overlap. Labels are those of `fixLabel`. */
  readonly edits: readonly LabelledEdit[];
  /** The borders, where they are in the result. */
  readonly borders: readonly number[];
  /** Packages that the project must depend on from now on, as often as fixes ask for them, with the labels of those fixes. */
  readonly dependencies: readonly (FixDependency & { readonly labels: readonly string[] })[];
  /** The analysis of the result. */
  readonly analysis: DocumentAnalysis;
}

/** One fix can open the way for another, but never for this many. */
const MOST_ROUNDS = 20;

/** A fix with the code of the finding that it mends. */
interface Mending {
  readonly code: FindingCode;
  readonly fix: Fix;
}

/** A text on its way. */
interface Stage extends CellLimits {
  readonly text: string;
  readonly analysis: DocumentAnalysis;
  /** What can be done to it at once. */
  readonly mendings: readonly Mending[];
  /** What is mended by the project's own file alone. */
  readonly wishes: readonly Mending[];
}

/**
 * Applies fixes until none is left, and drops the imports that they made unused. Nothing is touched in a text that does
 * not parse, and a round whose result does not parse is taken back. Line ends of what is put in are those of the text.
 */
export function fixText(engine: Engine, text: string, given: FixRequest): FixedText {
  const lineEnd = lineEndOf(text, given.borders ?? []);
  const history = new EditHistory(text);
  const applied: Mending[] = [];
  const first = { text, borders: given.borders ?? [], masked: given.masked ?? [] };
  let stage = examine(engine, first, given);
  const { wishes } = stage;
  const request = withPackages(given, wishes);
  if (wishes.length > 0) stage = examine(engine, first, request);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (stage.analysis.parseErrors.length > 0) break;
    const edits = nextEdits(engine, { text, stage, isFirst: applied.length === 0, path: request.path });
    const wanted = edits.map((edit) => ({
      ...edit,
      newText: edit.newText.replaceAll(/\r\n|\n|\r/g, lineEnd),
    }));
    const next = applyEdits(stage.text, wanted);
    if (next === stage.text) break;
    const after = examine(engine, { text: next, ...moveLimits(stage, wanted) }, request);
    if (after.analysis.parseErrors.length > 0) break;
    applied.push(...stage.mendings);
    history.add(wanted);
    stage = after;
  }
  const { borders, analysis } = stage;
  const ids = applied.map(({ fix }) => fix.id);
  const sorts = new Set(applied.map(({ code, fix }) => fixLabel({ code, safety: fix.safety })));
  const edits = settleLabels(history.edits, sorts);
  const dependencies = [...wishes, ...applied].flatMap(dependencyOf);
  return { text: stage.text, applied: ids, edits, borders, dependencies, analysis };
}

/** A request for a project that has what it is made to depend on. */
function withPackages(request: FixRequest, wishes: readonly Mending[]): FixRequest {
  const granted = wishes.flatMap(dependencyOf).map(({ package: name, minors }) => ({ name, minors }));
  return { ...request, packages: [...(request.packages ?? []), ...granted] };
}

/** What somebody must see to that fixed code has at hand; what a trusted fix imports is there already. */
function dependencyOf({ code, fix: { safety, dependency } }: Mending): FixedText["dependencies"] {
  return safety === "manual" && dependency ? [{ ...dependency, labels: [fixLabel({ code, safety })] }] : [];
}

/** The line end that a text uses. What joins the cells of a notebook is none of its own. */
function lineEndOf(text: string, borders: readonly number[]): string {
  const ends = text.matchAll(/\r\n|\n|\r/g);
  for (const { 0: end, index } of ends) if (!borders.includes(index)) return end;
  return "\n";
}

/** The edits of one round; of the last one those that drop imports. */
function nextEdits(
  engine: Engine,
  {
    text,
    stage,
    isFirst,
    path,
  }: {
    readonly text: string;
    readonly stage: Stage;
    readonly isFirst: boolean;
    readonly path: string;
  },
): LabelledEdit[] {
  const own = stage.mendings.flatMap(({ code, fix }) => {
    const sort = fixLabel({ code, safety: fix.safety });
    return fix.edits.map((edit) => ({ ...edit, labels: isImport(edit) ? [SHARED_IMPORT] : [sort] }));
  });
  const dropped = own.length > 0 || isFirst ? [] : (leftOver(engine, { path, before: text, stage }) ?? []);
  const wanted = [...own, ...dropped.map((edit) => ({ ...edit, labels: [LEFT_OVER] }))];
  return wanted.sort((a, b) => a.start - b.start);
}

/** The edits that drop the imports that were used before the fixes and are not any more. */
function leftOver(
  engine: Engine,
  { path, before, stage }: { readonly path: string; readonly before: string; readonly stage: Stage },
): readonly TextReplacement[] | undefined {
  const documents = [engine.parse(before), engine.parse(stage.text)] as const;
  try {
    return withinCells(engine.importsLeftOver(path, ...documents), stage);
  } finally {
    for (const document of documents) document.dispose();
  }
}

/** Analyses a text, and picks the fixes that can be applied together. */
function examine(
  engine: Engine,
  { text, ...limits }: CellLimits & { readonly text: string },
  request: FixRequest,
): Stage {
  const { path: uri, target, ignore, modules, packages, backportStyle, select } = request;
  const document = engine.parse(text);
  try {
    const analysis = engine.analyse(document, {
      uri,
      version: 0,
      target,
      ignore,
      modules,
      packages,
      ...(backportStyle && { backportStyle }),
    });
    const isWanted = (finding: Finding, fix: Fix): boolean =>
      isTrusted(fix, request) && isSelected(finding, fix, select);
    const mendings: Mending[] = [];
    const wishes: Mending[] = [];
    // What two fixes import at different places is there once the first one is made: the other comes in the next round.
    const imported = new Set<string>();
    // What one fix takes out of the imports, another must not write: it comes in the next round, with an import of its own.
    const dropped = new Set<string>();
    const written = new Set<string>();
    for (const finding of analysis.findings) {
      const fix = engine.fixesFor(document, analysis, finding).find((each) => isWanted(finding, each));
      if (fix?.edits.length === 0) wishes.push({ code: finding.code, fix });
      const edits = fix && withinCells(fix.edits, { text, ...limits });
      if (!fix || !edits?.length || mendings.some((chosen) => collide(chosen.fix.edits, edits))) continue;
      const imports = edits.flatMap(importLines);
      if (imports.some((line) => imported.has(line))) continue;
      const [drops, writes] = [droppedNames(text, edits), writtenNames(edits)];
      if (drops.some((name) => written.has(name)) || writes.some((name) => dropped.has(name))) continue;
      for (const line of imports) imported.add(line);
      for (const name of drops) dropped.add(name);
      for (const name of writes) written.add(name);
      mendings.push({ code: finding.code, fix: { ...fix, edits } });
    }
    return { text, ...limits, analysis, mendings, wishes };
  } finally {
    document.dispose();
  }
}

/** A fix that takes a person's eye since it imports from a package that is not at hand does not where that can come. */
function isTrusted({ safety, dependency }: Fix, { safety: least, canDepend }: FixRequest): boolean {
  if (safety !== "manual") return safety === "safe" || safety === least;
  return least === "unsafe" && dependency !== undefined && canDepend?.(dependency) === true;
}

/** Names are codes, ids of fixes, and the first words of such ids: `modernise` and `modernise-math-prod`. */
function isSelected(finding: Finding, fix: Fix, select: readonly string[] | undefined): boolean {
  return (
    select?.some((name) => name === finding.code || name === fix.id || fix.id.startsWith(`${name}-`)) ?? true
  );
}

/** Tells whether two fixes touch the same place. Two insertions at one place do: their order would be a guess. */
function collide(left: readonly TextReplacement[], right: readonly TextReplacement[]): boolean {
  return left.some((a) => right.some((b) => a.start <= b.end && b.start <= a.end));
}

function applyEdits(text: string, edits: readonly TextReplacement[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
