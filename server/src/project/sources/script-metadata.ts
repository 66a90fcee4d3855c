import type { Statement } from "../declaration";
import { declareSpecifier } from "../declare";
import { describeValue, isTomlProblem, readToml } from "../toml";

/** https://packaging.python.org/en/latest/specifications/inline-script-metadata/#specification */
const BLOCK = /^# \/\/\/ (?<type>[a-zA-Z0-9-]+)[ \t]*$\s(?<content>(?:^#(?:| .*)$\s)+)^# \/\/\/[ \t]*$/gm;

/**
 * Reads the metadata that a script carries in its own comments (PEP 723). Two blocks of the type `script` contradict
 * each other: the standard calls that an error, and so neither counts.
 */
export function readScriptMetadata(text: string): Statement[] {
  if (!text.includes("# /// script")) return [];
  const normalised = text.replaceAll(/\r\n?/g, "\n");
  const blocks = [...normalised.matchAll(BLOCK)].filter(({ groups }) => groups?.["type"] === "script");
  const [block, second] = blocks;
  if (!block) return [];
  const firstLine = lineAt(normalised, block.index);
  if (second) {
    const line = lineAt(normalised, second.index);
    return [
      { rank: "metadata", line, problem: "a script may have only one block `# /// script`; none counts" },
    ];
  }
  const content = block.groups!["content"].split("\n").map((line) => line.replace(/^# ?/, ""));
  return readBlock(content.join("\n"), firstLine);
}

/** Reads the text of a block, whose first line stands behind `before` lines of the file. */
function readBlock(content: string, before: number): Statement[] {
  const document = readToml(content);
  const rank = "metadata";
  if (isTomlProblem(document)) return [{ rank, line: before + document.line, problem: document.problem }];
  const key = "requires-python";
  const value = document.get([key]);
  if (value === undefined) return [];
  const location = document.locate([key]);
  const line = before + (location?.line ?? 1);
  if (typeof value !== "string") {
    return [
      { rank, line, problem: `\`${key}\` must be a string such as ">=3.8", not ${describeValue(value)}` },
    ];
  }
  return declareSpecifier(value, { rank, key, line });
}

/** Gives the 1-based line of an offset. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
