import type { OffsetRange } from "../../engine/findings";
import type { DeclarationPlace } from "../../engine/target-findings";
import { type MinorSet, NEWEST_MINOR, NO_MINORS, singleMinor, type TargetRange } from "../../engine/version";
import { type Declaration, isMisdeclaration, RANKS } from "../declaration";
import type { DeclaringFile } from "../declaring-file";

/** A declaration and the file that makes it. */
export interface Placed {
  readonly file: DeclaringFile;
  readonly declaration: Declaration;
  /** SinceWhen's own configuration says it. */
  readonly isOwn: boolean;
}

/** Everything that the files of one folder declare. */
export interface Project {
  readonly files: readonly DeclaringFile[];
  /** The strongest first, as the search for a target weighs them. */
  readonly declared: readonly Placed[];
  /** What the files of the folder are judged against. */
  readonly promise: Placed | undefined;
  /** What the project tells packaging tools, and so what everything else must agree with. */
  readonly reference: Placed | undefined;
}

/** Sorts what the files of a folder declare. They come as the folder lists them, the strongest source first. */
export function openProject(files: readonly DeclaringFile[]): Project {
  const own = files.map(ownTarget).find((placed) => placed !== undefined);
  const others = files.flatMap((file) =>
    file.statements.flatMap((statement): Placed[] =>
      isMisdeclaration(statement) ? [] : [{ file, declaration: statement, isOwn: false }],
    ),
  );
  const ranked = RANKS.flatMap((rank) => others.filter(({ declaration }) => declaration.rank === rank));
  const declared = own ? [own, ...ranked] : ranked;
  const reference = ranked.find(({ declaration }) => declaration.role === "package");
  return { files, declared, promise: declared[0], reference };
}

/** Describes a declaration for others to point at. */
export function placeOf({ file, declaration }: Placed): DeclarationPlace {
  const { key, line } = declaration;
  const { text, minors } = whatItSays(declaration);
  return { file: file.path, key, line: line ?? 1, text, minors, ...stretchOf(file, declaration) };
}

/** The text of a range, or the minors that a list names. */
export function whatItSays({ notation, range, items }: Declaration): {
  readonly text: string | undefined;
  readonly minors: MinorSet;
} {
  const minors = items.reduce((set, { minor }) => set | singleMinor(minor), NO_MINORS);
  if (notation === "list") return { text: undefined, minors };
  const isOne = (notation === "lowest" || notation === "pin") && range.minimum !== undefined;
  return { text: isOne ? `3.${range.minimum}` : range.text, minors: range.minors };
}

/** Where something is underlined: the value, or else the whole line. `undefined` lines mean the first. */
export function stretchOf(
  { text }: Pick<DeclaringFile, "text">,
  place: { readonly value?: OffsetRange | undefined; readonly line: number | undefined },
): OffsetRange {
  const { value, line } = place;
  if (value && value.end > value.start) return { start: value.start, end: value.end };
  const lines = [...text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)];
  const found = lines[Math.min((line ?? 1) - 1, lines.length - 1)];
  const content = found[0].replace(/[\r\n]+$/, "");
  const indent = content.length - content.trimStart().length;
  return { start: found.index + indent, end: found.index + content.trimEnd().length };
}

/** Tells whether a range lets a minor in, also one that nobody knows yet. */
export function letsIn(range: TargetRange, minor: number): boolean {
  if (minor > NEWEST_MINOR) return range.maximum === undefined || minor <= range.maximum;
  return (range.minors & singleMinor(minor)) !== NO_MINORS;
}

function ownTarget(file: DeclaringFile): Placed | undefined {
  const target = file.configuration?.target;
  if (!target) return undefined;
  const { range, key, line, value } = target;
  const written = value ? file.text.slice(value.start, value.end) : "";
  const notation = /^\s*\d/.test(written) ? "lowest" : "specifier";
  const declaration: Declaration = {
    rank: "metadata",
    role: "package",
    notation,
    key,
    line,
    value,
    range,
    items: [],
  };
  return { file, declaration, isOwn: true };
}
