import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { compileIndex } from "../../../../data/build/compile-index";
import type { EntrySource, ModuleSource } from "../../../../data/format";
import type { Catalogue } from "../../../../server/src/engine/catalogue/catalogue";
import type { Parameter, TypeFacts } from "../../../../server/src/engine/catalogue/entry";
import { entryId, parameterId } from "../../../../server/src/engine/catalogue/ids";
import { loadCatalogue } from "../../../../server/src/engine/catalogue/load";
import { compareText } from "../../../../server/src/engine/compare-text";
import { parseMinor } from "../../../../server/src/engine/version";
import { anyModule } from "../arbitrary-sources";

const calendar = [{ minor: 7, released: "2018-06-27", endOfLife: "2023-06-27" }];

/** Puts the keys of arbitrary sources in the order in which merged ones have them. */
function sorted(source: ModuleSource): ModuleSource {
  const keys = Object.keys(source.entries).sort(compareText);
  return {
    module: source.module,
    entries: Object.fromEntries(keys.map((key) => [key, source.entries[key]])),
  };
}

/** The type facts that an entry must have; bases of either sort are one list. */
function typeOf(source: EntrySource): TypeFacts | undefined {
  const { bases, virtualBases, params, defaults, returns, awaitable, otherwise, type, binds } = source;
  const { returnsByLiteral, returnsByType, returnsByCount } = source;
  const all = bases || virtualBases ? [...(bases ?? []), ...(virtualBases ?? [])] : undefined;
  const called = { returns, awaitable, otherwise, returnsByLiteral, returnsByType, returnsByCount };
  const stated = { bases: all, params, defaults, enum: source.enum, ...called, type, binds };
  const facts = Object.entries(stated).filter(([, value]) => value !== undefined);
  return facts.length > 0 ? Object.fromEntries(facts) : undefined;
}

function checkEntry(catalogue: Catalogue, id: string, source: EntrySource): void {
  const entry = catalogue.lookup(id);
  assert.ok(entry, id);
  const { kind, deprecated, removal, replacement, backport, pep, micros, signature } = source;
  assert.deepEqual(
    [
      entry.id,
      entry.kind,
      entry.deprecated,
      entry.removal,
      entry.replacement,
      entry.backport,
      entry.pep,
      entry.micros,
      entry.signature,
    ],
    [id, kind, deprecated, removal, replacement, backport, pep, micros, signature],
  );
  assert.deepEqual([entry.provisional, entry.hook], [source.provisional ?? false, source.hook ?? false]);
  assert.deepEqual(
    [entry.platforms, entry.changes, entry.sources],
    [source.platforms, source.changes ?? [], source.evidence ?? []],
  );
  assert.equal(entry.url, source.url && `https://docs.python.org/3/${source.url}`);
  assert.deepEqual(entry.type, typeOf(source));
  const { summary, category, example, note } = source;
  const prose = Object.entries({ summary, category, example, note }).filter(
    ([, value]) => value !== undefined,
  );
  assert.deepEqual(catalogue.prose(id), Object.fromEntries(prose));
  for (const [name, parameter] of Object.entries(source.parameters ?? {})) {
    const listed: Parameter | undefined = entry.parameters.find((one) => one.name === name);
    assert.equal(listed?.summary, parameter.summary);
    assert.equal(listed?.deprecated, parameter.deprecated);
    if (!/\.__|^behaviour:/.test(id) && kind !== "class" && kind !== "exception") {
      assert.equal(catalogue.prose(parameterId(id, name)).note, parameter.note);
    }
  }
}

