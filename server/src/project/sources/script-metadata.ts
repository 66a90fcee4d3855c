import type { OffsetRange } from "../../engine/findings";
import type { Statement } from "../declaration";
import { declareSpecifier } from "../declare";
import { splitLines, type TextLine } from "../text-lines";
import { isTomlProblem, readToml, wrongType } from "../toml";

const OPENING = /^# \/\/\/ ([a-zA-Z0-9-]+)$/;
const CLOSING = /^# \/\/\/$/;

/** The lines between the first and the last of a block, and the number of the first among those of the file, from 0. */
interface Block {
  readonly firstLine: number;
  readonly lines: readonly TextLine[];
}

/**
 * Reads the metadata that a script carries in its own comments (PEP 723). Two blocks of the type `script` contradict
 * each other: the standard calls that an error, and so neither counts.
 */
export function readScriptMetadata(text: string): Statement[] {
  if (!text.includes("# /// script")) return [];
  const [block, second] = blocksOf(splitLines(text));
  if (!block) return [];
  if (second) {
    const line = second.firstLine + 1;
    return [{ rank: "metadata", line, problem: { kind: "several-blocks" } }];
  }
  return readBlock(block);
}

/**
 * Finds the blocks of the type `script`. A block ends with the last closing line of an unbroken run of comments, since
 * its content may hold such lines, too:
 * https://packaging.python.org/en/latest/specifications/inline-script-metadata/#specification
 */
function blocksOf(lines: readonly TextLine[]): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const type = OPENING.exec(lines[index].text)?.[1];
    if (type === undefined) continue;
    let end: number | undefined;
    for (let next = index + 1; next < lines.length && /^#(?: .*)?$/.test(lines[next].text); next++) {
      if (CLOSING.test(lines[next].text)) end = next;
    }
    if (end === undefined || end === index + 1) continue;
    if (type === "script") blocks.push({ firstLine: index, lines: lines.slice(index + 1, end) });
    index = end;
  }
  return blocks;
}

/** Reads the TOML of a block, whose text is that of the lines without their marks of a comment. */
function readBlock({ firstLine, lines }: Block): Statement[] {
  const content = lines.map(({ text }) => text.replace(/^# ?/, ""));
  const document = readToml(`${content.join("\n")}\n`);
  const rank = "metadata";
  if (isTomlProblem(document)) {
    return [{ rank, line: firstLine + 1 + document.line, problem: document.problem }];
  }
  const key = "requires-python";
  const given = document.get([key]);
  if (given === undefined) return [];
  const line = firstLine + 1 + (document.locate([key])?.line ?? 1);
  const inside = document.span([key]);
  const value = inside && { start: toFile(inside.start, lines), end: toFile(inside.end, lines) };
  if (typeof given === "string") {
    return declareSpecifier(given, { rank, role: "package", key, line, value });
  }
  const problem = wrongType(key, { kind: "string", examples: [">=3.8"] }, given);
  return [{ rank, line, value, problem }];
}

/** Gives the offset in the file of an offset in the text of a block. */
function toFile(offset: OffsetRange["start"], lines: readonly TextLine[]): number {
  let left = offset;
  for (const { text, start } of lines) {
    const mark = text.startsWith("# ") ? 2 : 1;
    const length = text.length - mark;
    if (left <= length) return start + mark + left;
    left -= length + 1;
  }
  return offset;
}
