import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Language, Parser } from "web-tree-sitter";
import { compileIndex } from "../../../data/build/compile-index";
import { DATA_FOLDER, readSources } from "../../../data/build/read-sources";
import { mergeFiles } from "../../../data/build/write-index";
import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import { entryId, parameterId } from "../../../server/src/engine/catalogue/ids";
import { loadCatalogue } from "../../../server/src/engine/catalogue/load";

const require = createRequire(import.meta.url);
const LONGEST_SUMMARY = 160;
const MOST_EXAMPLE_LINES = 6;
const FEATURES = path.resolve(import.meta.dirname, "../../fixtures/articles/features.tsv");

/** Pieces of syntax whose examples are errors to the grammar, since they are newer than it or long gone. */
const UNKNOWN_TO_THE_GRAMMAR = [
  "syntax:async-as-name",
  "syntax:lazy-import",
  "syntax:type-parameter-default",
];

/** What a person wrote about one entry or parameter. */
interface Prose {
  readonly id: string;
  readonly summary: string | undefined;
  readonly category: string | undefined;
  readonly example: { readonly old?: string; readonly new: string } | undefined;
}

/** One line of `test/fixtures/articles/features.tsv`. */
interface Feature {
  readonly symbol: string;
  /** Which fact the release is about: when it came, when it was deprecated, or when it changed. */
  readonly fact: string;
  /** `3.0` for what every Python 3 has. */
  readonly release: string;
}

const sources = readSources(DATA_FOLDER);

describe("the authored catalogue", () => {
  const everything = [...readProse()];

  it("says what it says in one sentence of a readable length", () => {
    const bad = everything.filter(({ summary }) => summary !== undefined && !isOneSentence(summary));
    assert.deepEqual(bad, []);
  });

  it("has a sentence of its own for each entry", () => {
    const owners = new Map<string, string>();
    for (const { id, summary } of everything) {
      if (summary === undefined) continue;
      assert.equal(owners.get(summary), undefined, `${id} has the sentence of ${owners.get(summary)}`);
      owners.set(summary, id);
    }
  });

  it("puts whatever it describes under a heading", () => {
    const homeless = everything.filter((one) => one.summary !== undefined && one.category === undefined);
    assert.deepEqual(homeless, []);
  });

  it("gives short examples whose two sides differ", () => {
    for (const { id, example } of everything) {
      if (!example) continue;
      assert.notEqual(example.old, example.new, id);
      for (const code of [example.old ?? "", example.new])
        assert.ok(code.split("\n").length <= MOST_EXAMPLE_LINES, id);
    }
  });

  it("gives examples that parse", async () => {
    const hasError = await makeErrorTest();
    const wrong = everything
      .filter(({ example }) => example && [example.old ?? "", example.new].some(hasError))
      .map(({ id }) => id);
    assert.deepEqual(wrong, UNKNOWN_TO_THE_GRAMMAR);
  });
});

describe("the features of the articles", () => {
  const features = [...readFeatures()];
  let catalogue: Catalogue;

  before(function () {
    // Compiling everything takes a while on a busy machine.
    this.timeout(60_000);
    const { files, calendar, aliases } = sources;
    catalogue = loadCatalogue(compileIndex({ modules: mergeFiles(files), calendar, aliases }).text);
  });

  it("are all in the catalogue", () => {
    assert.deepEqual(
      features.filter(({ symbol }) => !catalogue.lookup(symbol)),
      [],
    );
  });

  it("came, changed or went out of favour when the documentation says", () => {
    assert.deepEqual(
      features.filter((feature) => !agrees(catalogue, feature)),
      [],
    );
  });

  it("are described and have a heading", () => {
    const bare = features.filter(({ symbol }) => {
      const { summary, category } = catalogue.prose(catalogue.lookup(symbol)?.id ?? symbol);
      return summary === undefined || category === undefined;
    });
    assert.deepEqual(bare, []);
  });
});

function* readProse(): Iterable<Prose> {
  for (const { origin, source } of sources.files) {
    if (origin !== "authored") continue;
    for (const [key, { summary, category, example, parameters }] of Object.entries(source.entries)) {
      const id = entryId(source.module, key);
      yield { id, summary, category, example };
      for (const [name, parameter] of Object.entries(parameters ?? {}))
        yield {
          id: parameterId(id, name),
          summary: parameter.summary,
          category: parameter.category,
          example: parameter.example,
        };
    }
  }
}

function isOneSentence(text: string): boolean {
  return text.length <= LONGEST_SUMMARY && text.endsWith(".") && !/[.!?]\s+[A-Z]/.test(text);
}

/** Gives a test for code that the grammar cannot make sense of. */
async function makeErrorTest(): Promise<(code: string) => boolean> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve("tree-sitter-python/tree-sitter-python.wasm")));
  return (code) => {
    const tree = parser.parse(code);
    assert.ok(tree);
    const { hasError } = tree.rootNode;
    tree.delete();
    return hasError;
  };
}

function* readFeatures(): Iterable<Feature> {
  const [header, ...lines] = readFileSync(FEATURES, "utf8").trimEnd().split("\n");
  const columns = header.split("\t");
  for (const line of lines) {
    const cells = line.split("\t");
    const cell = (name: string) => cells[columns.indexOf(name)];
    yield { symbol: cell("symbol"), fact: cell("fact"), release: cell("release") };
  }
}

function agrees(catalogue: Catalogue, { symbol, fact, release }: Feature): boolean {
  const entry = catalogue.lookup(symbol);
  if (fact === "changed") return entry?.changes.some(({ version }) => version === release) ?? false;
  if (fact === "deprecated") return entry?.deprecated === release;
  return (entry?.added ?? "3.0") === release;
}
