import assert from "node:assert/strict";
import type { Entry } from "../../../server/src/engine/catalogue/entry";
import type { Finding, ProjectTarget } from "../../../server/src/engine/findings";
import { ALL_MINORS, minorsBefore, minorsFrom, parseMinor } from "../../../server/src/engine/version";
import { findingMessage } from "../../../server/src/messages";
import { isRangeProblem, parsePythonRange } from "../../../server/src/project";

/** Makes an entry of what matters to a sentence; its minors follow from when it came and went. */
export function entry(id: string, facts: Partial<Entry> = {}): Entry {
  const from = facts.added === undefined || facts.added === "unknown" ? 0 : parseMinor(facts.added)!;
  const life = facts.removed === undefined ? ALL_MINORS : minorsBefore(parseMinor(facts.removed)!);
  return {
    id,
    kind: "function",
    available: minorsFrom(from) & life,
    added: undefined,
    deprecated: undefined,
    removed: undefined,
    removal: undefined,
    replacement: undefined,
    dropIn: undefined,
    backport: undefined,
    hook: false,
    older: "fails",
    unpromised: 0,
    platforms: undefined,
    pep: undefined,
    micros: undefined,
    provisional: false,
    changes: [],
    parameters: [],
    signature: undefined,
    anyKeyword: false,
    url: undefined,
    sources: ["docs"],
    type: undefined,
    ...facts,
  };
}

/** The target that a range in line 7 of `pyproject.toml` declares. */
export function target(text: string): ProjectTarget {
  const range = parsePythonRange(text);
  assert.ok(!isRangeProblem(range));
  return { range, origin: { path: "pyproject.toml", key: "project.requires-python", line: 7 } };
}

/** Words a finding on an entry: every targeted Python without it fails. */
export function word(code: Finding["code"], about: Entry, promise = target(">=3.6")): string {
  const failing = promise.range.minors & ~about.available;
  const finding: Finding = {
    code,
    severity: "error",
    entryId: about.id,
    failing,
    fixIds: [],
    start: 0,
    end: 1,
  };
  return findingMessage(finding, { entry: about, target: promise });
}

/** What came, and nothing else. */
export const prod = entry("math.prod", { added: "3.8" });

/** What came, with all that a card tells. */
export const run = entry("asyncio.run", {
  added: "3.7",
  signature: "(main, *, debug=)",
  pep: 567,
  url: "https://docs.python.org/3/x",
});

/** What came and went. */
export const coroutine = entry("asyncio.coroutine", {
  added: "3.4",
  deprecated: "3.8",
  removed: "3.11",
  replacement: "syntax:async-def",
});
