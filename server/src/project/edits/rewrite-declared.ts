import type { Declaration, Notation } from "../declaration";
import type { TargetDeclaration } from "./declare-target";

/** What holds a range, and understands PEP 440. SinceWhen's own configuration does however it is written. */
const RANGES: ReadonlySet<Notation> = new Set<Notation>(["specifier", "poetry", "conda"]);

/** What a project promises, and where. */
export interface Promised {
  readonly file: { readonly path: string };
  readonly declaration: Pick<Declaration, "role" | "value" | "notation">;
  /** SinceWhen's own configuration says it. */
  readonly isOwn: boolean;
}

/**
 * Puts another range in the place of the one that a project promises already, where whoever asks for it knows that it is
 * there. `range` is a PEP 440 specifier; a bare version means that one and newer ones. `undefined` where the promise is no
 * range in one piece, or only what some tool was told.
 */
export function rewriteDeclared(
  { file, declaration: { role, value, notation }, isOwn }: Promised,
  range: string,
): TargetDeclaration | undefined {
  if (!value || !(isOwn || (role === "package" && RANGES.has(notation)))) return undefined;
  const newText = /^\s*\d/.test(range) ? `>=${range.trim()}` : range.trim();
  return { path: file.path, isNew: false, edits: [{ start: value.start, end: value.end, newText }] };
}
