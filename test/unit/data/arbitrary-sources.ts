import fc from "fast-check";
import type { EntrySource, ModuleSource, ParameterSource } from "../../../data/format";

const version = fc.integer({ min: 1, max: 15 }).map((minor) => `3.${minor}`);
const micro = fc.tuple(version, fc.nat(20)).map(([minor, last]) => `${minor}.${last}`);
const name = fc.stringMatching(/^[a-z][a-z_]{0,5}$/);
const words = fc.string({ minLength: 1, maxLength: 20, unit: "binary" });
const evidence = fc.subarray(["docs", "typeshed", "runtime", "hand"] as const, { minLength: 1 });
const example = fc.record({ old: words, new: words }, { requiredKeys: ["new"] });

const parameter: fc.Arbitrary<ParameterSource> = fc.record(
  {
    added: version,
    deprecated: version,
    removed: version,
    micros: fc.array(micro, { minLength: 1, maxLength: 2 }),
    summary: words,
    note: words,
    evidence,
  },
  { requiredKeys: [] },
);

const change = fc.record(
  {
    version,
    kind: fc.constantFrom("accepts", "default", "result", "behaviour" as const),
    name,
    summary: words,
  },
  { requiredKeys: ["version", "kind", "summary"] },
) as fc.Arbitrary<NonNullable<EntrySource["changes"]>[number]>;

const literal = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null));
const unless = fc.array(name, { minLength: 1, maxLength: 2 });

const returnsByLiteral = fc.record(
  {
    parameter: name,
    position: fc.nat(9),
    absent: name,
    rules: fc.array(fc.tuple(fc.array(literal, { minLength: 1, maxLength: 3 }), name), {
      minLength: 1,
      maxLength: 2,
    }),
    unless,
  },
  { requiredKeys: ["parameter", "rules"] },
);

const returnsByType = fc.record({
  position: fc.nat(9),
  rules: fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 2 }),
});

const returnsByCount = fc.record(
  {
    rules: fc.array(fc.tuple(fc.nat(3), fc.option(fc.integer({ min: 3, max: 9 })), name), {
      minLength: 1,
      maxLength: 2,
    }),
    unless,
  },
  { requiredKeys: ["rules"] },
);

/** Any entry that is no alias: every member comes and goes. */
const anyEntry: fc.Arbitrary<EntrySource> = fc.record(
  {
    kind: fc.constantFrom("class", "function", "method", "constant", "exception" as const),
    added: fc.oneof(version, micro, fc.constant("unknown")),
    micros: fc.array(micro, { minLength: 1, maxLength: 3 }),
    deprecated: version,
    removed: version,
    removal: version,
    provisional: fc.constant(true),
    hook: fc.constant(true),
    platforms: fc.subarray(["windows", "macos", "linux", "unix", "bsd", "wasm"] as const, { minLength: 1 }),
    pep: fc.integer({ min: 1, max: 800 }),
    url: fc.constantFrom("library/m.html#m.x", "library/other.html", "whatsnew/3.8.html#a-b"),
    replacement: name,
    backport: fc.record(
      { package: name, module: name, pythons: fc.constant(">=3.6") },
      { requiredKeys: ["package", "module"] },
    ),
    signature: fc.uniqueArray(name, { maxLength: 4 }).map((names) => `(${names.join(", ")})`),
    parameters: fc.dictionary(name, parameter, { minKeys: 1, maxKeys: 3 }),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    bases: fc.uniqueArray(name, { maxLength: 2 }),
    virtualBases: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
    params: fc.integer({ min: 1, max: 3 }),
    defaults: fc.array(name, { minLength: 1, maxLength: 2 }),
    enum: fc.constant(true),
    returns: name,
    awaitable: fc.constant(true),
    otherwise: name,
    returnsByLiteral,
    returnsByType,
    returnsByCount,
    type: name,
    binds: fc.constantFrom("class", "static", "property" as const),
    evidence,
    summary: words,
    category: name,
    example,
    note: words,
  },
  { requiredKeys: ["kind"] },
);

const key = fc.oneof(
  name,
  fc.tuple(name, name).map((parts) => parts.join(".")),
  name.map((slug) => `behaviour:${slug}`),
);

/** Any module source without aliases, made of plain objects as reading a file makes them. */
export const anyModule: fc.Arbitrary<ModuleSource> = fc
  .record({
    module: fc.stringMatching(/^[m-z][a-z_]{1,5}$/).filter((module) => module !== "syntax"),
    entries: fc.dictionary(key, anyEntry, { maxKeys: 8 }),
  })
  .map((source) => JSON.parse(JSON.stringify(source)) as ModuleSource);
