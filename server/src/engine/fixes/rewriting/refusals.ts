import type { FixRefusal } from "../../findings";
import type { Candidate } from "../../rewrites/book";
import { findAround, refusalAround } from "../../rewrites/find";
import type { FixInput } from "../fixer";
import { candidatesByRewrite, minorsAt, placesOf, rewriteFixId } from "./candidates";

/** What older Pythons have instead of an entry, and why it is not written. */
interface OlderWay {
  /** A short name of it, for titles. */
  readonly name: string;
  /** A key of the messages. */
  readonly reason: string;
}

/** Entries whose older way nobody but the author can write, by id. */
export const OTHER_DESIGNS: Readonly<Record<string, OlderWay>> = {
  "asyncio.TaskGroup": { name: "asyncio.gather", reason: "siblings-run-on" },
  "builtins.BaseException.add_note": { name: "args", reason: "notes-have-no-place" },
  "builtins.ExceptionGroup": { name: "raise", reason: "one-error-only" },
  contextvars: { name: "threading.local", reason: "task-not-aware" },
  "enum.Enum._ignore_": { name: "enum.Enum(…)", reason: "body-with-code" },
  "syntax:except-star": { name: "except", reason: "one-error-only" },
  "syntax:template-string": { name: "str.format", reason: "is-a-template" },
  "threading.excepthook": { name: "threading.Thread.run", reason: "each-thread" },
  "uuid.uuid7": { name: "uuid.uuid4", reason: "time-ordered" },
  "xml.etree.ElementTree.XMLPullParser": {
    name: "xml.etree.ElementTree.iterparse",
    reason: "blocks-on-file",
  },
};

/**
 * Tells which rewrites of one finding are refused though the code has their form: each with its first reason. What needs
 * another design is refused wherever it is too new.
 */
export function rewriteRefusals(input: FixInput): FixRefusal[] {
  const { code, entryId } = input.finding;
  const other = code === "added-later" || code === "syntax-later" ? OTHER_DESIGNS[entryId] : undefined;
  const refused = [...candidatesByRewrite(input).values()].flatMap((group) => {
    const reason = reasonAgainst(group, input);
    if (reason === undefined) return [];
    const [{ rewrite, direction }] = group;
    const name = direction === "modernise" ? rewrite.names.new : rewrite.names.old;
    return [{ id: rewriteFixId(direction, rewrite.id), details: { name }, reason }];
  });
  if (!other) return refused;
  return [...refused, { id: "downgrade-by-design", details: { name: other.name }, reason: other.reason }];
}

function reasonAgainst(candidates: readonly Candidate[], input: FixInput): string | undefined {
  const { tree, book } = input;
  for (const place of placesOf(input)) {
    const anchor = tree.innermost(place.start, place.end);
    const subject = { ...input.subject, minors: minorsAt(place, input) };
    if (candidates.some((candidate) => findAround(candidate, anchor, book, subject))) continue;
    for (const candidate of candidates) {
      const reason = refusalAround(candidate, anchor, book, subject);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}
