import type { CodeLens, Location } from "vscode-languageserver-types";
import type { Catalogue } from "../engine/catalogue/catalogue";
import type { DocumentAnalysis } from "../engine/findings";
import { placesInNeed, requirementsOf } from "../engine/floor/requirements";
import { requirementTitle } from "../messages";
import { SHOW_PLACES } from "../protocol";
import type { LineIndex } from "./line-index";

/** What the lens depends on besides the analysis. */
export interface LensContext {
  readonly catalogue: Catalogue;
  readonly lines: LineIndex;
  /** The client is the project's own and can show the places that the lens speaks of. */
  readonly companion: boolean;
}

/** Gives the lens at the head of a file: the oldest Python that it runs on, and why. */
export function toCodeLenses(analysis: DocumentAnalysis, context: LensContext): CodeLens[] {
  const { minimum, maximum } = requirementsOf(analysis.usages, context.catalogue);
  const decisive = placesInNeed(analysis.usages, context.catalogue).filter((one) => one.minimum === minimum);
  const start = context.lines.positionAt(0);
  const reasons = [...new Set(decisive.map(({ entryId }) => entryId))];
  const title = requirementTitle({ minimum, maximum, reasons });
  const command =
    context.companion && decisive.length > 0
      ? {
          title,
          command: SHOW_PLACES,
          arguments: [analysis.uri, start, placesOf(analysis, decisive, context)],
        }
      : // An empty command is shown as mere text.
        { title, command: "" };
  return [{ range: { start, end: start }, command }];
}

function placesOf(
  { uri }: DocumentAnalysis,
  decisive: ReturnType<typeof placesInNeed>,
  { lines }: LensContext,
): Location[] {
  return decisive.map((place) => ({ uri, range: lines.toRange(place) }));
}
