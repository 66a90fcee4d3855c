import type { LabelledEdit } from "./edit-history";
import type { FindingCode, FixSafety, TextReplacement } from "./findings";

/** What a fix was for, and how far it may be trusted. */
export interface FixReason {
  readonly code: FindingCode;
  readonly safety: FixSafety;
}

/** An import that fixes of several sorts may need: who takes one of them alone needs it too. */
export const SHARED_IMPORT = "import";

/** An import that nothing needs any more when fixes of several sorts are made, and only then. */
export const LEFT_OVER = "left-over";

/** Names a reason, for the labels of edits. */
export function fixLabel({ code, safety }: FixReason): string {
  return `${safety} ${code}`;
}

/** Reads what `fixLabel` wrote; of what several sorts share it gives the name. */
export function readFixLabel(label: string): FixReason | typeof SHARED_IMPORT | typeof LEFT_OVER {
  if (label === SHARED_IMPORT || label === LEFT_OVER) return label;
  const [safety, code] = label.split(" ");
  return { code: code as FindingCode, safety: safety as FixSafety };
}

/** Tells whether an edit does nothing but import something. */
export function isImport({ start, end, newText }: TextReplacement): boolean {
  return start === end && /^(?:[ \t]*(?:import|from)[ \t][^\r\n;]*(?:\r\n|\n|\r|$)|\s)+$/.test(newText);
}

/** The statements at the margin by which an insertion imports something. */
export function importLines({ start, end, newText }: TextReplacement): readonly string[] {
  return start === end ? (newText.match(/^(?:import|from)[ \t].*$/gm) ?? []) : [];
}

/** Where fixes of one sort alone were made, they share nothing: what they import belongs to that sort. */
export function settleLabels(edits: readonly LabelledEdit[], sorts: ReadonlySet<string>): LabelledEdit[] {
  if (sorts.size !== 1) return [...edits];
  return edits.map((edit) => ({ ...edit, labels: [...sorts] }));
}
