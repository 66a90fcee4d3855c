import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { decideArrival } from "../../../../../data/pipeline/merge/rules/arrival";
import { decideDeparture } from "../../../../../data/pipeline/merge/rules/departure";
import { decideDeprecation } from "../../../../../data/pipeline/merge/rules/deprecation";
import { arrivalBeforeClass } from "../../../../../data/pipeline/merge/rules/older-than-class";
import { draftOf, row } from "./draft-of";

describe("arrival", () => {
  it("is the release in which interpreters and documentation agree", () => {
    const draft = draftOf({ present: "7-15", lacking: "0-6", docs: [row("added", "3.7", [7, 15])] });
    assert.deepEqual(decideArrival(draft), { added: "3.7" });
  });

  it("keeps the micro that the documentation tells", () => {
    const draft = draftOf({ present: "5-15", lacking: "0-4", docs: [row("added", "3.5.2", [5, 15])] });
    assert.deepEqual(decideArrival(draft), { added: "3.5.2" });
  });

  it("is nothing to tell of what every interpreter has", () => {
    assert.deepEqual(decideArrival(draftOf({ present: "0-15" })), {});
  });

  it("is the first interpreter's release where the documentation is silent", () => {
    assert.deepEqual(decideArrival(draftOf({ present: "9-15", lacking: "0-8" })), { added: "3.9" });
  });

  it("drops an old note that newer documentation tells as a change", () => {
    const docs = [row("added", "3.6", [6, 12]), row("changed", "3.6", [13, 15])];
    assert.deepEqual(decideArrival(draftOf({ present: "0-15", docs })), {});
  });

  it("asks when the documentation is later than the interpreters", () => {
    const draft = draftOf({ present: "0-15", docs: [row("added", "3.12", [12, 15])] });
    assert.equal(decideArrival(draft).conflict, "there before it is documented");
    const decided = decideArrival(draft, { accept: "docs", reason: "a promise" });
    assert.deepEqual([decided.added, decided.seen, decided.conflict], ["3.12", "3.0", undefined]);
    assert.deepEqual(decideArrival(draft, { accept: "part", reason: "a part" }), {});
  });

  it("asks when interpreters prove the documentation too early", () => {
    const draft = draftOf({ present: "11-15", lacking: "0-10", docs: [row("added", "3.8", [8, 15])] });
    assert.equal(decideArrival(draft).conflict, "documented before it is there");
    assert.equal(decideArrival(draft, { accept: "runtime", reason: "tried" }).added, "3.11");
  });

  it("believes the documentation where the build decides what is there", () => {
    const draft = draftOf({
      id: "socket.CAN_J1939",
      module: "socket",
      key: "CAN_J1939",
      kind: "constant",
      present: "11-15",
      lacking: "0-10",
      docs: [row("added", "3.9", [9, 15])],
    });
    assert.deepEqual(decideArrival(draft), { added: "3.9" });
  });

  it("takes notes of several micro releases for backports", () => {
    const docs = [row("added", "3.6.7", [6, 6]), row("added", "3.7.1", [7, 7]), row("added", "3.8", [8, 15])];
    assert.deepEqual(decideArrival(draftOf({ present: "6-15", lacking: "0-5", docs })), {
      added: "3.8",
      micros: ["3.6.7", "3.7.1"],
    });
  });

  it("says that nobody knows where only newer system headers brought a constant", () => {
    const draft = draftOf({
      module: "socket",
      key: "SO_NEW",
      kind: "constant",
      present: "13-15",
      lacking: "0-12",
    });
    assert.deepEqual(decideArrival(draft), { added: "unknown" });
  });
});

describe("departure", () => {
  it("is the first interpreter without it", () => {
    assert.deepEqual(decideDeparture(draftOf({ present: "0-11", lacking: "12-15" })), { removed: "3.12" });
  });

  it("is none where nobody knows of the newer releases", () => {
    assert.deepEqual(decideDeparture(draftOf({ present: "0-14" })), {});
  });

  it("tells of gaps", () => {
    assert.deepEqual(decideDeparture(draftOf({ present: "4,11-15", lacking: "0-3,5-10" })), {
      absent: ["3.5-3.10"],
    });
  });

  it("does not believe that a member went which typeshed still knows", () => {
    const draft = draftOf({
      key: "C.name",
      kind: "attribute",
      owner: "m.C",
      present: "8-10",
      lacking: "11-15",
      typeshed: { kind: "attribute" },
    });
    assert.deepEqual(decideDeparture(draft), {});
  });
});

describe("deprecation", () => {
  it("is what the newest documentation says", () => {
    const docs = [row("deprecated", "3.10", [10, 11]), row("deprecated", "3.12", [12, 15])];
    assert.deepEqual(decideDeprecation(draftOf({ present: "0-15", docs })), { deprecated: "3.12" });
  });

  it("is over when the newest documentation is silent and the thing is there", () => {
    const docs = [row("deprecated-removed", "3.8,3.10", [8, 10])];
    assert.deepEqual(decideDeprecation(draftOf({ present: "0-15", docs })), {});
  });

  it("keeps a plan that lies ahead", () => {
    const docs = [row("deprecated-removed", "3.15,3.17", [15, 15])];
    assert.deepEqual(decideDeprecation(draftOf({ present: "0-15", docs })), {
      deprecated: "3.15",
      removal: "3.17",
    });
  });

  it("remembers that of what is gone", () => {
    const docs = [row("deprecated-removed", "3.11,3.13", [11, 12])];
    assert.deepEqual(decideDeprecation(draftOf({ present: "0-12", lacking: "13-15", docs })), {
      deprecated: "3.11",
    });
  });

  it("is typeshed's where the documentation never noted one", () => {
    const typeshed = { kind: "function", deprecated: "3.3" } as const;
    assert.deepEqual(decideDeprecation(draftOf({ present: "0-15", typeshed })), { deprecated: "3.3" });
  });
});

describe("members of a class whose name came later", () => {
  it("are as old as its objects", () => {
    const draft = draftOf({ key: "Server.close", kind: "method", owner: "asyncio.Server", present: "4-15" });
    assert.equal(arrivalBeforeClass(draft, { kind: "class", added: "3.11" }, [4, 5, 11]), "3.4");
    assert.equal(arrivalBeforeClass(draft, { kind: "class", added: "3.4" }, [4, 5, 11]), undefined);
  });
});
