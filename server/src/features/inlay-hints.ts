import type { InlayHint, InlayHintLabelPart } from "vscode-languageserver-types";
import type { Catalogue, Release } from "../engine/catalogue/catalogue";
import type { Entry } from "../engine/catalogue/entry";
import type { DocumentAnalysis, OffsetRange, Usage } from "../engine/findings";
import { ownerOf } from "../engine/evaluation/types";
import { ALL_MINORS, minorsFrom, parseMinor, type MinorSet } from "../engine/version";
import { hintLabel, openFeatureTitle } from "../messages";
import { OPEN_FEATURE, type InlayHintMode } from "../protocol";
import { cardOf } from "./hover";
import type { LineIndex } from "./line-index";
import { overlaps } from "./usages";

/** What the hints of an analysis depend on besides it. */
export interface HintContext {
  readonly catalogue: Catalogue;
  readonly lines: LineIndex;
  readonly mode: InlayHintMode;
  /** The stretch that the editor shows. */
  readonly shown: OffsetRange;
  /** Today, as `2025-01-31`: decides which Pythons are still supported where nobody declared a target. */
  readonly today: string;
  /** Leave the tooltips out: the client will ask for each that it shows. */
  readonly lazyTooltips: boolean;
  readonly markdown: boolean;
  /** The client is the project's own: a click on a hint opens the page of what it is about. */
  readonly companion: boolean;
}

/** What a hint carries so that its tooltip can be found later. Offsets belong to that version of that document. */
export interface HintData {
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly entryId: string;
}

/**
 * Gives the hints of the shown stretch, one for each entry and line, behind the name; of a dotted reference only the
 * last name that has one. In mode `relevant` only for what some Python that the place must run on lacks or deprecates: a
 * guard that already tells the version takes those Pythons away, and the hint with them.
 */
export function toInlayHints(analysis: DocumentAnalysis, context: HintContext): InlayHint[] {
  if (context.mode === "off") return [];
  const labels = collectLabels(analysis, context);
  const starts = new Set(labels.map(({ usage }) => usage.start));
  const told = new Set<string>();
  const hints: InlayHint[] = [];
  for (const { usage, label } of labels) {
    const key = `${context.lines.lineAt(usage.start)} ${usage.entryId}`;
    const isFollowed = starts.has(usage.end + 1) && context.lines.text[usage.end] === ".";
    if (isFollowed || told.has(key)) continue;
    told.add(key);
    hints.push(toHint(label, usage, analysis, context));
  }
  return hints;
}

interface Label {
  readonly usage: Usage;
  readonly label: string;
}

/** What there is to tell in the shown stretch, in document order. */
function collectLabels(analysis: DocumentAnalysis, context: HintContext): Label[] {
  const promised =
    analysis.target?.range.minors ?? supportedMinors(context.catalogue.calendar, context.today);
  const labels: Label[] = [];
  for (const usage of analysis.usages) {
    if (usage.kind === "definition" || usage.kind === "behaviour" || !overlaps(usage, context.shown))
      continue;
    const entry = context.catalogue.lookup(usage.entryId);
    if (!entry || isAsOldAsItsCallable(entry, context.catalogue)) continue;
    const isShown =
      context.mode === "all" ? !isToldByGuard(usage, entry) : isRelevant(usage, entry, promised);
    if (!isShown) continue;
    const label = hintLabel(entry);
    if (label !== undefined) labels.push({ usage, label });
  }
  return labels;
}

/** Fills in the tooltip of a hint: the card that a hover over its name shows. */
export function resolveInlayHint(
  hint: InlayHint,
  analysis: DocumentAnalysis,
  context: Pick<HintContext, "catalogue" | "markdown">,
): InlayHint {
  const data = hint.data as HintData | undefined;
  if (data?.version !== analysis.version) return hint;
  const usage = analysis.usages.find(
    ({ start, end, entryId }) => start === data.start && end === data.end && entryId === data.entryId,
  );
  const tooltip = usage && cardOf(usage, analysis, context);
  return tooltip ? { ...hint, tooltip } : hint;
}

/** The minors that upstream still maintains on a day, those to come included; every one when the calendar is empty. */
export function supportedMinors(calendar: readonly Release[], today: string): MinorSet {
  const oldest = calendar.find(({ endOfLife }) => endOfLife === undefined || endOfLife >= today);
  return oldest ? minorsFrom(oldest.minor) : ALL_MINORS;
}

/** The hint behind the function's name tells it already. */
function isAsOldAsItsCallable(entry: Entry, catalogue: Catalogue): boolean {
  return entry.kind === "parameter" && catalogue.lookup(ownerOf(entry.id))?.available === entry.available;
}

function isRelevant(usage: Usage, entry: Entry, promised: MinorSet): boolean {
  const reached = promised & usage.reach;
  return (reached & (~entry.available | deprecatedMinors(entry))) !== 0;
}

/** Tells whether a guard lets in no Python that lacks the entry, so that its version stands there already. */
function isToldByGuard({ reach }: Usage, { available }: Entry): boolean {
  return reach !== ALL_MINORS && (reach & ~available) === 0;
}

function deprecatedMinors({ deprecated }: Entry): MinorSet {
  const minor = deprecated === undefined ? undefined : parseMinor(deprecated);
  return minor === undefined ? 0 : minorsFrom(minor);
}

function toHint(label: string, usage: Usage, analysis: DocumentAnalysis, context: HintContext): InlayHint {
  const hint: InlayHint = {
    position: context.lines.positionAt(usage.end),
    label: context.companion ? [openingPart(label, usage)] : label,
    paddingLeft: true,
    ...(isBeforeOperator(usage.end, context.lines.text) && { paddingRight: true }),
  };
  if (context.lazyTooltips) {
    const { start, end, entryId } = usage;
    const data: HintData = { uri: analysis.uri, version: analysis.version, start, end, entryId };
    return { ...hint, data };
  }
  const tooltip = cardOf(usage, analysis, context);
  return tooltip ? { ...hint, tooltip } : hint;
}

/** `3.7+=True` would read as another operator. */
function isBeforeOperator(offset: number, text: string): boolean {
  return /[-+*/%@&|^~<>=!]/.test(text.charAt(offset));
}

function openingPart(label: string, { entryId }: Usage): InlayHintLabelPart {
  return {
    value: label,
    command: { title: openFeatureTitle(), command: OPEN_FEATURE, arguments: [entryId] },
  };
}
