import { maskCell } from "../engine/ipython";
import type { PositionEncoding } from "../features/line-index";
import type { CellPlace } from "../features/text-edits";
import { OpenDocument } from "./open-document";

/** The Python cells of one open notebook as one program, in their order. */
export class NotebookProgram {
  /** The joined text. Its uri is that of the notebook, its version counts the changes of any cell. */
  readonly document: OpenDocument;
  private cells: readonly OpenDocument[] = [];
  private joined: readonly CellPlace[] = [];

  constructor(
    readonly uri: string,
    encoding: PositionEncoding,
  ) {
    this.document = new OpenDocument({ uri, languageId: "python", version: 0, text: "" }, encoding);
  }

  /** Where each cell stands in the joined text. */
  get places(): readonly CellPlace[] {
    return this.joined;
  }

  /** Where one cell stands in the joined text; `undefined` for one that is not of this notebook. */
  placeOf(uri: string): CellPlace | undefined {
    return this.joined.find((place) => place.uri === uri);
  }

  /** Joins the cells anew, after one of them changed or others came. */
  join(cells: readonly OpenDocument[] = this.cells): void {
    this.cells = cells;
    const places: CellPlace[] = [];
    let text = "";
    for (const { uri, version, lines, text: own } of cells) {
      const start = text.length;
      const python = maskCell(own);
      const masked = python.masked.map((range) => ({ start: range.start + start, end: range.end + start }));
      places.push({ uri, version, lines, start, end: start + own.length, masked });
      text += `${python.text}\n`;
    }
    this.joined = places;
    this.document.change([{ text }], this.document.version + 1);
  }
}
