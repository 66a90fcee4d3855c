import type { CodeLens, Location, Position } from "vscode-languageserver-types";
import type { Catalogue } from "../engine/catalogue/catalogue";
import type { DocumentAnalysis, OffsetRange } from "../engine/findings";
import { placesInNeed, requirementsOf } from "../engine/floor/requirements";
import { requirementTitle } from "../messages";
import { SHOW_PLACES } from "../protocol";

/** What the lens depends on besides the analysis. */
export interface LensContext {
  readonly catalogue: Catalogue;
  /** Where the lens stands: the head of the file, or of the first cell of a notebook. */
  readonly head: { readonly uri: string; readonly position: Position };
  /** Finds a place of the analysed text in a document of the editor. */
  readonly locate: (place: OffsetRange) => Location;
  /** The client is the project's own and can show the places that the lens speaks of. */
  readonly companion: boolean;
}

/** Gives the lens at the head of a file: the oldest Python that it runs on, and why. */
export function toCodeLenses(analysis: DocumentAnalysis, context: LensContext): CodeLens[] {
  const { minimum, maximum } = requirementsOf(analysis.usages, context.catalogue);
  const decisive = placesInNeed(analysis.usages, context.catalogue).filter((one) => one.minimum === minimum);
  const { uri, position: start } = context.head;
  const reasons = [...new Set(decisive.map(({ entryId }) => entryId))];
  const title = requirementTitle({ minimum, maximum, reasons });
  const command =
    context.companion && decisive.length > 0
      ? {
          title,
          command: SHOW_PLACES,
          arguments: [uri, start, decisive.map(context.locate)],
        }
      : // An empty command is shown as mere text.
        { title, command: "" };
  return [{ range: { start, end: start }, command }];
}
