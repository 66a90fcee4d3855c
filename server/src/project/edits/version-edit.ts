import type { TextReplacement } from "../../engine/findings";
import type { Declaration } from "../declaration";

/** Writes another minor where one is written: `"py36"` gives `"py38"`, `3.6` gives `3.10`, `36` gives `310`. */
export function renderVersion(written: string, minor: number, wanted: number): string {
  const named = new RegExp(`(3\\.?)${minor}(?!\\d)`);
  if (named.test(written)) return written.replace(named, `$1${wanted}`);
  return written.replace(new RegExp(`(?<!\\d)${minor}(?!\\d)`), String(wanted));
}

/** Makes the edit after which a value that is one version names another minor; a micro goes with the old one. */
export function replaceVersion(
  { value, range }: Pick<Declaration, "value" | "range">,
  text: string,
  wanted: number,
): TextReplacement[] | undefined {
  const minor = range.minimum;
  if (!value || minor === undefined) return undefined;
  const written = text.slice(value.start, value.end);
  const match = new RegExp(`3(\\.?)${minor}(?:\\.\\d+)*(?!\\d)`).exec(written);
  if (!match) return undefined;
  const start = value.start + match.index;
  return [{ start, end: start + match[0].length, newText: `3${match[1]}${wanted}` }];
}
