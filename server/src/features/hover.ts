import { MarkupKind, type Hover, type MarkupContent } from "vscode-languageserver-types";
import type { Catalogue } from "../engine/catalogue/catalogue";
import type { DocumentAnalysis, Usage } from "../engine/findings";
import { NO_MINORS } from "../engine/version";
import { hoverCard } from "../messages";
import type { LineIndex } from "./line-index";
import { findingOf, usageAt } from "./usages";

/** What the card of a usage depends on besides the analysis. */
export interface CardContext {
  readonly catalogue: Catalogue;
  /** The client shows Markdown; otherwise it gets the plain card. */
  readonly markdown: boolean;
}

/** Gives the card of what stands at a UTF-16 offset; `null` where nothing catalogued does. */
export function toHover(
  analysis: DocumentAnalysis,
  offset: number,
  context: CardContext & { readonly lines: LineIndex },
): Hover | null {
  const usage = usageAt(analysis, offset);
  const contents = usage && cardOf(usage, analysis, context);
  return contents ? { contents, range: context.lines.toRange(usage) } : null;
}

/**
 * Writes the card of a usage, judged by the place where it stands; `undefined` for an entry that nobody knows, or that
 * has no public name.
 */
export function cardOf(
  usage: Usage,
  analysis: DocumentAnalysis,
  { catalogue, markdown }: CardContext,
): MarkupContent | undefined {
  const entry = catalogue.lookup(usage.entryId);
  if (!entry || entry.internal) return undefined;
  const card = hoverCard({
    entry,
    prose: catalogue.prose(entry.id),
    target: analysis.target,
    // The card must not contradict the squiggle.
    failing: findingOf(usage, analysis)?.failing ?? NO_MINORS,
  });
  return markdown
    ? { kind: MarkupKind.Markdown, value: card.markdown }
    : { kind: MarkupKind.PlainText, value: card.plain };
}
