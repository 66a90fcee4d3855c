import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Sources } from "../../../../../data/pipeline/merge/collect-drafts";
import { reasonToExclude, type Doubt } from "../../../../../data/pipeline/recall/exclusions";
import type { Transition } from "../../../../../data/pipeline/recall/transitions";
import type { EntrySource } from "../../../../../data/format";

/** Sources in which only typeshed tells of some ids. */
function sourcesOf(stubbed: readonly string[] = []): Sources {
  const typeshed = new Map(stubbed.map((id) => [id, { kind: "attribute" as const }]));
  return {
    sightings: { names: new Map(), modules: new Map() },
    docs: new Map(),
    typeshed,
  } as unknown as Sources;
}

function doubt(transition: Transition, entry: EntrySource, stubbed?: readonly string[]): Doubt {
  return { transition, found: { id: transition.id, entry }, patched: 0, sources: sourcesOf(stubbed) };
}

describe("reasonToExclude", () => {
  it("leaves out what needs ssl in 3.5, but not what only sounds like it", () => {
    const added = { what: "name", happened: "added", minor: 5 } as const;
    const entry = { kind: "class" } as const;
    assert.match(reasonToExclude(doubt({ id: "smtplib.SMTP_SSL", ...added }, entry))!, /needs ssl/);
    assert.equal(reasonToExclude(doubt({ id: "xml.dom.xmlbuilder.DocumentLS", ...added }, entry)), undefined);
    assert.equal(reasonToExclude(doubt({ id: "smtplib.SMTP_SSL", ...added, minor: 6 }, entry)), undefined);
  });

  it("leaves out constants of system headers, but no function of such a module", () => {
    const gone = { what: "name", happened: "removed", minor: 14 } as const;
    assert.match(
      reasonToExclude(doubt({ id: "termios.TCGETA", ...gone }, { kind: "constant" }))!,
      /system's headers/,
    );
    assert.equal(reasonToExclude(doubt({ id: "os.popen2", ...gone }, { kind: "function" })), undefined);
  });

  it("leaves out attributes that others tell of; what only the class tells of counts", () => {
    const shown = { id: "uuid.UUID.int", what: "member", happened: "added", minor: 8 } as const;
    const entry = { kind: "attribute" } as const;
    assert.match(reasonToExclude(doubt(shown, entry, ["uuid.UUID.int"]))!, /whose class hides it/);
    assert.equal(reasonToExclude(doubt(shown, entry)), undefined);
  });
});
