import { readFileSync } from "node:fs";
import path from "node:path";

/** A piece of Python whose meaning interpreters were asked for. */
export interface Snippet {
  /** What the analysis must say of it, id by id, in the order of the marks; empty where it must say nothing. */
  readonly says: readonly string[];
  readonly code: string;
  /** Where it must say so: the stretches between `«` and `»`, as offsets in the code. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** What interpreters answered: by the code of a snippet, by range of minors (`3.6-3.9`), the answer of `ask.py`. */
export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

const HEAD = /^=== (.*)\n/gm;

/**
 * Reads a file of snippets: each begins with a line `=== id, id` or `=== nothing`, and marks with `«` and `»` where the
 * analysis must say so.
 */
export function readSnippets(name: string): Snippet[] {
  const text = readFileSync(path.join(__dirname, `${name}.txt`), "utf8");
  const heads = [...text.matchAll(HEAD)];
  return heads.map((head, index) => {
    const end = heads[index + 1]?.index ?? text.length;
    const says = head[1] === "nothing" ? [] : head[1].split(", ");
    return { says, ...withoutMarks(text.slice(head.index + head[0].length, end)) };
  });
}

/** Reads what was answered to a file of snippets. */
export function readAnswers(name: string): Answers {
  return JSON.parse(readFileSync(path.join(__dirname, `${name}.answers.json`), "utf8")) as Answers;
}

/** Takes `3.6-3.9` apart: the minors in it, ascending. */
export function minorsIn(range: string): number[] {
  const [first, last] = range.split("-").map((version) => Number(version.replace("3.", "")));
  return Array.from({ length: (last ?? first) - first + 1 }, (_, index) => first + index);
}

function withoutMarks(marked: string): Pick<Snippet, "code" | "marks"> {
  const marks: { start: number; end: number }[] = [];
  let code = "";
  for (const part of marked.split(/(?=[«»])/)) {
    if (part.startsWith("«")) marks.push({ start: code.length, end: code.length });
    else if (part.startsWith("»")) marks[marks.length - 1].end = code.length;
    code += part.replace(/^[«»]/, "");
  }
  return { code, marks };
}
