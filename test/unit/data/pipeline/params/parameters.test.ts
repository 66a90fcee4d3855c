import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { DocsRow } from "../../../../../data/pipeline/evidence/docs-evidence";
import type { TypeshedFact } from "../../../../../data/pipeline/evidence/typeshed-evidence";
import { parameterChanges } from "../../../../../data/pipeline/params/changes";
import { keepConfirmed } from "../../../../../data/pipeline/params/confirmed";
import {
  parameterHistory,
  readSignatures,
  type ReadSignatures,
} from "../../../../../data/pipeline/params/history";
import { foldRenames } from "../../../../../data/pipeline/params/renames";
import { formatParameters, parseParameters } from "../../../../../data/pipeline/params/signature";
import { uniteSignatures } from "../../../../../data/pipeline/params/union-signature";
import { row } from "../merge/draft-of";

function read(texts: Record<number, string>, patched: readonly number[] = []): ReadSignatures {
  const entries = Object.entries(texts).map(([minor, text]) => [Number(minor), text] as const);
  return readSignatures(new Map(entries), (minor) => patched.includes(minor), "call");
}

function history(
  signatures: ReadSignatures,
  docs: readonly DocsRow[] = [],
  typeshed?: TypeshedFact,
): Record<string, string> {
  const lives = parameterHistory({ ...signatures, docs, typeshed });
  return Object.fromEntries(
    Object.entries(lives).map(([name, { added, removed }]) => [name, `${added ?? ""}-${removed ?? ""}`]),
  );
}

describe("signatures", () => {
  it("are written as they were read", () => {
    for (const text of ["", "a", "a, b=, /, c, *, d=, **kw", "*args, key", "x, /", "*, only="]) {
      assert.equal(formatParameters(parseParameters(text)!), `(${text})`);
    }
  });

  it("are none when a name stands twice or is no name", () => {
    assert.equal(parseParameters("field=, *field"), undefined);
    assert.equal(parseParameters("(a, b)"), undefined);
  });
});

describe("histories of parameters", () => {
  it("come from neighbouring signatures", () => {
    assert.deepEqual(
      history(
        read({
          11: "main, *, debug=",
          12: "main, *, debug=, loop_factory=",
          13: "main, *, debug=, loop_factory=",
        }),
      ),
      {
        loop_factory: "3.12-",
      },
    );
    assert.deepEqual(history(read({ 8: "x, random=", 9: "x, random=", 10: "x" })), { random: "-3.10" });
  });

  it("are not told where a release in between keeps its signature to itself", () => {
    assert.deepEqual(history(read({ 2: "value", 5: "value, context" })), {});
  });

  it("are not invented by a build without accelerators", () => {
    assert.deepEqual(history(read({ 9: "a, b", 10: "a, other", 11: "a, b" }, [10])), {});
    assert.deepEqual(history(read({ 9: "a", 10: "a, b=", 11: "a, b=, c=" }, [10])), {
      b: "3.10-",
      c: "3.11-",
    });
  });

  it("take the documentation's word, and typeshed's where it is silent", () => {
    const docs: DocsRow[] = [
      { ...row("changed", "3.8", [8, 15]), parameters: [{ verb: "add", name: "sep" }] },
    ];
    assert.deepEqual(history(read({}), docs), { sep: "3.8-" });
    assert.deepEqual(history(read({}), [], { kind: "method", parameters: { sep: { added: "3.9" } } }), {
      sep: "3.9-",
    });
  });

  it("leave out private names, and those that no signature confirms", () => {
    assert.deepEqual(history(read({ 8: "a", 9: "a, _cache=" })), {});
    const evidence = { ...read({ 8: "days=", 9: "days=" }), docs: [], typeshed: undefined };
    assert.deepEqual(keepConfirmed({ fold: { added: "3.6", evidence: ["docs"] } }, evidence, true), {});
  });

  it("know that what was among unnamed keywords is not gone", () => {
    assert.deepEqual(history(read({ 13: "coro, *, name=", 14: "coro, **kwargs" })), {});
  });
});

describe("changes of parameters", () => {
  it("tell how they are given", () => {
    const changes = parameterChanges(
      [],
      read({ 12: "old, new, count=, /", 13: "old, new, /, count=" }),
      undefined,
    );
    assert.deepEqual(changes, [
      { version: "3.13", kind: "parameter", name: "count", summary: "Can be given by keyword." },
    ]);
  });

  it("tell of a new name for the same place, which is no new parameter", () => {
    const signatures = read({ 3: "excClass, callable=", 4: "expected, callable=" });
    const lives = parameterHistory({ ...signatures, docs: [], typeshed: undefined });
    const folded = foldRenames(lives, [], parseParameters("expected, callable="), signatures);
    assert.deepEqual(Object.keys(folded.lives), ["excClass"]);
    assert.deepEqual(
      folded.changes.map(({ name, summary }) => `${name}: ${summary}`),
      ["expected: Was called excClass."],
    );
  });
});

describe("the one signature of all releases", () => {
  const unite = (texts: Record<number, string>, gone: string[], stub?: string): string => {
    const entries = Object.entries(texts).map(([minor, text]) => [Number(minor), text] as const);
    const united = uniteSignatures(
      { ...read(texts), texts: new Map(entries), stub },
      { present: new Set(), gone: new Set(gone) },
    );
    return formatParameters(united ?? []);
  };

  it("keeps the place of what is gone, if that shifts nothing", () => {
    assert.equal(
      unite({ 9: "delay, result=, *, loop=", 10: "delay, result=" }, ["loop"]),
      "(delay, result=, *, loop=)",
    );
    assert.equal(unite({ 10: "x, random=", 11: "x" }, ["random"]), "(x, random=)");
    assert.equal(unite({ 2: "s, flags=", 3: "data, flags=" }, ["s"]), "(data, flags=, *, s=)");
  });

  it("names the keywords that typeshed knows", () => {
    const stub = "(args, *, text=)";
    assert.equal(unite({ 15: "*popenargs, timeout=, **kwargs" }, [], stub), stub);
  });
});