describe("compileIndex", () => {
  const modules: ModuleSource[] = [
    {
      module: "re",
      entries: { compile: { kind: "function", summary: "Zerlegt ein Muster — «für später»." } },
    },
    { module: "ast", entries: { parse: { kind: "function" } } },
  ];

  it("gives the same text whatever order the modules come in", () => {
    const there = compileIndex({ modules, calendar });
    const back = compileIndex({ modules: modules.toReversed(), calendar });
    assert.equal(there.text, back.text);
    assert.equal(there.hash, back.hash);
  });

  it("gives another hash for other facts, sentences, aliases or dates", () => {
    const hashes = [
      compileIndex({ modules, calendar }),
      compileIndex({ modules, calendar: [] }),
      compileIndex({ modules, calendar, aliases: { "re.compiled": "re.compile" } }),
      compileIndex({ modules: modules.slice(1), calendar }),
      compileIndex({
        modules: [{ module: "ast", entries: { parse: { kind: "function", summary: "Reads." } } }],
        calendar,
      }),
    ].map((index) => index.hash);
    assert.equal(new Set(hashes).size, hashes.length);
  });

  it("writes ASCII only, so that offsets are bytes", () => {
    const { text } = compileIndex({ modules, calendar });
    assert.match(text, /^[\n\x20-\x7e]*$/);
    assert.equal(loadCatalogue(text).prose("re.compile").summary, "Zerlegt ein Muster — «für später».");
  });

  it("follows chains of aliases to their end", () => {
    const chain: ModuleSource = {
      module: "m",
      entries: {
        a: { alias: "m.b" },
        b: { alias: "m.c" },
        c: { kind: "function" },
        d: { alias: "m.e" },
        e: { alias: "m.c", removed: "3.9" },
      },
    };
    const catalogue = loadCatalogue(
      compileIndex({ modules: [chain], calendar, aliases: { spelt: "m.a" } }).text,
    );
    assert.equal(catalogue.lookup("m.a")?.id, "m.c");
    assert.equal(catalogue.lookup("spelt")?.id, "m.c");
    assert.equal(catalogue.lookup("m.d")?.id, "m.e", "an alias with a life of its own ends the chain");
  });

  it("refuses aliases in a circle and values outside the format, naming the entry", () => {
    const circle: ModuleSource = { module: "m", entries: { a: { alias: "m.b" }, b: { alias: "m.a" } } };
    assert.throws(() => compileIndex({ modules: [circle], calendar }), /m\.a -> m\.b -> m\.a/);
    const odd = { module: "m", entries: { a: { kind: "gadget" } } } as unknown as ModuleSource;
    assert.throws(() => compileIndex({ modules: [odd], calendar }), /m\.a: "gadget"/);
    const absent: ModuleSource = { module: "m", entries: { a: { kind: "function", absent: ["3.7-never"] } } };
    assert.throws(() => compileIndex({ modules: [absent], calendar }), /m\.a: "3\.7-never"/);
  });

  it("gives back what went in, for any sources", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyModule, { selector: (one) => one.module, maxLength: 4 }), (sources) => {
        const all = sources.map(sorted);
        const catalogue = loadCatalogue(compileIndex({ modules: all, calendar }).text);
        assert.deepEqual(catalogue.modules(), all.map((one) => one.module).sort());
        for (const { module, entries } of all) {
          for (const [key, source] of Object.entries(entries))
            checkEntry(catalogue, entryId(module, key), source);
        }
        const listed = [...catalogue.entries()].filter(
          (entry) => entry.kind !== "parameter" && entry.kind !== "module",
        );
        assert.equal(
          listed.length,
          all.reduce((sum, one) => sum + Object.keys(one.entries).length, 0),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("never makes a member available where its owner is not, for any sources", () => {
    fc.assert(
      fc.property(anyModule, (source) => {
        const catalogue = loadCatalogue(compileIndex({ modules: [sorted(source)], calendar }).text);
        for (const entry of catalogue.entries()) {
          const owner = catalogue.lookup(entry.id.slice(0, entry.id.lastIndexOf(".")));
          if (owner) assert.equal(entry.available & ~owner.available, 0, entry.id);
          for (const parameter of entry.parameters)
            assert.equal(parameter.available & ~entry.available, 0, entry.id);
          const added = entry.added === undefined ? 0 : (parseMinor(entry.added) ?? 0);
          assert.equal(entry.available & ((1 << added) - 1), 0, entry.id);
        }
      }),
      { numRuns: 100 },
    );
  });
});
